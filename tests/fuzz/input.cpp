#include "input.hpp"

#include "metrics/error.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <variant>

namespace perennial::metrics::fuzz {
namespace {

constexpr std::array names = {"A",   "a ",     "B",      "Chen Studio", "陈工作室", "陳", "  ", "7",
                              "007", "Müller", "MÜLLER", "ß",           "\xff\xfe", "=1", "",   "D"};

bool same_number(double left, double right) {
    return std::bit_cast<std::uint64_t>(left) == std::bit_cast<std::uint64_t>(right) || left == right;
}

bool same_value(const Value& left, const Value& right) {
    const auto* one = std::get_if<double>(&left);
    const auto* other = std::get_if<double>(&right);
    return one != nullptr && other != nullptr ? same_number(*one, *other) : left == right;
}

/// A function's own errors are results, whatever else it throws is a finding.
template <class Result>
std::optional<Result> result_of(const std::function<Result()>& function) {
    try {
        return function();
    } catch (const Error&) {
        return std::nullopt;
    } catch (const CellError&) {
        return std::nullopt;
    }
}

} // namespace

double Input::date() {
    constexpr double first = 45000;
    switch (bytes_.ConsumeIntegralInRange(0, 15)) {
    case 0:
        return bytes_.ConsumeFloatingPoint<double>();
    case 1:
        return -700000;
    case 2:
        return 2958465;
    default:
        return first + bytes_.ConsumeIntegralInRange(0, 900);
    }
}

double Input::number() {
    switch (bytes_.ConsumeIntegralInRange(0, 15)) {
    case 0:
        return bytes_.ConsumeFloatingPoint<double>();
    case 1:
        return std::numeric_limits<double>::quiet_NaN();
    case 2:
        return std::numeric_limits<double>::infinity();
    case 3:
        return -bytes_.ConsumeIntegralInRange(0, 1000) / 100.0;
    default:
        return bytes_.ConsumeIntegralInRange(0, 100000) / 100.0;
    }
}

std::optional<double> Input::maybe(double value) {
    return bytes_.ConsumeBool() ? std::optional(value) : std::nullopt;
}

void Input::add_cell(Column& column, Mostly kind) {
    const int turn = bytes_.ConsumeIntegralInRange(0, 31);
    if (turn == 0)
        return column.add_empty();
    if (turn == 1)
        return column.add_error(bytes_.ConsumeIntegralInRange(500, 532));
    if (turn == 2)
        return column.add_number(bytes_.ConsumeFloatingPoint<double>());
    if (turn == 3) {
        column.add_text(bytes_.ConsumeRandomLengthString(12));
        return;
    }
    switch (kind) {
    case Mostly::names:
        column.add_text(names[bytes_.ConsumeIntegralInRange<std::size_t>(0, names.size() - 1)]);
        return;
    case Mostly::dates:
        return column.add_number(date());
    case Mostly::amounts:
        return column.add_number(number());
    case Mostly::flags:
        break;
    }
    if (bytes_.ConsumeBool())
        column.add_empty();
    else
        column.add_number(bytes_.ConsumeBool() ? 1 : date());
}

Rows Input::rows(const std::vector<Mostly>& kinds) {
    constexpr int most_rows = 40;
    const int count = bytes_.ConsumeIntegralInRange(0, most_rows);
    const bool ragged = bytes_.ConsumeIntegralInRange(0, 31) == 0;
    Rows columns;
    for (const Mostly kind : kinds) {
        Column& column = columns.emplace_back();
        const int rows = ragged ? bytes_.ConsumeIntegralInRange(0, count) : count;
        for (int row = 0; row < rows; ++row)
            add_cell(column, kind);
    }
    return columns;
}

Rows reversed(const Rows& rows) {
    Rows result;
    for (const Column& column : rows) {
        Column& turned = result.emplace_back();
        for (std::size_t row = column.size(); row-- > 0;)
            switch (column.kind(row)) {
            case Column::Kind::empty:
                turned.add_empty();
                break;
            case Column::Kind::number:
                turned.add_number(column.number(row));
                break;
            case Column::Kind::text:
                turned.add_text(column.text(row));
                break;
            case Column::Kind::error:
                turned.add_error(column.error(row));
                break;
            }
    }
    return result;
}

std::optional<Table> table_of(const std::function<Table()>& function) {
    return result_of(function);
}

std::optional<double> number_of(const std::function<double()>& function) {
    return result_of(function);
}

void require(bool holds, const char* sentence) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", sentence);
    std::abort();
}

bool same(const std::optional<Table>& left, const std::optional<Table>& right) {
    if (!left || !right)
        return !left && !right;
    if (left->rows() != right->rows() || left->columns() != right->columns())
        return false;
    for (std::size_t row = 0; row < left->rows(); ++row)
        for (std::size_t column = 0; column < left->columns(); ++column)
            if (!same_value(left->at(row, column), right->at(row, column)))
                return false;
    return true;
}

bool same(const std::optional<double>& left, const std::optional<double>& right) {
    return left && right ? same_number(*left, *right) : !left && !right;
}

} // namespace perennial::metrics::fuzz
