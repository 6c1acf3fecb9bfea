#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/keyword.hpp"
#include "metrics/table.hpp"
#include "metrics/until.hpp"

#include <array>
#include <optional>
#include <string_view>

/// Tables with one row per client of a ledger.
namespace perennial::metrics {

/// The columns of client_table by their headings.
enum class ClientTableColumn { name, first, last, orders, revenue, average, tenure, since_last, stage };
template <>
inline constexpr std::array<std::string_view, 9> keywords<ClientTableColumn> = {
    "Client",          "First",           "Last", "Orders", "Revenue", "Average order",
    "Tenure (months)", "Days since last", "Stage"};

/// Table with the header Client, First, Last, Orders, Revenue, Average order, Tenure (months), Days since
/// last, Stage; clients by revenue, the largest first, equal ones by name. `clients`, `dates`, `amounts`:
/// columns of the ledger; `until` the day asOf, by default the latest in the data: later rows are passed
/// over, and those that cannot be used where it says so; where it wants some columns, the table has these, in
/// the order wanted, and for figures alone all but Client and Stage; where it names clients, these alone have
/// a row, compared as rows of a ledger are. First and Last are serial dates, Orders is the number of rows,
/// Tenure counts whole months from First to asOf, Stage stands in English under the usual limits. Bad data
/// for a row that cannot be used. Source: lifetime value management. The trap: without asOf a ledger that
/// ends with old rows makes nobody dormant, since the clock is never read.
Table client_table(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   const Until& until = {});

/// Table Client, Recency (days), Frequency, Monetary, R, F, M, Code, by Monetary, the largest first.
/// Recency: days from the last order to asOf; Frequency: orders; Monetary: revenue; scores from 1 to `bins`:
/// 1 + the part of the clients that are worse, in bins, so that equal clients have equal scores. Code: the
/// three scores in one text, with hyphens when they may have two digits; of figures alone, Client and Code
/// are left out, and where `until` wants some columns, all others are; where `until` names clients, their
/// scores are those among all. `bins` a whole number from 2 to 100, by default 5; the rest as in
/// client_table. Source: Hughes (1994), "Strategic Database Marketing". The trap: scores compare the clients
/// of one book with each other and mean nothing across books.
Table rfm(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
          const Until& until = {}, std::optional<double> bins = {});

/// Table Client, x, t_x, T, Mean repeat value, by client: the sufficient statistics of the models BG/NBD and
/// Gamma-Gamma. x: days with a repeat purchase; t_x: first to last purchase; T: first purchase to asOf; both
/// in fractions of `unit` (day, week of 7 days, by default, month of 30.4375, quarter of 91.3125, year of
/// 365.25 days); mean repeat value: revenue of the repeat days ÷ x, empty where x is 0. Of figures alone,
/// Client is left out. The rest as in client_table. Source: Fader, Hardie & Lee (2005). The trap: orders of
/// one day are one purchase.
Table rfm_summary(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                  const Until& until = {}, std::optional<Unit> unit = {});

} // namespace perennial::metrics
