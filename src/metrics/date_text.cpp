#include "metrics/date_text.hpp"

#include "metrics/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace perennial::metrics {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// A text that is read from its beginning on.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    bool take(std::string_view wanted) {
        if (!rest_.starts_with(wanted))
            return false;
        rest_.remove_prefix(wanted.size());
        return true;
    }

    bool take_any(std::string_view letters) {
        if (rest_.empty() || letters.find(rest_.front()) == std::string_view::npos)
            return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_blanks() {
        while (take(" "))
            ;
    }

    /// A run of digits, empty where there is none.
    std::string_view digits() {
        std::size_t count = 0;
        while (count < rest_.size() && is_digit(rest_[count]))
            ++count;
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

private:
    std::string_view rest_;
};

/// "10:30", "T10:30:00Z", "10:30:00.000 PM" or nothing at all; what time it is does not matter.
bool is_time_of_day(Reader reader) {
    reader.skip_blanks();
    if (reader.at_end())
        return true;
    reader.take("T");
    if (reader.digits().empty() || !reader.take(":") || reader.digits().empty())
        return false;
    if (reader.take(":") && reader.digits().empty())
        return false;
    if (reader.take(".") && reader.digits().empty())
        return false;
    reader.skip_blanks();
    if (reader.take_any("AaPp"))
        return reader.take_any("Mm") && reader.at_end();
    if (reader.take_any("+-"))
        return !reader.digits().empty() && (!reader.take(":") || !reader.digits().empty()) && reader.at_end();
    return reader.take("Z") || reader.at_end() ? reader.at_end() : false;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<Day> civil(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::optional<int> year_of(std::string_view digits) {
    constexpr int first_year_of_two_digits = 1930; // as the office has it
    if (digits.size() == 4)
        return digits.front() == '0' ? std::nullopt : std::optional(number(digits));
    if (digits.size() != 2)
        return std::nullopt;
    const int year = 1900 + number(digits);
    return year < first_year_of_two_digits ? year + 100 : year;
}

std::optional<Day> date_of_parts(const std::array<std::string_view, 3>& parts, DateOrder order) {
    static constexpr std::array<std::array<std::size_t, 3>, 3> places = {
        {{2, 1, 0}, {2, 0, 1}, {0, 1, 2}}}; // of year, month and day, by DateOrder
    const auto& [year_at, month_at, day_at] = places[static_cast<std::size_t>(order)];
    const auto year = year_of(parts[year_at]);
    const auto fits = [](std::string_view digits) { return digits.size() == 1 || digits.size() == 2; };
    if (!year || !fits(parts[month_at]) || !fits(parts[day_at]))
        return std::nullopt;
    return civil(*year, number(parts[month_at]), number(parts[day_at]));
}

} // namespace

DateOrder date_order(std::span<const std::string> patterns) {
    for (const std::string& pattern : patterns) {
        const std::size_t day = pattern.find('D');
        const std::size_t month = pattern.find('M');
        const std::size_t year = pattern.find('Y');
        if (std::max({day, month, year}) == std::string::npos)
            continue;
        if (year < std::min(day, month))
            return DateOrder::year_first;
        return day < month ? DateOrder::day_first : DateOrder::month_first;
    }
    return DateOrder::year_first;
}

std::optional<Day> read_date(std::string_view text, DateOrder order) {
    const bool wide = std::any_of(text.begin(), text.end(), [](char byte) { return byte == '\xEF'; });
    const std::string half = wide ? half_width(text) : std::string();
    Reader reader(trim(wide ? half : text));
    std::array<std::string_view, 3> parts;
    parts[0] = reader.digits();
    if (parts[0].size() == 8 && is_time_of_day(reader))
        return civil(number(parts[0].substr(0, 4)), number(parts[0].substr(4, 2)),
                     number(parts[0].substr(6)));
    if (parts[0].empty())
        return std::nullopt;
    reader.skip_blanks();
    const bool chinese = reader.take("年");
    std::string_view separator = "月";
    bool found = chinese;
    for (const std::string_view candidate : {"-", "/", "."})
        if (!found && reader.take(candidate)) {
            separator = candidate;
            found = true;
        }
    if (!found)
        return std::nullopt;
    reader.skip_blanks();
    parts[1] = reader.digits();
    reader.skip_blanks();
    if (!reader.take(separator))
        return std::nullopt;
    reader.skip_blanks();
    parts[2] = reader.digits();
    // "31日", and the full stop behind each part of a Hungarian or Korean date
    if (chinese)
        reader.skip_blanks();
    if (chinese || separator == ".")
        reader.take(chinese ? "日" : ".");
    if (!is_time_of_day(reader))
        return std::nullopt;
    if (chinese || parts[0].size() == 4)
        return parts[0].size() == 4 ? date_of_parts(parts, DateOrder::year_first) : std::nullopt;
    if (separator == "." && parts[2].size() == 4)
        return date_of_parts(parts, DateOrder::day_first);
    return date_of_parts(parts, order);
}

std::optional<Day> read_date(double number) {
    constexpr double first = 10000101;
    constexpr double last = 99991231;
    if (!(number >= first && number <= last) || number != std::floor(number))
        return std::nullopt;
    const int digits = static_cast<int>(number);
    return civil(digits / 10000, digits / 100 % 100, digits % 100);
}

std::optional<Day> read_date(const Column& column, std::size_t row, DateOrder order) {
    switch (column.kind(row)) {
    case Column::Kind::text:
        return read_date(column.text(row), order);
    case Column::Kind::number:
        return read_date(column.number(row));
    case Column::Kind::empty:
    case Column::Kind::error:
        break;
    }
    return std::nullopt;
}

Column read_dates(const Column& column, NullDate null_date, DateOrder order) {
    std::vector<std::optional<Day>> of_text;
    for (std::uint32_t number = 0; number < column.texts(); ++number)
        of_text.push_back(read_date(column.text_of(number), order));
    Column read;
    read.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        const bool is_text = column.kind(row) == Column::Kind::text;
        if (const auto day = is_text ? of_text[column.text_number(row)] : read_date(column, row, order))
            read.add_number(serial_of(null_date, *day));
        else if (is_text)
            read.add_text(column.text(row));
        else if (column.kind(row) == Column::Kind::number)
            read.add_number(column.number(row));
        else if (column.kind(row) == Column::Kind::error)
            read.add_error(column.error(row));
        else
            read.add_empty();
    }
    return read;
}

} // namespace perennial::metrics
