#pragma once

#include <filesystem>
#include <string>

namespace perennial::generate {

/// A file that follows from the catalogue.
struct Artefact {
    std::filesystem::path path; ///< below the project's root
    std::string content;
};

} // namespace perennial::generate
