#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"

#include <optional>

/// How much of the business comes back by itself: rates over the rows of a ledger.
namespace perennial::metrics {

/// Clients with purchases on two or more days ÷ clients with any, inside the window [from, to].
/// `clients`, `dates`: columns of the ledger; `from`, `to`: serial dates, both days inside, by default open.
/// Bad data for a row that cannot be used, a domain error when `from` lies after `to`, division by zero when
/// nobody bought inside the window. Source: trust compound system. The trap: several orders on one day are
/// one purchase, so a client with ten lines on a single invoice has not come back.
double repeat_rate(NullDate null_date, const Column& clients, const Column& dates,
                   std::optional<double> from = {}, std::optional<double> to = {});

} // namespace perennial::metrics
