#include "metrics/cohort.hpp"

#include "metrics/error.hpp"
#include "metrics/ledger.hpp"
#include "metrics/sum.hpp"

#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <cstdint>
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
    Grid(std::vector<int> cohorts, int last_period)
        : cohorts_(std::move(cohorts)),
          width_(static_cast<std::size_t>(last_period - cohorts_.front()) + 1),
          sizes_(cohorts_.size()) {
        const std::size_t cells = (cohorts_.size() + 1) * (width_ + 2);
        require(cells <= most_cohort_cells,
                "the table would have {} cohorts of {} periods, more than {} cells; choose a longer unit",
                cohorts_.size(), width_, most_cohort_cells);
        cells_.resize(cohorts_.size() * width_);
    }

    std::size_t row_of(int cohort) const {
        return static_cast<std::size_t>(std::lower_bound(cohorts_.begin(), cohorts_.end(), cohort) -
                                        cohorts_.begin());
    }
    std::size_t rows() const { return cohorts_.size(); }
    std::size_t width() const { return width_; }
    int cohort(std::size_t row) const { return cohorts_[row]; }
    std::size_t& size(std::size_t row) { return sizes_[row]; }
    Cell& at(std::size_t row, std::size_t distance) { return cells_[row * width_ + distance]; }

private:
    std::vector<int> cohorts_;
    std::size_t width_;
    std::vector<std::size_t> sizes_;
    std::vector<Cell> cells_;
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

Grid count(const Ledger& ledger, Unit unit) {
    const std::vector<History> clients = histories(ledger);
    std::vector<int> cohort_of(clients.size());
    std::transform(clients.begin(), clients.end(), cohort_of.begin(),
                   [unit](const History& history) { return period_of(history.first, unit); });
    std::vector<int> cohorts = cohort_of;
    std::sort(cohorts.begin(), cohorts.end());
    cohorts.erase(std::unique(cohorts.begin(), cohorts.end()), cohorts.end());

    Grid grid(std::move(cohorts), period_of(*ledger.as_of, unit));
    std::vector<std::size_t> row_of(clients.size());
    for (std::size_t client = 0; client < clients.size(); ++client) {
        row_of[client] = grid.row_of(cohort_of[client]);
        ++grid.size(row_of[client]);
    }
    // A client counts once in a period, however often it bought there.
    boost::unordered_flat_set<std::uint64_t> seen;
    seen.reserve(ledger.orders.size());
    for (const Order& order : ledger.orders) {
        const auto distance =
            static_cast<std::uint32_t>(period_of(order.day, unit) - cohort_of[order.client]);
        Cell& cell = grid.at(row_of[order.client], distance);
        ++cell.orders;
        cell.revenue.add(order.amount);
        if (seen.insert(std::uint64_t{order.client} << 32 | distance).second)
            ++cell.clients;
    }
    return grid;
}

} // namespace

Table cohort(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
             std::optional<Unit> unit, std::optional<CohortMeasure> measure, std::optional<double> as_of) {
    const Unit length = unit.value_or(Unit::month);
    const Ledger ledger = read_ledger(null_date, clients, dates, amounts, as_of);
    if (ledger.orders.empty()) {
        Table none(2);
        none.add("Cohort");
        none.add("Clients");
        return none;
    }

    Grid grid = count(ledger, length);
    const int last_period = period_of(*ledger.as_of, length);
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
                table.add(measured(grid.at(row, distance), grid.at(row, 0), grid.size(row),
                                   measure.value_or(CohortMeasure::clients)));
        }
    }
    return table;
}

} // namespace perennial::metrics
