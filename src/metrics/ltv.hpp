#pragma once

#include "metrics/keyword.hpp"

#include <array>
#include <optional>
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

} // namespace perennial::metrics
