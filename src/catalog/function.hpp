#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/generations.hpp"
#include "metrics/keyword.hpp"
#include "metrics/table.hpp"
#include "metrics/until.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

/// What a function of the catalogue is. One row per function stands beside the C++ function and carries all
/// its texts; its signature is taken from the function itself, so that a row that does not fit does not
/// compile.
namespace perennial::catalog {

/// What a parameter accepts.
enum class Kind {
    null_date, ///< handed in by the office, not by the user
    number,
    keyword, ///< one of a few words
    column,  ///< a column of a sheet, by reference
    cells,   ///< a column of a sheet or an array, with header and blank rows as in a column
    numbers, ///< a short range, an array in braces, or one number
    cadence, ///< a number of days or the word for a period
    labels,  ///< the user's own words
};

struct Parameter {
    Kind kind = Kind::number;
    bool optional = false;
};

/// Parameter of a C++ type; only the types listed here may stand in a function of the catalogue.
template <class Type>
struct ParameterOf;

template <>
struct ParameterOf<metrics::NullDate> {
    static constexpr Parameter value{Kind::null_date, false};
};
template <>
struct ParameterOf<double> {
    static constexpr Parameter value{Kind::number, false};
};
template <metrics::Keyword Type>
struct ParameterOf<Type> {
    static constexpr Parameter value{Kind::keyword, false};
};
template <>
struct ParameterOf<metrics::Column> {
    static constexpr Parameter value{Kind::column, false};
};
template <>
struct ParameterOf<metrics::Cells> {
    static constexpr Parameter value{Kind::cells, false};
};
template <>
struct ParameterOf<metrics::Cadence> {
    static constexpr Parameter value{Kind::cadence, false};
};
template <>
struct ParameterOf<metrics::Until> {
    static constexpr Parameter value{Kind::number, true};
};
template <>
struct ParameterOf<metrics::Generations> {
    static constexpr Parameter value{Kind::number, true};
};
template <>
struct ParameterOf<std::span<const double>> {
    static constexpr Parameter value{Kind::numbers, false};
};
template <>
struct ParameterOf<std::span<const std::string>> {
    static constexpr Parameter value{Kind::labels, false};
};
template <class Type>
struct ParameterOf<std::optional<Type>> {
    static constexpr Parameter value{ParameterOf<Type>::value.kind, true};
};

enum class Result { number, text, table };

template <class Type>
constexpr Result result_of() {
    if constexpr (std::is_same_v<Type, double>)
        return Result::number;
    else if constexpr (std::is_same_v<Type, metrics::Table>)
        return Result::table;
    else {
        static_assert(std::is_same_v<Type, std::string>, "a function returns a number, a text or a table");
        return Result::text;
    }
}

/// The five systems, and the tables that all of them use.
enum class System { trust, lifetime_value, retention, referral, investment, clients };

/// An argument as the user sees it. The text states unit, range and, where optional, the default.
struct Argument {
    std::string_view name;
    std::string_view text;
};

/// A formula as a user types it, with its result. Examples may use the columns of the sample tables by
/// their names (catalog/sample.hpp).
struct Example {
    std::string_view formula;
    std::variant<double, std::string_view> result;
};

constexpr std::size_t most_arguments = 12;
constexpr std::size_t most_examples = 6;

struct Function {
    std::string_view name; ///< as typed in Calc; part of the file format
    System system{};
    std::string_view summary; ///< one phrase
    std::string_view formula; ///< in mathematical notation, the same in all languages
    Argument arguments[most_arguments] = {};
    Example examples[most_examples] = {};
    std::string_view errors; ///< when the function gives which error
    std::string_view source; ///< where the formula is published
    std::string_view see_also[most_examples] = {};
    Parameter parameters[most_arguments + 1] = {}; ///< taken from the C++ function
    std::size_t parameter_count = 0;
    Result result{};

    constexpr std::span<const Argument> argument_list() const {
        std::size_t count = 0;
        while (count < most_arguments && !arguments[count].name.empty())
            ++count;
        return {arguments, count};
    }
    constexpr std::span<const Example> example_list() const {
        std::size_t count = 0;
        while (count < most_examples && !examples[count].formula.empty())
            ++count;
        return {examples, count};
    }
    constexpr std::span<const std::string_view> see_also_list() const {
        std::size_t count = 0;
        while (count < most_examples && !see_also[count].empty())
            ++count;
        return {see_also, count};
    }
    constexpr std::span<const Parameter> parameter_list() const { return {parameters, parameter_count}; }
    /// The parameters that the user fills in, one per argument.
    constexpr std::span<const Parameter> user_parameters() const {
        const bool hidden = parameter_count > 0 && parameters[0].kind == Kind::null_date;
        return parameter_list().subspan(hidden ? 1 : 0);
    }
};

template <auto function>
struct Signature;

template <class Return, class... Types, Return (*function)(Types...)>
struct Signature<function> {
    static constexpr Result result = result_of<Return>();
    static constexpr std::size_t count = sizeof...(Types);
    static constexpr Parameter parameters[count == 0 ? 1 : count] = {
        ParameterOf<std::remove_cvref_t<Types>>::value...};
};

/// Completes a row with the signature of its function, and checks it. What is wrong stops the compiler.
template <auto function>
consteval Function row(Function row) {
    using Taken = Signature<function>;
    row.result = Taken::result;
    row.parameter_count = Taken::count;
    for (std::size_t index = 0; index < Taken::count; ++index)
        row.parameters[index] = Taken::parameters[index];

    const auto parameters = row.user_parameters();
    const auto arguments = row.argument_list();
    if (arguments.size() != parameters.size())
        throw "the row does not describe each argument of the C++ function";
    bool optional = false;
    for (std::size_t index = 0; index < parameters.size(); ++index) {
        if (parameters[index].kind == Kind::null_date)
            throw "the null date comes first";
        if (optional && !parameters[index].optional)
            throw "an optional argument stands before a required one";
        optional = parameters[index].optional;
        if (arguments[index].text.empty())
            throw "an argument has no text";
        if (optional != arguments[index].text.starts_with("Optional"))
            throw "the text of an argument says Optional when it is, and only then";
    }
    for (const char letter : row.name)
        if (!(letter >= 'A' && letter <= 'Z') && !(letter >= '0' && letter <= '9'))
            throw "a name consists of capitals and digits";
    if (row.name.empty() || row.summary.empty() || row.formula.empty() || row.errors.empty() ||
        row.source.empty())
        throw "a text is missing";
    if (row.example_list().empty())
        throw "a function needs an example";
    return row;
}

} // namespace perennial::catalog
