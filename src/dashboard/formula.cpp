#include "dashboard/formula.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace perennial::dashboard {

namespace {

/// The text between two of these marks, each of them within the text doubled.
std::string between(char mark, std::string_view text) {
    std::string result(1, mark);
    for (const char letter : text) {
        result += letter;
        if (letter == mark)
            result += letter;
    }
    return result + mark;
}

} // namespace

std::string quoted(std::string_view text) {
    return between('"', text);
}

std::string sheet_reference(std::string_view sheet) {
    return between('\'', sheet);
}

std::string sentence(std::string_view words, const std::map<std::string_view, std::string>& places) {
    std::string result;
    const auto join = [&result](const std::string& part) { result += (result.empty() ? "" : "&") + part; };
    while (!words.empty()) {
        const std::size_t open = words.find('{');
        if (open != 0)
            join(quoted(words.substr(0, open)));
        if (open == std::string_view::npos)
            break;
        const std::size_t close = words.find('}', open);
        if (close == std::string_view::npos)
            throw std::invalid_argument("a place in a text is not closed");
        join(places.at(words.substr(open + 1, close - open - 1)));
        words.remove_prefix(close + 1);
    }
    return result;
}

std::string signed_number(std::string_view change, int decimals) {
    return fmt::format("IF(ROUND({0};{1})>0;\"+\";IF(ROUND({0};{1})<0;\"−\";\"±\"))&FIXED(ABS({0});{1})",
                       change, decimals);
}

std::string place_in(std::string_view column, Spot value, Spot place, bool first) {
    const std::string found = fmt::format("MATCH({};{};0)", absolute(value), column);
    if (first)
        return fmt::format("=IF({}=\"\";\"\";{})", absolute(value), found);
    return fmt::format(
        "=IF({0}=\"\";\"\";IF({0}={1};{2}+MATCH({0};INDEX({3};{2}+1):INDEX({3};ROWS({3}));0);{4}))",
        absolute(value), absolute(value.down(-1)), absolute(place.down(-1)), column, found);
}

std::string iso_month(std::string_view cell) {
    return fmt::format("YEAR({})&\"-\"&{}", cell, month_digits(cell));
}

std::string month_digits(std::string_view cell) {
    return fmt::format("RIGHT(\"0\"&MONTH({});2)", cell);
}

std::string iso_date(std::string_view cell) {
    return fmt::format("{1}&\"-\"&RIGHT(\"0\"&DAY({0});2)", cell, iso_month(cell));
}

} // namespace perennial::dashboard
