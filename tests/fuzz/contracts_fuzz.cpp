#include "input.hpp"

#include "metrics/mrr.hpp"

#include <algorithm>
#include <cmath>

using namespace perennial::metrics;
using namespace perennial::metrics::fuzz;

namespace {

double figure(const Table& table, std::size_t row, std::size_t column) {
    const Value cell = table.at(row, column);
    const auto* number = std::get_if<double>(&cell);
    require(number != nullptr, "a movement is no number");
    return *number;
}

/// Each month begins where the one before ended, and its movements explain its end.
void check_balance(const Table& table) {
    for (std::size_t row = 1; row < table.rows(); ++row) {
        const auto at = [&](std::size_t column) { return figure(table, row, column); };
        double size = 1;
        for (std::size_t column = 1; column <= 7; ++column)
            size = std::max(size, std::abs(at(column)));
        require(std::abs(at(1) + at(2) + at(3) + at(4) - at(5) - at(6) - at(7)) <= 1e-9 * size,
                "a month's movements do not explain its end");
        require(at(8) + at(9) + at(10) - at(11) == at(12), "a month's clients do not add up");
        for (std::size_t column = 2; column <= 6; ++column)
            require(at(column) >= 0, "a movement is negative");
        if (row > 1)
            require(figure(table, row - 1, 7) == at(1) && figure(table, row - 1, 12) == at(8),
                    "a month does not begin where the one before ended");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    Input input(bytes, size);
    const double from = input.date();
    const double to = input.date();
    const auto gap = input.maybe(input.number());
    // A century of months tells no more than three years do, and takes its time.
    if (std::abs(to - from) > 2000)
        return 0;
    const Rows contracts = input.rows({Mostly::names, Mostly::dates, Mostly::flags, Mostly::amounts});
    const auto movements = [&](const Rows& rows) {
        return table_of([&] { return mrr_movements({}, rows[0], rows[1], rows[2], rows[3], from, to, gap); });
    };
    const auto table = movements(contracts);
    if (!table)
        return 0;
    check_balance(*table);
    const Column& starts = contracts[1];
    if (starts.size() == 0 || starts.kind(0) != Column::Kind::text)
        require(same(table, movements(reversed(contracts))), "the movements depend on the order of the rows");
    return 0;
}
