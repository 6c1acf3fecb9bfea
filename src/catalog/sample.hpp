#pragma once

#include <chrono>
#include <optional>
#include <string_view>

/// The sample tables that the examples of the rows refer to by the names of their
/// columns.
namespace perennial::catalog {

/// A row of the ledger: orders_client, orders_date, orders_amount.
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

/// A client, who brought it, and what it is worth: referrals_client, referrals_referrer, referrals_value.
struct SampleReferral {
    std::string_view client;
    std::string_view referrer; ///< empty where nobody did
    double value;
};

/// Anna brought Brook, Brook brought Chen and Dahl.
inline constexpr SampleReferral sample_referrals[] = {
    {"Anna Berg", "", 600},
    {"Brook & Co", "Anna Berg", 930},
    {"Chen Studio", "Brook & Co", 170},
    {"Dahl GmbH", "Brook & Co", 660},
};

/// A contract: contracts_client, contracts_start, contracts_end, contracts_mrr.
struct SampleContract {
    std::string_view client;
    std::chrono::year_month_day start;
    std::optional<std::chrono::year_month_day> end; ///< none while it runs
    double mrr;
};

/// Anna grows in March, Brook leaves at the end of March and comes back in May, Chen is won in February and
/// shrinks in April.
inline constexpr SampleContract sample_contracts[] = {
    {"Anna Berg", std::chrono::year{2024} / 1 / 1, std::nullopt, 100},
    {"Anna Berg", std::chrono::year{2024} / 3 / 10, std::nullopt, 50},
    {"Brook & Co", std::chrono::year{2024} / 1 / 15, std::chrono::year{2024} / 4 / 1, 300},
    {"Brook & Co", std::chrono::year{2024} / 5 / 1, std::nullopt, 250},
    {"Chen Studio", std::chrono::year{2024} / 2 / 1, std::chrono::year{2024} / 4 / 1, 80},
    {"Chen Studio", std::chrono::year{2024} / 4 / 1, std::nullopt, 60},
};

} // namespace perennial::catalog
