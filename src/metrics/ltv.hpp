#pragma once

#include "metrics/keyword.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

/// Lifetime value of a client under a constant retention rate.
namespace perennial::metrics {

/// When the margins of a client are received.
enum class Timing {
    start,    ///< at the start of each period, the first one now
    renewals, ///< the same without the first: what is still to come once it is received
    end,      ///< at the end of each period
};

template <>
inline constexpr std::array<std::string_view, 3> keywords<Timing> = {"start", "renewals", "end"};

/// Present value of all margins of one client, with r = 1 − churn: "start" m·(1+d) ÷ (1+d−r), "renewals"
/// m·r ÷ (1+d−r), "end" m ÷ (1+d−r).
/// `margin` m in money per period, also negative; `churn` in [0, 1] per period; `discount` d ≥ 0 per period.
/// Domain errors outside these ranges; division by zero when churn and discount are both 0, since such a
/// client pays forever. Source: Fader & Hardie (2012), "Reconciling and Clarifying CLV Formulas", note 024.
/// The trap: the three forms differ by a whole margin, and tools seldom say which one they use.
double ltv(double margin, double churn, std::optional<double> discount = {},
           std::optional<Timing> timing = {});

/// The same, truncated after `periods` margins: with q = r ÷ (1+d), "start" m·(1−qⁿ) ÷ (1−q), "renewals" q
/// times that, "end" 1 ÷ (1+d) times that. `periods` n a whole number ≥ 0, the rest as in ltv. Domain errors
/// outside; no division by zero, since the sum is finite. Source: Fader & Hardie (2012), note 024. The trap:
/// "renewals" counts n margins after the first one, not n − 1.
double ltv_horizon(double margin, double churn, double periods, std::optional<double> discount = {},
                   std::optional<Timing> timing = {});

/// Σ value × probability over what a client could still bring: own growth, family, referred friends.
/// `values` finite, NaN for an empty cell, which counts nothing; `probabilities` one share per value, by
/// default
/// 1. Domain errors otherwise. Source: lifetime value management. The trap: without probabilities the sum is
/// the best case, not the expected one.
double ltv_potential(std::span<const double> values,
                     std::optional<std::span<const double>> probabilities = {});

/// Share of the potential that was earned, earned ÷ potential; both ≥ 0. Domain errors for negative values,
/// division by zero without potential. Source: lifetime value management. The trap: a result above 1 means
/// that the potential was set too low.
double ltv_capture(double earned, double potential);

/// Months until the cost of winning a client is earned back, cost ÷ margin. `cost` ≥ 0, `margin` ≥ 0 per
/// month. Domain errors for negative values, division by zero without a margin. Source: lifetime value
/// management. The trap: margin, not revenue; and churn makes some clients leave before that month.
double cac_payback(double cost, double margin);

/// Relative gain in lifetime value when churn falls by `points`: points ÷ (d + churn − points).
/// `margin` finite and not 0, `churn` in [0, 1], `points` in [0, churn], `discount` d ≥ 0. Domain errors
/// outside, division by zero when nothing limits the lifetime value any more. Source: retention system. The
/// trap: `points` is a fraction of all clients (0.05), not of the churn rate.
double retention_gain(double margin, double churn, double points, std::optional<double> discount = {});

/// Saving of a client who pays yearly, 1 − annual ÷ (12 · monthly); both ≥ 0. Domain errors for negative
/// values, division by zero for a monthly price of 0. Source: retention system. The trap: negative when the
/// year costs more than twelve months.
double annual_saving(double monthly, double annual);

/// Least whole number of clients whose price reaches the goal, goal ÷ price rounded up. `goal` ≥ 0, `price` ≥
/// 0. Domain errors for negative values, division by zero for a price of 0. Source: retention system. The
/// trap: price and goal must be of the same period.
double clients_needed(double goal, double price);

/// Value delivered ÷ price paid, the "x" of the monthly value report; both ≥ 0. Domain errors for negative
/// values, division by zero when nothing was paid. Source: retention system. The trap: 1 means broken even.
double value_roi(double delivered, double invested);

} // namespace perennial::metrics
