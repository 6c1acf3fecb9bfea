#include "generate/self_check.hpp"

#include "catalog/published.hpp"
#include "generate/flat_sheet.hpp"
#include "generate/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace perennial::generate {
namespace {

using catalog::text;

/// Up to the styles of single figures. In braces: the typeface for Chinese. The texts are of no language,
/// since names of functions are no misspellings.
constexpr std::string_view self_check_styles = R"( <office:styles>
  <style:default-style style:family="table-cell">
   <style:text-properties fo:font-family="Liberation Sans" style:font-family-asian="{asian}" fo:font-size="10pt"
                          style:font-size-asian="10pt" fo:color="#1f2933" fo:language="zxx" fo:country="none"
                          style:language-asian="zxx" style:country-asian="none"/>
  </style:default-style>
  <style:style style:name="Default" style:family="table-cell"/>
  <style:style style:name="Title" style:family="table-cell" style:parent-style-name="Default">
   <style:text-properties fo:font-size="18pt" style:font-size-asian="18pt" fo:font-weight="bold"
                          style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="Lead" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>
   <style:text-properties fo:color="#616e7c"/>
  </style:style>
  <style:style style:name="Banner" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="middle" fo:background-color="#e6f4f7"
                                fo:padding="0.12cm"/>
   <style:text-properties fo:color="#0b6e8a"/>
  </style:style>
  <style:style style:name="Heading" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties style:vertical-align="middle" fo:background-color="#0b6e8a" fo:padding-top="0.06cm" fo:padding-bottom="0.06cm"
                                fo:padding-left="0.12cm" fo:padding-right="0.12cm"/>
   <style:text-properties fo:color="#ffffff" fo:font-weight="bold" style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="Heading_20_right" style:display-name="Heading right" style:family="table-cell"
               style:parent-style-name="Heading">
   <style:paragraph-properties fo:text-align="end"/>
  </style:style>
  <style:style style:name="Heading_20_center" style:display-name="Heading center" style:family="table-cell"
               style:parent-style-name="Heading">
   <style:paragraph-properties fo:text-align="center"/>
  </style:style>
  <style:style style:name="Section" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties style:vertical-align="middle" fo:background-color="#eef2f5" fo:padding-top="0.05cm" fo:padding-bottom="0.05cm"
                                fo:padding-left="0.12cm" fo:padding-right="0.12cm"/>
   <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="Row" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:border-bottom="0.5pt solid #e1e6eb" fo:padding-top="0.05cm"
                                fo:padding-bottom="0.05cm" fo:padding-left="0.12cm" fo:padding-right="0.12cm"
                                style:vertical-align="middle"/>
  </style:style>
  <style:style style:name="Wrapped" style:family="table-cell" style:parent-style-name="Row">
   <style:table-cell-properties fo:wrap-option="wrap"/>
  </style:style>
  <style:style style:name="Typed" style:family="table-cell" style:parent-style-name="Row">
   <style:text-properties fo:font-family="Liberation Mono" fo:font-size="8.5pt" fo:color="#3e4c59"/>
  </style:style>
  <style:style style:name="Figure" style:family="table-cell" style:parent-style-name="Row">
   <style:paragraph-properties fo:text-align="end"/>
  </style:style>
  <style:style style:name="Source" style:family="table-cell" style:parent-style-name="Row">
   <style:text-properties fo:color="#616e7c"/>
  </style:style>
  <style:style style:name="Caption" style:family="table-cell" style:parent-style-name="Default">
   <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="Origin" style:family="table-cell" style:parent-style-name="Default">
   <style:text-properties fo:font-size="9pt" style:font-size-asian="9pt" fo:color="#616e7c"/>
  </style:style>
  <style:style style:name="Label" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties style:vertical-align="middle"/>
   <style:paragraph-properties fo:text-align="end"/>
   <style:text-properties fo:color="#616e7c"/>
  </style:style>
  <style:style style:name="Count" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties style:vertical-align="middle" fo:padding-left="0.2cm"/>
   <style:paragraph-properties fo:text-align="start"/>
   <style:text-properties fo:font-weight="bold"/>
  </style:style>
  <style:style style:name="Verdict" style:family="table-cell" style:parent-style-name="Row">
   <style:paragraph-properties fo:text-align="center"/>
   <style:text-properties fo:color="#616e7c"/>
  </style:style>
  <style:style style:name="Agrees" style:family="table-cell" style:parent-style-name="Verdict">
   <style:table-cell-properties fo:background-color="#d5eee3"/>
   <style:text-properties fo:color="#0a6b4d"/>
  </style:style>
  <style:style style:name="Differs" style:family="table-cell" style:parent-style-name="Verdict">
   <style:table-cell-properties fo:background-color="#f0c9a6"/>
   <style:text-properties fo:color="#8f3f0a" fo:font-weight="bold" style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="Overall" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:background-color="#f0c9a6" style:vertical-align="middle" fo:padding="0.12cm"/>
   <style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" fo:color="#8f3f0a" fo:font-weight="bold"
                          style:font-weight-asian="bold"/>
  </style:style>
  <style:style style:name="All_20_agree" style:display-name="All agree" style:family="table-cell"
               style:parent-style-name="Overall">
   <style:table-cell-properties fo:background-color="#d5eee3"/>
   <style:text-properties fo:color="#0a6b4d"/>
  </style:style>
 </office:styles>
 <office:automatic-styles>
)";

/// After the styles of single figures. In braces: the words of the verdicts and cells that they look at.
constexpr std::string_view automatic_styles =
    R"xml(  <style:style style:name="verdict" style:family="table-cell" style:parent-style-name="Verdict">
   <style:map style:condition="cell-content()=&quot;{agrees}&quot;" style:apply-style-name="Agrees"
              style:base-cell-address="{first}"/>
   <style:map style:condition="cell-content()=&quot;{differs}&quot;" style:apply-style-name="Differs"
              style:base-cell-address="{first}"/>
  </style:style>
  <style:style style:name="overall" style:family="table-cell" style:parent-style-name="Overall">
   <style:map style:condition="is-true-formula({agreeing}={all})" style:apply-style-name="All_20_agree"
              style:base-cell-address="{first}"/>
  </style:style>
  <style:style style:name="what" style:family="table-column">
   <style:table-column-properties style:column-width="6.8cm"/>
  </style:style>
  <style:style style:name="formula" style:family="table-column">
   <style:table-column-properties style:column-width="9.8cm"/>
  </style:style>
  <style:style style:name="figure" style:family="table-column">
   <style:table-column-properties style:column-width="2.9cm"/>
  </style:style>
  <style:style style:name="datum" style:family="table-column">
   <style:table-column-properties style:column-width="2.5cm"/>
  </style:style>
  <style:style style:name="gap" style:family="table-column">
   <style:table-column-properties style:column-width="0.9cm"/>
  </style:style>
  <style:style style:name="source" style:family="table-column">
   <style:table-column-properties style:column-width="6.4cm"/>
  </style:style>
  <style:style style:name="reference" style:family="table-column">
   <style:table-column-properties style:column-width="20cm"/>
  </style:style>
  <style:style style:name="row" style:family="table-row">
   <style:table-row-properties style:use-optimal-row-height="true"/>
  </style:style>
  <style:style style:name="line" style:family="table-row">
   <style:table-row-properties style:row-height="0.55cm" style:use-optimal-row-height="false"/>
  </style:style>
  <style:style style:name="two_lines" style:family="table-row">
   <style:table-row-properties style:row-height="1.15cm" style:use-optimal-row-height="false"/>
  </style:style>
  <style:style style:name="air" style:family="table-row">
   <style:table-row-properties style:row-height="0.3cm" style:use-optimal-row-height="false"/>
  </style:style>
  <style:style style:name="one_line" style:family="table-row">
   <style:table-row-properties style:row-height="0.85cm" style:use-optimal-row-height="false"/>
  </style:style>
  <style:page-layout style:name="page">
   <style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"
                                 fo:margin="1.3cm" style:scale-to-X="1" style:scale-to-Y="1"
                                 style:table-centering="horizontal"/>
  </style:page-layout>
)xml";

constexpr int columns = 7;                  ///< of the sheet of checks
constexpr std::size_t heading_row = 6;      ///< of the sheet of checks; rows count from 1
constexpr std::string_view agreeing = "F4"; ///< holds the number of checks that agree
constexpr std::string_view probe = "B3";    ///< shows an error without the extension; under the banner
constexpr std::string_view all = "D4";      ///< holds the number of checks

/// Digits after the decimal point of a figure as printed.
int decimals(std::string_view figure) {
    const std::size_t point = figure.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(figure.size() - point - 1);
}

/// What is computed shows two digits more than what was printed, so that a reader sees it agree.
constexpr int more_digits = 2;

std::string figure_style(int digits) {
    return fmt::format("digits_{}", digits);
}

std::string figure_styles() {
    std::set<int> wanted;
    for (const catalog::Published& check : catalog::published)
        wanted.insert({decimals(check.figure), decimals(check.figure) + more_digits});
    std::string all_styles;
    for (const int digits : wanted)
        fmt::format_to(std::back_inserter(all_styles),
                       "  <number:number-style style:name=\"number_{0}\">\n"
                       "   <number:number number:decimal-places=\"{0}\" number:min-decimal-places=\"{0}\" "
                       "number:min-integer-digits=\"1\"/>\n"
                       "  </number:number-style>\n"
                       "  <style:style style:name=\"{1}\" style:family=\"table-cell\" "
                       "style:parent-style-name=\"Figure\" style:data-style-name=\"number_{0}\"/>\n",
                       digits, figure_style(digits));
    return all_styles;
}

/// A text in which words in braces stand for cells, as a formula that joins the pieces.
std::string joined(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string_view>>& cells) {
    std::string formula;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        if (open > 0)
            formula += fmt::format("{}\"{}\"", formula.empty() ? "" : "&", text.substr(0, open));
        text.remove_prefix(open);
        if (text.empty())
            break;
        const std::size_t close = text.find('}');
        for (const auto& [word, cell] : cells)
            if (word == text.substr(1, close - 1))
                formula += fmt::format("{}[.{}]", formula.empty() ? "" : "&", cell);
        text.remove_prefix(close + 1);
    }
    return formula;
}

/// Cells put where they belong, in any order. Rows count from 1, columns from 0.
class Grid {
public:
    void put(std::size_t row, int column, std::string cell) {
        rows_.resize(std::max(rows_.size(), row));
        auto& cells = rows_[row - 1];
        const auto place = static_cast<std::size_t>(column);
        cells.resize(std::max(cells.size(), place + 1), empty_cell("Default"));
        cells[place] = std::move(cell);
    }

    std::string written() const {
        std::string rows;
        for (const auto& cells : rows_)
            rows += row(cells.empty() ? empty_cell("Default") : fmt::format("{}", fmt::join(cells, "")),
                        rows.empty() ? "row" : "line");
        return rows;
    }

private:
    std::vector<std::vector<std::string>> rows_;
};

/// Writes one workbook.
class Workbook {
public:
    Workbook(const Translations& translations, catalog::Language language)
        : translations_(translations), language_(language) {}

    std::string written() const {
        const bool taiwan = language_ == catalog::Language::traditional_chinese;
        const FrozenSheet frozen[] = {{checks_name(), static_cast<int>(heading_row)}};
        std::string file(flat_start());
        file += fmt::format(" <office:meta>\n  <dc:title>{}</dc:title>\n </office:meta>\n",
                            escaped(shown(text("Perennial self-check"))));
        file += flat_settings(checks_name(), frozen);
        file += fmt::format(fmt::runtime(self_check_styles),
                            fmt::arg("asian", taiwan ? "Noto Sans CJK TC" : "Noto Sans CJK SC"));
        file += figure_styles();
        file += fmt::format(
            fmt::runtime(automatic_styles), fmt::arg("agrees", escaped(shown(text("agrees")))),
            fmt::arg("differs", escaped(shown(text("differs")))), fmt::arg("agreeing", absolute(agreeing)),
            fmt::arg("all", absolute(all)),
            fmt::arg("first", fmt::format("{}.F{}", sheet_address(checks_name()), heading_row + 1)));
        file += flat_body();
        const Data small = data();
        return file + checks() + small.sheet + sources() + "   <table:named-expressions>\n" + small.names +
               count_name("self_check_agreeing", agreeing) + count_name("self_check_all", all) +
               "   </table:named-expressions>\n" + std::string(flat_end());
    }

private:
    std::string_view shown(catalog::Text words) const {
        return translations_.in(language_, catalog::texts[words.index]);
    }
    std::string_view checks_name() const { return shown(text("Self-check")); }
    std::string_view data_name() const { return shown(text("Data")); }

    /// A cell of the sheet of checks in the condition of a style.
    std::string absolute(std::string_view cell) const {
        return fmt::format("[${}.${}${}]", sheet_address(checks_name()), cell.substr(0, 1), cell.substr(1));
    }

    std::string line(std::string_view style, catalog::Text words) const {
        return merged(text_cell(style, shown(words)), columns);
    }

    /// Why figures are missing where the extension is. Without it the office would go on showing the text
    /// that was saved: the clock in the formula has it computed whenever the file opens. It asks a cell under
    /// it, since newer offices compute nothing of a formula that calls an unknown function.
    std::string banner() const {
        return merged(
            formula_cell(
                "Banner",
                fmt::format("of:=IF(ISERROR([.{}]);\"{}\";\"{}\")&T(NOW())", probe,
                            shown(text("You see #NAME?, Err:509 or this line because Perennial is not "
                                       "installed. Install perennial.oxt (Tools ▸ Extension Manager), "
                                       "restart Calc and open this file again: every figure comes "
                                       "back, nothing is lost.")),
                            shown(text("Perennial is installed: the computed figures are live. Change "
                                       "a number on the sheet Data and see a verdict change; Undo "
                                       "brings it back.")))),
            columns, "of:=PERENNIAL.R3INDEX(1;1;1)*(NOW()>0)");
    }

    std::string overall() const {
        const std::string sentence = fmt::format(
            "of:=IF([.{0}]=[.{1}];{2};{3})", agreeing, all,
            joined(shown(text("All {all} checks agree with the published results")), {{"all", all}}),
            joined(shown(text("{agreeing} of {all} checks agree with the published results")),
                   {{"agreeing", agreeing}, {"all", all}}));
        const std::string verdicts = fmt::format("[.F{}:.F{}]", heading_row + 1, last_row());
        return row(merged(formula_cell("overall", sentence), 2) + text_cell("Label", shown(text("Checks"))) +
                       formula_cell("Count", fmt::format("of:=SUMPRODUCT({}<>\"\")", verdicts)) +
                       text_cell("Label", shown(text("Of these agree"))) +
                       formula_cell("Count", fmt::format("of:=SUMPRODUCT({}=\"{}\")", verdicts,
                                                         shown(text("agrees")))),
                   "one_line");
    }

    std::string check(const catalog::Published& published, std::size_t number) const {
        const int digits = decimals(published.figure);
        const std::string closer = figure_style(digits + more_digits);
        const std::string verdict = fmt::format(
            "of:=IF(ISNUMBER([.D{0}]);IF(ROUND([.D{0}];{1})=[.C{0}];\"{2}\";\"{3}\");\"{4}\")", number,
            digits, shown(text("agrees")), shown(text("differs")), shown(text("not computed")));
        return row(text_cell("Row", shown(published.what)) + text_cell("Typed", published.formula) +
                       number_cell(figure_style(digits),
                                   std::strtod(std::string(published.figure).c_str(), nullptr)) +
                       formula_cell(closer, stored_formula(published.formula)) +
                       formula_cell(closer, fmt::format("of:=[.D{0}]-[.C{0}]", number)) +
                       formula_cell("verdict", verdict) + text_cell("Source", published.source),
                   "line");
    }

    static bool starts_section(const catalog::Published& check) {
        return &check == std::begin(catalog::published) || (&check)[-1].section.index != check.section.index;
    }

    /// The row of the last check.
    static std::size_t last_row() {
        const auto sections =
            std::count_if(std::begin(catalog::published), std::end(catalog::published), starts_section);
        return heading_row + std::size(catalog::published) + static_cast<std::size_t>(sections);
    }

    std::string checks() const {
        const auto heading = [this](std::string_view style, catalog::Text words) {
            return text_cell(style, shown(words));
        };
        std::string above = row(text_cell("Title", shown(text("Perennial self-check"))));
        above +=
            row(line("Lead", text("Published results, computed anew by the formulas of this sheet. A check "
                                  "agrees when the computed figure, rounded to the digits that were "
                                  "printed, is the published one.")),
                "one_line");
        above += row(banner(), "two_lines") + overall() + row(empty_cell("Default"), "air");
        above += row(heading("Heading", text("Check")) + heading("Heading", text("Formula")) +
                         heading("Heading_20_right", text("Published")) +
                         heading("Heading_20_right", text("Computed")) +
                         heading("Heading_20_right", text("Difference")) +
                         heading("Heading_20_center", text("Verdict")) + heading("Heading", text("Source")),
                     "line");
        std::string rows;
        std::size_t number = heading_row;
        for (const catalog::Published& published : catalog::published) {
            ++number;
            if (starts_section(published)) {
                std::string cells = text_cell("Section", shown(published.section));
                for (int column = 1; column < columns; ++column)
                    cells += empty_cell("Section");
                rows += row(cells, "line");
                ++number;
            }
            rows += check(published, number);
        }
        static constexpr std::string_view widths[columns] = {"what",   "formula", "figure", "figure",
                                                             "figure", "figure",  "source"};
        return sheet(checks_name(), widths, above + rows);
    }

    std::string count_name(std::string_view name, std::string_view cell) const {
        const std::size_t row = static_cast<std::size_t>(cell[1] - '0');
        return named_range(name, checks_name(), cell[0] - 'A', row, row);
    }

    struct Data {
        std::string sheet;
        std::string names; ///< of its ranges
    };

    Data data() const {
        Grid grid;
        grid.put(1, 0, text_cell("Title", shown(text("Data"))));
        grid.put(2, 0, text_cell("Origin", shown(text("The small data behind the published results"))));
        constexpr std::size_t caption = 4;
        Data made;
        std::vector<std::string_view> widths;
        int column = 0;
        for (const catalog::PublishedTable& table : catalog::published_tables) {
            grid.put(caption, column, text_cell("Caption", shown(table.title)));
            grid.put(caption + 1, column, text_cell("Origin", table.source));
            for (const catalog::PublishedColumn& figures : table.columns) {
                grid.put(caption + 2, column, text_cell("Heading_20_right", shown(figures.heading)));
                std::size_t row = caption + 2;
                for (const double figure : figures.figures)
                    grid.put(++row, column, number_cell("Figure", figure));
                if (!figures.name.empty())
                    made.names += named_range(figures.name, data_name(), column, caption + 3, row);
                widths.push_back("datum");
                ++column;
            }
            widths.push_back("gap");
            ++column;
        }
        std::size_t row = caption;
        for (const catalog::PublishedParameters& parameters : catalog::published_parameters) {
            grid.put(row++, column, text_cell("Caption", shown(parameters.title)));
            grid.put(row++, column, text_cell("Origin", parameters.source));
            const std::size_t first = row;
            for (const catalog::PublishedParameter& parameter : parameters.values) {
                grid.put(row, column, text_cell("Row", parameter.symbol));
                grid.put(row, column + 1, number_cell("Figure", parameter.value));
                if (!parameter.name.empty())
                    made.names += named_range(parameter.name, data_name(), column + 1, row, row);
                ++row;
            }
            if (!parameters.name.empty())
                made.names += named_range(parameters.name, data_name(), column + 1, first, row - 1);
            ++row;
        }
        widths.insert(widths.end(), {"figure", "datum"});
        made.sheet = sheet(data_name(), widths, grid.written());
        return made;
    }

    std::string sources() const {
        std::string rows = row(text_cell("Heading", shown(text("Source"))) +
                               text_cell("Heading", shown(text("Publication"))));
        for (const catalog::Publication& publication : catalog::publications)
            rows += row(text_cell("Row", publication.name) + text_cell("Wrapped", publication.reference));
        static constexpr std::string_view widths[] = {"source", "reference"};
        return sheet(shown(text("Sources")), widths, rows);
    }

    const Translations& translations_;
    catalog::Language language_;
};

} // namespace

std::string self_check(const Translations& translations, catalog::Language language) {
    return Workbook(translations, language).written();
}

} // namespace perennial::generate
