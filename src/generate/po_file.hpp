#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace perennial::generate {

/// One entry of a .po file.
struct PoEntry {
    std::string context;
    std::string english;
    std::string translation;
    bool fuzzy = false;
    bool obsolete = false;
};

/// All entries of a .po file but its header. Throws std::runtime_error with the place of what cannot be read.
std::vector<PoEntry> read_po_file(const std::filesystem::path& path);

} // namespace perennial::generate
