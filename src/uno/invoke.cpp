#include "uno/invoke.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/util/Date.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace perennial::uno {
namespace {

using com::sun::star::uno::Sequence;
using Rows = Sequence<Sequence<Any>>;

/// The part of what is given for a day that names the columns of a table.
constexpr std::size_t columns_part = 2;

[[noreturn]] void refuse_text(const rtl::OUString& text) {
    metrics::fail(metrics::Fault::bad_data, "\"{}\" stands where a number belongs", narrow(text));
}

double cell_number(const Any& cell) {
    if (double value = 0; cell >>= value)
        return value;
    if (rtl::OUString text; (cell >>= text) && !text.isEmpty())
        refuse_text(text);
    return std::numeric_limits<double>::quiet_NaN();
}

std::string cell_text(const Any& cell) {
    if (rtl::OUString text; cell >>= text)
        return narrow(text);
    if (double value = 0; cell >>= value)
        return fmt::format("{}", value);
    return {};
}

/// Hands out the cells of an argument row by row.
template <class Take>
void each_cell(const Any& given, Take take) {
    if (Rows rows; given >>= rows) {
        for (const Sequence<Any>& row : rows)
            for (const Any& cell : row)
                take(cell);
    } else {
        take(given);
    }
}

bool is_filled(const Any& cell) {
    return !cell_text(cell).empty();
}

void add_filled(metrics::Column& column, const Any& cell) {
    if (double value = 0; cell >>= value)
        column.add_number(value);
    else
        column.add_text(cell_text(cell));
}

/// The cells of an argument row by row, none when it was left out.
template <class Element>
std::optional<std::vector<Element>> elements(const Any& given, Element (*convert)(const Any&)) {
    if (!given.hasValue())
        return std::nullopt;
    std::vector<Element> all;
    each_cell(given, [&](const Any& cell) { all.push_back(convert(cell)); });
    return all;
}

/// The cells given for a day, row by row. Names may stand in several columns; beside what is said before them
/// stands something else. No more than are wanted.
std::vector<Any> parts_of_until(const Rows& rows, std::size_t most = SIZE_MAX) {
    std::vector<Any> parts;
    const bool has_names = rows.getLength() > metrics::names_begin;
    for (sal_Int32 row = 0; row < rows.getLength(); ++row)
        for (const Any& cell : rows[row]) {
            if (parts.size() == most)
                return parts;
            parts.push_back(cell);
            if (has_names && row < metrics::names_begin)
                break;
        }
    return parts;
}

/// Whether several cells are given for what may be a single value, and these.
bool takes_several(const Any& given, Rows& rows) {
    return (given >>= rows) && (rows.getLength() != 1 || rows[0].getLength() != 1);
}

/// A range of one cell given for a single value counts as that value.
Any single(const Any& given) {
    Rows rows;
    if (!(given >>= rows))
        return given;
    if (rows.getLength() != 1 || rows[0].getLength() != 1)
        metrics::fail(metrics::Fault::bad_data, "one value is wanted, not a range");
    return rows[0][0];
}

/// The number that a cell of a result holds; none where it holds a text.
std::optional<double> shown_number(const metrics::Value& content) {
    if (const auto* number = std::get_if<double>(&content))
        return *number;
    if (const auto* fault = std::get_if<metrics::Fault>(&content))
        return boxed_error(*fault);
    return std::nullopt;
}

/// Written in place: a temporary would cost more than what it holds.
void put(Any& cell, const metrics::Value& content) {
    if (const auto number = shown_number(content))
        cell <<= *number;
    else
        cell <<= wide(std::get<std::string>(content));
}

Rows upright(const metrics::Table& table) {
    Rows rows(static_cast<sal_Int32>(table.rows()));
    Sequence<Any>* row = rows.getArray();
    for (std::size_t index = 0; index < table.rows(); ++index, ++row) {
        *row = Sequence<Any>(static_cast<sal_Int32>(table.columns()));
        Any* cell = row->getArray();
        for (std::size_t column = 0; column < table.columns(); ++column, ++cell)
            put(*cell, table.at(index, column));
    }
    return rows;
}

/// A table on its side, without its headings. Calc has no table without cells: an empty text stands for none.
Rows across(const metrics::Table& table) {
    const auto length = std::max<sal_Int32>(1, static_cast<sal_Int32>(table.rows()) - 1);
    Rows rows(static_cast<sal_Int32>(table.columns()));
    Sequence<Any>* row = rows.getArray();
    for (std::size_t column = 0; column < table.columns(); ++column, ++row) {
        *row = Sequence<Any>(length);
        Any* cell = row->getArray();
        *cell <<= rtl::OUString();
        for (std::size_t index = 1; index < table.rows(); ++index, ++cell)
            put(*cell, table.at(index, column));
    }
    return rows;
}

/// The same of numbers alone, which the office passes on without looking at each; none where there are
/// others.
std::optional<Sequence<Sequence<double>>> numbers_across(const metrics::Table& table) {
    if (table.rows() == 1)
        return std::nullopt;
    Sequence<Sequence<double>> rows(static_cast<sal_Int32>(table.columns()));
    Sequence<double>* row = rows.getArray();
    for (std::size_t column = 0; column < table.columns(); ++column, ++row) {
        *row = Sequence<double>(static_cast<sal_Int32>(table.rows()) - 1);
        double* cell = row->getArray();
        for (std::size_t index = 1; index < table.rows(); ++index, ++cell) {
            const auto number = shown_number(table.at(index, column));
            if (!number)
                return std::nullopt;
            *cell = *number;
        }
    }
    return rows;
}

} // namespace

metrics::NullDate null_date(const DocumentProperties& document) {
    com::sun::star::util::Date date;
    metrics::NullDate result;
    if (document.is() && (document->getPropertyValue("NullDate") >>= date))
        result.day = std::chrono::year{date.Year} / date.Month / date.Day;
    return result;
}

std::optional<double> number(const Any& given) {
    const Any cell = single(given);
    if (!cell.hasValue())
        return std::nullopt;
    if (rtl::OUString text; cell >>= text)
        refuse_text(text);
    return cell_number(cell);
}

std::optional<std::variant<double, std::string>> word(const Any& given) {
    const Any cell = single(given);
    if (!cell.hasValue())
        return std::nullopt;
    if (double value = 0; cell >>= value)
        return value;
    return cell_text(cell);
}

std::optional<std::vector<double>> numbers(const Any& given) {
    return elements<double>(given, cell_number);
}

std::optional<std::vector<std::string>> labels(const Any& given) {
    return elements<std::string>(given, cell_text);
}

std::optional<metrics::Cells> cells(const Any& given) {
    if (!given.hasValue())
        return std::nullopt;
    metrics::Cells all;
    // An empty cell is added when a filled one follows it.
    std::size_t empty = 0;
    each_cell(given, [&](const Any& cell) {
        if (!is_filled(cell)) {
            ++empty;
            return;
        }
        for (; empty > 0; --empty)
            all.column.add_empty();
        add_filled(all.column, cell);
    });
    return all;
}

metrics::Generations generations(const Any& given) {
    Rows rows;
    if (!takes_several(given, rows))
        return number(given);
    std::vector<Any> parts;
    each_cell(given, [&parts](const Any& cell) { parts.push_back(cell); });
    if (parts.size() != 2)
        metrics::fail(metrics::Fault::bad_data, "a number and a heading are wanted, not {} cells",
                      parts.size());
    metrics::Generations result;
    if (is_filled(parts[0]))
        result.most = cell_number(parts[0]);
    result.order = cell_text(parts[1]);
    return result;
}

metrics::Until until(const Any& given) {
    Rows rows;
    if (!takes_several(given, rows))
        return number(given);
    const std::vector<Any> parts = parts_of_until(rows);
    metrics::Until result;
    if (const double day = cell_number(parts[0]); !std::isnan(day))
        result.day = day;
    if (rtl::OUString order; parts[1] >>= order) {
        if (!order.isEmpty())
            result.text_dates = metrics::parse_keyword<metrics::DateOrder>(narrow(order));
        result.passes_over_faults = result.text_dates.has_value();
    } else {
        result.passes_over_faults = cell_number(parts[1]) > 0;
    }
    if (parts.size() > columns_part)
        result.columns = cell_text(parts[columns_part]);
    metrics::take_state(result.columns);
    if (parts.size() > metrics::names_begin)
        result.among.emplace();
    for (std::size_t part = metrics::names_begin; part < parts.size(); ++part)
        if (is_filled(parts[part]))
            add_filled(*result.among, parts[part]);
        else
            result.among->add_empty();
    return result;
}

metrics::StateSaid state_said(const Any& given) {
    Rows rows;
    if (!(given >>= rows))
        return {};
    const std::vector<Any> parts = parts_of_until(rows, columns_part + 1);
    if (parts.size() <= columns_part)
        return {};
    std::string words = cell_text(parts[columns_part]);
    return metrics::take_state(words);
}

metrics::Cadence cadence(const Any& given) {
    const auto every = word(given);
    if (const auto* text = every ? std::get_if<std::string>(&*every) : nullptr)
        return {metrics::parse_keyword<metrics::Unit>(*text)};
    return {every ? std::get<double>(*every) : 0};
}

Any to_calc(double value) {
    return Any(value);
}

Any to_calc(const std::string& value) {
    return Any(wide(value));
}

Any to_calc(const metrics::Table& value) {
    if (value.shape() == metrics::Table::Shape::upright)
        return Any(upright(value));
    if (const auto numbers = numbers_across(value))
        return Any(*numbers);
    return Any(across(value));
}

} // namespace perennial::uno
