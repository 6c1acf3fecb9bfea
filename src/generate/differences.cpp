#include "generate/differences.hpp"

#include "catalog/differences.hpp"
#include "generate/help_page.hpp"
#include "generate/help_words.hpp"
#include "generate/markup.hpp"
#include "generate/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <variant>

namespace perennial::generate {
namespace {

/// The place of a measure on the page, the same in all languages.
std::string anchor(const catalog::Definition& definition) {
    std::string name(definition.name);
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    });
    return name;
}

/// Writes the parts of the page in one language.
class Writer {
public:
    Writer(const Translations& translations, const catalog::WrittenLanguage& written)
        : translations_(translations), written_(written) {}

    std::string word(std::string_view english) const {
        return escaped(translations_.in(written_.language, english, help_context));
    }

    std::string contents() const {
        std::string links;
        for (const catalog::Definition& definition : catalog::definitions)
            fmt::format_to(std::back_inserter(links), "<li><a href=\"#{}\">{}</a></li>\n", anchor(definition),
                           text(definition.name));
        return fmt::format("<ul class=\"links\">\n{}</ul>\n", links);
    }

    std::string of(const catalog::Definition& definition) const {
        std::string links;
        for (const std::string_view name : definition.function_list())
            fmt::format_to(std::back_inserter(links), "<li><a href=\"{0}.html\">{0}</a></li>\n", name);
        std::string rows;
        for (const catalog::Difference& difference : catalog::differences)
            if (difference.measure == definition.measure)
                rows += row(difference);
        return fmt::format("<h2 id=\"{}\">{}</h2>\n<p>{}</p>\n<ul class=\"links\">\n{}</ul>\n"
                           "<table class=\"differences\">\n{}</table>\n",
                           anchor(definition), text(definition.name), text(definition.rule), links, rows);
    }

private:
    std::string text(std::string_view english) const {
        return escaped(translations_.in(written_.language, english));
    }

    std::string note(std::string_view label, std::string_view content) const {
        return fmt::format("<p class=\"note\"><span class=\"label\">{}</span> {}</p>\n", word(label),
                           content);
    }

    std::string row(const catalog::Difference& difference) const {
        std::string cell = fmt::format("<p>{}</p>\n<p class=\"syntax\"><code>{}</code></p>\n",
                                       text(difference.definition), escaped(difference.formula));
        if (!difference.note.empty())
            fmt::format_to(std::back_inserter(cell), "<p class=\"note\">{}</p>\n", text(difference.note));
        if (!difference.example.formula.empty())
            cell += note(help_word("Example"),
                         fmt::format("<code>{}</code> → {}", escaped(difference.example.formula),
                                     std::visit([](const auto& value) { return fmt::format("{}", value); },
                                                difference.example.result)));
        std::string references;
        for (const catalog::Reference& reference : difference.reference_list())
            fmt::format_to(std::back_inserter(references), "{}<a href=\"{}\" hreflang=\"en\">{}</a>",
                           references.empty() ? "" : " · ", escaped(reference.address),
                           escaped(reference.title));
        cell += note(help_word("Source"), references);
        return fmt::format("<tr><th scope=\"row\">{}</th><td>\n{}</td></tr>\n", escaped(difference.tool),
                           cell);
    }

    const Translations& translations_;
    const catalog::WrittenLanguage& written_;
};

} // namespace

std::string differences(const Translations& translations, const catalog::WrittenLanguage& written) {
    const Writer writer(translations, written);
    const std::string title = writer.word(help_word("When another tool shows another figure"));
    std::string body =
        fmt::format("<p class=\"back\"><a href=\"index.html\">{}</a></p>\n"
                    "<h1>{}</h1>\n<p class=\"summary\">{}</p>\n<ul>\n",
                    writer.word(help_word("All functions")), title,
                    writer.word(help_word("How other tools define the same measures, and the formula that "
                                          "gives their figure here.")));
    for (const std::string_view hint :
         {help_word("In the formulas, words in lower case outside quotation marks stand for cells or columns "
                    "of yours."),
          help_word("Some tools look at the last 30 days, MRRMOVEMENTS at calendar months. For another span, "
                    "give the functions the amounts of that span."),
          help_word("Tools change their definitions: each entry names the page it was taken from.")})
        fmt::format_to(std::back_inserter(body), "<li>{}</li>\n", writer.word(hint));
    body += "</ul>\n" + writer.contents();
    for (const catalog::Definition& definition : catalog::definitions)
        body += writer.of(definition);
    return help_page(translations, written, "differences", title, body);
}

} // namespace perennial::generate
