#pragma once

#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <optional>

/// How long clients stay.
namespace perennial::metrics {

/// Kaplan–Meier estimate: table Time, At risk, Ended, Survival, Standard error, Lower, Upper, one row per
/// distinct duration. One row per client: `durations` how long it has been one, ≥ 0 in any unit; `ended` a
/// date, TRUE or a number > 0 where it left, empty where it is still one; `entries` how long it already was
/// one when the books began (left truncation), from 0 to below its duration, empty for 0. Standard error
/// after Greenwood; Lower and Upper at `confidence`, by default 0.95, on the scale log(−log S). A client is
/// at risk at t when entry < t ≤ duration. Bad data for a row that cannot be used, domain errors for
/// durations and entries outside; a missing value in the cells of error and interval once the survival is 0.
/// Source: Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (1980). The trap: clients who are
/// still there must be in the table, or survival is far too low.
Table kaplan_meier(const Cells& durations, const Cells& ended, const std::optional<Cells>& entries = {},
                   std::optional<double> confidence = {});

} // namespace perennial::metrics
