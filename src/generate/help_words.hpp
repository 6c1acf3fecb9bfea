#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace perennial::generate {

/// The fixed words of the help pages.
inline constexpr std::string_view help_words[] = {
    "Functions of Perennial",
    "Functions for growing client value, written in cells like Calc's own.",
    "Arguments stand in brackets where they can be left out.",
    "Dates are dates of the sheet, rates are fractions: 0.8 is 80 %.",
    "Columns of a ledger are references such as Orders.A:A; header and blank rows are skipped.",
    "All functions",
    "Languages",
    "Syntax",
    "Formula",
    "Arguments",
    "Argument",
    "Meaning",
    "required",
    "optional",
    "Result",
    "a number",
    "a text",
    "a table with a header row, entered as an array formula",
    "Errors",
    "Examples",
    "Example",
    "Names that begin with orders_, referrals_ or contracts_ are columns of the workbook of examples.",
    "Source",
    "See also",
    "When another tool shows another figure",
    "How other tools define the same measures, and the formula that gives their figure here.",
    "In the formulas, words in lower case outside quotation marks stand for cells or columns of yours.",
    ("Some tools look at the last 30 days, MRRMOVEMENTS at calendar months. For another span, give the "
     "functions the amounts of that span."),
    "Tools change their definitions: each entry names the page it was taken from.",
};

/// A word of the list above. One that is not in the list does not compile.
consteval std::string_view help_word(std::string_view english) {
    if (std::find(std::begin(help_words), std::end(help_words), english) == std::end(help_words))
        throw "the word is not in the list of help words, so it would have no translation";
    return english;
}

} // namespace perennial::generate
