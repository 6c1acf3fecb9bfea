#pragma once

#include "catalog/function.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace perennial::catalog {

/// The rows of all groups as one list. A name that stands twice, or a see-also that leads nowhere, stops the
/// compiler.
template <std::size_t... counts>
consteval auto joined(const Function (&... groups)[counts]) {
    std::array<Function, (counts + ...)> rows{};
    auto end = rows.begin();
    ((end = std::copy(std::begin(groups), std::end(groups), end)), ...);

    for (const Function& row : rows) {
        const auto named = [](std::string_view name) {
            return [name](const Function& other) { return other.name == name; };
        };
        if (std::count_if(rows.begin(), rows.end(), named(row.name)) != 1)
            throw "two functions have the same name";
        for (const std::string_view other : row.see_also_list())
            if (other == row.name || std::none_of(rows.begin(), rows.end(), named(other)))
                throw "a see-also names no other function";
    }
    return rows;
}

} // namespace perennial::catalog
