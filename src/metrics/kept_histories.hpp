#pragma once

#include "metrics/ledger.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace perennial::metrics {

using SharedHistories = std::shared_ptr<const ClientHistories>;

/// What the clients of columns have done, found out once for several tables. For columns that stay as they
/// are, and where they are, for as long as this does.
class KeptHistories {
public:
    /// As read_histories.
    SharedHistories read(NullDate null_date, const Column& clients, const Column& dates,
                         const Column& amounts, const Until& until);

private:
    struct Kept {
        const Column* clients;
        const Column* dates;
        const Column* amounts;
        Day null_day;
        std::optional<double> until;
        bool passes_over_faults;
        std::optional<DateOrder> text_dates;
        SharedHistories histories{};

        bool is_asked_for_by(const Kept& other) const;
    };

    /// Lets go of what was asked for longest ago, as far as it takes room that the last does not need.
    void make_room();

    std::vector<Kept> kept_; ///< what was asked for last stands last
};

/// As read_histories, of those that are kept where `until` has some.
SharedHistories shared_histories(NullDate null_date, const Column& clients, const Column& dates,
                                 const Column& amounts, const Until& until);

} // namespace perennial::metrics
