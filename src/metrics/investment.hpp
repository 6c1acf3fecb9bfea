#pragma once

#include "metrics/column.hpp"
#include "metrics/keyword.hpp"
#include "metrics/lifecycle.hpp"
#include "metrics/table.hpp"

#include <array>

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Client relationship investment: which clients deserve the effort.
namespace perennial::metrics {

/// Potential of a client from 0 to 100: 100 × the weighted mean of (1 − walletShare), crossBuy, engagement
/// and the timing of its stage. The first three are shares in [0, 1]; `weights` four numbers ≥ 0, by default
/// equal; `timing` four shares for Introduction, Growth, Maturity, Dormant, by default 0.75, 1, 0.6, 0.25.
/// Domain errors outside these ranges, division by zero when all weights are 0. Source: client relationship
/// investment. The trap: a *small* share of wallet makes the potential large.
double potential_score(double wallet_share, double cross_buy, double engagement, Stage stage,
                       std::optional<std::span<const double>> weights = {},
                       std::optional<std::span<const double>> timing = {});

/// Share of a client's spending that is ours, ours ÷ total; 0 ≤ ours ≤ total. Domain errors outside, division
/// by zero without any spending. Source: client relationship investment. The trap: `total` is what the client
/// spends with everybody, ours included.
double wallet_share(double ours, double total);

/// Weight of the offers that a client does not have yet ÷ weight of all. `owned` one cell per offer, above 0
/// where the client has it, NaN for an empty cell; `weights` one number ≥ 0 per offer, by default equal.
/// Domain errors for other weights, division by zero when all are 0. Source: client relationship investment.
/// The trap: an offer that does not suit the client belongs out of the list, not at 0.
double cross_buy(std::span<const double> owned, std::optional<std::span<const double>> weights = {});

/// Weighted mean of min(1, count ÷ target). `counts` ≥ 0, NaN for an empty cell, which is none; `targets` >
/// 0, one per count; `weights` likewise, by default equal. Domain errors outside, division by zero when all
/// weights are 0. Source: client relationship investment. The trap: more than the target in one count makes
/// up for nothing in another.
double engagement(std::span<const double> counts, std::span<const double> targets,
                  std::optional<std::span<const double>> weights = {});

/// The four quadrants of potential and activity.
enum class Quadrant { growth_stock, cash_cow, sleeping_gold, low_yield };

template <>
inline constexpr std::array<std::string_view, 4> keywords<Quadrant> = {"Growth stock", "Cash cow",
                                                                       "Sleeping gold", "Low yield"};

/// The quadrant of a client: both at or above their cut "Growth stock", only activity "Cash cow", only
/// potential "Sleeping gold", neither "Low yield". Any numbers; cuts by default 50; `labels` the user's words
/// in this order. Domain errors for what is no number. Source: client relationship investment. The trap: a
/// client exactly at a cut counts as above it.
std::string quadrant(double potential, double activity, std::optional<double> potential_cut = {},
                     std::optional<double> activity_cut = {}, Labels labels = {});

/// Column of amounts without a header: the budget in proportion to the scores, each amount within
/// [minimum, maximum] and rounded to `decimals`, so that they add up to the budget exactly.
/// `budget` ≥ 0 with no more than `decimals` decimals; `scores` ≥ 0, NaN for an empty cell, whose amount
/// stays empty; `minimum` ≥ 0, by default 0; `maximum` ≥ minimum, by default without; `decimals` from 0 to 9,
/// by default
/// 2. Domain errors outside and for bounds that the budget cannot meet, division by zero when all scores are
/// 0. Source: client relationship investment; rounding by largest remainders (Hamilton). The trap: of equal
/// scores the first may get the odd cent.
Table allocate(double budget, std::span<const double> scores, std::optional<double> minimum = {},
               std::optional<double> maximum = {}, std::optional<double> decimals = {});

/// What went to the wrong clients: Σ max(0, spendᵢ − total spend × potentialᵢ ÷ Σ potential). One row per
/// client, both ≥ 0. Bad data for a row that cannot be used, domain errors for negative values, division by
/// zero without potential. Source: client relationship investment. The trap: what is too little elsewhere is
/// the same sum, and is not counted again.
double misallocation(const Cells& spend, const Cells& potential);

/// Return on the relationship investment, (gain − cost) ÷ cost. `gain` finite, `cost` ≥ 0. Domain errors
/// outside, division by zero without cost. Source: client relationship investment. The trap: 0 means broken
/// even, where the value report's x says 1.
double relationship_roi(double gain, double cost);

} // namespace perennial::metrics
