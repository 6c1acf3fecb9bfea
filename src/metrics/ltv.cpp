#include "metrics/ltv.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

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

} // namespace perennial::metrics
