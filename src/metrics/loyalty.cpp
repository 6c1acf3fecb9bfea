#include "metrics/loyalty.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/ledger.hpp"

#include <algorithm>
#include <cstddef>
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

} // namespace perennial::metrics
