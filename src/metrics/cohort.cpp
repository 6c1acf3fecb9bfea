#include "metrics/cohort.hpp"

#include "metrics/error.hpp"
#include "metrics/grouping.hpp"
#include "metrics/ledger.hpp"
#include "metrics/sum.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace perennial::metrics {

namespace {

struct Cell {
    std::size_t clients = 0;
    std::size_t orders = 0;
    Sum revenue;
};

/// All cohorts in one block: a row per period with first purchases, a column per distance in periods.
class Grid {
public:
    Grid(int first_period, int last_period)
        : width_(static_cast<std::size_t>(last_period - first_period) + 1) {}

    /// The row of the latest cohort so far, or of a later one, which is added.
    std::size_t row_of(int cohort) {
        if (cohorts_.empty() || cohorts_.back() != cohort)
            add(cohort);
        return cohorts_.size() - 1;
    }
    std::size_t rows() const { return cohorts_.size(); }
    std::size_t width() const { return width_; }
    int cohort(std::size_t row) const { return cohorts_[row]; }
    std::size_t& size(std::size_t row) { return sizes_[row]; }
    Cell& at(std::size_t row, std::size_t distance) { return cells_[row * width_ + distance]; }

private:
    void add(int cohort) {
        cohorts_.push_back(cohort);
        sizes_.push_back(0);
        require((cohorts_.size() + 1) * (width_ + 2) <= most_cohort_cells,
                "the table would have cohorts of {} periods, more than {} cells; choose a longer unit",
                width_, most_cohort_cells);
        cells_.resize(cohorts_.size() * width_);
    }

    std::size_t width_;
    std::vector<int> cohorts_;
    std::vector<std::size_t> sizes_;
    std::vector<Cell> cells_;
};

/// The periods of days from a first to a last one, each found out once.
class Periods {
public:
    Periods(Unit unit, ShortDay first, ShortDay last)
        : unit_(unit),
          first_(first),
          of_days_(static_cast<std::size_t>((last - first).count()) + 1, unknown) {}

    int operator[](ShortDay day) {
        int& period = of_days_[static_cast<std::size_t>((day - first_).count())];
        if (period == unknown)
            period = period_of(day, unit_);
        return period;
    }

private:
    static constexpr int unknown = std::numeric_limits<int>::min();

    Unit unit_;
    ShortDay first_;
    std::vector<int> of_days_;
};

Value measured(const Cell& cell, const Cell& first, std::size_t size, CohortMeasure measure) {
    switch (measure) {
    case CohortMeasure::clients:
        return static_cast<double>(cell.clients);
    case CohortMeasure::retention:
        return static_cast<double>(cell.clients) / static_cast<double>(size);
    case CohortMeasure::orders:
        return static_cast<double>(cell.orders);
    case CohortMeasure::revenue:
        return cell.revenue.value();
    case CohortMeasure::revenueretention:
        break;
    }
    if (first.revenue.value() == 0)
        return Fault::division_by_zero;
    return cell.revenue.value() / first.revenue.value();
}

/// Counts clients and orders, and adds up the amounts where they are wanted.
Grid count(Ledger& ledger, Unit unit, bool with_revenue) {
    Orders& orders = ledger.orders;
    const auto [first, last] =
        ledger.is_by_day
            ? std::pair(orders.begin(), orders.end() - 1)
            : std::minmax_element(orders.begin(), orders.end(),
                                  [](const Order& left, const Order& right) { return left.day < right.day; });
    Periods periods(unit, first->day, last->day);
    const int first_period = periods[first->day];
    const int last_period = periods[last->day];
    Grid grid(first_period, period_of(*ledger.as_of, unit));
    // In the order of periods, the first one in which a client is met is that of its first order, and it has
    // been counted in a period when that is the one in which it was met last.
    if (!ledger.is_by_day)
        order_by_number(
            orders, static_cast<std::size_t>(last_period - first_period) + 1,
            [&](const Order& order) { return static_cast<std::size_t>(periods[order.day] - first_period); });

    constexpr int never = std::numeric_limits<int>::min();
    struct Member {
        std::uint32_t row = 0;
        int counted_in = never;
    };
    std::vector<Member> members(ledger.clients.size());
    for (const Order& order : orders) {
        const int period = periods[order.day];
        auto& [row, counted_in] = members[order.client];
        if (counted_in == never) {
            row = static_cast<std::uint32_t>(grid.row_of(period));
            ++grid.size(row);
        }
        Cell& cell = grid.at(row, static_cast<std::size_t>(period - grid.cohort(row)));
        ++cell.orders;
        if (with_revenue)
            cell.revenue.add(order.amount);
        if (counted_in != period) {
            counted_in = period;
            ++cell.clients;
        }
    }
    return grid;
}

} // namespace

Table cohort(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
             std::optional<Unit> unit, std::optional<CohortMeasure> measure, const Until& until) {
    if (until.among)
        fail(Fault::bad_data, "cohorts are of all clients, not of some");
    // It holds no texts but headings, so that its figures are all of it; it cannot have single columns.
    if (!until.columns.empty())
        parse_keyword<TableColumns>(until.columns);
    const Unit length = unit.value_or(Unit::month);
    Ledger ledger = read_ledger(null_date, clients, dates, amounts, until);
    if (ledger.orders.empty()) {
        Table none(2);
        none.add("Cohort");
        none.add("Clients");
        return none;
    }

    const int last_period = period_of(*ledger.as_of, length);
    const CohortMeasure wanted = measure.value_or(CohortMeasure::clients);
    Grid grid =
        count(ledger, length, wanted == CohortMeasure::revenue || wanted == CohortMeasure::revenueretention);
    Table table(grid.width() + 2);
    table.reserve(grid.rows() + 1);
    table.add("Cohort");
    table.add("Clients");
    for (std::size_t distance = 0; distance < grid.width(); ++distance)
        table.add(static_cast<double>(distance));
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        const int start = grid.cohort(row);
        table.add(serial_of(null_date, first_day(start, length)));
        table.add(static_cast<double>(grid.size(row)));
        const auto past = static_cast<std::size_t>(last_period - start);
        for (std::size_t distance = 0; distance < grid.width(); ++distance) {
            if (distance > past)
                table.add(std::string());
            else
                table.add(measured(grid.at(row, distance), grid.at(row, 0), grid.size(row), wanted));
        }
    }
    return table;
}

} // namespace perennial::metrics
