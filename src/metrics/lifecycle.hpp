#pragma once

#include "metrics/calendar.hpp"
#include "metrics/keyword.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// The four stages of a client's life, each with its own task.
namespace perennial::metrics {

enum class Stage { introduction, growth, maturity, dormant };

template <>
inline constexpr std::array<std::string_view, 4> keywords<Stage> = {"Introduction", "Growth", "Maturity",
                                                                    "Dormant"};
template <>
inline constexpr bool numbered<Stage> = true;

/// Where one stage ends and the next begins, in whole months.
struct StageLimits {
    double dormant = 3; ///< since the last purchase
    double intro = 3;   ///< since the first
    double growth = 12; ///< since the first
};

Stage lifecycle_stage(Day first, Day last, Day as_of, const StageLimits& limits = {});

/// The stage of a client in words: "Dormant" when `dormant_months` whole months have passed since its last
/// purchase; otherwise by whole months since its first one: below `intro_months` "Introduction", below
/// `growth_months` "Growth", else "Maturity".
/// Serial dates first ≤ last ≤ asOf; limits in months, 0 ≤ intro ≤ growth; `labels` the user's words for
/// Introduction, Growth, Maturity, Dormant. Domain errors otherwise. Source: lifetime value management. The
/// trap: months are counted as DATEDIF does, so 31 January to 30 April is two months, not three.
std::string lifecycle_stage_word(NullDate null_date, double first, double last, double as_of,
                                 std::optional<double> dormant_months = {},
                                 std::optional<double> intro_months = {},
                                 std::optional<double> growth_months = {}, Labels labels = {});

} // namespace perennial::metrics
