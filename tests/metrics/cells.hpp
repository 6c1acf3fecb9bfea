#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/error.hpp"
#include "metrics/table.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// Columns, dates and expectations for the tests of the metrics.
namespace perennial::metrics::test {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct Empty {};
struct ErrorCell {
    int code;
};
using Cell = std::variant<Empty, double, std::string, ErrorCell>;

inline void add(Column& column, const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell))
        column.add_number(*number);
    else if (const auto* text = std::get_if<std::string>(&cell))
        column.add_text(*text);
    else if (const auto* error = std::get_if<ErrorCell>(&cell))
        column.add_error(error->code);
    else
        column.add_empty();
}

template <class Cells>
Column column_of(const Cells& cells) {
    Column column;
    for (const auto& cell : cells)
        add(column, cell);
    return column;
}

inline Column column(std::initializer_list<Cell> cells) {
    return column_of(cells);
}

/// The serial date of a day in a document whose null date is the usual one.
inline double date(int year, unsigned month, unsigned day) {
    return serial_of({}, std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}

inline std::vector<Value> row(const Table& table, std::size_t index) {
    std::vector<Value> values;
    for (std::size_t column = 0; column < table.columns(); ++column)
        values.push_back(table.at(index, column));
    return values;
}

inline std::vector<std::vector<Value>> rows(const Table& table) {
    std::vector<std::vector<Value>> values;
    for (std::size_t index = 0; index < table.rows(); ++index)
        values.push_back(row(table, index));
    return values;
}

inline double number(const Table& table, std::size_t row, std::size_t column) {
    return std::get<double>(table.at(row, column));
}

/// That a call fails with this fault and a sentence that contains these words.
inline auto refuses(Fault fault, const std::string& words) {
    using namespace testing;
    return Throws<Error>(
        AllOf(Property("fault", &Error::fault, fault), Property("what", &Error::what, HasSubstr(words))));
}

inline auto passes_on_error(int code) {
    return testing::Throws<CellError>(testing::Property("code", &CellError::code, code));
}

/// That each number among the arguments must be one: NaN and the infinities are domain errors in its place.
template <class Function, class... Arguments>
void expect_numbers_required(Function function, Arguments... good) {
    const std::tuple<Arguments...> arguments(good...);
    const auto check = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
        using Argument = std::tuple_element_t<index, std::tuple<Arguments...>>;
        if constexpr (std::is_same_v<Argument, double> || std::is_same_v<Argument, std::optional<double>>) {
            for (const double bad : {not_a_number, infinity, -infinity}) {
                auto changed = arguments;
                std::get<index>(changed) = bad;
                EXPECT_THAT([&] { return std::apply(function, changed); }, refuses(Fault::domain, ""))
                    << "argument " << index << " = " << bad;
            }
        }
    };
    [&]<std::size_t... indices>(std::index_sequence<indices...>) {
        (check(std::integral_constant<std::size_t, indices>{}), ...);
    }
    (std::index_sequence_for<Arguments...>{});
}

} // namespace perennial::metrics::test
