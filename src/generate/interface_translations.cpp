#include "generate/interface_translations.hpp"

#include "catalog/languages.hpp"
#include "generate/literal.hpp"

#include <fmt/format.h>

#include <iterator>

namespace perennial::generate {

std::string interface_translations(const Translations& translations) {
    std::string file = "#include \"catalog/languages.hpp\"\n"
                       "#include \"catalog/texts.hpp\"\n"
                       "\n"
                       "namespace perennial::catalog {\n"
                       "namespace {\n"
                       "\n"
                       "constexpr std::string_view translations[][std::size(languages)] = {\n";
    for (const std::string_view text : catalog::texts) {
        file += "    {";
        for (const catalog::WrittenLanguage& written : catalog::languages)
            fmt::format_to(std::back_inserter(file), "{}, ",
                           literal(translations.in(written.language, text)));
        file += "},\n";
    }
    file += "};\n"
            "static_assert(std::size(translations) == std::size(texts));\n"
            "\n"
            "} // namespace\n"
            "\n"
            "std::string_view translated(Text text, Language language) {\n"
            "    return translations[text.index][static_cast<std::size_t>(language)];\n"
            "}\n"
            "\n"
            "} // namespace perennial::catalog\n";
    return file;
}

} // namespace perennial::generate
