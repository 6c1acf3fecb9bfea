#pragma once

#include "metrics/keyword.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

/// Serial dates of the office, civil days, and the periods that contain them. There are no time zones.
namespace perennial::metrics {

/// The day whose serial number is 0 in a document: 1899-12-30, 1900-01-01 or 1904-01-01.
struct NullDate {
    std::chrono::sys_days day{std::chrono::year{1899} / 12 / 30};
};

using Day = std::chrono::sys_days;

/// A day in four bytes, since a ledger has one in every row.
using ShortDay =
    std::chrono::time_point<Day::clock, std::chrono::duration<std::int32_t, Day::duration::period>>;

/// The day of a serial date, its time of day cut off; none where it is no number or outside the years 1 to
/// 9999. The trap: dates typed as 20240131 are numbers too, and lie far outside.
inline std::optional<Day> day_of(NullDate null_date, double serial);

inline constexpr Day earliest_day = std::chrono::year{1} / 1 / 1;
inline constexpr Day latest_day = std::chrono::year{9999} / 12 / 31;

/// The day of an argument; a domain error where there is none.
Day require_day(std::string_view name, NullDate null_date, double serial);

inline double serial_of(NullDate null_date, Day day) {
    return static_cast<double>((day - null_date.day).count());
}

inline std::optional<Day> day_of(NullDate null_date, double serial) {
    // A comparison with NaN is false, so that only numbers pass.
    if (!(serial >= serial_of(null_date, earliest_day) && serial < serial_of(null_date, latest_day) + 1))
        return std::nullopt;
    const int towards_zero = static_cast<int>(serial);
    return null_date.day + std::chrono::days{towards_zero > serial ? towards_zero - 1 : towards_zero};
}

/// Whole calendar months completed between two days, as DATEDIF(from; to; "m"): 31 January to 28 February is
/// 0.
int whole_months(Day from, Day to);

/// Days from one day to another.
double days_between(Day from, Day to);

/// The lengths of a calendar period. A week begins on Monday.
enum class Unit { day, week, month, quarter, year };

template <>
inline constexpr std::array<std::string_view, 5> keywords<Unit> = {"day", "week", "month", "quarter", "year"};

/// The number of the period that contains a day; the next period has the next number.
int period_of(Day day, Unit unit);

/// The first day of the period with this number.
Day first_day(int period, Unit unit);

/// How often something is due: a number of days, or a calendar period.
struct Cadence {
    std::variant<double, Unit> every;
};

/// The day one cadence later. A month, a quarter or a year keeps the day of the month, or takes the last day
/// of a shorter month, as EDATE does.
Day after(Day day, Unit unit);

} // namespace perennial::metrics
