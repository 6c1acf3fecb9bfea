#include "metrics/retention.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/sum.hpp"

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

} // namespace perennial::metrics
