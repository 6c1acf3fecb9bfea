#include "input.hpp"

#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"
#include "metrics/ledger.hpp"
#include "metrics/loyalty.hpp"

#include <cmath>

using namespace perennial::metrics;
using namespace perennial::metrics::fuzz;

namespace {

/// A header stands in the first row only, so rows may be turned round where none does.
bool headed(const Column& dates) {
    for (std::size_t row = 0; row < dates.size(); ++row)
        if (dates.kind(row) == Column::Kind::text)
            return true;
    return false;
}

/// The revenue of all cohorts is that of the ledger.
void check_revenue(const Rows& ledger) {
    const auto table = table_of(
        [&] { return cohort({}, ledger[0], ledger[1], ledger[2], Unit::month, CohortMeasure::revenue); });
    if (!table)
        return;
    double in_cohorts = 0;
    double size = 0;
    for (std::size_t row = 1; row < table->rows(); ++row)
        for (std::size_t column = 2; column < table->columns(); ++column) {
            const Value cell = table->at(row, column);
            if (const auto* revenue = std::get_if<double>(&cell)) {
                in_cohorts += *revenue;
                size += std::abs(*revenue);
            }
        }
    double in_ledger = 0;
    for (const Order& order : read_ledger({}, ledger[0], ledger[1], ledger[2]).orders) {
        in_ledger += order.amount;
        size += std::abs(order.amount);
    }
    require(std::abs(in_cohorts - in_ledger) <= 1e-9 * size, "the cohorts' revenue is not the ledger's");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    Input input(bytes, size);
    const auto unit = input.word<Unit>(5);
    const auto measure = input.word<CohortMeasure>(5);
    const auto as_of = input.maybe(input.date());
    const auto bins = input.maybe(input.number());
    const double from = input.date();
    const double to = input.date();
    const auto per = input.word<TicketBase>(2);
    const auto statistic = input.word<Statistic>(2);
    const Rows ledger = input.rows({Mostly::names, Mostly::dates, Mostly::amounts});

    const auto tables = [&](const Rows& rows) {
        const Column& clients = rows[0];
        const Column& dates = rows[1];
        const Column& amounts = rows[2];
        return std::vector{
            table_of([&] { return cohort({}, clients, dates, amounts, unit, measure, as_of); }),
            table_of([&] { return client_table({}, clients, dates, amounts, as_of); }),
            table_of([&] { return rfm({}, clients, dates, amounts, as_of, bins); }),
            table_of([&] { return rfm_summary({}, clients, dates, amounts, as_of, unit); })};
    };
    const auto numbers = [&](const Rows& rows) {
        const Column& clients = rows[0];
        const Column& dates = rows[1];
        const Column& amounts = rows[2];
        return std::vector{number_of([&] { return repeat_rate({}, clients, dates, as_of, to); }),
                           number_of([&] { return renewal_rate({}, dates, amounts, from, to); }),
                           number_of([&] { return returning_share({}, clients, dates, amounts, from, to); }),
                           number_of([&] { return average_ticket(clients, amounts, per); }),
                           number_of([&] { return upgrade_time({}, clients, dates, amounts, statistic); })};
    };
    const auto found = tables(ledger);
    const auto figures = numbers(ledger);
    const auto report = table_of([&] { return ledger_check({}, ledger[0], ledger[1], ledger[2]); });
    require(!report || report->rows() >= 2, "the check says nothing");
    if (!headed(ledger[1]) && !headed(ledger[2])) {
        const Rows turned = reversed(ledger);
        const auto again = tables(turned);
        for (std::size_t index = 0; index < found.size(); ++index)
            require(same(found[index], again[index]), "a table depends on the order of the rows");
        const auto repeated = numbers(turned);
        for (std::size_t index = 0; index < figures.size(); ++index)
            require(same(figures[index], repeated[index]), "a figure depends on the order of the rows");
    }
    check_revenue(ledger);
    return 0;
}
