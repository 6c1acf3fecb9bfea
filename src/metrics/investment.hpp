#pragma once

#include "metrics/lifecycle.hpp"

#include <optional>
#include <span>

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

} // namespace perennial::metrics
