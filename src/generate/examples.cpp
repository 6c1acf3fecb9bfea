#include "generate/examples.hpp"

#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"
#include "generate/flat_sheet.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

namespace perennial::generate {
namespace {

constexpr std::string_view examples_styles = R"( <office:styles>
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
)";

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
        orders.rows.push_back(text_cell("Name", order.client) + date_cell("Date", order.date) +
                              number_cell("Amount", order.amount));

    SampleSheet referrals{"Referrals",
                          {{"Client", "referrals_client", true},
                           {"Referrer", "referrals_referrer", true},
                           {"Value", "referrals_value"}},
                          {}};
    for (const catalog::SampleReferral& referral : catalog::sample_referrals)
        referrals.rows.push_back(
            text_cell("Name", referral.client) +
            (referral.referrer.empty() ? empty_cell("Row") : text_cell("Row", referral.referrer)) +
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
        contracts.rows.push_back(text_cell("Name", contract.client) + date_cell("Date", contract.start) +
                                 (contract.end ? date_cell("Date", *contract.end) : empty_cell("Row")) +
                                 number_cell("Amount", contract.mrr));
    return {orders, referrals, contracts};
}

std::string written(const SampleSheet& sample) {
    std::vector<std::string_view> columns;
    std::string headings;
    for (const SampleSheet::Column& column : sample.columns) {
        columns.push_back(column.text ? "medium" : "short");
        headings += text_cell(column.text ? "Heading" : "Heading_20_right", column.heading);
    }
    std::string rows = row(headings);
    for (const std::string& cells : sample.rows)
        rows += row(cells);
    return sheet(sample.name, columns, rows);
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
        int column = 0;
        for (const SampleSheet::Column& named : sheet.columns)
            ranges += named_range(named.name, sheet.name, column++, sheet.names_hold_heading ? 1 : 2,
                                  sheet.rows.size() + 1);
    }
    return ranges + "   </table:named-expressions>\n";
}

} // namespace

std::string examples() {
    const std::vector<SampleSheet> samples = sample_sheets();
    std::vector<FrozenSheet> frozen;
    frozen.reserve(samples.size() + 1);
    for (const SampleSheet& sheet : samples)
        frozen.push_back({sheet.name, 1});
    frozen.push_back({"Examples", 1});
    std::string file(flat_start());
    file += flat_settings("Examples", frozen);
    file += examples_styles;
    file += flat_body();
    for (const SampleSheet& sheet : samples)
        file += written(sheet);
    const std::string heading =
        row(text_cell("Heading", "Function") + text_cell("Heading", "Formula") +
            text_cell("Heading_20_right", "Result") + text_cell("Heading_20_right", "Expected") +
            text_cell("Heading_20_center", "As expected"));
    static constexpr std::string_view columns[] = {"medium", "wide", "medium", "medium", "short"};
    file += sheet("Examples", columns, example_rows(), heading);
    return file + names(samples) + std::string(flat_end());
}

} // namespace perennial::generate
