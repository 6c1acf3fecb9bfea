#include "metrics/kept_histories.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace perennial::metrics {
namespace {

/// A client takes about a hundred bytes; two tables of different days are common for one page.
constexpr std::size_t most_clients = 500'000;

} // namespace

bool KeptHistories::Kept::is_asked_for_by(const Kept& other) const {
    return clients == other.clients && dates == other.dates && amounts == other.amounts &&
           null_day == other.null_day && until == other.until &&
           passes_over_faults == other.passes_over_faults && text_dates == other.text_dates;
}

void KeptHistories::make_room() {
    std::size_t clients = 0;
    const auto needed = std::find_if(kept_.rbegin(), kept_.rend(), [&clients](const Kept& each) {
        clients += each.histories->of_client.size();
        return clients > most_clients;
    });
    // The last one stays in every case.
    const auto gone = std::min(kept_.rend() - needed, std::ssize(kept_) - 1);
    kept_.erase(kept_.begin(), kept_.begin() + std::max<std::ptrdiff_t>(gone, 0));
}

SharedHistories KeptHistories::read(NullDate null_date, const Column& clients, const Column& dates,
                                    const Column& amounts, const Until& until) {
    Kept wanted{.clients = &clients,
                .dates = &dates,
                .amounts = &amounts,
                .null_day = null_date.day,
                .until = until.day,
                .passes_over_faults = until.passes_over_faults,
                .text_dates = until.text_dates};
    const auto known = std::find_if(kept_.begin(), kept_.end(),
                                    [&](const Kept& each) { return each.is_asked_for_by(wanted); });
    if (known != kept_.end()) {
        std::rotate(known, known + 1, kept_.end());
    } else {
        wanted.histories = std::make_shared<const ClientHistories>(
            read_histories(null_date, clients, dates, amounts, until));
        kept_.push_back(wanted);
        make_room();
    }
    return kept_.back().histories;
}

SharedHistories shared_histories(NullDate null_date, const Column& clients, const Column& dates,
                                 const Column& amounts, const Until& until) {
    if (until.kept)
        return until.kept->read(null_date, clients, dates, amounts, until);
    return std::make_shared<const ClientHistories>(read_histories(null_date, clients, dates, amounts, until));
}

} // namespace perennial::metrics
