#include "generate/file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace perennial::generate {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file)
        throw std::runtime_error(fmt::format("{} cannot be read", path.string()));
    return content;
}

void write_file(const std::filesystem::path& path, std::string_view content) {
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << content << std::flush;
    if (!file)
        throw std::runtime_error(fmt::format("{} cannot be written", path.string()));
}

} // namespace perennial::generate
