#pragma once

#include "catalog/texts.hpp"

#include <string_view>

namespace perennial::catalog {

/// A language that all texts are written in. Its code names .po files, help folders and registry values.
struct WrittenLanguage {
    Language language;
    std::string_view code;
    std::string_view own_name;
};

/// In the order of the enumeration; English is the language of the sources.
inline constexpr WrittenLanguage languages[] = {
    {Language::english, "en", "English"},
    {Language::simplified_chinese, "zh-CN", "简体中文"},
    {Language::traditional_chinese, "zh-TW", "繁體中文"},
};

} // namespace perennial::catalog
