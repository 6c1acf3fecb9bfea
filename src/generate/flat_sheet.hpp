#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

/// Parts of a flat OpenDocument spreadsheet (.fods). Styles go by the names that the writer of the file gives
/// them.
namespace perennial::generate {

/// A sheet of which the first rows stay in view.
struct FrozenSheet {
    std::string_view name;
    int rows;
};

/// The start of the file, up to its metadata and settings.
std::string_view flat_start();

/// The sheet that a reader sees first, and rows that stay in view.
std::string flat_settings(std::string_view active_sheet, std::span<const FrozenSheet> frozen);

/// From the last of the automatic styles, that of sheets, to the first sheet. The page goes by the layout
/// "page".
std::string_view flat_body();

/// After the last sheet and its names.
std::string_view flat_end();

std::string text_cell(std::string_view style, std::string_view text);
std::string number_cell(std::string_view style, double number);
std::string date_cell(std::string_view style, std::chrono::year_month_day date);
std::string empty_cell(std::string_view style);

/// A cell with a formula as the file holds it.
std::string formula_cell(std::string_view style, std::string_view stored);

/// A cell over two or more columns. Under one over three or more, a formula can be computed and not be seen.
std::string merged(std::string_view cell, int columns, std::string_view covered = {});

std::string row(std::string_view cells, std::string_view style = "row");

/// A sheet of columns, each by its style, and rows. Those of `header` are repeated on every printed page.
std::string sheet(std::string_view name, std::span<const std::string_view> columns, std::string_view rows,
                  std::string_view header = {});

/// A sheet's name as it stands in addresses.
std::string sheet_address(std::string_view sheet);

/// A range name over the rows `first` to `last` of a column, A being 0; rows count from 1.
std::string named_range(std::string_view name, std::string_view sheet, int column, std::size_t first,
                        std::size_t last);

/// A formula as OpenDocument files hold it: "of:=PERENNIAL.LTV(149;0.05)" for "=LTV(149;0.05)".
std::string stored_formula(std::string_view typed);

} // namespace perennial::generate
