#include "cells.hpp"

namespace perennial::metrics::test {

void add(Column& column, const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell))
        column.add_number(*number);
    else if (const auto* text = std::get_if<std::string>(&cell))
        column.add_text(*text);
    else if (const auto* error = std::get_if<ErrorCell>(&cell))
        column.add_error(error->code);
    else
        column.add_empty();
}

Column column(std::initializer_list<Cell> cells) {
    return column_of(cells);
}

Cells cells(std::initializer_list<Cell> given) {
    return {column(given)};
}

double date(int year, unsigned month, unsigned day) {
    return serial_of({}, std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}

std::vector<Value> row(const Table& table, std::size_t index) {
    std::vector<Value> values;
    for (std::size_t column = 0; column < table.columns(); ++column)
        values.push_back(table.at(index, column));
    return values;
}

std::vector<std::vector<Value>> rows(const Table& table) {
    std::vector<std::vector<Value>> values;
    for (std::size_t index = 0; index < table.rows(); ++index)
        values.push_back(row(table, index));
    return values;
}

double number(const Table& table, std::size_t row, std::size_t column) {
    return std::get<double>(table.at(row, column));
}

testing::Matcher<Call> refuses(Fault fault, const std::string& words) {
    using namespace testing;
    return Throws<Error>(
        AllOf(Property("fault", &Error::fault, fault), Property("what", &Error::what, HasSubstr(words))));
}

testing::Matcher<Call> passes_on_error(int code) {
    return testing::Throws<CellError>(testing::Property("code", &CellError::code, code));
}

} // namespace perennial::metrics::test
