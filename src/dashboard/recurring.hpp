#pragma once

#include "dashboard/reading.hpp"

#include <array>
#include <string>

/// Monthly recurring revenue: what came, what went, and which contracts end soon.
namespace perennial::dashboard {

class RecurringPart {
public:
    /// Reserves the table of movements of thirteen months up to the as-of date.
    RecurringPart(Page& page, const Reading& contracts, const std::string& as_of);

    /// A column of MRRMOVEMENTS in a month of the last thirteen, 0 the latest.
    std::string month(int column, int back) const;
    /// The same column over the last twelve months, for a trend.
    Area trend(int column) const;
    /// QUICKRATIO in the same months.
    std::string quick_ratio(int back) const;
    /// Share of the contracts that ended in the last year and were renewed, as an expression.
    std::string renewal_rate() const;

    void draw_chart(const Area& place);
    /// Twelve months with a line per movement, named in the owner's words and in the accountant's.
    void draw_roll_forward(Spot spot);
    void draw_ending(Spot spot, int rows);

private:
    Page& page_;
    const Reading& contracts_;
    std::string as_of_;
    Area movements_, flows_;
};

/// Columns of MRRMOVEMENTS by position.
inline constexpr int mrr_start = 2;
inline constexpr int mrr_new = 3;
inline constexpr int mrr_reactivation = 4;
inline constexpr int mrr_expansion = 5;
inline constexpr int mrr_contraction = 6;
inline constexpr int mrr_churn = 7;
inline constexpr int mrr_end = 8;
inline constexpr int mrr_clients_end = 13;
inline constexpr int mrr_nrr = 14;
inline constexpr int mrr_grr = 15;

} // namespace perennial::dashboard
