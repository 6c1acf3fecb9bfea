#include "metrics/trust.hpp"

#include "metrics/domain.hpp"

#include <array>
#include <cmath>

namespace perennial::metrics {

double trust_compound(double initial, double delivery, double retention, double proof, double periods) {
    require_at_least("initial", initial, 0);
    require_at_least("delivery", delivery, 0);
    require_share("retention", retention);
    require_at_least("proof", proof, 0);
    require_at_least("periods", periods, 0);
    // Without trust there is nothing to compound, however fast the factors would make it grow.
    if (initial == 0)
        return 0;
    return representable(initial * std::pow(delivery * retention * proof, periods));
}

double trust_decay(double initial, double months, std::optional<double> half_life) {
    const double halving = half_life.value_or(default_half_life);
    require_at_least("initial", initial, 0);
    require_at_least("months", months, 0);
    require_above("halfLife", halving, 0);
    return initial * std::exp2(-months / halving);
}

double trust_score(double visibility, double response, double ritual, double proof,
                   std::optional<std::span<const double>> weights) {
    static constexpr std::array<double, 4> usual = {40, 20, 20, 20};
    require_between("visibility", visibility, 0, 100);
    require_between("response", response, 0, 100);
    require_between("ritual", ritual, 0, 100);
    require_between("proof", proof, 0, 100);
    const std::array<double, 4> ratings = {visibility, response, ritual, proof};
    return weighted_mean(ratings, weights.value_or(usual));
}

double r3_index(double repeat, double renew, double refer) {
    require_share("repeat", repeat);
    require_share("renew", renew);
    require_share("refer", refer);
    return repeat * renew * refer;
}

} // namespace perennial::metrics
