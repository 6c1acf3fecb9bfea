#include "metrics/survival.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/records.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace perennial::metrics {

namespace {

struct Observation {
    double duration;
    bool ended;
};

} // namespace

Table kaplan_meier(const Cells& durations, const Cells& ended, const std::optional<Cells>& entries,
                   std::optional<double> confidence) {
    const double z = normal_bound(confidence);
    const Column none;
    const Records records({},
                          {{"duration", &durations.column, Content::amount},
                           {"ended", &ended.column, Content::flag},
                           {"entry", entries ? &entries->column : &none, Content::optional_amount}},
                          Lengths::padded);
    std::vector<Observation> observations;
    std::vector<double> entered;
    records.each_good([&](std::size_t row) {
        const double duration = durations.column.number(row);
        const double entry = records.is_missing(2, row) ? 0 : entries->column.number(row);
        require_at_least("a duration", duration, 0);
        require_at_least("an entry", entry, 0);
        require(entry < duration || entry == 0, "an entry ({}) must lie below its duration ({})", entry,
                duration);
        observations.push_back({duration, records.holds(1, row)});
        // Whoever has been a client from the beginning is at risk even of an end at 0.
        entered.push_back(entry > 0 ? entry : -1);
    });
    std::sort(
        observations.begin(), observations.end(),
        [](const Observation& left, const Observation& right) { return left.duration < right.duration; });
    std::sort(entered.begin(), entered.end());

    Table table(7);
    for (const char* heading : {"Time", "At risk", "Ended", "Survival", "Standard error", "Lower", "Upper"})
        table.add(heading);
    double survival = 1;
    double variance = 0;
    std::size_t inside = 0;
    for (std::size_t index = 0; index < observations.size();) {
        const double time = observations[index].duration;
        while (inside < entered.size() && entered[inside] < time)
            ++inside;
        const auto at_risk = static_cast<double>(inside - index);
        double ends = 0;
        for (; index < observations.size() && observations[index].duration == time; ++index)
            ends += observations[index].ended ? 1 : 0;
        survival *= 1 - ends / at_risk;
        variance += at_risk > ends ? ends / (at_risk * (at_risk - ends)) : 0;

        table.add(time);
        table.add(at_risk);
        table.add(ends);
        table.add(survival);
        if (survival == 0) {
            for (int cell = 0; cell < 3; ++cell)
                table.add(Fault::missing_value);
            continue;
        }
        table.add(survival * std::sqrt(variance));
        const double reach = survival < 1 ? std::exp(z * std::sqrt(variance) / -std::log(survival)) : 1;
        table.add(std::pow(survival, reach));
        table.add(std::pow(survival, 1 / reach));
    }
    return table;
}

} // namespace perennial::metrics
