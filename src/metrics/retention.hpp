#pragma once

#include "metrics/table.hpp"

#include <optional>
#include <span>

/// Retention of clients and of their revenue over one period.
namespace perennial::metrics {

/// Share of the clients at the start that are still clients at the end, (end − new) ÷ start.
/// All three are counts ≥ 0 of one period, and end − new lies between 0 and start.
/// Domain errors outside, division by zero without clients at the start. Source: retention system. The trap:
/// clients won in the period are in `end`, and without taking them out a leaking book looks full.
double retention_rate(double start, double end, double new_clients);

/// Net revenue retention, (start + expansion − contraction − churn) ÷ start.
/// Recurring revenue of one period, each ≥ 0, in one currency: at its start, and what the clients of the
/// start added, took back, and took away by leaving. Domain errors for negative values, division by zero
/// without revenue at the start. Source: retention system. The trap: revenue of new and of reactivated
/// clients stays out.
double nrr(double start, double expansion, double contraction, double churn);

/// Share of the clients at the start that left, lost ÷ start; start ≥ 0, lost from 0 to start. Domain errors
/// outside, division by zero without clients at the start. Source: retention system. The trap: clients won
/// and lost within the period are not among those of the start.
double churn_rate(double start, double lost);

/// Gross revenue retention, (start − contraction − churn) ÷ start, never above 1. Arguments and errors as in
/// nrr. Source: retention system. The trap: expansion stays out, however large.
double grr(double start, double contraction, double churn);

/// Net revenue churn, ((churn + contraction) − (expansion + reactivation)) ÷ start; each ≥ 0, reactivation by
/// default 0. Domain errors for negative values, division by zero without revenue at the start. Source:
/// retention system. The trap: negative is good.
double net_churn(double start, double expansion, double contraction, double churn,
                 std::optional<double> reactivation = {});

/// Quick ratio, (new + expansion + reactivation) ÷ (contraction + churn); each ≥ 0, reactivation by default
/// 0. Domain errors for negative values, division by zero when nothing was lost. Source: retention system.
/// The trap: the ratio says nothing about the size of the book.
double quick_ratio(double new_revenue, double expansion, double contraction, double churn,
                   std::optional<double> reactivation = {});

/// Share of the added revenue that came from existing clients, expansion ÷ (new + expansion); both ≥ 0.
/// Domain errors for negative values, division by zero when nothing was added. Source: retention system. The
/// trap: a high share may also mean that no new clients come.
double expansion_share(double new_revenue, double expansion);

/// An amount spread over the months it pays for, amount ÷ months. `amount` finite, `months` ≥ 0. Domain
/// errors outside, division by zero for no months. Source: retention system. The trap: an annual price
/// counted in its month makes income jump that is in fact even.
double monthly_value(double amount, double months);

/// Risk that a client leaves, from 0 to 100: 100 × the weighted mean of five warning signs from 0 to 1, in
/// this order: usage falling, replies slower, asked about contract or cancelling, key contact left, check-ins
/// unanswered. `signals` holds NaN for an empty cell, which is no sign; `weights` five numbers ≥ 0, by
/// default equal. Domain errors outside, division by zero when all weights are 0. Source: retention system.
/// The trap: one strong sign among five gives 20 only; weights say which one alone is enough.
double churn_risk(std::span<const double> signals, std::optional<std::span<const double>> weights = {});

/// Wilson score interval for a rate: table Rate, Lower, Upper.
/// `successes` from 0 to `trials`, `trials` ≥ 0, `confidence` between 0 and 1, by default 0.95. Domain errors
/// outside, division by zero without trials. Source: Wilson (1927), "Probable inference". The trap: the rate
/// is not the middle of its interval.
Table rate_interval(double successes, double trials, std::optional<double> confidence = {});

} // namespace perennial::metrics
