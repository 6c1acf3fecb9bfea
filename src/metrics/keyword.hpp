#pragma once

#include "metrics/error.hpp"
#include "metrics/text.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace perennial::metrics {

/// The words that users write for the values of an enumeration, in the order of its values.
/// Specialise it beside each enumeration that stands in a formula.
template <class Enumeration>
inline constexpr std::nullptr_t keywords = nullptr;

template <class Enumeration>
concept Keyword = !std::is_same_v<decltype(keywords<Enumeration>), const std::nullptr_t>;

/// The value that a word stands for, without regard to case and surrounding blanks.
template <Keyword Enumeration>
Enumeration parse_keyword(std::string_view word) {
    const auto& words = keywords<Enumeration>;
    const auto found = std::find_if(std::begin(words), std::end(words),
                                    [key = fold(word)](std::string_view known) { return fold(known) == key; });
    require(found != std::end(words), "the keyword \"{}\" is not known; use one of \"{}\"", word,
            fmt::join(words, "\", \""));
    return static_cast<Enumeration>(found - std::begin(words));
}

} // namespace perennial::metrics
