#include "metrics/trust.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

#include <array>
#include <cmath>
#include <cstddef>

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

double trust_periods(double target, double initial, double delivery, double retention, double proof) {
    require_at_least("target", target, 0);
    require_at_least("initial", initial, 0);
    require_at_least("delivery", delivery, 0);
    require_share("retention", retention);
    require_at_least("proof", proof, 0);
    if (initial >= target)
        return 0;
    const double growth = delivery * retention * proof;
    if (initial == 0 || growth <= 1)
        fail(Fault::missing_value, "trust of {} that grows by {} a period never reaches {}", initial, growth,
             target);
    return std::log(target / initial) / std::log(growth);
}

double trust_half_life(double initial, double final, double months) {
    require_above("initial", initial, 0);
    require_above("final", final, 0);
    require_above("months", months, 0);
    if (final >= initial)
        fail(Fault::missing_value, "trust has not fallen: {} before, {} after", initial, final);
    return months * std::log(2) / std::log(initial / final);
}

Table trust_path(double initial, double delivery, double retention, double proof,
                 std::span<const double> touches, std::optional<double> half_life,
                 std::optional<double> months_per_period) {
    const double halving = half_life.value_or(default_half_life);
    const double months = months_per_period.value_or(1);
    require_above("halfLife", halving, 0);
    require_above("monthsPerPeriod", months, 0);
    double trust = trust_compound(initial, delivery, retention, proof, 0);
    const double growth = delivery * retention * proof;
    const double decay = std::exp2(-months / halving);

    Table table(2);
    table.reserve(touches.size() + 2);
    table.add("Period");
    table.add("Trust");
    table.add(0.0);
    table.add(trust);
    for (std::size_t period = 0; period < touches.size(); ++period) {
        trust = representable(trust * (touches[period] > 0 ? growth : decay));
        table.add(static_cast<double>(period + 1));
        table.add(trust);
    }
    return table;
}

std::string flywheel_stage(double orders, double deliveries, double proofs, double expansions,
                           double renewals, double referrals, Labels labels) {
    require_at_least("orders", orders, 0);
    require_at_least("deliveries", deliveries, 0);
    require_at_least("proofs", proofs, 0);
    require_at_least("expansions", expansions, 0);
    require_at_least("renewals", renewals, 0);
    require_at_least("referrals", referrals, 0);
    const std::array<double, 6> acts = {orders, deliveries, proofs, expansions, renewals, referrals};
    std::size_t stage = acts.size();
    while (stage > 0 && acts[stage - 1] == 0)
        --stage;
    return word(static_cast<FlywheelStage>(stage), labels);
}

} // namespace perennial::metrics
