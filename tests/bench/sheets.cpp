#include "sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

namespace perennial::bench {

namespace {

using metrics::Column;

/// SplitMix64 (Steele, Lea & Flood 2014); the distributions of the standard library differ between systems.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// From 0 to below 1.
    double share() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53;
    }

    /// A whole number from 0 to below `bound`.
    std::uint32_t below(std::size_t bound) {
        return static_cast<std::uint32_t>(share() * static_cast<double>(bound));
    }

    double exponential(double mean) { return -mean * std::log1p(-share()); }

private:
    std::uint64_t state_;
};

constexpr std::uint64_t seed = 2024;
constexpr auto days = static_cast<int>(last_date - first_date) + 1;

/// The names of the clients, each made once.
std::vector<std::string> client_names(std::size_t clients, Keys keys) {
    std::vector<std::string> names;
    names.reserve(clients);
    for (std::uint32_t client = 0; client < clients; ++client)
        names.push_back(client_name(client, keys));
    return names;
}

std::size_t clients_of(std::size_t rows) {
    return std::max<std::size_t>(1, rows / orders_per_client);
}

} // namespace

std::string client_name(std::uint32_t client, Keys keys) {
    static constexpr std::array<std::string_view, 7> cities = {"上海", "北京", "深圳", "广州",
                                                               "杭州", "成都", "武汉"};
    static constexpr std::array<std::string_view, 5> trades = {"财富管理咨询", "人力资源服务", "品牌设计工作",
                                                               "企业税务代理", "教育科技发展"};
    if (keys == Keys::ids)
        return fmt::format("C{:05}", client + 1);
    return fmt::format("{}{}有限责任公司第{}分公司", cities[client % cities.size()],
                       trades[client % trades.size()], client + 1);
}

Orders make_shuffled_orders(std::size_t rows) {
    Random random(seed);
    const std::size_t clients = clients_of(rows);
    std::vector<int> firsts(clients);
    for (int& first : firsts)
        first = static_cast<int>(random.below(days));
    Orders orders;
    orders.clients.reserve(rows);
    orders.dates.reserve(rows);
    orders.amounts.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const double rank = random.share();
        const auto client = static_cast<std::uint32_t>(rank * std::sqrt(rank) * static_cast<double>(clients));
        const double age = random.share();
        const int day = firsts[client] + static_cast<int>(age * age * (days - firsts[client]));
        orders.clients.push_back(client);
        orders.dates.push_back(static_cast<int>(first_date) + day);
        orders.amounts.push_back(10 + 0.25 * random.below(4000));
    }
    return orders;
}

Orders make_orders(std::size_t rows) {
    const Orders shuffled = make_shuffled_orders(rows);
    std::vector<std::uint32_t> places(rows);
    std::iota(places.begin(), places.end(), 0U);
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t left, std::uint32_t right) {
        return shuffled.dates[left] < shuffled.dates[right];
    });
    Orders orders;
    for (const std::uint32_t place : places) {
        orders.clients.push_back(shuffled.clients[place]);
        orders.dates.push_back(shuffled.dates[place]);
        orders.amounts.push_back(shuffled.amounts[place]);
    }
    return orders;
}

Ledger make_ledger(const Orders& orders, Keys keys) {
    const std::size_t rows = orders.clients.size();
    const std::vector<std::string> names = client_names(clients_of(rows), keys);
    Ledger ledger;
    for (std::size_t row = 0; row < rows; ++row) {
        ledger.clients.add_text(names[orders.clients[row]]);
        ledger.dates.add_number(orders.dates[row]);
        ledger.amounts.add_number(orders.amounts[row]);
    }
    return ledger;
}

Contracts make_contracts(std::size_t rows, Keys keys) {
    Random random(seed);
    const std::vector<std::string> names = client_names(clients_of(rows), keys);
    Contracts contracts;
    for (std::size_t row = 0; row < rows; ++row) {
        const double start = first_date + random.below(days);
        contracts.clients.add_text(names[random.below(names.size())]);
        contracts.starts.add_number(start);
        if (random.below(3) == 0)
            contracts.ends.add_empty();
        else
            contracts.ends.add_number(start + random.below(730));
        contracts.mrr.add_number(20 + random.below(2000) / 4.0);
    }
    return contracts;
}

Referrals make_referrals(std::size_t rows, Keys keys) {
    Random random(seed);
    const std::vector<std::string> names = client_names(rows, keys);
    Referrals referrals;
    for (std::size_t row = 0; row < rows; ++row) {
        referrals.clients.add_text(names[row]);
        if (row == 0 || random.below(3) == 0)
            referrals.referrers.add_empty();
        else
            referrals.referrers.add_text(names[random.below(row)]);
        referrals.values.add_number(random.below(100000) / 4.0);
    }
    return referrals;
}

Lifetimes make_lifetimes(std::size_t rows) {
    Random random(seed);
    Lifetimes lifetimes;
    for (std::size_t row = 0; row < rows; ++row) {
        const double stays = random.exponential(600);
        const double watched = random.below(days);
        lifetimes.durations.column.add_number(std::floor(std::min(stays, watched)));
        lifetimes.ended.column.add_number(stays < watched ? 1 : 0);
    }
    return lifetimes;
}

Purchases make_purchases(std::size_t rows) {
    Random random(seed);
    Purchases purchases;
    for (std::size_t row = 0; row < rows; ++row) {
        const int age = 30 + static_cast<int>(random.below(700));
        const double pause = 20 + random.exponential(120);
        double last = 0;
        int bought = 0;
        for (double day = random.exponential(pause); day < age; day += 1 + random.exponential(pause)) {
            ++bought;
            last = std::floor(day);
            if (random.below(5) == 0)
                break;
        }
        purchases.x.column.add_number(bought);
        purchases.tx.column.add_number(last / 7);
        purchases.age.column.add_number(age / 7.0);
    }
    return purchases;
}

std::vector<double> make_scores(std::size_t rows) {
    Random random(seed);
    std::vector<double> scores(rows);
    for (double& score : scores)
        score = random.below(10000) / 100.0;
    return scores;
}

} // namespace perennial::bench
