#include "metrics/cohort.hpp"

#include "metrics/error.hpp"
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

/// Counts clients and orders, and adds up the amounts where they are wanted.
Grid count(Ledger& ledger, Unit unit, bool with_revenue) {
    const std::size_t clients = ledger.clients.size();
    const int last_period = period_of(*ledger.as_of, unit);
    order_by_day(ledger);

    // In the order of days a client's first order is the first that is met, and it has been counted in a
    // period when that is the period in which it was met last.
    constexpr int never = std::numeric_limits<int>::min();
    std::vector<int> cohort_of(clients, never);
    std::vector<int> cohorts;
    const auto each_in_period = [&](auto visit) {
        int period = never;
        const Order* before = nullptr;
        for (const Order& order : ledger.orders) {
            if (before == nullptr || before->day != order.day)
                period = period_of(order.day, unit);
            before = &order;
            visit(order, period);
        }
    };
    each_in_period([&](const Order& order, int period) {
        int& cohort = cohort_of[order.client];
        if (cohort != never)
            return;
        cohort = period;
        if (cohorts.empty() || cohorts.back() != period)
            cohorts.push_back(period);
    });
    Grid grid(std::move(cohorts), last_period);
    struct Member {
        std::uint32_t row;
        int counted_in;
    };
    std::vector<Member> members;
    members.reserve(clients);
    for (const int cohort : cohort_of) {
        const std::size_t row = grid.row_of(cohort);
        ++grid.size(row);
        members.push_back({static_cast<std::uint32_t>(row), never});
    }
    each_in_period([&](const Order& order, int period) {
        auto& [row, counted_in] = members[order.client];
        Cell& cell = grid.at(row, static_cast<std::size_t>(period - grid.cohort(row)));
        ++cell.orders;
        if (with_revenue)
            cell.revenue.add(order.amount);
        if (counted_in != period) {
            counted_in = period;
            ++cell.clients;
        }
    });
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
