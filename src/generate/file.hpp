#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace perennial::generate {

/// The whole content of a file. Both throw std::runtime_error with the path when it cannot be done.
std::string read_file(const std::filesystem::path& path);

/// Writes a file anew, with the folders that lead to it.
void write_file(const std::filesystem::path& path, std::string_view content);

} // namespace perennial::generate
