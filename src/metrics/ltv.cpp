#include "metrics/ltv.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace perennial::metrics {

double ltv(double margin, double churn, std::optional<double> discount, std::optional<Timing> timing) {
    const double d = discount.value_or(0);
    require_finite("margin", margin);
    require_share("churn", churn);
    require_at_least("discount", d, 0);
    // 1 + d − r, written without the cancellation of 1 and r.
    const double annuity = divide(margin, d + churn, "the sum of churn and discount");
    switch (timing.value_or(Timing::start)) {
    case Timing::start:
        return representable(annuity * (1 + d));
    case Timing::renewals:
        return annuity * (1 - churn);
    case Timing::end:
        break;
    }
    return annuity;
}

double ltv_horizon(double margin, double churn, double periods, std::optional<double> discount,
                   std::optional<Timing> timing) {
    const double d = discount.value_or(0);
    require_finite("margin", margin);
    require_share("churn", churn);
    require_at_least("periods", periods, 0);
    require(periods == std::floor(periods), "periods must be a whole number, not {}", periods);
    require_at_least("discount", d, 0);
    const double q = (1 - churn) / (1 + d);
    // For q near 1 both 1 − qⁿ and 1 − q lose their digits when they are computed as they stand.
    const double rest = (d + churn) / (1 + d);
    double annuity = periods;
    if (rest > 0)
        annuity = (q > 0 ? -std::expm1(periods * std::log1p(-rest)) : std::min(periods, 1.0)) / rest;
    switch (timing.value_or(Timing::start)) {
    case Timing::start:
        return representable(margin * annuity);
    case Timing::renewals:
        return representable(margin * annuity * q);
    case Timing::end:
        break;
    }
    return representable(margin * annuity / (1 + d));
}

double ltv_potential(std::span<const double> values, std::optional<std::span<const double>> probabilities) {
    require(!probabilities || probabilities->size() == values.size(),
            "probabilities must be {} numbers, not {}", values.size(),
            probabilities ? probabilities->size() : 0);
    Sum potential;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (std::isnan(values[index]))
            continue;
        const double probability = probabilities ? (*probabilities)[index] : 1;
        require_finite("a value", values[index]);
        require_share("a probability", probability);
        potential.add(values[index] * probability);
    }
    return representable(potential.value());
}

double ltv_capture(double earned, double potential) {
    require_at_least("earned", earned, 0);
    require_at_least("potential", potential, 0);
    return divide(earned, potential, "potential");
}

double cac_payback(double cost, double margin) {
    require_at_least("cost", cost, 0);
    require_at_least("margin", margin, 0);
    return divide(cost, margin, "margin");
}

double retention_gain(double margin, double churn, double points, std::optional<double> discount) {
    const double d = discount.value_or(0);
    require_finite("margin", margin);
    require_share("churn", churn);
    require_between("points", points, 0, churn);
    require_at_least("discount", d, 0);
    if (margin == 0)
        fail(Fault::division_by_zero, "margin is 0, and so is the lifetime value");
    return divide(points, d + churn - points, "what is left of churn and discount");
}

double annual_saving(double monthly, double annual) {
    require_at_least("monthly", monthly, 0);
    require_at_least("annual", annual, 0);
    return 1 - divide(annual, 12 * monthly, "monthly");
}

double clients_needed(double goal, double price) {
    // 1.1 ÷ 0.1 comes out a hair above 11, which is no reason for a twelfth client.
    constexpr double hair = 4 * std::numeric_limits<double>::epsilon();
    require_at_least("goal", goal, 0);
    require_at_least("price", price, 0);
    const double clients = divide(goal, price, "price");
    return std::ceil(clients - clients * hair);
}

double value_roi(double delivered, double invested) {
    require_at_least("delivered", delivered, 0);
    require_at_least("invested", invested, 0);
    return divide(delivered, invested, "invested");
}

} // namespace perennial::metrics
