#include "generate/readme.hpp"

#include "catalog/catalog.hpp"
#include "catalog/systems.hpp"
#include "generate/syntax.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <iterator>
#include <stdexcept>

namespace perennial::generate {
namespace {

constexpr std::string_view start = "<!-- functions -->";
constexpr std::string_view end = "<!-- /functions -->";

std::string table() {
    std::string rows = "| Function | What it gives |\n|---|---|\n";
    for (const catalog::NamedSystem& system : catalog::systems) {
        bool first = true;
        for (const catalog::Function& function : catalog::functions()) {
            if (function.system != system.system)
                continue;
            if (first)
                fmt::format_to(std::back_inserter(rows), "| **{}** | |\n", system.name);
            first = false;
            // A bar inside a cell would end it.
            fmt::format_to(std::back_inserter(rows), "| `{}` | {} |\n", syntax(function),
                           boost::algorithm::replace_all_copy(std::string(function.summary), "|", "\\|"));
        }
    }
    return rows;
}

} // namespace

std::string readme(std::string_view current) {
    const std::size_t from = current.find(start);
    const std::size_t to = current.find(end);
    if (from == std::string_view::npos || to == std::string_view::npos || to < from)
        throw std::runtime_error(
            fmt::format("README.md has no place for the functions: put {} and {} into it", start, end));
    return fmt::format("{}\n\n{}\n{}", current.substr(0, from + start.size()), table(), current.substr(to));
}

} // namespace perennial::generate
