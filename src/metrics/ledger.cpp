#include "metrics/ledger.hpp"

#include "metrics/error.hpp"
#include "metrics/expect.hpp"
#include "metrics/grouping.hpp"
#include "metrics/halves.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace perennial::metrics {

namespace {

/// The rows of a ledger with the orders up to a day.
class OrderRows {
public:
    OrderRows(NullDate null_date, const Column& clients, const Column& dates, const Column* amounts,
              const Until& until)
        : amounts_(amounts),
          read_dates_(until.text_dates ? std::optional(read_dates(dates, null_date, *until.text_dates))
                                       : std::nullopt),
          end_(until.day ? std::optional(require_day("asOf", null_date, *until.day)) : std::nullopt),
          passes_over_faults_(until.passes_over_faults),
          records_(null_date, fields(clients, read_dates_ ? *read_dates_ : dates, amounts)) {}

    std::size_t first() const { return records_.first_row(); }
    std::size_t last() const { return records_.size(); }

    /// Visits the orders in the rows from `begin` to before `end`, as many in one go as one run of records
    /// has, with their clients as `clients` reads them. Gives the latest day.
    template <class Clients, class Visitor>
    ShortDay visit(std::size_t begin, std::size_t end, Clients& clients, Visitor visit) const {
        ShortDay latest = ShortDay::min();
        std::array<ShortDay, Records::longest_run> days;
        std::array<std::uint32_t, Records::longest_run> numbers;
        std::array<Order, Records::longest_run> orders;
        const auto visit_rows = [&](std::size_t first, std::span<const ShortDay> wanted) {
            clients.read(first, std::span(numbers.data(), wanted.size()));
            for (std::size_t index = 0; index < wanted.size(); ++index)
                orders[index] = {numbers[index], wanted[index],
                                 amounts_ ? amounts_->number(first + index) : 0};
            latest = std::max(latest, *std::max_element(wanted.begin(), wanted.end()));
            visit(std::span<const Order>(orders.data(), wanted.size()));
        };
        records_.each_run(
            begin, end,
            [&](std::size_t first, std::size_t last) {
                const std::span<ShortDay> run(days.data(), last - first);
                records_.days(1, first, run);
                if (end_)
                    each_wanted(run, [&](std::size_t place, std::span<const ShortDay> wanted) {
                        visit_rows(first + place, wanted);
                    });
                else
                    visit_rows(first, run);
            },
            passes_over_faults_);
        return latest;
    }

    /// The day up to which orders were read, by default the latest one.
    std::optional<Day> as_of(ShortDay latest) const {
        if (end_)
            return end_;
        return latest == ShortDay::min() ? std::nullopt : std::optional<Day>(latest);
    }

private:
    static std::vector<Field> fields(const Column& clients, const Column& dates, const Column* amounts) {
        std::vector<Field> all = {{"client", &clients, Content::client}, {"date", &dates, Content::date}};
        if (amounts)
            all.push_back({"amount", amounts, Content::amount});
        return all;
    }

    /// Visits the days that are not too late, as many in one go as follow each other, and the place of the
    /// first one.
    template <class Visitor>
    void each_wanted(std::span<const ShortDay> run, Visitor visit) const {
        const auto is_wanted = [this](ShortDay day) { return day <= *end_; };
        for (auto begin = run.begin(); begin != run.end();) {
            const auto past = std::find_if_not(begin, run.end(), is_wanted);
            if (begin != past)
                visit(static_cast<std::size_t>(begin - run.begin()), std::span(begin, past));
            begin = std::find_if(past, run.end(), is_wanted);
        }
    }

    const Column* amounts_;
    std::optional<Column> read_dates_;
    std::optional<Day> end_;
    bool passes_over_faults_;
    Records records_;
};

/// The orders of one half of a ledger's rows, their clients by mark.
struct MarkedOrders {
    explicit MarkedOrders(const Column& clients) : marks(clients), has_orders(marks.size()) {}

    void add(std::span<const Order> orders) {
        has_orders.resize(marks.size());
        for (const Order& order : orders) {
            has_orders[order.client] = 1;
            is_by_day = is_by_day && last <= order.day;
            last = order.day;
        }
        end = std::copy(orders.begin(), orders.end(), end);
    }

    ClientMarks marks;
    std::vector<std::uint8_t> has_orders; ///< by mark
    Orders::iterator begin{};
    Orders::iterator end{};
    ShortDay last = ShortDay::min(); ///< the day of the last order
    ShortDay latest = ShortDay::min();
    bool is_by_day = true;
};

/// Enters the clients of both halves in a book, and puts their numbers there in the place of their marks.
void enter_clients(std::array<MarkedOrders, 2>& halves, const Column& clients, ClientBook& book) {
    std::vector<std::uint8_t> wanted(clients.texts());
    for (std::size_t text = 0; text < wanted.size(); ++text)
        wanted[text] = halves[0].has_orders[text] | halves[1].has_orders[text];
    const std::vector<std::uint32_t> texts = enter_texts(book, clients, wanted);
    std::array<std::vector<std::uint32_t>, 2> numbers = {texts, texts};
    for (std::size_t half = 0; half < halves.size(); ++half)
        for (auto mark = static_cast<std::uint32_t>(texts.size()); mark < halves[half].marks.size(); ++mark)
            numbers[half].push_back(halves[half].marks.enter(mark, book));
    const auto put_numbers = [&](std::size_t half) {
        for (auto order = halves[half].begin; order != halves[half].end; ++order)
            order->client = numbers[half][order->client];
    };
    if (halves[1].begin == halves[1].end)
        put_numbers(0);
    else
        at_once([&] { put_numbers(0); }, [&] { put_numbers(1); });
}

Ledger read(NullDate null_date, const Column& clients, const Column& dates, const Column* amounts,
            const Until& until) {
    const OrderRows rows(null_date, clients, dates, amounts, until);
    Ledger ledger;
    Orders& orders = ledger.orders;
    orders.resize(rows.last() - rows.first());
    std::array<MarkedOrders, 2> halves = {MarkedOrders(clients), MarkedOrders(clients)};
    auto& [upper, lower] = halves;
    upper.begin = upper.end = lower.begin = lower.end = orders.begin();
    in_halves(
        rows.first(), rows.last(), many_rows, [&](std::size_t half, std::size_t first, std::size_t last) {
            MarkedOrders& read = halves[half];
            read.begin = read.end = orders.begin() + static_cast<std::ptrdiff_t>(first - rows.first());
            read.latest =
                rows.visit(first, last, read.marks, [&read](std::span<const Order> more) { read.add(more); });
        });
    enter_clients(halves, clients, ledger.clients);
    ledger.is_by_day =
        upper.is_by_day && lower.is_by_day && (lower.begin == lower.end || upper.last <= lower.begin->day);
    ledger.as_of = rows.as_of(std::max(upper.latest, lower.latest));
    // Rows without an order leave room at the end of each half.
    const auto end = upper.end == lower.begin ? lower.end : std::copy(lower.begin, lower.end, upper.end);
    orders.erase(end, orders.end());
    return ledger;
}

void enter(History& history, const Order& order) {
    history.first = std::min(history.first, order.day);
    history.last = std::max(history.last, order.day);
    ++history.orders;
    history.revenue.add(order.amount);
}

void enter(History& history, const History& other) {
    history.first = std::min(history.first, other.first);
    history.last = std::max(history.last, other.last);
    history.orders += other.orders;
    history.revenue.add(other.revenue);
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

/// What some of a ledger's rows say.
struct MarkedHistories {
    explicit MarkedHistories(const Column& clients) : marks(clients) {}

    ClientMarks marks;
    std::vector<History> of_mark;
    ShortDay latest = ShortDay::min();
};

/// Enters all clients with orders in a book, and gives their histories by their numbers there.
std::vector<History> by_client(std::array<MarkedHistories, 2>& halves, const Column& clients,
                               ClientBook& book) {
    auto& [all, more] = halves;
    all.of_mark.resize(all.marks.size());
    for (auto mark = static_cast<std::uint32_t>(clients.texts()); mark < more.of_mark.size(); ++mark) {
        const std::uint32_t same = all.marks.mark_like(more.marks, mark);
        all.of_mark.resize(all.marks.size());
        enter(all.of_mark[same], more.of_mark[mark]);
    }
    std::vector<std::uint8_t> has_orders(clients.texts());
    for (std::size_t text = 0; text < has_orders.size(); ++text) {
        if (text < more.of_mark.size())
            enter(all.of_mark[text], more.of_mark[text]);
        has_orders[text] = all.of_mark[text].orders > 0 ? 1 : 0;
    }
    const std::vector<std::uint32_t> numbers = enter_texts(book, clients, has_orders);
    // No client has a larger number than its first mark, so that none is written over before it is read.
    std::vector<History> histories = std::move(all.of_mark);
    std::size_t known = 0;
    for (std::uint32_t mark = 0; mark < histories.size(); ++mark) {
        const History history = histories[mark];
        if (history.orders == 0)
            continue;
        const std::uint32_t client = mark < numbers.size() ? numbers[mark] : all.marks.enter(mark, book);
        if (client == known) {
            histories[client] = history;
            ++known;
        } else {
            enter(histories[client], history);
        }
    }
    histories.resize(known);
    return histories;
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
    const OrderRows rows(null_date, clients, dates, &amounts, until);
    std::array<MarkedHistories, 2> halves = {MarkedHistories(clients), MarkedHistories(clients)};
    in_halves(rows.first(), rows.last(), many_rows,
              [&](std::size_t half, std::size_t first, std::size_t last) {
                  MarkedHistories& read = halves[half];
                  read.of_mark.resize(read.marks.size());
                  read.latest = rows.visit(first, last, read.marks, [&](std::span<const Order> orders) {
                      read.of_mark.resize(read.marks.size());
                      enter(read.of_mark, orders);
                  });
              });
    ClientHistories read;
    read.as_of = rows.as_of(std::max(halves[0].latest, halves[1].latest));
    read.of_client = by_client(halves, clients, read.clients);
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
