#pragma once

#include "catalog/texts.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace perennial::generate {

/// Where the .po files are below the project's root.
std::filesystem::path po_folder(const std::filesystem::path& root);

/// The translations of all texts.
class Translations {
public:
    /// Reads the .po files of all languages but English.
    explicit Translations(const std::filesystem::path& root);

    /// A text in a language. What has no translation, or a doubtful one, stays English, so that a new text
    /// can be tried at once; a test names what is missing.
    std::string_view in(catalog::Language language, std::string_view english,
                        std::string_view context = {}) const;

private:
    using Key = std::pair<std::string, std::string>; // context, English
    std::map<catalog::Language, std::map<Key, std::string>> texts_;
};

} // namespace perennial::generate
