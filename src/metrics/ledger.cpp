#include "metrics/ledger.hpp"

#include "metrics/error.hpp"
#include "metrics/grouping.hpp"

#include <algorithm>
#include <utility>

namespace perennial::metrics {

namespace {

/// Reads a ledger and visits its orders up to a day, client by number in the book. Gives that day, by default
/// the latest one.
template <class Visitor>
std::optional<Day> each_order(NullDate null_date, ClientBook& book, const Column& clients,
                              const Column& dates, const Column* amounts, const Until& until, Visitor visit) {
    const std::optional<Column> read =
        until.text_dates ? std::optional(read_dates(dates, null_date, *until.text_dates)) : std::nullopt;
    std::vector<Field> fields = {{"client", &clients, Content::client},
                                 {"date", read ? &*read : &dates, Content::date}};
    if (amounts)
        fields.push_back({"amount", amounts, Content::amount});
    std::optional<Day> end;
    if (until.day)
        end = require_day("asOf", null_date, *until.day);
    const Records records(null_date, std::move(fields));
    const Day last_wanted = end.value_or(Day::max());
    std::optional<Day> latest;
    ClientColumn client(book, clients);
    records.each_good(
        [&](std::size_t row) {
            const Day day = records.day(1, row);
            if (day > last_wanted)
                return;
            latest = latest ? std::max(*latest, day) : day;
            visit(Order{client[row], std::chrono::time_point_cast<ShortDay::duration>(day),
                        amounts ? amounts->number(row) : 0});
        },
        until.passes_over_faults);
    return end ? end : latest;
}

Ledger read(NullDate null_date, const Column& clients, const Column& dates, const Column* amounts,
            const Until& until) {
    Ledger ledger;
    ledger.orders.reserve(dates.size());
    ledger.as_of = each_order(null_date, ledger.clients, clients, dates, amounts, until,
                              [&](const Order& order) { ledger.orders.push_back(order); });
    return ledger;
}

void enter(History& history, const Order& order) {
    history.first = std::min(history.first, order.day);
    history.last = std::max(history.last, order.day);
    ++history.orders;
    history.revenue.add(order.amount);
}

Records ledger_records(NullDate null_date, const Column& clients, const Column& dates,
                       const Column& amounts) {
    return {null_date,
            {{"client", &clients, Content::client},
             {"date", &dates, Content::date},
             {"amount", &amounts, Content::amount}}};
}

LedgerReport check(const Records& records) {
    LedgerReport report;
    records.each([&](std::size_t row) {
        if (const auto bad = records.fault(row))
            report.bad.push_back(*bad);
        else
            ++report.good;
    });
    return report;
}

} // namespace

Ledger read_ledger(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   const Until& until) {
    return read(null_date, clients, dates, &amounts, until);
}

Ledger read_ledger(NullDate null_date, const Column& clients, const Column& dates, const Until& until) {
    return read(null_date, clients, dates, nullptr, until);
}

void order_by_day(std::vector<Order>& orders) {
    const auto earlier = [](const Order& left, const Order& right) { return left.day < right.day; };
    if (std::is_sorted(orders.begin(), orders.end(), earlier))
        return;
    const auto [first, last] = std::minmax_element(orders.begin(), orders.end(), earlier);
    const ShortDay start = first->day;
    order_by_number(
        orders, static_cast<std::size_t>((last->day - start).count()) + 1,
        [start](const Order& order) { return static_cast<std::size_t>((order.day - start).count()); });
}

std::vector<History> histories(const Ledger& ledger) {
    std::vector<History> all(ledger.clients.size());
    for (const Order& order : ledger.orders)
        enter(all[order.client], order);
    return all;
}

ClientHistories read_histories(NullDate null_date, const Column& clients, const Column& dates,
                               const Column& amounts, const Until& until) {
    ClientHistories read;
    read.as_of =
        each_order(null_date, read.clients, clients, dates, &amounts, until, [&](const Order& order) {
            if (order.client == read.of_client.size())
                read.of_client.emplace_back();
            enter(read.of_client[order.client], order);
        });
    return read;
}

LedgerReport check_ledger(NullDate null_date, const Column& clients, const Column& dates,
                          const Column& amounts) {
    return check(ledger_records(null_date, clients, dates, amounts));
}

Table ledger_check(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts) {
    const Records records = ledger_records(null_date, clients, dates, amounts);
    const LedgerReport report = check(records);
    Table table(2);
    table.reserve(report.bad.size() + 2);
    table.add("Row");
    table.add("Reason");
    for (const BadRow& bad : report.bad) {
        table.add(static_cast<double>(bad.row));
        table.add(records.sentence(bad));
    }
    if (report.bad.empty()) {
        table.add("OK");
        table.add(static_cast<double>(report.good));
    }
    return table;
}

} // namespace perennial::metrics
