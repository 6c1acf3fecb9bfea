#include "metrics/lifecycle.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

namespace perennial::metrics {

Stage lifecycle_stage(Day first, Day last, Day as_of, const StageLimits& limits) {
    if (whole_months(last, as_of) >= limits.dormant)
        return Stage::dormant;
    const int tenure = whole_months(first, as_of);
    if (tenure < limits.intro)
        return Stage::introduction;
    return tenure < limits.growth ? Stage::growth : Stage::maturity;
}

std::string lifecycle_stage_word(NullDate null_date, double first, double last, double as_of,
                                 std::optional<double> dormant_months, std::optional<double> intro_months,
                                 std::optional<double> growth_months, Labels labels) {
    const Day first_day = require_day("first", null_date, first);
    const Day last_day = require_day("last", null_date, last);
    const Day as_of_day = require_day("asOf", null_date, as_of);
    require(first_day <= last_day, "last ({}) must not lie before first ({})", last, first);
    require(last_day <= as_of_day, "asOf ({}) must not lie before last ({})", as_of, last);

    StageLimits limits;
    limits.dormant = dormant_months.value_or(limits.dormant);
    limits.intro = intro_months.value_or(limits.intro);
    limits.growth = growth_months.value_or(limits.growth);
    require_at_least("dormantMonths", limits.dormant, 0);
    require_at_least("introMonths", limits.intro, 0);
    require_at_least("growthMonths", limits.growth, limits.intro);
    return word(lifecycle_stage(first_day, last_day, as_of_day, limits), labels);
}

} // namespace perennial::metrics
