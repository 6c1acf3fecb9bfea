#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace perennial::bench {

/// Prints one row per function when all have run: medians of rows per second for each number of rows, the
/// exponent of the growth of time with rows, and the memory beyond the arguments.
///
/// Benchmarks are named "function/rows" and carry the counters "rows", "bytes" and "largest", the exponent
/// that must not be exceeded, or 0.
class GrowthReporter : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override;
    void Finalize() override;

    /// The functions that grow faster than they may, with the exponent that they may have.
    const std::vector<std::pair<std::string, double>>& too_fast() const { return too_fast_; }
    const std::vector<std::string>& failed() const { return failed_; }

private:
    struct Size {
        std::vector<double> seconds;
        double bytes = 0;
    };
    struct Function {
        std::map<std::size_t, Size> sizes; ///< by rows
        double largest = 0;
    };
    Function& function(const std::string& name);

    std::vector<std::string> names_; ///< in the order of their runs
    std::map<std::string, Function> functions_;
    std::vector<std::pair<std::string, double>> too_fast_;
    std::vector<std::string> failed_;
};

} // namespace perennial::bench
