#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/generations.hpp"
#include "metrics/keyword.hpp"
#include "metrics/table.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The referral system: who brings clients, what becomes of them, and what they are worth.
namespace perennial::metrics {

enum class ReferrerTier { core, potential, ordinary };

template <>
inline constexpr std::array<std::string_view, 3> keywords<ReferrerTier> = {"Core", "Potential", "Ordinary"};

/// Tier of a referrer: "Core" when spend > spendCut and activeDays ≥ activeCut, "Potential" when exactly one
/// holds, "Ordinary" when neither. `annual_spend` finite, `active_days` ≥ 0 per month; cuts ≥ 0, by default
/// 100000 and 20; `labels` the user's three words. Domain errors outside. Source: referral system. The trap:
/// spend must exceed its cut, active days need only reach theirs.
std::string referral_tier(double annual_spend, double active_days, std::optional<double> spend_cut = {},
                          std::optional<double> active_cut = {}, Labels labels = {});

enum class DealSize { small, large };

template <>
inline constexpr std::array<std::string_view, 2> keywords<DealSize> = {"small", "large"};

/// Reward for a referral, deal × rate of its size. `deal` ≥ 0 in money; `rates` two shares for small and
/// large deals, by default 0.05 and 0.08. Domain errors outside. Source: referral system. The trap: the gift
/// that goes with a large deal is not in it.
double referral_reward(double deal, DealSize size, std::optional<std::span<const double>> rates = {});

/// Table Step, Count, From the step before, From the first, Drop-off for Referred, Clicked, Registered,
/// Closed. Four columns of one table; a cell counts when it holds a date, TRUE or a number > 0, and a later
/// step implies the earlier ones. Bad data for text in a row, division by zero in a cell whose step before is
/// empty. Source: referral system. The trap: a name in the first column is text; give the column of dates.
Table referral_funnel(const Column& referred, const Column& clicked, const Column& registered,
                      const Column& closed);

/// Referrals per active referrer per month of the window [from, to], both days inside: referrals ÷ distinct
/// referrers ÷ months, a part of a month counting as its part of the days. Bad data for a row that cannot be
/// used, a domain error when `from` lies after `to`, division by zero without referrals. Source: referral
/// system. The trap: referrers without a referral in the window are not in it.
double referrer_activity(NullDate null_date, const Column& referrers, const Column& dates, double from,
                         double to);

/// Mean value of referred clients ÷ mean of the others − 1. One row per client: `referred` counts when it
/// holds a date, TRUE or a number > 0; `values` amounts. Bad data for a row that cannot be used, division by
/// zero without referred or without other clients, or when the others are worth nothing. Source: referral
/// system. The trap: of few clients one large one makes the lift.
double referred_lift(const Cells& referred, const Cells& values);

/// Clients that each client brings, invites per client × conversion. `invites` ≥ 0, `conversion` a share.
/// Domain errors outside. Source: referral system. The trap: K says nothing about how long it takes.
double k_factor(double invites, double conversion);

/// Clients that the seeds bring in all, themselves included: seeds ÷ (1 − k). `seeds` ≥ 0, `k` ≥ 0. Domain
/// errors outside, a missing value when k ≥ 1, since the sum then has no end. Source: referral system. The
/// trap: close to 1 the result leaps with every hundredth.
double k_total(double seeds, double k);

/// Net promoter score, 100 · (share of 9–10 − share of 0–6), from −100 to 100. `scores` from 0 to 10, NaN for
/// an empty cell, which is no answer. Domain errors outside, division by zero without answers. Source:
/// Reichheld (2003), "The One Number You Need to Grow". The trap: each score once gives −45, not 0.
double nps(std::span<const double> scores);

enum class Advice { incentive, material, choice, on_course };

template <>
inline constexpr std::array<std::string_view, 4> keywords<Advice> = {
    "Incentive or process", "Material and nurturing", "Choice of referrers", "On course"};

/// The step to take in the referral programme: the first that misses its target of referrer activity, closing
/// rate, value of referred clients, or "On course". `activity` ≥ 0, `close_rate` a share, `value_lift`
/// finite; `targets` three numbers, by default 1 referral a month, 0.2 and 0; `labels` the user's four words.
/// Domain errors outside. Source: referral system. The trap: only the first miss is named.
std::string referral_advice(double activity, double close_rate, double value_lift,
                            std::optional<std::span<const double>> targets = {}, Labels labels = {});

/// Table Client, Own value, Referred value, Total, by total, the largest first: what each client is worth,
/// and what those it brought are worth, generation by generation weighted share^generation. `clients`,
/// `referrers` (empty where nobody referred), `values`: columns of one table; `share` from 0 to 1, by default
/// 1; `generations` a whole number ≥ 1, by default all, and the heading by which the rows are in order,
/// clients by name, figures with the largest first and equal ones by name. A client may stand in several
/// rows, a referrer in none. Bad data for a row that cannot be used or a client with two referrers, a domain
/// error for a circle in the referrals. Source: referral system. The trap: totals of several clients count
/// the same money again.
Table referral_value(const Column& clients, const Column& referrers, const Column& values,
                     std::optional<double> share = {}, const Generations& generations = {});

/// Distinct clients who stand among the referrers ÷ distinct clients. Two columns, also of different tables
/// and lengths; empty cells are skipped. Division by zero without clients, the error of a cell that holds
/// one. Source: trust compound system. The trap: there is no number that would tell a header, so leave the
/// header out.
double referral_rate(const Column& clients, const Column& referrers);

} // namespace perennial::metrics
