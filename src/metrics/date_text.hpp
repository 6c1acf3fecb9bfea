#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/keyword.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Dates that a sheet holds as text, or as a number of eight digits.
namespace perennial::metrics {

/// In which order a document's locale writes a date whose year stands at the end, or has two digits.
enum class DateOrder { day_first, month_first, year_first };

template <>
inline constexpr std::array<std::string_view, 3> keywords<DateOrder> = {"day first", "month first",
                                                                        "year first"};

/// The order that a locale's patterns of dates show, such as "D/M/Y", "D/M", in any sequence: that of the
/// first with all three letters. Without one the year comes first, and no day is guessed.
DateOrder date_order(std::span<const std::string> patterns);

/// The day that a text means, with or without a time of day behind it: 2024-12-31, 2024/12/31, 20241231,
/// 2024年12月31日; 31.12.2024 whatever the locale; 31/12/2024 or 12/31/2024, and two digits for a year from
/// 1930 to 2029, in the order of the locale; full-width forms of them all. None for everything else: a day is
/// never guessed, so that 31/12/2024 is no date where the month comes first.
std::optional<Day> read_date(std::string_view text, DateOrder order);

/// The day that a number of the form 20241231 means, in the years 1000 to 9999. The trap: read as a serial
/// date it would lie far in the future.
std::optional<Day> read_date(double number);

/// The same for a cell that holds either.
std::optional<Day> read_date(const Column& column, std::size_t row, DateOrder order);

/// A column in which such dates are serial dates; the other cells stay as they are.
Column read_dates(const Column& column, NullDate null_date, DateOrder order);

} // namespace perennial::metrics
