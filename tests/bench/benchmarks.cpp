/// Speed and memory of the functions that read whole columns, from ten thousand rows to ten million.
/// ./tests/bench/run builds and runs it; arguments are those of Google Benchmark.

#include "growth.hpp"
#include "memory.hpp"
#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"
#include "metrics/investment.hpp"
#include "metrics/models.hpp"
#include "metrics/mrr.hpp"
#include "metrics/referral.hpp"
#include "metrics/survival.hpp"
#include "sheets.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace perennial::bench {

namespace {

constexpr std::size_t sizes[] = {10'000, 100'000, 1'000'000, 10'000'000};

/// A spreadsheet holds no more; models and budgets have a row per client at most.
constexpr std::size_t most_clients = 1'000'000;

// The largest exponent that the growth of time may have. Work that grows with the rows alone shows up to 1.1,
// since the clients of a longer sheet outgrow one cache after the other, and up to 1.3 where each row has a
// client of its own.
constexpr double of_ledgers = 1.2;
constexpr double of_clients = 1.3;
constexpr double not_watched = 0;

/// Data are made when a benchmark first runs and kept for its repetitions, and for the next benchmark where
/// that has the same.
template <class Sheet, class Make>
const Sheet& kept(std::size_t rows, std::string_view keys, const Make& make) {
    static std::string known;
    static std::unique_ptr<Sheet> sheet;
    const std::string wanted = fmt::format("{} {}", rows, keys);
    if (known != wanted) {
        sheet.reset();
        sheet = std::make_unique<Sheet>(make(rows));
        known = wanted;
    }
    return *sheet;
}

template <class Call>
void measure(benchmark::State& state, std::size_t rows, double largest, Call call) {
    std::size_t bytes = 0;
    try {
        for (auto turn : state) {
            static_cast<void>(turn);
            const MemoryWatch watch;
            benchmark::DoNotOptimize(call());
            bytes = std::max(bytes, watch.peak());
        }
    } catch (const std::exception& error) {
        state.SkipWithError(error.what());
    }
    state.counters["bytes"] = static_cast<double>(bytes);
    state.counters["rows"] = static_cast<double>(rows);
    state.counters["largest"] = largest;
}

/// Registers a function for each number of rows. `make` gives its data, `call` computes it.
template <class Make, class Call>
void add(std::string_view name, std::string_view keys, std::size_t most_rows, double largest, Make make,
         Call call) {
    using Sheet = decltype(make(std::size_t{}));
    for (const std::size_t rows : sizes) {
        if (rows > most_rows)
            continue;
        const std::string full = fmt::format("{}{}{}/{}", name, keys.empty() ? "" : ", ", keys, rows);
        benchmark::RegisterBenchmark(full.c_str(),
                                     [=](benchmark::State& state) {
                                         const Sheet& sheet = kept<Sheet>(rows, keys, make);
                                         measure(state, rows, largest, [&] { return call(sheet); });
                                     })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
}

struct Naming {
    std::string_view name;
    Keys keys;
};

void add_sheets() {
    constexpr std::size_t all = sizes[std::size(sizes) - 1];
    for (const auto& [keys, kind] : {Naming{"ids", Keys::ids}, Naming{"Chinese names", Keys::names}}) {
        const auto ledger = [kind = kind](std::size_t rows) { return make_ledger(make_orders(rows), kind); };
        const auto shuffled = [kind = kind](std::size_t rows) {
            return make_ledger(make_shuffled_orders(rows), kind);
        };
        const auto cohorts = [](const Ledger& sheet) {
            return metrics::cohort({}, sheet.clients, sheet.dates, sheet.amounts);
        };
        add("COHORT", keys, all, of_ledgers, ledger, cohorts);
        add("COHORT, rows in no order", keys, all, of_ledgers, shuffled, cohorts);
        add("CLIENTTABLE", keys, all, of_ledgers, ledger, [](const Ledger& sheet) {
            return metrics::client_table({}, sheet.clients, sheet.dates, sheet.amounts);
        });
        add("RFM", keys, all, of_ledgers, ledger,
            [](const Ledger& sheet) { return metrics::rfm({}, sheet.clients, sheet.dates, sheet.amounts); });
        add("RFSUMMARY", keys, all, of_ledgers, ledger, [](const Ledger& sheet) {
            return metrics::rfm_summary({}, sheet.clients, sheet.dates, sheet.amounts);
        });
        add(
            "MRRMOVEMENTS", keys, all, of_ledgers,
            [kind = kind](std::size_t rows) { return make_contracts(rows, kind); },
            [](const Contracts& sheet) {
                return metrics::mrr_movements({}, sheet.clients, sheet.starts, sheet.ends, sheet.mrr,
                                              first_date, last_date);
            });
        add(
            "REFERRALVALUE", keys, most_clients, of_clients,
            [kind = kind](std::size_t rows) { return make_referrals(rows, kind); },
            [](const Referrals& sheet) {
                return metrics::referral_value(sheet.clients, sheet.referrers, sheet.values, 0.5, 3);
            });
    }
    add("KAPLANMEIER", "", all, of_ledgers, make_lifetimes,
        [](const Lifetimes& sheet) { return metrics::kaplan_meier(sheet.durations, sheet.ended); });
    add("BGNBDFIT", "", most_clients, not_watched, make_purchases,
        [](const Purchases& sheet) { return metrics::bgnbd_fit(sheet.x, sheet.tx, sheet.age); });
    add("ALLOCATE", "", most_clients, not_watched, make_scores,
        [](const std::vector<double>& scores) { return metrics::allocate(1e9, scores); });
}

/// What reading a column of texts costs the column itself, with 20 cells a client and with one.
void add_texts() {
    constexpr std::size_t all = sizes[std::size(sizes) - 1];
    const auto read = [](const std::vector<std::string>& texts) {
        metrics::Column column;
        column.reserve(texts.size());
        for (const std::string& text : texts)
            column.add_text(text);
        return column;
    };
    for (const auto& [keys, kind] : {Naming{"ids", Keys::ids}, Naming{"Chinese names", Keys::names}}) {
        add(
            "a column, 20 cells a text", keys, all, not_watched,
            [kind = kind](std::size_t rows) {
                std::vector<std::string> texts;
                texts.reserve(rows);
                for (const std::uint32_t client : make_orders(rows).clients)
                    texts.push_back(client_name(client, kind));
                return texts;
            },
            read);
        add(
            "a column, all different", keys, all, not_watched,
            [kind = kind](std::size_t rows) {
                std::vector<std::string> texts;
                texts.reserve(rows);
                for (std::uint32_t client = 0; client < rows; ++client)
                    texts.push_back(client_name(client, kind));
                return texts;
            },
            read);
    }
}

} // namespace

} // namespace perennial::bench

int main(int count, char** arguments) {
    using perennial::bench::GrowthReporter;
    perennial::bench::add_sheets();
    perennial::bench::add_texts();
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments))
        return 1;
    GrowthReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    for (const std::string& failure : reporter.failed())
        fmt::print(stderr, "{}\n", failure);
    for (const auto& [name, largest] : reporter.too_fast())
        fmt::print(stderr, "{}: time grows with more than the power {} of the rows.\n", name, largest);
    return reporter.failed().empty() && reporter.too_fast().empty() ? 0 : 1;
}
