#include "metrics/clients.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/expect.hpp"
#include "metrics/grouping.hpp"
#include "metrics/halves.hpp"
#include "metrics/kept_histories.hpp"
#include "metrics/keyword.hpp"
#include "metrics/ledger.hpp"
#include "metrics/lifecycle.hpp"
#include "metrics/text.hpp"
#include "metrics/untouched.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perennial::metrics {

namespace {

enum class RfmColumn { name, recency, frequency, monetary, r, f, m, code };
enum class SummaryColumn { name, repeats, recency, age, mean_value };

} // namespace

template <>
inline constexpr std::array<std::string_view, 8> keywords<RfmColumn> = {
    "Client", "Recency (days)", "Frequency", "Monetary", "R", "F", "M", "Code"};
template <>
inline constexpr std::array<std::string_view, 5> keywords<SummaryColumn> = {"Client", "x", "t_x", "T",
                                                                            "Mean repeat value"};

namespace {

/// The clients by revenue.
std::vector<std::uint32_t> by_revenue(const ClientHistories& known) {
    std::vector<double> revenues(known.of_client.size());
    std::transform(known.of_client.begin(), known.of_client.end(), revenues.begin(),
                   [](const History& history) { return history.revenue.value(); });
    return largest_first(revenues, known.clients);
}

/// Stand for a client where a row has none: it names one that has no orders, or has a row already, or nobody.
constexpr std::uint32_t without_orders = UINT32_MAX;
constexpr std::uint32_t unnamed = without_orders - 1;

bool is_client(std::uint32_t shown) {
    return shown < unnamed;
}

/// What is wanted of a table with a row per client.
template <Keyword Column>
struct Wanted {
    std::vector<Column> columns;
    bool as_named = false; ///< whether its rows are those of the names
    bool across = false;   ///< whether it lies on its side
};

/// The clients that are to have a row, in the table's own order or as they are named, and what stands for
/// them.
template <class InOrder>
std::vector<std::uint32_t> with_row(const ClientBook& book, const Until& until, bool as_named,
                                    InOrder in_order) {
    if (!until.among)
        return in_order();
    std::vector<bool> is_named(book.size());
    std::vector<std::uint32_t> named(until.among->size(), unnamed);
    for (std::size_t row = 0; row < named.size(); ++row) {
        if (is_empty(*until.among, row))
            continue;
        const auto client = book.find(*until.among, row);
        named[row] = client && !is_named[*client] ? *client : without_orders;
        if (client)
            is_named[*client] = true;
    }
    if (as_named)
        return named;
    std::vector<std::uint32_t> order = in_order();
    std::erase_if(order, [&is_named](std::uint32_t client) { return !is_named[client]; });
    return order;
}

/// In an order that is not their own, histories lie far from each other in memory: each is asked for some
/// places ahead.
void expect_history(const ClientHistories& known, std::span<const std::uint32_t> order, std::size_t place) {
    constexpr std::size_t ahead = 8;
    expect(known.of_client, order[std::min(place + ahead, order.size() - 1)]);
}

/// The columns that are wanted of a table, in the order wanted.
template <Keyword Column>
Wanted<Column> wanted_of(std::string_view words, std::initializer_list<Column> texts) {
    Wanted<Column> wanted;
    std::vector<std::string_view> headings;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(';', begin), words.size());
        const std::string_view heading = words.substr(begin, end - begin);
        if (fold(heading) == as_named_word)
            wanted.as_named = true;
        else if (fold(heading) == across_word)
            wanted.across = true;
        else
            headings.push_back(heading);
        begin = end + 1;
    }
    const auto is_alone = [&headings](TableColumns columns) {
        return headings.size() == 1 && fold(headings.front()) == word(columns, {});
    };
    const bool all = words.empty() || headings.empty() || is_alone(TableColumns::all);
    if (!all && !is_alone(TableColumns::figures)) {
        for (const std::string_view heading : headings)
            wanted.columns.push_back(parse_keyword<Column>(heading));
        return wanted;
    }
    for (std::size_t index = 0; index < std::size(keywords<Column>); ++index) {
        const auto column = static_cast<Column>(index);
        if (all || std::find(texts.begin(), texts.end(), column) == texts.end())
            wanted.columns.push_back(column);
    }
    return wanted;
}

/// Adds a row that has no client: a client without orders has `sums` of 0.
template <Keyword Column>
void add_without_client(Table::Rows& rows, const std::vector<Column>& columns, std::uint32_t shown,
                        std::initializer_list<Column> sums) {
    for (const Column column : columns)
        if (shown == without_orders && std::find(sums.begin(), sums.end(), column) != sums.end())
            rows.add(0.0);
        else
            rows.add("");
}

/// A table that has its headings only.
template <Keyword Column>
Table headed(const Wanted<Column>& wanted) {
    Table table(wanted.columns.size(), wanted.across ? Table::Shape::across : Table::Shape::upright);
    for (const Column column : wanted.columns)
        table.add(keywords<Column>[static_cast<std::size_t>(column)]);
    return table;
}

/// The words for the stages in a table, each stored once.
class StageWords {
public:
    explicit StageWords(Table::Rows& rows) : rows_(rows) {}

    void add(Stage stage) {
        std::optional<std::size_t>& number = numbers_[static_cast<std::size_t>(stage)];
        if (number) {
            rows_.repeat_text(*number);
        } else {
            number = rows_.texts();
            rows_.add(word(stage, {}));
        }
    }

private:
    Table::Rows& rows_;
    std::array<std::optional<std::size_t>, keywords<Stage>.size()> numbers_;
};

/// Adds a row for each client, in the order given, the halves of many at once: `add_rows(rows, clients)` adds
/// those of some that follow each other.
template <class AddRows>
void add_in_halves(Table& table, std::span<const std::uint32_t> order, AddRows add_rows) {
    const std::size_t headings = table.rows();
    table.add_rows(order.size(), 2);
    in_halves(0, order.size(), many_clients, [&](std::size_t half, std::size_t first, std::size_t last) {
        Table::Rows rows = table.rows_from(headings + first, half);
        add_rows(rows, order.subspan(first, last - first));
    });
}

/// 1 + the part of the values that are worse, in bins. Equal values have equal scores.
std::vector<int> scores(const std::vector<double>& values, int bins) {
    std::vector<int> all(values.size());
    std::vector<Ranked> ranks = ranked(values);
    std::size_t worse = 0;
    each_tie(ranks, [&](std::span<const Ranked> equal) {
        const int score = 1 + static_cast<int>(worse * static_cast<std::size_t>(bins) / values.size());
        for (const Ranked& rank : equal)
            all[rank.item] = score;
        worse += equal.size();
    });
    return all;
}

/// What a client bought on the days after its first one, and on that. A day with several orders is one
/// purchase.
struct Repeats {
    ShortDay first = ShortDay::max();
    ShortDay last = ShortDay::max();
    std::uint32_t days = 0;
    Sum revenue;
    Sum first_revenue;

    bool is_empty() const { return first == ShortDay::max(); }

    /// Orders come in the order of days.
    void add(const Order& order) {
        if (first >= order.day) {
            first = last = order.day;
            first_revenue.add(order.amount);
            return;
        }
        revenue.add(order.amount);
        if (last != order.day) {
            last = order.day;
            ++days;
        }
    }

    /// What the same client bought on later days.
    void add(const Repeats& later) {
        if (later.is_empty())
            return;
        if (is_empty()) {
            *this = later;
            return;
        }
        last = later.last;
        days += later.days + 1;
        revenue.add(later.first_revenue);
        revenue.add(later.revenue);
    }
};

using AllRepeats = std::vector<Repeats, Untouched<Repeats>>;

/// By the client's number; puts the ledger's orders into the order of days.
AllRepeats repeats(Ledger& ledger) {
    order_by_day(ledger);
    const auto read = [&orders = ledger.orders](AllRepeats& all, std::size_t first, std::size_t last) {
        // Neither a client nor, beyond a page, the next orders are near.
        constexpr std::size_t ahead = 32;
        for (std::size_t place = first; place < last; ++place) {
            expect(orders, place + 8 * ahead);
            expect(all, orders[std::min(place + ahead, last - 1)].client);
            all[orders[place].client].add(orders[place]);
        }
    };
    AllRepeats all(ledger.clients.size());
    const std::size_t orders = ledger.orders.size();
    if (orders < many_rows) {
        read(all, 0, orders);
        return all;
    }
    // Between two days: a day with several orders is not cut.
    std::size_t middle = orders / 2;
    while (middle < orders && ledger.orders[middle].day == ledger.orders[middle - 1].day)
        ++middle;
    AllRepeats later(all.size());
    at_once([&] { read(all, 0, middle); }, [&] { read(later, middle, orders); });
    for (std::size_t client = 0; client < all.size(); ++client)
        all[client].add(later[client]);
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
                   const Until& until) {
    const SharedHistories shared = shared_histories(null_date, clients, dates, amounts, until);
    const ClientHistories& known = *shared;

    const auto wanted =
        wanted_of<ClientTableColumn>(until.columns, {ClientTableColumn::name, ClientTableColumn::stage});
    const auto& columns = wanted.columns;
    Table table = headed(wanted);
    const auto shown = with_row(known.clients, until, wanted.as_named, [&] { return by_revenue(known); });
    add_in_halves(table, shown, [&](Table::Rows& rows, std::span<const std::uint32_t> order) {
        StageWords stages(rows);
        for (std::size_t place = 0; place < order.size(); ++place) {
            const std::uint32_t client = order[place];
            if (!is_client(client)) {
                add_without_client(rows, columns, client,
                                   {ClientTableColumn::orders, ClientTableColumn::revenue});
                continue;
            }
            expect_history(known, order, place);
            const History& history = known.of_client[client];
            for (const ClientTableColumn column : columns)
                switch (column) {
                case ClientTableColumn::name:
                    rows.add_name(client);
                    break;
                case ClientTableColumn::first:
                    rows.add(serial_of(null_date, history.first));
                    break;
                case ClientTableColumn::last:
                    rows.add(serial_of(null_date, history.last));
                    break;
                case ClientTableColumn::orders:
                    rows.add(static_cast<double>(history.orders));
                    break;
                case ClientTableColumn::revenue:
                    rows.add(history.revenue.value());
                    break;
                case ClientTableColumn::average:
                    rows.add(history.revenue.value() / static_cast<double>(history.orders));
                    break;
                case ClientTableColumn::tenure:
                    rows.add(static_cast<double>(whole_months(history.first, *known.as_of)));
                    break;
                case ClientTableColumn::since_last:
                    rows.add(days_between(history.last, *known.as_of));
                    break;
                case ClientTableColumn::stage:
                    stages.add(lifecycle_stage(history.first, history.last, *known.as_of));
                }
        }
    });
    table.set_names({shared, &known.clients.names()});
    return table;
}

Table rfm(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
          const Until& until, std::optional<double> bins) {
    const double parts = bins.value_or(5);
    require_between("bins", parts, 2, 100);
    require(parts == std::floor(parts), "bins must be a whole number, not {}", parts);
    const SharedHistories shared = shared_histories(null_date, clients, dates, amounts, until);
    const ClientHistories& known = *shared;
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

    const auto wanted = wanted_of<RfmColumn>(until.columns, {RfmColumn::name, RfmColumn::code});
    const auto& columns = wanted.columns;
    Table table = headed(wanted);
    const auto shown = with_row(known.clients, until, wanted.as_named, [&] { return by_revenue(known); });
    add_in_halves(table, shown, [&](Table::Rows& rows, std::span<const std::uint32_t> order) {
        std::string code;
        for (std::size_t place = 0; place < order.size(); ++place) {
            const std::uint32_t client = order[place];
            if (!is_client(client)) {
                add_without_client(rows, columns, client, {RfmColumn::frequency, RfmColumn::monetary});
                continue;
            }
            expect_history(known, order, place);
            for (const RfmColumn column : columns)
                switch (column) {
                case RfmColumn::name:
                    rows.add_name(client);
                    break;
                case RfmColumn::recency:
                    rows.add(-nearness[client] + 0.0);
                    break;
                case RfmColumn::frequency:
                    rows.add(frequency[client]);
                    break;
                case RfmColumn::monetary:
                    rows.add(monetary[client]);
                    break;
                case RfmColumn::r:
                    rows.add(static_cast<double>(r[client]));
                    break;
                case RfmColumn::f:
                    rows.add(static_cast<double>(f[client]));
                    break;
                case RfmColumn::m:
                    rows.add(static_cast<double>(m[client]));
                    break;
                case RfmColumn::code:
                    code.clear();
                    fmt::format_to(std::back_inserter(code), FMT_COMPILE("{}{}{}{}{}"), r[client], between,
                                   f[client], between, m[client]);
                    rows.add(code);
                }
        }
    });
    table.set_names({shared, &known.clients.names()});
    return table;
}

Table rfm_summary(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                  const Until& until, std::optional<Unit> unit) {
    const double length = days_in(unit.value_or(Unit::week));
    Ledger ledger = read_ledger(null_date, clients, dates, amounts, until);
    const AllRepeats known = repeats(ledger);

    const auto wanted = wanted_of<SummaryColumn>(until.columns, {SummaryColumn::name});
    const auto& columns = wanted.columns;
    Table table = headed(wanted);
    const auto shown =
        with_row(ledger.clients, until, wanted.as_named, [&] { return by_name(ledger.clients); });
    add_in_halves(table, shown, [&](Table::Rows& rows, std::span<const std::uint32_t> order) {
        for (const std::uint32_t client : order) {
            if (!is_client(client)) {
                add_without_client(rows, columns, client, {});
                continue;
            }
            const Repeats& repeated = known[client];
            const double days = repeated.days;
            for (const SummaryColumn column : columns)
                switch (column) {
                case SummaryColumn::name:
                    rows.add_name(client);
                    break;
                case SummaryColumn::repeats:
                    rows.add(days);
                    break;
                case SummaryColumn::recency:
                    rows.add(days_between(repeated.first, repeated.last) / length);
                    break;
                case SummaryColumn::age:
                    rows.add(days_between(repeated.first, *ledger.as_of) / length);
                    break;
                case SummaryColumn::mean_value:
                    if (days > 0)
                        rows.add(repeated.revenue.value() / days);
                    else
                        rows.add("");
                }
        }
    });
    table.set_names(std::make_shared<const Names>(ledger.clients.take_names()));
    return table;
}

} // namespace perennial::metrics
