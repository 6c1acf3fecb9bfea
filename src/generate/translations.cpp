#include "generate/translations.hpp"

#include "catalog/languages.hpp"
#include "generate/po_file.hpp"

#include <fmt/format.h>

namespace perennial::generate {

std::filesystem::path po_folder(const std::filesystem::path& root) {
    return root / "extension" / "po";
}

Translations::Translations(const std::filesystem::path& root) {
    for (const catalog::WrittenLanguage& written : catalog::languages) {
        auto& texts = texts_[written.language];
        if (written.language == catalog::Language::english)
            continue;
        for (PoEntry& entry : read_po_file(po_folder(root) / fmt::format("{}.po", written.code)))
            if (!entry.fuzzy && !entry.obsolete && !entry.translation.empty())
                texts[{std::move(entry.context), std::move(entry.english)}] = std::move(entry.translation);
    }
}

std::string_view Translations::in(catalog::Language language, std::string_view english,
                                  std::string_view context) const {
    const auto& texts = texts_.at(language);
    const auto found = texts.find({std::string(context), std::string(english)});
    return found == texts.end() ? english : std::string_view(found->second);
}

} // namespace perennial::generate
