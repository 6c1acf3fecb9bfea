#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"
#include "metrics/records.hpp"

#include <span>
#include <string>

/// The list of rows that cannot be used, as a sheet.
namespace perennial::dashboard {

/// A row that cannot be used, and the cell that says why. Columns and rows count from 0.
struct Finding {
    std::string sheet;
    int column = 0;
    int row = 0;
    std::string reason; ///< in the reader's language
    metrics::Reason cause{};
};

/// Draws the list; each entry links to its cell. The list shows the first findings only where there are
/// thousands of them, and says so.
void draw_check_list(Canvas& canvas, std::span<const Finding> findings, catalog::Language language);

} // namespace perennial::dashboard
