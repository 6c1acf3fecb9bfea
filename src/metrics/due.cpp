#include "metrics/due.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <variant>

namespace perennial::metrics {

double next_touch(NullDate null_date, double last, Cadence cadence) {
    const Day day = require_day("last", null_date, last);
    if (const Unit* unit = std::get_if<Unit>(&cadence.every))
        return serial_of(null_date, after(day, *unit));
    const double days = std::get<double>(cadence.every);
    require_at_least("cadence", days, 1);
    return serial_of(null_date, require_day("the due date", null_date, serial_of(null_date, day) + days));
}

double onboarding_due(NullDate null_date, double start, std::span<const double> done,
                      std::optional<std::span<const double>> days) {
    static constexpr std::array<double, 5> usual = {1, 3, 7, 14, 30};
    const Day day = require_day("start", null_date, start);
    const std::span<const double> checkpoints = days.value_or(usual);
    require(done.size() <= checkpoints.size(), "done must be at most {} cells, not {}", checkpoints.size(),
            done.size());
    for (const double offset : checkpoints)
        require_at_least("days", offset, 0);
    std::size_t next = 0;
    while (next < done.size() && done[next] > 0)
        ++next;
    if (next == checkpoints.size())
        fail(Fault::missing_value, "all {} checkpoints are done", checkpoints.size());
    return serial_of(null_date,
                     require_day("the due date", null_date, serial_of(null_date, day) + checkpoints[next]));
}

} // namespace perennial::metrics
