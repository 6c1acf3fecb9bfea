/// Writes the orders of the benchmarks as a text file: make_orders FILE ROWS

#include "metrics/calendar.hpp"
#include "sheets.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

int main(int count, char** arguments) {
    using namespace perennial;
    if (count != 3) {
        fmt::print(stderr, "usage: make_orders FILE ROWS\n");
        return 1;
    }
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(arguments[1], "w"),
                                                                  &std::fclose);
    if (!file) {
        fmt::print(stderr, "{} cannot be written.\n", arguments[1]);
        return 1;
    }
    const bench::Orders orders = bench::make_orders(std::strtoul(arguments[2], nullptr, 10));
    fmt::print(file.get(), "client,date,amount\n");
    for (std::size_t row = 0; row < orders.clients.size(); ++row) {
        const std::chrono::year_month_day date{
            metrics::day_of({}, orders.dates[row]).value_or(metrics::Day())};
        fmt::print(file.get(), "{},{:04}-{:02}-{:02},{:.2f}\n",
                   bench::client_name(orders.clients[row], bench::Keys::ids), static_cast<int>(date.year()),
                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                   orders.amounts[row]);
    }
    return 0;
}
