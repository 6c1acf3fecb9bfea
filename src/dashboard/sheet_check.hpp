#pragma once

#include "dashboard/breath.hpp"
#include "dashboard/extent.hpp"
#include "dashboard/mapping.hpp"
#include "metrics/date_text.hpp"
#include "metrics/records.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// Which rows of a mapped sheet cannot be used.
namespace perennial::dashboard {

struct RowFault {
    std::size_t row = 0;  ///< from 0 within the columns
    std::size_t role = 0; ///< which of the roles of the kind
    metrics::Reason reason{};

    bool operator==(const RowFault&) const = default;
};

struct SheetReport {
    std::vector<RowFault> faults; ///< at most one per row, in the order of the rows
    std::size_t good = 0;
    bool has_header = false;    ///< whether the first row that holds anything is a header
    std::size_t text_dates = 0; ///< rows with a date that is written as text or digits and can be read
    Extent extent;
};

/// Reads every row once; an incomplete mapping has none. `columns` has one entry per role of the mapping's
/// kind, none where no column plays it; they begin in the mapping's first row. What counts as a fault beside
/// cells that cannot be read:
/// - contracts: an end before its start, a pause that ends before it begins, neither a monthly value nor an
///   amount with its months;
/// - referrals: a client whom somebody else has referred in an earlier row, and the row that closes a circle;
/// - ledger: a document number that an earlier row has, whatever its case and blanks. Not a fault is another
///   line of the same document (same client and day, another amount or product), nor a credit note under the
///   number of its invoice;
/// - every kind: a total of the rows above, known by its label ("Total", "合计"), its sum, or both.
/// Roles whose cells are words or say yes and no (product, plan, renewed, the steps of a referral, warning
/// signs …) are only checked for errors.
SheetReport check_sheet(const Mapping& mapping, metrics::NullDate null_date, metrics::DateOrder order,
                        std::span<const metrics::Column* const> columns, const Breath& breath = {});

} // namespace perennial::dashboard
