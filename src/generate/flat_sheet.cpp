#include "generate/flat_sheet.hpp"

#include "catalog/catalog.hpp"
#include "catalog/naming.hpp"
#include "generate/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace perennial::generate {
namespace {

/// The rows of a sheet above its split stay in view.
std::string view(const FrozenSheet& sheet) {
    return fmt::format(
        "      <config:config-item-map-entry config:name=\"{}\">\n"
        "       <config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2"
        "</config:config-item>\n"
        "       <config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">{}"
        "</config:config-item>\n"
        "       <config:config-item config:name=\"PositionBottom\" config:type=\"int\">{}"
        "</config:config-item>\n"
        "      </config:config-item-map-entry>\n",
        escaped(sheet.name), sheet.rows, sheet.rows);
}

} // namespace

std::string_view flat_start() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by the target regenerate. -->
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
                 xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
                 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
)";
}

std::string flat_settings(std::string_view active_sheet, std::span<const FrozenSheet> frozen) {
    std::string settings =
        fmt::format(" <office:settings>\n"
                    "  <config:config-item-set config:name=\"ooo:view-settings\">\n"
                    "   <config:config-item-map-indexed config:name=\"Views\">\n"
                    "    <config:config-item-map-entry>\n"
                    "     <config:config-item config:name=\"ActiveTable\" config:type=\"string\">{}"
                    "</config:config-item>\n"
                    "     <config:config-item-map-named config:name=\"Tables\">\n",
                    escaped(active_sheet));
    for (const FrozenSheet& sheet : frozen)
        settings += view(sheet);
    return settings + "     </config:config-item-map-named>\n"
                      "    </config:config-item-map-entry>\n"
                      "   </config:config-item-map-indexed>\n"
                      "  </config:config-item-set>\n"
                      " </office:settings>\n";
}

std::string_view flat_body() {
    return R"(  <style:style style:name="sheet" style:family="table" style:master-page-name="Default">
   <style:table-properties table:display="true" style:writing-mode="lr-tb"/>
  </style:style>
 </office:automatic-styles>
 <office:master-styles>
  <style:master-page style:name="Default" style:page-layout-name="page">
   <style:header style:display="false"/>
   <style:footer style:display="false"/>
  </style:master-page>
 </office:master-styles>
 <office:body>
  <office:spreadsheet>
)";
}

std::string_view flat_end() {
    return R"(  </office:spreadsheet>
 </office:body>
</office:document>
)";
}

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

std::string date_cell(std::string_view style, std::chrono::year_month_day date) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\" office:value-type=\"date\" "
                       "office:date-value=\"{:04}-{:02}-{:02}\"/>\n",
                       style, static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string empty_cell(std::string_view style) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\"/>\n", style);
}

std::string formula_cell(std::string_view style, std::string_view stored) {
    return fmt::format("     <table:table-cell table:style-name=\"{}\" table:formula=\"{}\"/>\n", style,
                       escaped(stored));
}

std::string merged(std::string_view cell, int columns, std::string_view covered) {
    std::string cells(cell);
    cells.insert(
        cells.find(" table:style-name"),
        fmt::format(" table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"1\"", columns));
    int left = columns - 1;
    if (!covered.empty()) {
        cells += fmt::format("     <table:covered-table-cell table:formula=\"{}\"/>\n", escaped(covered));
        --left;
    }
    return cells +
           fmt::format("     <table:covered-table-cell table:number-columns-repeated=\"{}\"/>\n", left);
}

std::string row(std::string_view cells, std::string_view style) {
    return fmt::format("    <table:table-row table:style-name=\"{}\">\n{}    </table:table-row>\n", style,
                       cells);
}

std::string sheet(std::string_view name, std::span<const std::string_view> columns, std::string_view rows,
                  std::string_view header) {
    std::string content =
        fmt::format("   <table:table table:name=\"{}\" table:style-name=\"sheet\">\n", escaped(name));
    for (const std::string_view column : columns)
        content += fmt::format("    <table:table-column table:style-name=\"{}\"/>\n", column);
    if (!header.empty())
        content += fmt::format("    <table:table-header-rows>\n{}    </table:table-header-rows>\n", header);
    return content + std::string(rows) + "   </table:table>\n";
}

std::string sheet_address(std::string_view sheet) {
    const bool plain = std::all_of(sheet.begin(), sheet.end(), [](unsigned char letter) {
        return letter >= 0x80 || std::isalnum(letter) != 0;
    });
    return plain ? std::string(sheet) : fmt::format("'{}'", sheet);
}

std::string named_range(std::string_view name, std::string_view sheet, int column, std::size_t first,
                        std::size_t last) {
    const char letter = static_cast<char>('A' + column);
    const std::string address = sheet_address(sheet);
    const std::string end = first == last ? std::string() : fmt::format(":.${}${}", letter, last);
    return fmt::format("    <table:named-range table:name=\"{0}\" table:base-cell-address=\"${1}.$A$1\" "
                       "table:cell-range-address=\"${1}.${2}${3}{4}\"/>\n",
                       name, escaped(address), letter, first, end);
}

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

} // namespace perennial::generate
