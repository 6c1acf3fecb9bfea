#pragma once

#include "metrics/column.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The state of a ledger's columns. Many formulas read the same columns, and reading takes most of their
/// time: one formula reads them and gives the number of their state, and others, which are given this number,
/// need not read them again. The office computes the number anew, before the others, when a cell changes.
namespace perennial::metrics {

/// A whole number that tells the states of columns apart, from 0 to below 10¹⁵, so that Calc writes it out.
/// Two states have the same one with a chance of 10⁻¹⁵.
double state_of(std::span<const Column* const> columns);

/// Stands where the columns of a table are named, by itself to ask for the number of the state, and behind
/// them, with "=" and the number, to say in which state the columns are: "Client;Revenue;state=123".
inline constexpr std::string_view state_word = "state";

struct StateSaid {
    bool is_asked_for = false;
    std::optional<double> known{};
};

/// Takes what is said of the state out of the words for the columns of a table.
StateSaid take_state(std::string& words);

} // namespace perennial::metrics
