#pragma once

#include "metrics/column.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Client sheets of any length for the benchmarks: seeded, the same on every machine.
namespace perennial::bench {

/// How clients are named.
enum class Keys {
    ids,   ///< C00001
    names, ///< of Chinese firms, some sixty bytes long
};

std::string client_name(std::uint32_t client, Keys keys);

/// Orders over five years, in the order of their dates, as a firm enters them. Clients arrive all the time,
/// buy less as they grow older, and a few buy a lot. Amounts are multiples of 0.25, so that their sums are
/// exact in whatever order they are added.
struct Orders {
    std::vector<std::uint32_t> clients;
    std::vector<int> dates; ///< serial numbers
    std::vector<double> amounts;
};

inline constexpr std::size_t orders_per_client = 20;

Orders make_orders(std::size_t rows);
/// The same in no order.
Orders make_shuffled_orders(std::size_t rows);

struct Ledger {
    metrics::Column clients;
    metrics::Column dates;
    metrics::Column amounts;
};
Ledger make_ledger(const Orders& orders, Keys keys);

/// One row per contract; a third of them are running.
struct Contracts {
    metrics::Column clients;
    metrics::Column starts;
    metrics::Column ends;
    metrics::Column mrr;
};
inline constexpr double first_date = 43831; ///< 2020-01-01
inline constexpr double last_date = 45657;  ///< 2024-12-31
Contracts make_contracts(std::size_t rows, Keys keys);

/// One row per client; two thirds of them were brought by one above them.
struct Referrals {
    metrics::Column clients;
    metrics::Column referrers;
    metrics::Column values;
};
Referrals make_referrals(std::size_t rows, Keys keys);

/// One row per client: how long it has been one, in days, and whether it has left.
struct Lifetimes {
    metrics::Cells durations;
    metrics::Cells ended;
};
Lifetimes make_lifetimes(std::size_t rows);

/// One row per client: days with repeat purchases, the last of them and the age, both in weeks.
struct Purchases {
    metrics::Cells x;
    metrics::Cells tx;
    metrics::Cells age;
};
Purchases make_purchases(std::size_t rows);

std::vector<double> make_scores(std::size_t rows);

} // namespace perennial::bench
