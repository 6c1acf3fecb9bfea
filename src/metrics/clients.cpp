#include "metrics/clients.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/ledger.hpp"
#include "metrics/lifecycle.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perennial::metrics {

namespace {

/// The clients by revenue.
std::vector<std::uint32_t> by_revenue(const ClientHistories& known) {
    std::vector<double> revenues(known.of_client.size());
    std::transform(known.of_client.begin(), known.of_client.end(), revenues.begin(),
                   [](const History& history) { return history.revenue.value(); });
    return largest_first(revenues, known.clients);
}

/// 1 + the part of the values that are worse, in bins. Equal values have equal scores.
std::vector<int> scores(const std::vector<double>& values, int bins) {
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> all(values.size());
    std::transform(values.begin(), values.end(), all.begin(), [&](double value) {
        const auto worse = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
        return 1 + static_cast<int>(worse * bins / static_cast<std::ptrdiff_t>(sorted.size()));
    });
    return all;
}

double days_in(Unit unit) {
    constexpr double year = 365.25;
    switch (unit) {
    case Unit::day:
        return 1;
    case Unit::week:
        return 7;
    case Unit::month:
        return year / 12;
    case Unit::quarter:
        return year / 4;
    case Unit::year:
        break;
    }
    return year;
}

} // namespace

Table client_table(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   std::optional<double> as_of) {
    const ClientHistories known = read_histories(null_date, clients, dates, amounts, as_of);

    Table table(9);
    table.reserve(known.of_client.size() + 1);
    for (const char* heading : {"Client", "First", "Last", "Orders", "Revenue", "Average order",
                                "Tenure (months)", "Days since last", "Stage"})
        table.add(heading);
    for (const std::uint32_t client : by_revenue(known)) {
        const History& history = known.of_client[client];
        const auto orders = static_cast<double>(history.orders);
        const Stage stage = lifecycle_stage(history.first, history.last, *known.as_of);
        table.add(known.clients.name(client));
        table.add(serial_of(null_date, history.first));
        table.add(serial_of(null_date, history.last));
        table.add(orders);
        table.add(history.revenue.value());
        table.add(history.revenue.value() / orders);
        table.add(static_cast<double>(whole_months(history.first, *known.as_of)));
        table.add(days_between(history.last, *known.as_of));
        table.add(word(stage, {}));
    }
    return table;
}

Table rfm(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
          std::optional<double> as_of, std::optional<double> bins) {
    const double parts = bins.value_or(5);
    require_between("bins", parts, 2, 100);
    require(parts == std::floor(parts), "bins must be a whole number, not {}", parts);
    const ClientHistories known = read_histories(null_date, clients, dates, amounts, as_of);
    std::vector<double> nearness(known.of_client.size());
    std::vector<double> frequency(known.of_client.size());
    std::vector<double> monetary(known.of_client.size());
    for (std::size_t client = 0; client < known.of_client.size(); ++client) {
        nearness[client] = -days_between(known.of_client[client].last, *known.as_of);
        frequency[client] = static_cast<double>(known.of_client[client].orders);
        monetary[client] = known.of_client[client].revenue.value();
    }
    const auto r = scores(nearness, static_cast<int>(parts));
    const auto f = scores(frequency, static_cast<int>(parts));
    const auto m = scores(monetary, static_cast<int>(parts));
    const std::string_view between = parts < 10 ? "" : "-";

    Table table(8);
    table.reserve(known.of_client.size() + 1);
    for (const char* heading : {"Client", "Recency (days)", "Frequency", "Monetary", "R", "F", "M", "Code"})
        table.add(heading);
    for (const std::uint32_t client : by_revenue(known)) {
        table.add(known.clients.name(client));
        table.add(-nearness[client] + 0.0);
        table.add(frequency[client]);
        table.add(monetary[client]);
        table.add(static_cast<double>(r[client]));
        table.add(static_cast<double>(f[client]));
        table.add(static_cast<double>(m[client]));
        table.add(fmt::format("{}{}{}{}{}", r[client], between, f[client], between, m[client]));
    }
    return table;
}

Table rfm_summary(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                  std::optional<double> as_of, std::optional<Unit> unit) {
    const double length = days_in(unit.value_or(Unit::week));
    Ledger ledger = read_ledger(null_date, clients, dates, amounts, as_of);
    const std::vector<History> known = histories(ledger);
    std::vector<double> repeats(known.size(), 0);
    std::vector<Sum> repeat_revenue(known.size());
    // A day with several orders is one purchase.
    std::vector<ShortDay> bought(known.size(), ShortDay::min());
    order_by_day(ledger.orders);
    for (const Order& order : ledger.orders) {
        if (order.day == known[order.client].first)
            continue;
        repeat_revenue[order.client].add(order.amount);
        if (bought[order.client] != order.day) {
            bought[order.client] = order.day;
            ++repeats[order.client];
        }
    }
    std::vector<std::uint32_t> order(known.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&book = ledger.clients](std::uint32_t left, std::uint32_t right) {
        // Numbers in their own order, before all texts.
        if (book.is_number(left) != book.is_number(right))
            return book.is_number(left);
        return book.is_number(left) ? book.number(left) < book.number(right)
                                    : book.key(left) < book.key(right);
    });

    Table table(5);
    table.reserve(known.size() + 1);
    for (const char* heading : {"Client", "x", "t_x", "T", "Mean repeat value"})
        table.add(heading);
    for (const std::uint32_t client : order) {
        const History& history = known[client];
        table.add(ledger.clients.name(client));
        table.add(repeats[client]);
        table.add(days_between(history.first, history.last) / length);
        table.add(days_between(history.first, *ledger.as_of) / length);
        if (repeats[client] > 0)
            table.add(repeat_revenue[client].value() / repeats[client]);
        else
            table.add(std::string());
    }
    return table;
}

} // namespace perennial::metrics
