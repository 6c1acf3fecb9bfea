#include "metrics/investment.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

#include <array>
#include <cstddef>

namespace perennial::metrics {

double potential_score(double wallet_share, double cross_buy, double engagement, Stage stage,
                       std::optional<std::span<const double>> weights,
                       std::optional<std::span<const double>> timing) {
    static constexpr std::array<double, 4> equal = {1, 1, 1, 1};
    static constexpr std::array<double, 4> usual_timing = {0.75, 1, 0.6, 0.25};
    require_share("walletShare", wallet_share);
    require_share("crossBuy", cross_buy);
    require_share("engagement", engagement);
    const std::span<const double> timings = timing.value_or(usual_timing);
    require(timings.size() == usual_timing.size(), "timing must be {} shares, not {}", usual_timing.size(),
            timings.size());
    for (const double share : timings)
        require_share("timing", share);
    const std::array<double, 4> looks = {1 - wallet_share, cross_buy, engagement,
                                         timings[static_cast<std::size_t>(stage)]};
    return 100 * weighted_mean(looks, weights.value_or(equal));
}

} // namespace perennial::metrics
