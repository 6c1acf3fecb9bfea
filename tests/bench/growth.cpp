#include "growth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <set>

namespace perennial::bench {

namespace {

struct Point {
    double rows;
    double seconds;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The slope of ln time over ln rows, by least squares.
double exponent(const std::vector<Point>& points) {
    double mean_x = 0;
    double mean_y = 0;
    for (const auto& [rows, seconds] : points) {
        mean_x += std::log(rows) / static_cast<double>(points.size());
        mean_y += std::log(seconds) / static_cast<double>(points.size());
    }
    double above = 0;
    double below = 0;
    for (const auto& [rows, seconds] : points) {
        above += (std::log(rows) - mean_x) * (std::log(seconds) - mean_y);
        below += (std::log(rows) - mean_x) * (std::log(rows) - mean_x);
    }
    return above / below;
}

std::string short_count(std::size_t rows) {
    return rows >= 1'000'000 ? fmt::format("{} M", rows / 1'000'000) : fmt::format("{} k", rows / 1000);
}

} // namespace

void GrowthReporter::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        const std::string& name = run.run_name.function_name;
        if (run.error_occurred) {
            failed_.push_back(name + ": " + run.error_message);
            continue;
        }
        if (run.run_type != Run::RT_Iteration)
            continue;
        Function& measured = function(name.substr(0, name.rfind('/')));
        Size& size = measured.sizes[static_cast<std::size_t>(run.counters.at("rows").value)];
        size.seconds.push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        size.bytes = run.counters.at("bytes").value;
        measured.largest = run.counters.at("largest").value;
        fmt::print(stderr, "\r{:<50}", name);
    }
}

GrowthReporter::Function& GrowthReporter::function(const std::string& name) {
    if (functions_.count(name) == 0)
        names_.push_back(name);
    return functions_[name];
}

void GrowthReporter::Finalize() {
    std::set<std::size_t> sizes;
    for (const auto& [name, measured] : functions_)
        for (const auto& [rows, size] : measured.sizes)
            sizes.insert(rows);
    fmt::print(stderr, "\r{:<50}\r", "");
    std::string head = fmt::format("{:<34}", "million rows a second at");
    for (const std::size_t rows : sizes)
        head += fmt::format("{:>8}", short_count(rows));
    fmt::print("{}{:>9}{:>16}\n", head, "growth", "bytes a row");
    for (const std::string& name : names_) {
        const Function& measured = functions_[name];
        std::string line = fmt::format("{:<34}", name);
        std::vector<Point> points;
        for (const std::size_t rows : sizes) {
            const auto size = measured.sizes.find(rows);
            if (size == measured.sizes.end()) {
                line += fmt::format("{:>8}", "");
                continue;
            }
            points.push_back({static_cast<double>(rows), median(size->second.seconds)});
            line += fmt::format("{:>8.1f}", points.back().rows / points.back().seconds / 1e6);
        }
        const auto& [most_rows, largest] = *measured.sizes.rbegin();
        line += points.size() > 1 ? fmt::format("{:>9.2f}", exponent(points)) : fmt::format("{:>9}", "");
        fmt::print("{}{:>16.0f}\n", line, largest.bytes / static_cast<double>(most_rows));
        if (measured.largest > 0 && points.size() > 1 && exponent(points) > measured.largest)
            too_fast_.emplace_back(name, measured.largest);
    }
}

} // namespace perennial::bench
