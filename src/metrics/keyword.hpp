#pragma once

#include "metrics/error.hpp"
#include "metrics/text.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace perennial::metrics {

/// The words that users write for the values of an enumeration, in the order of its values.
/// Specialise it beside each enumeration that stands in a formula.
template <class Enumeration>
inline constexpr std::nullptr_t keywords = nullptr;

template <class Enumeration>
concept Keyword = !std::is_same_v<decltype(keywords<Enumeration>), const std::nullptr_t>;

/// Whether a value may also be given by its number, the first being 1.
template <class Enumeration>
inline constexpr bool numbered = false;

/// The value that a word stands for, without regard to case and surrounding blanks.
template <Keyword Enumeration>
Enumeration parse_keyword(std::string_view word) {
    const auto& words = keywords<Enumeration>;
    const auto found =
        std::find_if(std::begin(words), std::end(words),
                     [key = fold(word)](std::string_view known) { return fold(known) == key; });
    require(found != std::end(words), "the keyword \"{}\" is not known; use one of \"{}\"", word,
            fmt::join(words, "\", \""));
    return static_cast<Enumeration>(found - std::begin(words));
}

/// The value with this number, where the enumeration is numbered.
template <Keyword Enumeration>
Enumeration parse_keyword(double number) {
    const auto& words = keywords<Enumeration>;
    require(numbered<Enumeration>, "the keyword is the number {}; use one of \"{}\"", number,
            fmt::join(words, "\", \""));
    for (std::size_t index = 0; index < std::size(words); ++index)
        if (number == static_cast<double>(index + 1))
            return static_cast<Enumeration>(index);
    fail(Fault::domain, "the number must be one of 1 to {}, not {}", std::size(words), number);
}

/// The user's own words for the values of an enumeration, in the order of its values.
using Labels = std::optional<std::span<const std::string>>;

/// The word for a value: the user's, or the English one.
template <Keyword Enumeration>
std::string word(Enumeration value, const Labels& labels) {
    const auto& words = keywords<Enumeration>;
    const auto index = static_cast<std::size_t>(value);
    if (!labels)
        return std::string(words[index]);
    require(labels->size() == std::size(words), "labels must be {} words, not {}", std::size(words),
            labels->size());
    return (*labels)[index];
}

} // namespace perennial::metrics
