#include "generate/examples.hpp"

#include "catalog/catalog.hpp"
#include "catalog/naming.hpp"
#include "catalog/sample.hpp"
#include "generate/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <iterator>
#include <variant>
#include <vector>

namespace perennial::generate {
namespace {

/// Up to the sheets' views.
constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by the target regenerate. -->
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
                 xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"
                 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
                 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
 <office:settings>
  <config:config-item-set config:name="ooo:view-settings">
   <config:config-item-map-indexed config:name="Views">
    <config:config-item-map-entry>
     <config:config-item config:name="ActiveTable" config:type="string">Examples</config:config-item>
     <config:config-item-map-named config:name="Tables">
)";

/// After the sheets whose first row stays in view.
constexpr std::string_view styles = R"(     </config:config-item-map-named>
    </config:config-item-map-entry>
   </config:config-item-map-indexed>
  </config:config-item-set>
 </office:settings>
 <office:styles>
  <style:default-style style:family="table-cell">
   <style:paragraph-properties style:tab-stop-distance="36pt"/>
   <style:text-properties fo:font-family="Liberation Sans" style:font-family-asian="Noto Sans CJK SC"
                          fo:font-size="10pt" fo:color="#1f2933" fo:language="en" fo:country="US"/>
  </style:default-style>
  <style:style style:name="Default" style:family="table-cell"/>
  <number:boolean-style style:name="Truth"><number:boolean/></number:boolean-style>
  <number:date-style style:name="Day">
   <number:year number:style="long"/><number:text>-</number:text>
   <number:month number:style="long"/><number:text>-</number:text>
   <number:day number:style="long"/>
  </number:date-style>
  <number:number-style style:name="Money">
   <number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>
  </number:number-style>
  <style:style style:name="Heading" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:background-color="#0b6e8a" fo:padding="0.06cm"/>
   <style:text-properties fo:color="#ffffff" fo:font-weight="bold"/>
  </style:style>
  <style:style style:name="Heading_20_right" style:display-name="Heading right" style:family="table-cell"
               style:parent-style-name="Heading">
   <style:paragraph-properties fo:text-align="end"/>
  </style:style>
  <style:style style:name="Heading_20_center" style:display-name="Heading center" style:family="table-cell"
               style:parent-style-name="Heading">
   <style:paragraph-properties fo:text-align="center"/>
  </style:style>
  <style:style style:name="Row" style:family="table-cell" style:parent-style-name="Default">
   <style:table-cell-properties fo:border-bottom="0.5pt solid #e1e6eb" fo:padding="0.06cm"
                                style:vertical-align="middle"/>
  </style:style>
  <style:style style:name="Name" style:family="table-cell" style:parent-style-name="Row">
   <style:text-properties fo:font-weight="bold"/>
  </style:style>
  <style:style style:name="Typed" style:family="table-cell" style:parent-style-name="Row">
   <style:table-cell-properties fo:wrap-option="wrap"/>
   <style:text-properties fo:font-family="Liberation Mono" fo:font-size="9pt"/>
  </style:style>
  <style:style style:name="Figure" style:family="table-cell" style:parent-style-name="Row">
   <style:paragraph-properties fo:text-align="end"/>
  </style:style>
  <style:style style:name="Wrong" style:family="table-cell" style:parent-style-name="Row"
               style:data-style-name="Truth">
   <style:table-cell-properties fo:background-color="#f0c9a6"/>
   <style:paragraph-properties fo:text-align="center"/>
   <style:text-properties fo:color="#c8641b" fo:font-weight="bold"/>
  </style:style>
  <style:style style:name="Date" style:family="table-cell" style:parent-style-name="Row" style:data-style-name="Day">
   <style:paragraph-properties fo:text-align="end"/>
  </style:style>
  <style:style style:name="Amount" style:family="table-cell" style:parent-style-name="Row"
               style:data-style-name="Money"/>
 </office:styles>
 <office:automatic-styles>
  <number:boolean-style style:name="truth"><number:boolean/></number:boolean-style>
  <style:style style:name="verdict" style:family="table-cell" style:parent-style-name="Row"
               style:data-style-name="truth">
   <style:paragraph-properties fo:text-align="center"/>
   <style:map style:condition="cell-content()!=1" style:apply-style-name="Wrong"
              style:base-cell-address="Examples.E2"/>
  </style:style>
  <style:style style:name="short" style:family="table-column">
   <style:table-column-properties style:column-width="2.6cm"/>
  </style:style>
  <style:style style:name="medium" style:family="table-column">
   <style:table-column-properties style:column-width="4.2cm"/>
  </style:style>
  <style:style style:name="wide" style:family="table-column">
   <style:table-column-properties style:column-width="15.5cm"/>
  </style:style>
  <style:style style:name="row" style:family="table-row">
   <style:table-row-properties style:use-optimal-row-height="true"/>
  </style:style>
  <style:page-layout style:name="page">
   <style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"
                                 fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/>
  </style:page-layout>
  <style:style style:name="sheet" style:family="table" style:master-page-name="Default">
   <style:table-properties table:display="true" style:writing-mode="lr-tb"/>
  </style:style>
 </office:automatic-styles>
 <office:master-styles>
  <style:master-page style:name="Default" style:page-layout-name="page"/>
 </office:master-styles>
 <office:body>
  <office:spreadsheet>
)";

constexpr std::string_view tail = R"(  </office:spreadsheet>
 </office:body>
</office:document>
)";

std::string text_cell(std::string_view style, std::string_view text) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\" office:value-type=\"string\">"
                       "<text:p>{}</text:p></table:table-cell>\n",
                       style, escaped(text));
}

std::string number_cell(std::string_view style, double number) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\" office:value-type=\"float\" "
                       "office:value=\"{}\"/>\n",
                       style, number);
}

std::string formula_cell(std::string_view style, std::string_view stored) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\" table:formula=\"{}\"/>\n", style,
                       escaped(stored));
}

std::string row(std::string_view cells) {
    return fmt::format("    <table:table-row table:style-name=\"row\">\n{}    </table:table-row>\n", cells);
}

std::string date_cell(std::chrono::year_month_day date) {
    return fmt::format("     <table:table-cell table:style-name=\"Date\" office:value-type=\"date\" "
                       "office:date-value=\"{:04}-{:02}-{:02}\"/>\n",
                       static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string empty_cell() {
    return "     <table:table-cell table:style-name=\"Row\"/>\n";
}

/// A sheet of sample data; each column has a name that the examples use.
struct SampleSheet {
    struct Column {
        std::string_view heading;
        std::string_view name;
        bool text = false;
    };
    std::string_view name;
    std::vector<Column> columns;
    std::vector<std::string> rows; ///< their cells
    bool names_hold_heading = true;
};

std::vector<SampleSheet> sample_sheets() {
    SampleSheet orders{
        "Orders",
        {{"Client", "orders_client", true}, {"Date", "orders_date"}, {"Amount", "orders_amount"}},
        {}};
    for (const catalog::SampleOrder& order : catalog::sample_ledger)
        orders.rows.push_back(text_cell("Name", order.client) + date_cell(order.date) +
                              number_cell("Amount", order.amount));

    SampleSheet referrals{"Referrals",
                          {{"Client", "referrals_client", true},
                           {"Referrer", "referrals_referrer", true},
                           {"Value", "referrals_value"}},
                          {}};
    for (const catalog::SampleReferral& referral : catalog::sample_referrals)
        referrals.rows.push_back(
            text_cell("Name", referral.client) +
            (referral.referrer.empty() ? empty_cell() : text_cell("Row", referral.referrer)) +
            number_cell("Amount", referral.value));
    // Two columns of text do not show REFERRALRATE which row is their heading.
    referrals.names_hold_heading = false;

    SampleSheet contracts{"Contracts",
                          {{"Client", "contracts_client", true},
                           {"Start", "contracts_start"},
                           {"End", "contracts_end"},
                           {"MRR", "contracts_mrr"}},
                          {}};
    for (const catalog::SampleContract& contract : catalog::sample_contracts)
        contracts.rows.push_back(text_cell("Name", contract.client) + date_cell(contract.start) +
                                 (contract.end ? date_cell(*contract.end) : empty_cell()) +
                                 number_cell("Amount", contract.mrr));
    return {orders, referrals, contracts};
}

std::string written(const SampleSheet& sheet) {
    std::string columns;
    std::string headings;
    for (const SampleSheet::Column& column : sheet.columns) {
        fmt::format_to(std::back_inserter(columns), "    <table:table-column table:style-name=\"{}\"/>\n",
                       column.text ? "medium" : "short");
        headings += text_cell(column.text ? "Heading" : "Heading_20_right", column.heading);
    }
    std::string rows = row(headings);
    for (const std::string& cells : sheet.rows)
        rows += row(cells);
    return fmt::format(
        "   <table:table table:name=\"{}\" table:style-name=\"sheet\">\n{}{}   </table:table>\n", sheet.name,
        columns, rows);
}

/// Whether the live result in C is the expected one in D: numbers to nine digits, texts to the letter.
std::string verdict(const catalog::Example& example, std::size_t row) {
    if (std::holds_alternative<double>(example.result))
        return fmt::format(
            "of:=IFERROR(AND(ISNUMBER([.C{0}]);ABS([.C{0}]-[.D{0}])<=0.000000001*ABS([.D{0}]));FALSE())",
            row);
    return fmt::format("of:=IFERROR(EXACT([.C{0}];[.D{0}]);FALSE())", row);
}

std::string example_rows() {
    std::string rows;
    std::size_t number = 1;
    for (const catalog::Function& function : catalog::functions()) {
        for (const catalog::Example& example : function.example_list()) {
            ++number;
            const double* figure = std::get_if<double>(&example.result);
            const std::string expected =
                figure != nullptr ? number_cell("Figure", *figure)
                                  : text_cell("Figure", std::get<std::string_view>(example.result));
            rows += row(text_cell("Name", function.name) + text_cell("Typed", example.formula) +
                        formula_cell("Figure", stored_formula(example.formula)) + expected +
                        formula_cell("verdict", verdict(example, number)));
        }
    }
    return rows;
}

std::string names(const std::vector<SampleSheet>& sheets) {
    std::string ranges = "   <table:named-expressions>\n";
    for (const SampleSheet& sheet : sheets) {
        char letter = 'A';
        for (const SampleSheet::Column& column : sheet.columns)
            fmt::format_to(std::back_inserter(ranges),
                           "    <table:named-range table:name=\"{0}\" table:base-cell-address=\"${1}.$A$1\" "
                           "table:cell-range-address=\"${1}.${2}${3}:.${2}${4}\"/>\n",
                           column.name, sheet.name, letter++, sheet.names_hold_heading ? 1 : 2,
                           sheet.rows.size() + 1);
    }
    return ranges + "   </table:named-expressions>\n";
}

/// A sheet's heading stays in view.
std::string view(std::string_view sheet) {
    return fmt::format(
        "      <config:config-item-map-entry config:name=\"{}\">\n"
        "       <config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2"
        "</config:config-item>\n"
        "       <config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">1"
        "</config:config-item>\n"
        "       <config:config-item config:name=\"PositionBottom\" config:type=\"int\">1"
        "</config:config-item>\n"
        "      </config:config-item-map-entry>\n",
        sheet);
}

} // namespace

std::string stored_formula(std::string_view typed) {
    std::string stored = "of:";
    bool quoted = false;
    for (std::size_t at = 0; at < typed.size();) {
        quoted = quoted != (typed[at] == '"');
        if (quoted || std::isalpha(static_cast<unsigned char>(typed[at])) == 0) {
            stored += typed[at++];
            continue;
        }
        const auto end = std::find_if_not(typed.begin() + static_cast<std::ptrdiff_t>(at), typed.end(),
                                          [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
        const std::string_view name = typed.substr(at, static_cast<std::size_t>(end - typed.begin()) - at);
        const auto functions = catalog::functions();
        const bool ours =
            end != typed.end() && *end == '(' &&
            std::any_of(functions.begin(), functions.end(),
                        [name](const catalog::Function& function) { return function.name == name; });
        stored += ours ? catalog::saved_name(name) : std::string(name);
        at += name.size();
    }
    return stored;
}

std::string examples() {
    const std::vector<SampleSheet> samples = sample_sheets();
    std::string file(head);
    for (const SampleSheet& sheet : samples)
        file += view(sheet.name);
    file += view("Examples");
    file += styles;
    for (const SampleSheet& sheet : samples)
        file += written(sheet);
    const std::string heading =
        row(text_cell("Heading", "Function") + text_cell("Heading", "Formula") +
            text_cell("Heading_20_right", "Result") + text_cell("Heading_20_right", "Expected") +
            text_cell("Heading_20_center", "As expected"));
    file += fmt::format(
        "   <table:table table:name=\"Examples\" table:style-name=\"sheet\">\n"
        "    <table:table-column table:style-name=\"medium\"/>\n"
        "    <table:table-column table:style-name=\"wide\"/>\n"
        "    <table:table-column table:style-name=\"medium\" table:number-columns-repeated=\"2\"/>\n"
        "    <table:table-column table:style-name=\"short\"/>\n"
        "    <table:table-header-rows>\n{}    </table:table-header-rows>\n"
        "{}   </table:table>\n",
        heading, example_rows());
    return file + names(samples) + std::string(tail);
}

} // namespace perennial::generate
