#include "dashboard/extent.hpp"

namespace perennial::dashboard {
namespace {

/// The column with the bad rows blank, as the functions pass over them.
metrics::Column without(const metrics::Column& column, const metrics::LedgerReport& report) {
    metrics::Column kept;
    kept.reserve(column.size());
    auto bad = report.bad.begin();
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (bad != report.bad.end() && bad->row == row + 1) {
            kept.add_empty();
            ++bad;
        } else if (column.kind(row) == metrics::Column::Kind::number) {
            kept.add_number(column.number(row));
        } else if (column.kind(row) == metrics::Column::Kind::text) {
            kept.add_text(column.text(row));
        } else {
            kept.add_empty();
        }
    }
    return kept;
}

} // namespace

Extent ledger_extent(metrics::NullDate null_date, const metrics::Column& clients,
                     const metrics::Column& dates, const metrics::Column& amounts,
                     const metrics::LedgerReport& report) {
    const metrics::Ledger ledger = metrics::read_ledger(null_date, without(clients, report),
                                                        without(dates, report), without(amounts, report));
    Extent extent;
    extent.rows = ledger.orders.size();
    if (extent.rows == 0)
        return extent;
    metrics::Day first = metrics::Day::max();
    for (const metrics::Order& order : ledger.orders)
        first = std::min(first, order.day);
    extent.first = first;
    extent.last = ledger.as_of;
    extent.clients = static_cast<int>(ledger.clients.size());
    extent.months = metrics::period_of(ledger.as_of.value(), metrics::Unit::month) -
                    metrics::period_of(first, metrics::Unit::month) + 1;
    return extent;
}

} // namespace perennial::dashboard
