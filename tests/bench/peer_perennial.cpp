/// Perennial's part of ./tests/bench/peers: peer_perennial ORDERS TABLE REPEATS RESULT [columns]
///
/// The timed part begins with the client names, serial dates and amounts as plain values in memory, fills the
/// columns from them, as an office's adapter does, and ends with the finished table. With "columns" they have
/// been filled beforehand, as the tables of the others have.

#include "metrics/calendar.hpp"
#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <malloc.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace perennial::metrics;

struct Orders {
    std::vector<std::string> clients;
    std::vector<double> dates;
    std::vector<double> amounts;
};

int whole(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Orders read(const char* path) {
    using namespace std::chrono;
    Orders orders;
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        const std::string_view date = std::string_view(line).substr(first + 1, second - first - 1);
        orders.clients.push_back(line.substr(0, first));
        orders.dates.push_back(
            serial_of({}, year{whole(date.substr(0, 4))} / static_cast<int>(whole(date.substr(5, 2))) /
                              whole(date.substr(8, 2))));
        orders.amounts.push_back(std::strtod(line.c_str() + second + 1, nullptr));
    }
    return orders;
}

/// A figure in kB from what the system says about this process.
long status(std::string_view figure) {
    std::ifstream file("/proc/self/status");
    std::string line;
    while (std::getline(file, line))
        if (line.starts_with(figure))
            return std::strtol(line.c_str() + figure.size() + 1, nullptr, 10);
    return 0;
}

Column numbers(const std::vector<double>& values) {
    Column column;
    column.reserve(values.size());
    for (const double value : values)
        column.add_number(value);
    return column;
}

struct Sheet {
    Column clients;
    Column dates;
    Column amounts;
};

Sheet sheet(const Orders& orders) {
    Sheet filled{{}, numbers(orders.dates), numbers(orders.amounts)};
    filled.clients.reserve(orders.clients.size());
    for (const std::string& client : orders.clients)
        filled.clients.add_text(client);
    return filled;
}

Table compute(const Sheet& sheet, bool cohorts) {
    return cohorts ? cohort({}, sheet.clients, sheet.dates, sheet.amounts)
                   : client_table({}, sheet.clients, sheet.dates, sheet.amounts);
}

std::string written(double serial) {
    const std::chrono::year_month_day date{day_of({}, serial).value_or(Day())};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

void write(const Table& table, bool cohorts, const char* path) {
    std::ofstream file(path);
    for (std::size_t row = 1; row < table.rows(); ++row) {
        const auto number = [&](std::size_t column) { return std::get<double>(table.at(row, column)); };
        if (!cohorts) {
            file << fmt::format("{},{},{},{},{:.2f}\n", std::get<std::string>(table.at(row, 0)),
                                written(number(1)), written(number(2)), number(3), number(4));
            continue;
        }
        for (std::size_t column = 2; column < table.columns(); ++column)
            if (std::holds_alternative<double>(table.at(row, column)) && number(column) > 0)
                file << fmt::format("{},{},{}\n", written(number(0)), column - 2, number(column));
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 5 && count != 6) {
        fmt::print(stderr, "usage: peer_perennial ORDERS TABLE REPEATS RESULT [columns]\n");
        return 1;
    }
    Orders orders = read(arguments[1]);
    std::optional<Sheet> filled;
    if (count == 6) {
        filled = sheet(orders);
        orders = {};
        malloc_trim(0);
    }
    const bool cohorts = std::string_view(arguments[2]) == "cohorts";
    std::ofstream("/proc/self/clear_refs") << "5";
    const long loaded = status("VmRSS:");
    long most = 0;
    std::vector<double> seconds;
    std::vector<double> processor;
    for (int turn = std::atoi(arguments[3]); turn > 0; --turn) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t begin_processor = std::clock();
        const Table table = filled ? compute(*filled, cohorts) : compute(sheet(orders), cohorts);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        const std::clock_t end_processor = std::clock();
        if (most == 0) {
            most = status("VmHWM:");
            write(table, cohorts, arguments[4]);
        }
        seconds.push_back(taken.count());
        processor.push_back(static_cast<double>(end_processor - begin_processor) / CLOCKS_PER_SEC);
    }
    fmt::print("{{\"loaded\":{},\"most\":{},\"seconds\":[{}],\"processor\":[{}]}}\n", loaded, most,
               fmt::join(seconds, ","), fmt::join(processor, ","));
    return 0;
}
