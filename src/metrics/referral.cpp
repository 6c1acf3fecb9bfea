#include "metrics/referral.hpp"

#include "metrics/client_book.hpp"
#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/expect.hpp"
#include "metrics/records.hpp"
#include "metrics/referrers.hpp"
#include "metrics/sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

namespace perennial::metrics {

namespace {

/// The columns of referral_value by their headings.
enum class ValueColumn { name, own, referred, total };

} // namespace

template <>
inline constexpr std::array<std::string_view, 4> keywords<ValueColumn> = {"Client", "Own value",
                                                                          "Referred value", "Total"};

namespace {

/// Who brought whom, as a tree below each client that nobody brought.
struct Forest {
    ClientBook clients;
    Referrers referrer;
    std::vector<Sum> value; ///< own value of each client
};

Forest read_forest(const Column& clients, const Column& referrers, const Column& values) {
    const Records records({}, {{"client", &clients, Content::client},
                               {"referrer", &referrers, Content::optional_client},
                               {"value", &values, Content::amount}});
    Forest forest;
    ClientColumn client_in(forest.clients, clients);
    // As long as the book holds nobody else, clients whose names are unlike others need not be looked up.
    records.each_good([&](std::size_t row) { client_in[row]; }, true);
    ClientColumn referrer_in(forest.clients, referrers);
    const auto known = [&forest](std::uint32_t client) {
        forest.referrer.add(client);
        forest.value.resize(forest.referrer.size());
        return client;
    };
    records.each_good([&](std::size_t row) {
        const std::uint32_t client = known(client_in[row]);
        forest.value[client].add(values.number(row));
        if (is_empty(referrers, row))
            return;
        const std::uint32_t referrer = known(referrer_in[row]);
        switch (forest.referrer.link(client, referrer)) {
        case Referrers::Link::second_referrer:
            fail(Fault::bad_data, "row {}: the client \"{}\" has a second referrer", row + 1,
                 forest.clients.key(client));
        case Referrers::Link::circle:
            fail(Fault::domain, "row {}: the referrals run in a circle at or above the client \"{}\"",
                 row + 1, forest.clients.key(client));
        case Referrers::Link::made:
        case Referrers::Link::known:
            break;
        }
    });
    return forest;
}

/// In an order that is not their own, clients lie far from each other in memory: each is asked for so many
/// places ahead.
constexpr std::size_t ahead = 16;

/// The clients in an order in which each comes after all that it brought. Iterative, since a chain may be as
/// long as the sheet.
std::vector<std::uint32_t> leaves_first(const Forest& forest) {
    const auto clients = static_cast<std::uint32_t>(forest.referrer.size());
    std::vector<std::uint32_t> waiting(clients, 0);
    for (std::uint32_t client = 0; client < clients; ++client)
        if (const std::uint32_t referrer = forest.referrer.of(client); referrer != Referrers::nobody)
            ++waiting[referrer];
    std::vector<std::uint32_t> order;
    order.reserve(clients);
    for (std::uint32_t client = 0; client < clients; ++client)
        if (waiting[client] == 0)
            order.push_back(client);
    for (std::size_t done = 0; done < order.size(); ++done) {
        const std::uint32_t referrer = forest.referrer.of(order[done]);
        if (referrer != Referrers::nobody && --waiting[referrer] == 0)
            order.push_back(referrer);
    }
    return order;
}

/// Value of all that each client brought, Σ over its own clients of share × (own value + what they brought).
std::vector<Sum> brought(const Forest& forest, double share) {
    std::vector<Sum> sums(forest.referrer.size());
    const std::vector<std::uint32_t> order = leaves_first(forest);
    for (std::size_t place = 0; place < order.size(); ++place) {
        // Those who brought a client lie anywhere.
        const std::uint32_t later = order[std::min(place + ahead, order.size() - 1)];
        expect(sums, later);
        expect(sums, forest.referrer.of(later));
        const std::uint32_t client = order[place];
        const std::uint32_t referrer = forest.referrer.of(client);
        if (referrer == Referrers::nobody)
            continue;
        sums[referrer].add(share, forest.value[client]);
        sums[referrer].add(share, sums[client]);
    }
    return sums;
}

/// The clients that each client brought, one after the other: those of a client begin at its entry in
/// `begin`.
struct Children {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> clients;
};

Children children(const Forest& forest) {
    Children all{std::vector<std::size_t>(forest.referrer.size() + 1, 0), {}};
    for (std::uint32_t client = 0; client < forest.referrer.size(); ++client)
        if (const std::uint32_t referrer = forest.referrer.of(client); referrer != Referrers::nobody)
            ++all.begin[referrer + 1];
    std::partial_sum(all.begin.begin(), all.begin.end(), all.begin.begin());
    all.clients.resize(all.begin.back());
    std::vector<std::size_t> next(all.begin.begin(), all.begin.end() - 1);
    for (std::uint32_t client = 0; client < forest.referrer.size(); ++client)
        if (const std::uint32_t referrer = forest.referrer.of(client); referrer != Referrers::nobody)
            all.clients[next[referrer]++] = client;
    return all;
}

/// Takes away what lies more than `generations` below each client: what the clients that many steps below it
/// brought. Each client is met once, on the way down from its topmost referrer.
void limit(const Forest& forest, std::vector<Sum>& sums, double share, std::size_t generations) {
    const std::vector<Sum> all = sums;
    const Children below = children(forest);
    const double weight = -std::pow(share, static_cast<double>(generations));
    struct Step {
        std::uint32_t client;
        std::size_t depth;
    };
    std::vector<Step> open;
    for (std::uint32_t client = 0; client < forest.referrer.size(); ++client)
        if (forest.referrer.of(client) == Referrers::nobody)
            open.push_back({client, 0});
    std::vector<std::uint32_t> path;
    while (!open.empty()) {
        const Step step = open.back();
        open.pop_back();
        path.resize(step.depth);
        path.push_back(step.client);
        if (step.depth >= generations)
            sums[path[step.depth - generations]].add(weight, all[step.client]);
        for (std::size_t index = below.begin[step.client]; index < below.begin[step.client + 1]; ++index)
            open.push_back({below.clients[index], step.depth + 1});
    }
}

double months_of_window(Day from, Day to) {
    const Day end = to + std::chrono::days{1};
    const std::chrono::year_month_day start{from};
    const int whole = whole_months(from, end);
    const auto step = [&](int months) {
        const auto date = start + std::chrono::months{months};
        return date.ok() ? Day{date} : Day{date.year() / date.month() / std::chrono::last};
    };
    return whole + days_between(step(whole), end) / days_between(step(whole), step(whole + 1));
}

} // namespace

std::string referral_tier(double annual_spend, double active_days, std::optional<double> spend_cut,
                          std::optional<double> active_cut, Labels labels) {
    const double spend_limit = spend_cut.value_or(100000);
    const double active_limit = active_cut.value_or(20);
    require_finite("annualSpend", annual_spend);
    require_at_least("activeDays", active_days, 0);
    require_at_least("spendCut", spend_limit, 0);
    require_at_least("activeCut", active_limit, 0);
    const bool spends = annual_spend > spend_limit;
    const bool active = active_days >= active_limit;
    if (spends && active)
        return word(ReferrerTier::core, labels);
    return word(spends || active ? ReferrerTier::potential : ReferrerTier::ordinary, labels);
}

double referral_reward(double deal, DealSize size, std::optional<std::span<const double>> rates) {
    static constexpr std::array<double, 2> usual = {0.05, 0.08};
    require_at_least("deal", deal, 0);
    const std::span<const double> of_sizes = rates.value_or(usual);
    require(of_sizes.size() == usual.size(), "rates must be {} numbers, not {}", usual.size(),
            of_sizes.size());
    for (const double rate : of_sizes)
        require_share("a rate", rate);
    return deal * of_sizes[static_cast<std::size_t>(size)];
}

Table referral_funnel(const Column& referred, const Column& clicked, const Column& registered,
                      const Column& closed) {
    static constexpr std::array<const char*, 4> names = {"Referred", "Clicked", "Registered", "Closed"};
    const Records records({}, {{"referred", &referred, Content::flag},
                               {"clicked", &clicked, Content::flag},
                               {"registered", &registered, Content::flag},
                               {"closed", &closed, Content::flag}});
    std::array<double, 4> counts{};
    records.each_good([&](std::size_t row) {
        bool reached = false;
        for (std::size_t step = counts.size(); step-- > 0;) {
            reached = reached || records.holds(step, row);
            counts[step] += reached ? 1 : 0;
        }
    });
    const auto ratio = [](double part, double whole) -> Value {
        if (whole == 0)
            return Fault::division_by_zero;
        return part / whole;
    };
    Table table(5);
    for (const char* heading : {"Step", "Count", "From the step before", "From the first", "Drop-off"})
        table.add(heading);
    for (std::size_t step = 0; step < counts.size(); ++step) {
        table.add(names[step]);
        table.add(counts[step]);
        table.add(step == 0 ? Value(std::string()) : ratio(counts[step], counts[step - 1]));
        table.add(ratio(counts[step], counts[0]));
        table.add(step == 0 ? Value(std::string())
                            : ratio(counts[step - 1] - counts[step], counts[step - 1]));
    }
    return table;
}

double referrer_activity(NullDate null_date, const Column& referrers, const Column& dates, double from,
                         double to) {
    const Day first = require_day("from", null_date, from);
    const Day last = require_day("to", null_date, to);
    require(first <= last, "from ({}) must not lie after to ({})", from, to);
    const Records records(null_date,
                          {{"referrer", &referrers, Content::client}, {"date", &dates, Content::date}});
    ClientBook active;
    ClientColumn referrer(active, referrers);
    double referrals = 0;
    records.each_good([&](std::size_t row) {
        const Day day = records.day(1, row);
        if (day < first || day > last)
            return;
        referrer[row];
        ++referrals;
    });
    return divide(referrals, static_cast<double>(active.size()), "the number of active referrers") /
           months_of_window(first, last);
}

double referred_lift(const Cells& referred, const Cells& values) {
    const Records records(
        {}, {{"referred", &referred.column, Content::flag}, {"value", &values.column, Content::amount}},
        Lengths::padded);
    std::array<Sum, 2> sums;
    std::array<double, 2> counts{};
    records.each_good([&](std::size_t row) {
        const std::size_t group = records.holds(0, row) ? 0 : 1;
        sums[group].add(values.column.number(row));
        ++counts[group];
    });
    const double brought_mean = divide(sums[0].value(), counts[0], "the number of referred clients");
    const double other_mean = divide(sums[1].value(), counts[1], "the number of other clients");
    return divide(brought_mean, other_mean, "the mean value of the other clients") - 1;
}

double k_factor(double invites, double conversion) {
    require_at_least("invites", invites, 0);
    require_share("conversion", conversion);
    return invites * conversion;
}

double k_total(double seeds, double k) {
    require_at_least("seeds", seeds, 0);
    require_at_least("k", k, 0);
    if (k >= 1)
        fail(Fault::missing_value, "with a k of {} the number of clients grows without end", k);
    return representable(seeds / (1 - k));
}

double nps(std::span<const double> scores) {
    double answers = 0;
    double balance = 0;
    for (const double score : scores) {
        if (std::isnan(score))
            continue;
        require_between("a score", score, 0, 10);
        ++answers;
        if (score >= 9)
            ++balance;
        else if (score <= 6)
            --balance;
    }
    return divide(100 * balance, answers, "the number of answers");
}

std::string referral_advice(double activity, double close_rate, double value_lift,
                            std::optional<std::span<const double>> targets, Labels labels) {
    static constexpr std::array<double, 3> usual = {1, 0.2, 0};
    require_at_least("activity", activity, 0);
    require_share("closeRate", close_rate);
    require_finite("valueLift", value_lift);
    const std::span<const double> wanted = targets.value_or(usual);
    require(wanted.size() == usual.size(), "targets must be {} numbers, not {}", usual.size(), wanted.size());
    for (const double target : wanted)
        require_finite("a target", target);
    const std::array<double, 3> reached = {activity, close_rate, value_lift};
    std::size_t step = 0;
    while (step < reached.size() && reached[step] >= wanted[step])
        ++step;
    return word(static_cast<Advice>(step), labels);
}

Table referral_value(const Column& clients, const Column& referrers, const Column& values,
                     std::optional<double> share, const Generations& generations) {
    const double passed_on = share.value_or(1);
    require_share("share", passed_on);
    if (generations.most) {
        require_at_least("generations", *generations.most, 1);
        require(*generations.most == std::floor(*generations.most),
                "generations must be a whole number, not {}", *generations.most);
    }
    const auto ordered_by =
        generations.order.empty() ? ValueColumn::total : parse_keyword<ValueColumn>(generations.order);
    Forest forest = read_forest(clients, referrers, values);
    std::vector<Sum> referred = brought(forest, passed_on);
    if (generations.most && *generations.most < static_cast<double>(referred.size()))
        limit(forest, referred, passed_on, static_cast<std::size_t>(*generations.most));

    const auto figure = [&](ValueColumn column, std::size_t client) {
        const double own = forest.value[client].value();
        const double more = referred[client].value();
        return column == ValueColumn::own ? own : column == ValueColumn::referred ? more : own + more;
    };
    const auto by_figure = [&] {
        std::vector<double> figures(referred.size());
        for (std::size_t client = 0; client < figures.size(); ++client)
            figures[client] = figure(ordered_by, client);
        return largest_first(figures, forest.clients);
    };
    const auto order = ordered_by == ValueColumn::name ? by_name(forest.clients) : by_figure();
    Table table(keywords<ValueColumn>.size());
    table.reserve(order.size() + 1);
    for (const std::string_view heading : keywords<ValueColumn>)
        table.add(heading);
    table.add_rows(order.size(), 1);
    Table::Rows rows = table.rows_from(1, 0);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::uint32_t later = order[std::min(place + ahead, order.size() - 1)];
        expect(forest.value, later);
        expect(referred, later);
        const std::uint32_t client = order[place];
        rows.add_name(client);
        for (const ValueColumn column : {ValueColumn::own, ValueColumn::referred, ValueColumn::total})
            rows.add(figure(column, client));
    }
    table.set_names(std::make_shared<const Names>(forest.clients.take_names()));
    return table;
}

double referral_rate(const Column& clients, const Column& referrers) {
    ClientBook book;
    const auto read = [&book](const Column& column, auto visit) {
        ClientColumn client(book, column);
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.kind(row) == Column::Kind::error)
                throw CellError(column.error(row));
            if (!is_empty(column, row))
                visit(client[row]);
        }
    };
    read(clients, [](std::uint32_t) {});
    std::vector<bool> refers(book.size(), false);
    read(referrers, [&](std::uint32_t client) {
        if (client < refers.size())
            refers[client] = true;
    });
    return divide(static_cast<double>(std::count(refers.begin(), refers.end(), true)),
                  static_cast<double>(refers.size()), "the number of clients");
}

} // namespace perennial::metrics
