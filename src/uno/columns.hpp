#pragma once

#include "metrics/column.hpp"

#include <com/sun/star/table/XCellRange.hpp>

#include <deque>
#include <span>
#include <vector>

/// The one place where columns of a sheet are read.
namespace perennial::uno {

using CellRange = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

/// Reads columns, cut to the used area of their sheets; columns that stand close to each other in the same
/// rows are read in one go, since the office hands out rows and each costs as much as several cells of it. A
/// range of several columns is bad data.
std::deque<metrics::Column> read_columns(std::span<const CellRange> ranges);

} // namespace perennial::uno
