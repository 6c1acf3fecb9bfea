#include "generate/help_page.hpp"

#include "generate/help_words.hpp"
#include "generate/markup.hpp"
#include "generate/messages.hpp"

#include <fmt/format.h>

#include <iterator>

namespace perennial::generate {

std::string help_page(const Translations& translations, const catalog::WrittenLanguage& written,
                      std::string_view name, std::string_view title, std::string_view body) {
    std::string tongues;
    for (const catalog::WrittenLanguage& other : catalog::languages)
        if (other.language == written.language)
            fmt::format_to(std::back_inserter(tongues), "<li>{}</li>\n", other.own_name);
        else
            fmt::format_to(std::back_inserter(tongues),
                           "<li><a href=\"../{0}/{1}.html\" hreflang=\"{0}\" lang=\"{0}\">{2}</a></li>\n",
                           other.code, name, other.own_name);
    return fmt::format(
        "<!DOCTYPE html>\n"
        "<html lang=\"{code}\">\n"
        "<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{title} · Perennial</title>\n"
        "<link rel=\"stylesheet\" href=\"../style.css\">\n"
        "</head>\n"
        "<body>\n"
        "<nav aria-label=\"{label}\">\n<ul class=\"languages\">\n{tongues}</ul>\n</nav>\n"
        "<main>\n{body}</main>\n"
        "</body>\n"
        "</html>\n",
        fmt::arg("code", written.code), fmt::arg("title", title),
        fmt::arg("label", escaped(translations.in(written.language, help_word("Languages"), help_context))),
        fmt::arg("tongues", tongues), fmt::arg("body", body));
}

} // namespace perennial::generate
