#pragma once

#include "dashboard/mapping.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <optional>
#include <string>
#include <vector>

/// What a spreadsheet document holds for Perennial: the user's sheets, the stored mapping, faulty rows.
/// Texts are UTF-8, columns and rows count from 0.
namespace perennial::uno {

using Document = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

/// The names of the user's own sheets, in order; sheets that Perennial built are left out.
std::vector<std::string> user_sheets(const Document& document);

/// The first rows of a sheet.
dashboard::Sample sample(const Document& document, const std::string& sheet);

/// The mapping stored in the document, or none.
std::optional<dashboard::Mapping> stored_mapping(const Document& document, dashboard::SheetKind kind);

/// Stores a mapping as range names, in place of an earlier one, in one undoable step.
void store_mapping(const Document& document, const dashboard::Mapping& mapping);

/// A row that cannot be used, and the cell that says why.
struct Finding {
    std::string sheet;
    int column;
    int row;
    std::string reason; ///< in the language of the office
};

struct CheckResult {
    std::size_t rows_used = 0;
    std::vector<Finding> findings;
};

/// Looks at every row of a mapped sheet.
CheckResult check(const Document& document, const dashboard::Mapping& mapping);

/// Shows a cell: makes its sheet the active one and selects it.
void show_cell(const Document& document, const std::string& sheet, int column, int row);

} // namespace perennial::uno
