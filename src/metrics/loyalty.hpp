#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/keyword.hpp"

#include <array>

#include <optional>
#include <string_view>

/// How much of the business comes back by itself: rates over the rows of a ledger.
namespace perennial::metrics {

/// Clients with purchases on two or more days ÷ clients with any, inside the window [from, to].
/// `clients`, `dates`: columns of the ledger; `from`, `to`: serial dates, both days inside, by default open.
/// Bad data for a row that cannot be used, a domain error when `from` lies after `to`, division by zero when
/// nobody bought inside the window. Source: trust compound system. The trap: several orders on one day are
/// one purchase, so a client with ten lines on a single invoice has not come back.
double repeat_rate(NullDate null_date, const Column& clients, const Column& dates,
                   std::optional<double> from = {}, std::optional<double> to = {});

/// Contracts ending in the window [from, to] that were renewed ÷ contracts ending in it.
/// `ends` dates; `renewed` holds a date, TRUE or a number > 0 where the contract was renewed; `from`, `to`:
/// serial dates, both days inside, by default open. Bad data for a row that cannot be used, a domain error
/// when `from` lies after `to`, division by zero when no contract ended. Source: trust compound system. The
/// trap: contracts that still run have not been tested yet and stay out.
double renewal_rate(NullDate null_date, const Column& ends, const Column& renewed,
                    std::optional<double> from = {}, std::optional<double> to = {});

/// Share of the window's revenue that came from clients whose first purchase was before `from`.
/// Columns of the ledger; `from`, `to`: serial dates, both days inside the window. Bad data for a row that
/// cannot be used, a domain error when `from` lies after `to`, division by zero without revenue. Source:
/// trust compound system. The trap: the ledger must reach back before `from`, or everybody looks new.
double returning_share(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                       double from, double to);

/// What a mean is taken over.
enum class TicketBase { client, order };

template <>
inline constexpr std::array<std::string_view, 2> keywords<TicketBase> = {"client", "order"};

/// Mean amount per client, or per order (row). Bad data for a row that cannot be used, division by zero
/// without any. Source: trust compound system. The trap: per client it grows with the length of the ledger.
double average_ticket(const Column& clients, const Column& amounts, std::optional<TicketBase> per = {});

enum class Statistic { mean, median };

template <>
inline constexpr std::array<std::string_view, 2> keywords<Statistic> = {"mean", "median"};

/// Days from a client's first order to its first order in a higher tier, mean or median over the clients that
/// upgraded. `tiers` numbers, a higher one is dearer. Bad data for a row that cannot be used, a missing value
/// when nobody upgraded. Source: trust compound system. The trap: a client that bought several tiers on its
/// first day begins in the highest of them, and clients who never upgrade are not in the mean.
double upgrade_time(NullDate null_date, const Column& clients, const Column& dates, const Column& tiers,
                    std::optional<Statistic> statistic = {});

} // namespace perennial::metrics
