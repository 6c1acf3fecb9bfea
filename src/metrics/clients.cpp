#include "metrics/clients.hpp"

#include "metrics/ledger.hpp"
#include "metrics/lifecycle.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace perennial::metrics {

Table client_table(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   std::optional<double> as_of) {
    const Ledger ledger = read_ledger(null_date, clients, dates, amounts, as_of);
    const std::vector<History> histories_of = histories(ledger);
    std::vector<std::uint32_t> order(histories_of.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        const double more = histories_of[left].revenue.value();
        const double less = histories_of[right].revenue.value();
        return more != less ? more > less : ledger.clients.key(left) < ledger.clients.key(right);
    });

    Table table(9);
    table.reserve(order.size() + 1);
    for (const char* heading : {"Client", "First", "Last", "Orders", "Revenue", "Average order",
                                "Tenure (months)", "Days since last", "Stage"})
        table.add(heading);
    for (const std::uint32_t client : order) {
        const History& history = histories_of[client];
        const auto orders = static_cast<double>(history.orders);
        const Stage stage = lifecycle_stage(history.first, history.last, *ledger.as_of);
        table.add(ledger.clients.name(client));
        table.add(serial_of(null_date, history.first));
        table.add(serial_of(null_date, history.last));
        table.add(orders);
        table.add(history.revenue.value());
        table.add(history.revenue.value() / orders);
        table.add(static_cast<double>(whole_months(history.first, *ledger.as_of)));
        table.add(days_between(history.last, *ledger.as_of));
        table.add(word(stage, {}));
    }
    return table;
}

} // namespace perennial::metrics
