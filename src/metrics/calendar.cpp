#include "metrics/calendar.hpp"

#include "metrics/error.hpp"

namespace perennial::metrics {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

/// The Monday that weeks are counted from: the one before 1970 began, so that no day of use is a special
/// case.
constexpr Day first_monday = year{1969} / 12 / 29;

int floored_quotient(int dividend, int divisor) {
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

int month_number(const year_month_day& date) {
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Day first_of_month(int number) {
    const int whole_years = floored_quotient(number, 12);
    return year{whole_years} / month{static_cast<unsigned>(number - whole_years * 12 + 1)} / 1;
}

} // namespace

Day require_day(std::string_view name, NullDate null_date, double serial) {
    const auto day = day_of(null_date, serial);
    require(day.has_value(), "{} must be a date in the years 1 to 9999, not the number {}", name, serial);
    return *day;
}

int whole_months(Day from, Day to) {
    const year_month_day first{from};
    const year_month_day last{to};
    return month_number(last) - month_number(first) - (last.day() < first.day() ? 1 : 0);
}

double days_between(Day from, Day to) {
    return static_cast<double>((to - from).count());
}

int period_of(Day day, Unit unit) {
    switch (unit) {
    case Unit::day:
        return static_cast<int>(day.time_since_epoch().count());
    case Unit::week:
        return floored_quotient(static_cast<int>((day - first_monday).count()), 7);
    case Unit::month:
        return month_number(year_month_day{day});
    case Unit::quarter:
        return floored_quotient(month_number(year_month_day{day}), 3);
    case Unit::year:
        break;
    }
    return static_cast<int>(year_month_day{day}.year());
}

Day first_day(int period, Unit unit) {
    switch (unit) {
    case Unit::day:
        return Day{days{period}};
    case Unit::week:
        return first_monday + days{period * 7};
    case Unit::month:
        return first_of_month(period);
    case Unit::quarter:
        return first_of_month(period * 3);
    case Unit::year:
        break;
    }
    return year{period} / 1 / 1;
}

Day after(Day day, Unit unit) {
    using std::chrono::months;
    int step = 1;
    switch (unit) {
    case Unit::day:
        return day + days{1};
    case Unit::week:
        return day + days{7};
    case Unit::month:
        break;
    case Unit::quarter:
        step = 3;
        break;
    case Unit::year:
        step = 12;
        break;
    }
    const year_month_day later = year_month_day{day} + months{step};
    return later.ok() ? Day{later} : Day{later.year() / later.month() / std::chrono::last};
}

} // namespace perennial::metrics
