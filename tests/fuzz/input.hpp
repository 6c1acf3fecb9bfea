#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

/// Client sheets made of a fuzzer's bytes, and what must hold for every function that reads them.
namespace perennial::metrics::fuzz {

/// What the cells of a column mostly hold; each may hold anything now and then.
enum class Mostly { names, dates, amounts, flags };

/// Columns of one table.
using Rows = std::vector<Column>;

class Input {
public:
    Input(const unsigned char* bytes, std::size_t size) : bytes_(bytes, size) {}

    /// The columns may differ in length, rarely.
    Rows rows(const std::vector<Mostly>& kinds);
    double date();
    double number();
    std::optional<double> maybe(double value);
    template <class Enumeration>
    std::optional<Enumeration> word(int count) {
        const int which = bytes_.ConsumeIntegralInRange(0, count);
        return which == count ? std::nullopt : std::optional(static_cast<Enumeration>(which));
    }

private:
    void add_cell(Column& column, Mostly kind);

    FuzzedDataProvider bytes_;
};

/// The same rows from the last to the first.
Rows reversed(const Rows& rows);

/// Runs a function; the errors that it may throw are no findings. Nothing when it fails.
std::optional<Table> table_of(const std::function<Table()>& function);
std::optional<double> number_of(const std::function<double()>& function);

/// Stops the fuzzer with a sentence.
void require(bool holds, const char* sentence);

/// Whether two results are the same, to the last bit.
bool same(const std::optional<Table>& left, const std::optional<Table>& right);
bool same(const std::optional<double>& left, const std::optional<double>& right);

} // namespace perennial::metrics::fuzz
