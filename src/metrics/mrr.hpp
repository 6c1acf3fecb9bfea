#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <optional>

/// Monthly recurring revenue from contracts.
namespace perennial::metrics {

/// Revenue per month beyond this, up or down, is bad data: it could not be kept to the millionth.
inline constexpr double largest_mrr = 1e12;

/// Table with one row per calendar month from the month of `from` to that of `to`: Month, Start, New,
/// Reactivation, Expansion, Contraction, Churn, End; Clients start, Clients new, Clients reactivated, Clients
/// churned, Clients end; NRR, GRR. One row per contract: `clients`, `starts`, `ends` (the first day without
/// service, empty while it runs), `mrr` in money per month. A client's MRR in a month is the sum over its
/// rows with start ≤ last day of the month and no end or end > last day. Start + New + Reactivation +
/// Expansion − Contraction − Churn = End, kept in millionths and so exact to the last bit of a cent. A
/// client's first MRR ever is New, its fall to 0 Churn, its return Reactivation; a gap of at most
/// `reactivation_gap` months (whole, ≥ 0, by default 0) before a return is a pause: its fall is Contraction,
/// its return Expansion, and the client stays counted. Bad data for a row that cannot be used, that ends
/// before it starts, or makes a client's MRR negative; a domain error when `from` lies after `to`; division
/// by zero in a cell of NRR and GRR without MRR at the start. Source: retention system. The trap: a contract
/// that begins and ends between two month ends is never seen.
Table mrr_movements(NullDate null_date, const Column& clients, const Column& starts, const Column& ends,
                    const Column& mrr, double from, double to, std::optional<double> reactivation_gap = {});

} // namespace perennial::metrics
