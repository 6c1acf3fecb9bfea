#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

/// Every text that panels, dashboards and commands show, in English; the one list that the translations cover.
/// Words in braces are replaced by values and stay as they are in every language.
namespace perennial::catalog {

inline constexpr std::string_view texts[] = {
    // Product
    "Client value",
    // Sidebar
    "Data",
    "Dashboards",
};

/// A text of the list above.
struct Text {
    std::size_t index;
};

/// The text with these English words. A text that is not in the list does not compile.
consteval Text text(std::string_view english) {
    for (std::size_t index = 0; index < std::size(texts); ++index)
        if (texts[index] == english)
            return {index};
    throw "the text is not in the list of texts, so it would have no translation";
}

enum class Language { english, simplified_chinese, traditional_chinese };

/// The text in a language, as UTF-8.
std::string_view translated(Text text, Language language);

} // namespace perennial::catalog
