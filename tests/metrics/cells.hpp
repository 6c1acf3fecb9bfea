#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/error.hpp"
#include "metrics/table.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <cstddef>
#include <functional>
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

void add(Column& column, const Cell& cell);

template <class Range>
Column column_of(const Range& cells) {
    Column column;
    for (const auto& cell : cells)
        add(column, cell);
    return column;
}

Column column(std::initializer_list<Cell> cells);
Cells cells(std::initializer_list<Cell> given);

/// The serial date of a day in a document whose null date is the usual one.
double date(int year, unsigned month, unsigned day);

std::vector<Value> row(const Table& table, std::size_t index);

std::vector<std::vector<Value>> rows(const Table& table);
double number(const Table& table, std::size_t row, std::size_t column);

/// What is expected to fail: EXPECT_THAT(Call(lambda), refuses(...)). One type for all, since a matcher for
/// each lambda takes the compiler a third of a second.
using Call = std::function<void()>;

/// That a call fails with this fault and a sentence that contains these words.
testing::Matcher<Call> refuses(Fault fault, const std::string& words);
testing::Matcher<Call> passes_on_error(int code);

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
                EXPECT_THAT(Call([&] { std::apply(function, changed); }), refuses(Fault::domain, ""))
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
