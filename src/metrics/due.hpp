#pragma once

#include "metrics/calendar.hpp"

#include <optional>
#include <span>

/// What is due, and when.
namespace perennial::metrics {

/// Next due date after `last`: a number of days later, or a week, month, quarter or year; month ends clamp as
/// EDATE does. `last` a serial date, a cadence in days 1 or more. Domain errors outside. Source: trust
/// compound system, the rhythm of maintenance. The trap: from 31 January a month leads to 29 February, and
/// from there to 29 March.
double next_touch(NullDate null_date, double last, Cadence cadence);

/// Due date of the first checkpoint of the onboarding that is not yet done.
/// `start` a serial date; `done` one cell per checkpoint, a date or TRUE where it is done, NaN for an empty
/// cell, those at the end may be left out; `days` of the checkpoints after the start, ≥ 0, by default 1, 3,
/// 7, 14, 30. Domain errors outside and for more cells than checkpoints, a missing value when all are done.
/// Source: retention system. The trap: a later checkpoint that is done does not do the earlier one.
double onboarding_due(NullDate null_date, double start, std::span<const double> done,
                      std::optional<std::span<const double>> days = {});

} // namespace perennial::metrics
