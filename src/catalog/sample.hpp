#pragma once

#include <chrono>
#include <string_view>

/// The sample ledger that the examples of the rows refer to as orders_client, orders_date and orders_amount.
namespace perennial::catalog {

struct SampleOrder {
    std::string_view client;
    std::chrono::year_month_day date;
    double amount;
};

/// Four clients over five months: three won in January, one in February.
inline constexpr SampleOrder sample_ledger[] = {
    {"Anna Berg", std::chrono::year{2024} / 1 / 8, 120},
    {"Brook & Co", std::chrono::year{2024} / 1 / 15, 300},
    {"Chen Studio", std::chrono::year{2024} / 1 / 22, 80},
    {"Anna Berg", std::chrono::year{2024} / 2 / 5, 150},
    {"Dahl GmbH", std::chrono::year{2024} / 2 / 12, 200},
    {"Brook & Co", std::chrono::year{2024} / 2 / 20, 320},
    {"Anna Berg", std::chrono::year{2024} / 3 / 4, 150},
    {"Chen Studio", std::chrono::year{2024} / 3 / 18, 90},
    {"Dahl GmbH", std::chrono::year{2024} / 3 / 25, 220},
    {"Brook & Co", std::chrono::year{2024} / 4 / 9, 310},
    {"Anna Berg", std::chrono::year{2024} / 4 / 16, 180},
    {"Dahl GmbH", std::chrono::year{2024} / 5 / 6, 240},
};

} // namespace perennial::catalog
