#pragma once

#include "dashboard/breath.hpp"
#include "metrics/column.hpp"
#include "metrics/kept_histories.hpp"

#include <com/sun/star/table/XCellRange.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The one place where columns of a sheet are read.
namespace perennial::uno {

using CellRange = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;
/// Any of a document's interfaces: references to the same object are equal.
using DocumentIdentity = com::sun::star::uno::Reference<com::sun::star::uno::XInterface>;

using SharedColumn = std::shared_ptr<const metrics::Column>;

/// The name of the sheet that cells stand in.
std::string sheet_of(const CellRange& cells);

/// While one stands, each column of some sheets of a document is read once and given again from memory: for a
/// calculation in which many formulas read the same sheets, and only where neither an event nor the
/// calculation itself can change them. One that stands within another keeps with it.
class KeptColumns {
public:
    KeptColumns(const DocumentIdentity& document, const std::vector<std::string>& sheets);
    ~KeptColumns();
    KeptColumns(const KeptColumns&) = delete;
    KeptColumns& operator=(const KeptColumns&) = delete;

    /// Lets go of what was read, and keeps columns of these sheets from now on.
    void renew(const std::vector<std::string>& sheets);

private:
    DocumentIdentity document_;
    bool is_outer_;
};

/// Reads columns, cut to the used area of their sheets; columns that stand close to each other in the same
/// rows are read in one go, since the office hands out rows and each costs as much as several cells of it. A
/// range of several columns is bad data.
///
/// The document is that of the ranges, where it is known; without it they are not kept. While the office
/// loads a document, which nobody can change then, each of its columns is read once.
///
/// Where the sheets may change in a breath, it must throw: the rest would be read beside what is there no
/// more.
///
/// Of the number of a state it is known that the columns are in it now: where they are remembered in this
/// state, they are not read.
std::vector<SharedColumn> read_columns(std::span<const CellRange> ranges, const DocumentIdentity& document,
                                       const dashboard::Breath& breath = {},
                                       std::optional<double> state = {});

/// What was found out of columns that are kept or remembered, as long as they are; none of others.
metrics::KeptHistories* histories_of(std::span<const SharedColumn> columns);

/// Remembers the columns that were read from ranges of a document, until others of the same sheet are
/// remembered or the document is closed, and gives the number of their state.
double remember(std::span<const CellRange> ranges, std::span<const SharedColumn> columns,
                const DocumentIdentity& document);

} // namespace perennial::uno
