#pragma once

#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <optional>
#include <span>

/// Models of how often clients buy, how much they spend and how long they stay. All fits maximise the
/// likelihood and give a table Name, Value whose last row, status, is "converged", "too few clients" or "did
/// not converge"; where there is no estimate its cell is a missing value.
namespace perennial::metrics {

/// Fit of BG/NBD: r, alpha, a, b, log-likelihood, clients, iterations, status.
/// One row per client: `x` repeat purchases, a whole number ≥ 0; `tx` time of the last one and `age` time
/// since the first purchase, 0 ≤ tx ≤ age, in one unit. At least two clients must have repeated. Bad data for
/// a row that cannot be used, domain errors for values outside. Source: Fader, Hardie & Lee (2005), "Counting
/// Your Customers the Easy Way", Marketing Science 24(2). The trap: x counts repeats, so a client with one
/// purchase has 0.
Table bgnbd_fit(const Cells& x, const Cells& tx, const Cells& age);

/// Probability that a client is still one, 1 ÷ (1 + a/(b+x−1) · ((α+T)/(α+tx))^(r+x)), 1 for x = 0.
/// `parameters` the four numbers r, alpha, a, b > 0; the others as in the fit. Domain errors outside. Source:
/// Fader, Hardie & Lee (2008), note 021. The trap: a client without a repeat is alive for certain in this
/// model.
double bgnbd_alive(std::span<const double> parameters, double x, double tx, double age);

/// Purchases expected in the next `horizon` ≥ 0 units of time, arguments as above. Domain errors outside, no
/// convergence where the series for ₂F₁ does not settle. Source: Fader, Hardie & Lee (2005), equation 10. The
/// trap: it is a mean over clients with this record, not a forecast for one of them.
double bgnbd_expect(std::span<const double> parameters, double x, double tx, double age, double horizon);

/// Fit of Gamma-Gamma: p, q, gamma, log-likelihood, clients, iterations, status.
/// One row per client: `x` repeat purchases, whole ≥ 0; `value` mean value of a repeat purchase, > 0 where x
/// > 0; rows with x = 0 say nothing and are passed over. At least two clients must be left. Errors as in
/// bgnbd_fit. Source: Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025. The trap:
/// the model takes the spend to be independent of how often a client buys.
Table gammagamma_fit(const Cells& x, const Cells& value);

/// Expected mean spend per purchase, p·(γ + x·value) ÷ (p·x + q − 1). `parameters` p, q, gamma > 0; `x` ≥ 0;
/// `value` ≥ 0, without meaning for x = 0. Domain errors outside, a missing value where q leaves no mean.
/// Source: note 025. The trap: a client's own mean is drawn towards that of all, the more the fewer purchases
/// it has.
double gammagamma_mean(std::span<const double> parameters, double x, double value);

/// Expected spend over the next `horizon` units of time: the expected purchases of each unit, discounted at
/// its end, × the expected mean spend. `discount` ≥ 0 per unit, by default 0; the rest as above; a part of a
/// unit counts as its part. Errors as above. Source: Fader, Hardie & Lee (2005), "RFM and CLV". The trap: the
/// discount is per unit of the fit, so 10 % a year is 0.0018 a week.
double ltv_predict(std::span<const double> bgnbd, std::span<const double> gammagamma, double x, double tx,
                   double age, double value, double horizon, std::optional<double> discount = {});

/// Fit of the shifted-beta-geometric model: alpha, beta, log-likelihood, iterations, status.
/// `survivors` number of clients of one cohort at the start and after each period, falling, ≥ 0, at least
/// three. Domain errors outside. Source: Fader & Hardie (2007), "How to Project Customer Retention". The
/// trap: the log-likelihood depends on counts, so percentages give the same curve and another likelihood.
Table sbg_fit(std::span<const double> survivors);

/// Share that is still a client after t ≥ 0 periods, B(α, β+t) ÷ B(α, β), α, β > 0. Domain errors outside.
/// Source: Fader & Hardie (2007). The trap: t counts renewals, so t = 0 is 1.
double sbg_survival(double alpha, double beta, double t);

/// Retention rate of period t ≥ 1, (β + t − 1) ÷ (α + β + t − 1), α, β > 0. Domain errors outside. Source:
/// Fader & Hardie (2007). The trap: it rises with t although no client changes; the faithful ones are what is
/// left.
double sbg_retention(double alpha, double beta, double t);

/// Discounted expected residual lifetime of a client just before its renewal n is known, in periods: Σ
/// S(n−1+k) ÷ S(n−1) ÷ (1+d)^(k−1) over k ≥ 1. `renewals` n a whole number ≥ 1, `discount` d ≥ 0, α, β > 0.
/// Domain errors outside, a missing value where the sum has no end (d = 0 and α ≤ 1), no convergence for a
/// discount close to 0. Source: Fader & Hardie (2010), "Customer-Base Valuation in a Contractual Setting",
/// Marketing Science 29(1). The trap: the payment of renewal n itself is in it, undiscounted.
double sbg_residual(double alpha, double beta, double renewals, double discount);

} // namespace perennial::metrics
