#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"
#include "dashboard/roles.hpp"
#include "metrics/records.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

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

/// What a reader should know about the rows of a sheet beside what is wrong with them.
struct Remarks {
    std::size_t text_dates = 0;   ///< rows with a date that is written as text and can be read
    bool text_dates_read = false; ///< whether they are read
    std::size_t hidden_rows = 0;
};

/// What a check of one mapped sheet found.
struct CheckedSheet {
    SheetKind kind{};
    std::string sheet;
    std::size_t rows_used = 0;
    std::vector<Finding> findings;
    Remarks remarks;
};

/// A sentence with the remarks behind it, if there are any.
std::string with_remarks(const std::string& sentence, const Remarks& remarks, catalog::Language language);

/// How many rows of all sheets can be used, in a sentence.
std::string check_sentence(std::span<const CheckedSheet> sheets, catalog::Language language);

/// Draws how many rows of each sheet can be used and how many cannot for each reason, and below it the list;
/// each entry links to its cell, each count to the first. The list shows the first findings only where there
/// are thousands of them, and says so.
void draw_check_list(Canvas& canvas, std::span<const CheckedSheet> sheets, catalog::Language language);

} // namespace perennial::dashboard
