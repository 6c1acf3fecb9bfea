#include "metrics/mrr.hpp"

#include "metrics/client_book.hpp"
#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/grouping.hpp"
#include "metrics/halves.hpp"
#include "metrics/records.hpp"

#include <boost/config.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace perennial::metrics {

namespace {

/// Money in millionths: sums are exact, and an MRR of 0 is 0, whatever contracts it was made of.
using Money = boost::int128_type;

constexpr double millionths = 1e6;

double in_units(const Money& money) {
    return static_cast<double>(money) / millionths;
}

/// A month in which the MRR of a client changes, by how much.
struct Change {
    std::uint32_t client;
    int month;
    std::int64_t amount;
};

/// The changes of so many clients, some dozens each, stay in a near cache while they are put in order.
constexpr std::uint32_t clients_together = 512;

/// What happens in one month.
struct Movements {
    Money fresh = 0;
    Money reactivation = 0;
    Money expansion = 0;
    Money contraction = 0;
    Money churn = 0;
    double clients_new = 0;
    double clients_reactivated = 0;
    double clients_churned = 0;

    Money net() const { return fresh + reactivation + expansion - contraction - churn; }
    double net_clients() const { return clients_new + clients_reactivated - clients_churned; }

    void add(const Movements& more) {
        fresh += more.fresh;
        reactivation += more.reactivation;
        expansion += more.expansion;
        contraction += more.contraction;
        churn += more.churn;
        clients_new += more.clients_new;
        clients_reactivated += more.clients_reactivated;
        clients_churned += more.clients_churned;
    }
};

/// The changes of all clients, in piles of some thousand clients each.
struct Changes {
    Piles<Change> piles;
    int first_month = std::numeric_limits<int>::max();
    int last_month = std::numeric_limits<int>::min();

    void add(const Change& change) {
        piles.add(change.client / clients_together, change);
        first_month = std::min(first_month, change.month);
        last_month = std::max(last_month, change.month);
    }
};

Changes read_changes(NullDate null_date, ClientBook& book, const Column& clients, const Column& starts,
                     const Column& ends, const Column& mrr) {
    const Records records(null_date, {{"client", &clients, Content::client},
                                      {"start", &starts, Content::date},
                                      {"end", &ends, Content::optional_date},
                                      {"mrr", &mrr, Content::amount}});
    Changes changes{Piles<Change>(2 * records.size())};
    ClientColumn client_in(book, clients);
    records.each_good([&](std::size_t row) {
        if (!(std::abs(mrr.number(row)) <= largest_mrr))
            fail(Fault::bad_data, "row {}: mrr is out of range", row + 1);
        const std::uint32_t client = client_in[row];
        const auto amount = static_cast<std::int64_t>(std::llround(mrr.number(row) * millionths));
        const Day start = records.day(1, row);
        // On the last day of its first month a row is active; on that of the month of its end it is not any
        // more.
        changes.add({client, period_of(start, Unit::month), amount});
        if (records.is_missing(2, row))
            return;
        const Day end = records.day(2, row);
        if (end < start)
            fail(Fault::bad_data, "row {}: end lies before start", row + 1);
        changes.add({client, period_of(end, Unit::month), -amount});
    });
    return changes;
}

/// The level of one client from a month on.
struct Level {
    int month;
    Money mrr;
};

/// The roll-forward over the months of a window, and what lay before it.
class RollForward {
public:
    RollForward(int first, int last) : first_(first), months_(static_cast<std::size_t>(last - first) + 1) {}

    /// Adds a client; each level differs from the one before it, the first is not 0.
    void add(const std::vector<Level>& levels, double gap) {
        Money before = 0;
        for (std::size_t index = 0; index < levels.size(); ++index) {
            const auto& [month, mrr] = levels[index];
            const bool returns = index > 0 && before == 0;
            const bool was_pause = returns && month - levels[index - 1].month <= gap;
            const bool is_pause =
                mrr == 0 && index + 1 < levels.size() && levels[index + 1].month - month <= gap;
            Movements& now = at(month);
            if (index == 0) {
                now.fresh += mrr;
                ++now.clients_new;
            } else if (returns && !was_pause) {
                now.reactivation += mrr;
                ++now.clients_reactivated;
            } else if (mrr == 0 && !is_pause) {
                now.churn += before;
                ++now.clients_churned;
            } else if (mrr > before) {
                now.expansion += mrr - before;
            } else {
                now.contraction += before - mrr;
            }
            before = mrr;
        }
    }

    /// Adds the clients of another one over the same months.
    void add(const RollForward& more) {
        before_.add(more.before_);
        for (std::size_t index = 0; index < months_.size(); ++index)
            months_[index].add(more.months_[index]);
    }

    const Movements& before() const { return before_; }
    const std::vector<Movements>& months() const { return months_; }

private:
    Movements& at(int month) {
        if (month < first_)
            return before_;
        const auto index = static_cast<std::size_t>(month - first_);
        return index < months_.size() ? months_[index] : after_;
    }

    int first_;
    Movements before_;
    Movements after_;
    std::vector<Movements> months_;
};

/// Adds clients whose changes stand client after client, in the order of months.
void add_clients(RollForward& forward, std::span<const Change> changes, const ClientBook& book, double gap) {
    std::vector<Level> levels;
    for (std::size_t index = 0; index < changes.size();) {
        const std::uint32_t client = changes[index].client;
        levels.clear();
        Money level = 0;
        while (index < changes.size() && changes[index].client == client) {
            const int month = changes[index].month;
            const Money before = level;
            for (; index < changes.size() && changes[index].client == client && changes[index].month == month;
                 ++index)
                level += changes[index].amount;
            if (level < 0)
                fail(Fault::bad_data, "the MRR of the client \"{}\" falls below 0", book.key(client));
            if (level != before)
                levels.push_back({month, level});
        }
        forward.add(levels, gap);
    }
}

/// The piles of many clients in two halves at once: sums of money are exact in whatever order.
RollForward roll_forward(const Changes& all, const ClientBook& book, int first, int last, double gap) {
    constexpr std::size_t many_piles = many_clients / clients_together;
    std::array<RollForward, 2> halves{RollForward(first, last), RollForward(first, last)};
    in_halves(0, all.piles.size(), many_piles,
              [&](std::size_t half, std::size_t first_pile, std::size_t last_pile) {
                  std::vector<Change> changes;
                  std::vector<Change> room;
                  for (std::size_t pile = first_pile; pile < last_pile; ++pile) {
                      all.piles.copy(pile, changes);
                      order_by_number(changes, room,
                                      static_cast<std::size_t>(all.last_month - all.first_month) + 1,
                                      [&all](const Change& change) {
                                          return static_cast<std::size_t>(change.month - all.first_month);
                                      });
                      order_by_number(changes, room, clients_together, [](const Change& change) {
                          return std::size_t{change.client % clients_together};
                      });
                      add_clients(halves[half], changes, book, gap);
                  }
              });
    halves[0].add(halves[1]);
    return halves[0];
}

Value ratio(const Money& part, const Money& whole) {
    if (whole == 0)
        return Fault::division_by_zero;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

Table mrr_movements(NullDate null_date, const Column& clients, const Column& starts, const Column& ends,
                    const Column& mrr, double from, double to, std::optional<double> reactivation_gap) {
    const Day first_day_wanted = require_day("from", null_date, from);
    const Day last_day_wanted = require_day("to", null_date, to);
    require(first_day_wanted <= last_day_wanted, "from ({}) must not lie after to ({})", from, to);
    const double gap = reactivation_gap.value_or(0);
    require_at_least("reactivationGap", gap, 0);
    require(gap == std::floor(gap), "reactivationGap must be a whole number, not {}", gap);

    ClientBook book;
    const Changes changes = read_changes(null_date, book, clients, starts, ends, mrr);
    const int first = period_of(first_day_wanted, Unit::month);
    const RollForward forward =
        roll_forward(changes, book, first, period_of(last_day_wanted, Unit::month), gap);

    Table table(15);
    table.reserve(forward.months().size() + 1);
    for (const char* heading : {"Month", "Start", "New", "Reactivation", "Expansion", "Contraction", "Churn",
                                "End", "Clients start", "Clients new", "Clients reactivated",
                                "Clients churned", "Clients end", "NRR", "GRR"})
        table.add(heading);
    Money start = forward.before().net();
    double clients_start = forward.before().net_clients();
    int month = first;
    for (const Movements& now : forward.months()) {
        const Money end = start + now.net();
        const double clients_end = clients_start + now.net_clients();
        table.add(serial_of(null_date, first_day(month, Unit::month)));
        for (const Money& money :
             {start, now.fresh, now.reactivation, now.expansion, now.contraction, now.churn, end})
            table.add(in_units(money));
        for (const double count :
             {clients_start, now.clients_new, now.clients_reactivated, now.clients_churned, clients_end})
            table.add(count);
        table.add(ratio(start + now.expansion - now.contraction - now.churn, start));
        table.add(ratio(start - now.contraction - now.churn, start));
        start = end;
        clients_start = clients_end;
        ++month;
    }
    return table;
}

} // namespace perennial::metrics
