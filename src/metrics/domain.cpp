#include "metrics/domain.hpp"

#include "metrics/error.hpp"
#include "metrics/sum.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace perennial::metrics {

void require_finite(std::string_view name, double value) {
    require(std::isfinite(value), "{} must be a number, not {}", name, value);
}

void require_at_least(std::string_view name, double value, double least) {
    require(std::isfinite(value) && value >= least, "{} must be {} or more, not {}", name, least, value);
}

void require_above(std::string_view name, double value, double bound) {
    require(std::isfinite(value) && value > bound, "{} must be more than {}, not {}", name, bound, value);
}

void require_between(std::string_view name, double value, double least, double most) {
    require(value >= least && value <= most, "{} must lie in [{}, {}], not {}", name, least, most, value);
}

void require_share(std::string_view name, double value) {
    require_between(name, value, 0, 1);
}

double representable(double result) {
    require(std::isfinite(result), "the result is too large for a number");
    return result;
}

double divide(double dividend, double divisor, std::string_view divisor_name) {
    if (divisor == 0)
        fail(Fault::division_by_zero, "{} is 0", divisor_name);
    return representable(dividend / divisor);
}

double weighted_mean(std::span<const double> values, std::span<const double> weights) {
    require(weights.size() == values.size(), "weights must be {} numbers, not {}", values.size(),
            weights.size());
    double largest = 0;
    for (const double weight : weights) {
        require_at_least("a weight", weight, 0);
        largest = std::max(largest, weight);
    }
    if (largest == 0)
        fail(Fault::division_by_zero, "the weights are all 0");
    Sum weighted;
    Sum total;
    for (std::size_t index = 0; index < values.size(); ++index) {
        const double weight = weights[index] / largest;
        weighted.add(weight * values[index]);
        total.add(weight);
    }
    return weighted.value() / total.value();
}

double normal_bound(std::optional<double> confidence) {
    const double share = confidence.value_or(0.95);
    require(share > 0 && share < 1, "confidence must lie between 0 and 1, not {}", share);
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - share) / 2));
}

} // namespace perennial::metrics
