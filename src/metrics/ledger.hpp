#pragma once

#include "metrics/calendar.hpp"
#include "metrics/client_book.hpp"
#include "metrics/column.hpp"
#include "metrics/records.hpp"
#include "metrics/sum.hpp"
#include "metrics/table.hpp"
#include "metrics/until.hpp"
#include "metrics/untouched.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// A ledger: one row per order, invoice or payment with client, date and amount. Read in one pass.
namespace perennial::metrics {

struct Order {
    std::uint32_t client; ///< number in the ledger's client book
    ShortDay day;
    double amount; ///< 0 where the ledger has no column of amounts
};

using Orders = std::vector<Order, Untouched<Order>>;

struct Ledger {
    Orders orders; ///< in the order of the rows
    ClientBook clients;
    std::optional<Day> as_of; ///< as given, otherwise the latest day; none for an empty ledger
    bool is_by_day = true;    ///< whether the orders stand in the order of their days
};

/// The orders up to a day, by default all. Every row is read, those after that day as well: a row that cannot
/// be used is bad data wherever its date lies, unless such rows are to be passed over.
Ledger read_ledger(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   const Until& until = {});

/// The same for a ledger that needs no amounts.
Ledger read_ledger(NullDate null_date, const Column& clients, const Column& dates, const Until& until = {});

/// Puts a ledger's orders into the order of their days. What a client does for the first time in a day, or in
/// any longer period, is then seen by comparing with the last time that it did so, without a set of all that
/// is known.
void order_by_day(Ledger& ledger);

/// What a client has done so far. Two lie in a line of a cache, none in two lines.
struct alignas(32) History {
    ShortDay first = ShortDay::max();
    ShortDay last = ShortDay::min();
    std::uint32_t orders = 0;
    Sum revenue;
};

/// One history per client of the ledger, by the client's number.
std::vector<History> histories(const Ledger& ledger);

/// What the clients of a ledger have done, for figures that need none of its orders.
struct ClientHistories {
    ClientBook clients;
    std::vector<History> of_client; ///< by the client's number
    std::optional<Day> as_of;       ///< as in Ledger
};

/// The same as histories() of the ledger, without keeping its orders.
ClientHistories read_histories(NullDate null_date, const Column& clients, const Column& dates,
                               const Column& amounts, const Until& until = {});

/// The columns of a ledger, in the order in which its check reports them.
enum class LedgerColumn { client, date, amount };

struct LedgerReport {
    std::vector<BadRow> bad; ///< `field` is a LedgerColumn; at most one entry per row
    std::size_t good = 0;
};

/// Which rows cannot be used, and how many can. Error cells are a reason here, never an error.
LedgerReport check_ledger(NullDate null_date, const Column& clients, const Column& dates,
                          const Column& amounts);

/// The report as a table: Row, Reason; one row "OK" and the number of good rows where nothing is wrong.
/// The trap: rows are counted within the columns given, so that row 1 is the header where there is one.
Table ledger_check(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts);

} // namespace perennial::metrics
