#include "metrics/loyalty.hpp"

#include "metrics/client_book.hpp"
#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/ledger.hpp"
#include "metrics/records.hpp"
#include "metrics/sum.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace perennial::metrics {

namespace {

/// The days from `first` to `last`, both inside.
struct Window {
    Day first = Day::min();
    Day last = Day::max();

    bool holds(Day day) const { return first <= day && day <= last; }
};

Window window(NullDate null_date, std::optional<double> from, std::optional<double> to) {
    Window days;
    if (from)
        days.first = require_day("from", null_date, *from);
    if (to)
        days.last = require_day("to", null_date, *to);
    require(days.first <= days.last, "from ({}) must not lie after to ({})", from.value_or(0),
            to.value_or(0));
    return days;
}

} // namespace

double repeat_rate(NullDate null_date, const Column& clients, const Column& dates, std::optional<double> from,
                   std::optional<double> to) {
    const Window days = window(null_date, from, to);
    const Ledger ledger = read_ledger(null_date, clients, dates);
    std::vector<History> within(ledger.clients.size());
    for (const Order& order : ledger.orders) {
        if (!days.holds(order.day))
            continue;
        History& history = within[order.client];
        history.first = std::min(history.first, order.day);
        history.last = std::max(history.last, order.day);
    }
    const auto any = std::count_if(within.begin(), within.end(),
                                   [](const History& history) { return history.first <= history.last; });
    const auto repeated = std::count_if(within.begin(), within.end(),
                                        [](const History& history) { return history.first < history.last; });
    return divide(static_cast<double>(repeated), static_cast<double>(any), "the number of clients");
}

double renewal_rate(NullDate null_date, const Column& ends, const Column& renewed, std::optional<double> from,
                    std::optional<double> to) {
    const Window days = window(null_date, from, to);
    const Records records(null_date, {{"end", &ends, Content::date}, {"renewed", &renewed, Content::flag}});
    double ended = 0;
    double kept = 0;
    records.each_good([&](std::size_t row) {
        if (!days.holds(records.day(0, row)))
            return;
        ++ended;
        kept += records.holds(1, row) ? 1 : 0;
    });
    return divide(kept, ended, "the number of contracts that ended");
}

double returning_share(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                       double from, double to) {
    const Window days = window(null_date, from, to);
    const Ledger ledger = read_ledger(null_date, clients, dates, amounts);
    const std::vector<History> known = histories(ledger);
    Sum all;
    Sum returning;
    for (const Order& order : ledger.orders) {
        if (!days.holds(order.day))
            continue;
        all.add(order.amount);
        if (known[order.client].first < days.first)
            returning.add(order.amount);
    }
    return divide(returning.value(), all.value(), "the revenue of the window");
}

double average_ticket(const Column& clients, const Column& amounts, std::optional<TicketBase> per) {
    const Records records({}, {{"client", &clients, Content::client}, {"amount", &amounts, Content::amount}});
    ClientBook book;
    ClientColumn client(book, clients);
    Sum revenue;
    double orders = 0;
    records.each_good([&](std::size_t row) {
        client[row];
        revenue.add(amounts.number(row));
        ++orders;
    });
    if (per.value_or(TicketBase::client) == TicketBase::order)
        return divide(revenue.value(), orders, "the number of orders");
    return divide(revenue.value(), static_cast<double>(book.size()), "the number of clients");
}

double upgrade_time(NullDate null_date, const Column& clients, const Column& dates, const Column& tiers,
                    std::optional<Statistic> statistic) {
    const Ledger ledger = read_ledger(null_date, clients, dates, tiers);
    const std::vector<History> known = histories(ledger);
    struct Climb {
        double start = -largest_amount;
        Day upgrade = Day::max();
    };
    std::vector<Climb> climbs(known.size());
    for (const Order& order : ledger.orders)
        if (order.day == known[order.client].first)
            climbs[order.client].start = std::max(climbs[order.client].start, order.amount);
    for (const Order& order : ledger.orders) {
        Climb& climb = climbs[order.client];
        if (order.amount > climb.start)
            climb.upgrade = std::min<Day>(climb.upgrade, order.day);
    }
    std::vector<double> waits;
    for (std::size_t client = 0; client < climbs.size(); ++client)
        if (climbs[client].upgrade != Day::max())
            waits.push_back(days_between(known[client].first, climbs[client].upgrade));
    if (waits.empty())
        fail(Fault::missing_value, "no client has bought a higher tier");
    if (statistic.value_or(Statistic::mean) == Statistic::mean)
        return std::accumulate(waits.begin(), waits.end(), 0.0) / static_cast<double>(waits.size());
    std::sort(waits.begin(), waits.end());
    const std::size_t middle = waits.size() / 2;
    return waits.size() % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2;
}

} // namespace perennial::metrics
