#include "generate/help.hpp"

#include "catalog/catalog.hpp"
#include "catalog/languages.hpp"
#include "catalog/systems.hpp"
#include "generate/differences.hpp"
#include "generate/help_page.hpp"
#include "generate/help_words.hpp"
#include "generate/markup.hpp"
#include "generate/messages.hpp"
#include "generate/syntax.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

namespace perennial::generate {
namespace {

/// Writes the pages of one language.
class Pages {
public:
    Pages(const Translations& translations, const catalog::WrittenLanguage& written)
        : translations_(translations), written_(written) {}

    std::string index() const {
        const std::string title = word(help_word("Functions of Perennial"));
        std::string body = fmt::format(
            "<h1>{}</h1>\n<p class=\"summary\">{}</p>\n<ul>\n", title,
            word(help_word("Functions for growing client value, written in cells like Calc's own.")));
        for (const std::string_view convention :
             {help_word("Arguments stand in brackets where they can be left out."),
              help_word("Dates are dates of the sheet, rates are fractions: 0.8 is 80 %."),
              help_word("Columns of a ledger are references such as Orders.A:A; header and blank rows are "
                        "skipped.")})
            fmt::format_to(std::back_inserter(body), "<li>{}</li>\n", word(convention));
        fmt::format_to(std::back_inserter(body), "</ul>\n<p><a href=\"differences.html\">{}</a></p>\n",
                       word(help_word("When another tool shows another figure")));
        for (const catalog::NamedSystem& system : catalog::systems)
            body += group(system);
        return page("index", title, body);
    }

    std::string of(const catalog::Function& function) const {
        std::string body = fmt::format(
            "<p class=\"back\"><a href=\"index.html\">{}</a></p>\n<h1>{}</h1>\n<p class=\"summary\">{}</p>\n",
            word(help_word("All functions")), function.name, text(function.summary));
        body += part(help_word("Syntax"),
                     fmt::format("<p class=\"syntax\"><code>={}</code></p>\n", escaped(syntax(function))));
        body +=
            part(help_word("Formula"), fmt::format("<p class=\"formula\">{}</p>\n", text(function.formula)));
        body += part(help_word("Arguments"), arguments(function));
        body += part(help_word("Result"), fmt::format("<p>{}</p>\n", word(result(function.result))));
        body += part(help_word("Errors"), fmt::format("<p>{}</p>\n", text(function.errors)));
        body += part(help_word("Examples"), examples(function));
        body += part(help_word("Source"), fmt::format("<p>{}</p>\n", text(function.source)));
        if (!function.see_also_list().empty())
            body += part(help_word("See also"), see_also(function));
        return page(function.name, std::string(function.name), body);
    }

private:
    std::string text(std::string_view english) const {
        return escaped(translations_.in(written_.language, english));
    }
    std::string word(std::string_view english) const {
        return escaped(translations_.in(written_.language, english, help_context));
    }

    std::string group(const catalog::NamedSystem& system) const {
        std::string rows;
        for (const catalog::Function& function : catalog::functions())
            if (function.system == system.system)
                fmt::format_to(std::back_inserter(rows),
                               "<tr><th scope=\"row\"><a href=\"{0}.html\">{0}</a></th><td>{1}</td></tr>\n",
                               function.name, text(function.summary));
        if (rows.empty())
            return {};
        return fmt::format("<h2>{}</h2>\n<table class=\"functions\">\n{}</table>\n",
                           escaped(translations_.in(written_.language, system.name, system_context)), rows);
    }

    std::string part(std::string_view heading, std::string_view content) const {
        return fmt::format("<h2>{}</h2>\n{}", word(heading), content);
    }

    std::string arguments(const catalog::Function& function) const {
        std::string rows =
            fmt::format("<tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th></th></tr>\n",
                        word(help_word("Argument")), word(help_word("Meaning")));
        auto parameter = function.user_parameters().begin();
        for (const catalog::Argument& argument : function.argument_list())
            fmt::format_to(
                std::back_inserter(rows),
                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td class=\"need\">{}</td></tr>\n",
                argument.name, text(argument.text),
                word((parameter++)->optional ? help_word("optional") : help_word("required")));
        return fmt::format("<table>\n{}</table>\n", rows);
    }

    std::string examples(const catalog::Function& function) const {
        std::string rows =
            fmt::format("<tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"result\">{}</th></tr>\n",
                        word(help_word("Example")), word(help_word("Result")));
        bool sample = false;
        for (const catalog::Example& example : function.example_list()) {
            const std::string shown =
                std::visit([](const auto& value) { return fmt::format("{}", value); }, example.result);
            fmt::format_to(std::back_inserter(rows),
                           "<tr><td><code>{}</code></td><td class=\"result\">{}</td></tr>\n",
                           escaped(example.formula), escaped(shown));
            sample = sample || names_sample(example.formula);
        }
        std::string content = fmt::format("<table>\n{}</table>\n", rows);
        if (sample)
            fmt::format_to(std::back_inserter(content), "<p class=\"note\">{}</p>\n",
                           word(help_word("Names that begin with orders_, referrals_ or contracts_ are "
                                          "columns of the workbook of examples.")));
        return content;
    }

    static bool names_sample(std::string_view formula) {
        return formula.find("orders_") != std::string_view::npos ||
               formula.find("referrals_") != std::string_view::npos ||
               formula.find("contracts_") != std::string_view::npos;
    }

    static std::string_view result(catalog::Result result) {
        switch (result) {
        case catalog::Result::number:
            return help_word("a number");
        case catalog::Result::text:
            return help_word("a text");
        case catalog::Result::table:
            break;
        }
        return help_word("a table with a header row, entered as an array formula");
    }

    static std::string see_also(const catalog::Function& function) {
        std::string items;
        for (const std::string_view name : function.see_also_list())
            fmt::format_to(std::back_inserter(items), "<li><a href=\"{0}.html\">{0}</a></li>\n", name);
        return fmt::format("<ul class=\"links\">\n{}</ul>\n", items);
    }

    std::string page(std::string_view name, std::string_view title, std::string_view body) const {
        return help_page(translations_, written_, name, title, body);
    }

    const Translations& translations_;
    const catalog::WrittenLanguage& written_;
};

} // namespace

std::filesystem::path help_folder() {
    return std::filesystem::path("extension") / "help";
}

std::vector<Artefact> help(const Translations& translations) {
    std::vector<Artefact> files;
    for (const catalog::WrittenLanguage& written : catalog::languages) {
        const Pages pages(translations, written);
        const std::filesystem::path folder = help_folder() / written.code;
        files.push_back({folder / "index.html", pages.index()});
        files.push_back({folder / "differences.html", differences(translations, written)});
        for (const catalog::Function& function : catalog::functions())
            files.push_back({folder / fmt::format("{}.html", function.name), pages.of(function)});
    }
    return files;
}

} // namespace perennial::generate
