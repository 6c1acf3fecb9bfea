#include "metrics/retention.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/sum.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace perennial::metrics {

double retention_rate(double start, double end, double new_clients) {
    require_at_least("start", start, 0);
    require_at_least("end", end, 0);
    require_between("new", new_clients, 0, end);
    const double rate = divide(end - new_clients, start, "start");
    require(rate <= 1, "end − new ({}) must not exceed start ({})", end - new_clients, start);
    return rate;
}

double nrr(double start, double expansion, double contraction, double churn) {
    require_at_least("start", start, 0);
    require_at_least("expansion", expansion, 0);
    require_at_least("contraction", contraction, 0);
    require_at_least("churn", churn, 0);
    Sum kept;
    kept.add(start);
    kept.add(expansion);
    kept.add(-contraction);
    kept.add(-churn);
    return divide(kept.value(), start, "start");
}

double churn_rate(double start, double lost) {
    require_at_least("start", start, 0);
    require_between("lost", lost, 0, start);
    return divide(lost, start, "start");
}

double grr(double start, double contraction, double churn) {
    return nrr(start, 0, contraction, churn);
}

double net_churn(double start, double expansion, double contraction, double churn,
                 std::optional<double> reactivation) {
    require_at_least("start", start, 0);
    require_at_least("expansion", expansion, 0);
    require_at_least("contraction", contraction, 0);
    require_at_least("churn", churn, 0);
    require_at_least("reactivation", reactivation.value_or(0), 0);
    Sum lost;
    lost.add(churn);
    lost.add(contraction);
    lost.add(-expansion);
    lost.add(-reactivation.value_or(0));
    return divide(lost.value(), start, "start");
}

double quick_ratio(double new_revenue, double expansion, double contraction, double churn,
                   std::optional<double> reactivation) {
    require_at_least("new", new_revenue, 0);
    require_at_least("expansion", expansion, 0);
    require_at_least("contraction", contraction, 0);
    require_at_least("churn", churn, 0);
    require_at_least("reactivation", reactivation.value_or(0), 0);
    return divide(new_revenue + expansion + reactivation.value_or(0), contraction + churn,
                  "the sum of contraction and churn");
}

double expansion_share(double new_revenue, double expansion) {
    require_at_least("new", new_revenue, 0);
    require_at_least("expansion", expansion, 0);
    return divide(expansion, new_revenue + expansion, "the sum of new and expansion");
}

double monthly_value(double amount, double months) {
    require_finite("amount", amount);
    require_at_least("months", months, 0);
    return divide(amount, months, "months");
}

double churn_risk(std::span<const double> signals, std::optional<std::span<const double>> weights) {
    static constexpr std::array<double, 5> equal = {1, 1, 1, 1, 1};
    require(signals.size() == equal.size(), "signals must be {} numbers, not {}", equal.size(),
            signals.size());
    std::array<double, 5> signs{};
    for (std::size_t index = 0; index < signs.size(); ++index) {
        signs[index] = std::isnan(signals[index]) ? 0 : signals[index];
        require_share("a signal", signs[index]);
    }
    return 100 * weighted_mean(signs, weights.value_or(equal));
}

Table rate_interval(double successes, double trials, std::optional<double> confidence) {
    require_at_least("trials", trials, 0);
    require_between("successes", successes, 0, trials);
    const double z = normal_bound(confidence);
    const double rate = divide(successes, trials, "trials");
    const double squared = z * z / trials;
    const double middle = (rate + squared / 2) / (1 + squared);
    const double reach = z / (1 + squared) * std::sqrt(rate * (1 - rate) / trials + squared / (4 * trials));
    Table table(3);
    table.add("Rate");
    table.add("Lower");
    table.add("Upper");
    table.add(rate);
    // The ends are exact where nobody or everybody is counted; rounding must not leave [0, 1].
    table.add(successes == 0 ? 0.0 : middle - reach);
    table.add(successes == trials ? 1.0 : middle + reach);
    return table;
}

} // namespace perennial::metrics
