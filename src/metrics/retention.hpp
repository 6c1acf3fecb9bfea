#pragma once

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

} // namespace perennial::metrics
