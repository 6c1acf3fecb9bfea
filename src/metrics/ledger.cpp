#include "metrics/ledger.hpp"

#include "metrics/error.hpp"
#include "metrics/expect.hpp"
#include "metrics/grouping.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace perennial::metrics {

namespace {

/// Reads a ledger and visits its orders up to a day, as many in one go as one run of its records has, client
/// by number in the book. Gives that day, by default the latest one.
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
    const auto last_wanted = end ? std::chrono::time_point_cast<ShortDay::duration>(*end) : ShortDay::max();
    ShortDay latest = ShortDay::min();
    ClientColumn client(book, clients);
    std::array<ShortDay, Records::longest_run> days;
    std::array<std::uint32_t, Records::longest_run> numbers;
    std::array<Order, Records::longest_run> orders;
    const auto visit_rows = [&](std::size_t first, std::span<const ShortDay> wanted) {
        client.read(first, std::span(numbers.data(), wanted.size()));
        for (std::size_t index = 0; index < wanted.size(); ++index)
            orders[index] = {numbers[index], wanted[index], amounts ? amounts->number(first + index) : 0};
        latest = std::max(latest, *std::max_element(wanted.begin(), wanted.end()));
        visit(std::span<const Order>(orders.data(), wanted.size()));
    };
    records.each_run(
        [&](std::size_t first, std::size_t last) {
            const std::span<ShortDay> run(days.data(), last - first);
            records.days(1, first, run);
            const auto is_wanted = [last_wanted](ShortDay day) { return day <= last_wanted; };
            for (auto begin = run.begin(); begin != run.end();) {
                const auto past = std::find_if_not(begin, run.end(), is_wanted);
                if (begin != past)
                    visit_rows(first + static_cast<std::size_t>(begin - run.begin()), {begin, past});
                begin = std::find_if(past, run.end(), is_wanted);
            }
        },
        until.passes_over_faults);
    if (end)
        return end;
    return latest == ShortDay::min() ? std::nullopt : std::optional<Day>(latest);
}

Ledger read(NullDate null_date, const Column& clients, const Column& dates, const Column* amounts,
            const Until& until) {
    Ledger ledger;
    ledger.orders.reserve(dates.size());
    ledger.as_of = each_order(
        null_date, ledger.clients, clients, dates, amounts, until, [&](std::span<const Order> orders) {
            ShortDay before = ledger.orders.empty() ? ShortDay::min() : ledger.orders.back().day;
            for (const Order& order : orders) {
                ledger.is_by_day = ledger.is_by_day && before <= order.day;
                before = order.day;
            }
            ledger.orders.insert(ledger.orders.end(), orders.begin(), orders.end());
        });
    return ledger;
}

void enter(History& history, const Order& order) {
    history.first = std::min(history.first, order.day);
    history.last = std::max(history.last, order.day);
    ++history.orders;
    history.revenue.add(order.amount);
}

/// The histories of many clients do not fit into a near cache: each is asked for some orders ahead.
void enter(std::vector<History>& histories, std::span<const Order> orders) {
    constexpr std::size_t ahead = 32;
    for (std::size_t index = 0; index < std::min(ahead, orders.size()); ++index)
        expect(histories, orders[index].client);
    for (std::size_t index = 0; index < orders.size(); ++index) {
        expect(histories, orders[std::min(index + ahead, orders.size() - 1)].client);
        enter(histories[orders[index].client], orders[index]);
    }
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

void order_by_day(Ledger& ledger) {
    if (ledger.is_by_day)
        return;
    const auto [first, last] =
        std::minmax_element(ledger.orders.begin(), ledger.orders.end(),
                            [](const Order& left, const Order& right) { return left.day < right.day; });
    const ShortDay start = first->day;
    order_by_number(
        ledger.orders, static_cast<std::size_t>((last->day - start).count()) + 1,
        [start](const Order& order) { return static_cast<std::size_t>((order.day - start).count()); });
    ledger.is_by_day = true;
}

std::vector<History> histories(const Ledger& ledger) {
    std::vector<History> all(ledger.clients.size());
    enter(all, ledger.orders);
    return all;
}

ClientHistories read_histories(NullDate null_date, const Column& clients, const Column& dates,
                               const Column& amounts, const Until& until) {
    ClientHistories read;
    read.of_client.reserve(std::min(clients.texts(), clients.size()));
    read.as_of = each_order(null_date, read.clients, clients, dates, &amounts, until,
                            [&](std::span<const Order> orders) {
                                read.of_client.resize(read.clients.size());
                                enter(read.of_client, orders);
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
