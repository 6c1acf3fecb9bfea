#pragma once

#include "catalog/function.hpp"

namespace perennial::catalog::test {

inline double share(double part, std::optional<double> whole) {
    return part / whole.value_or(1);
}

/// A complete row, from which each file takes one thing away.
constexpr Function share_row() {
    return Function{
        .name = "SHARE",
        .system = System::trust,
        .summary = "Share of a whole",
        .formula = "part ÷ whole",
        .arguments = {{"part", "Part of the whole"}, {"whole", "Optional: the whole, by default 1"}},
        .examples = {{"=SHARE(1;2)", 0.5}},
        .errors = "#DIV/0! when the whole is 0",
        .source = "Arithmetic"};
}

} // namespace perennial::catalog::test
