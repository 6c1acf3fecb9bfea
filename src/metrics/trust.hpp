#pragma once

#include "metrics/keyword.hpp"
#include "metrics/table.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The trust compound system: trust grows with every period in which value is seen, and fades without care.
namespace perennial::metrics {

/// Months in which unmaintained trust falls to one half: the source says that it fades markedly within 3 to 6
/// months; this is the middle.
inline constexpr double default_half_life = 4.5;

/// Trust after `periods` periods, T₀ · (VD · PR · SP)ᵗ.
/// `initial` T₀ ≥ 0 in points; `delivery` VD ≥ 0, density of value seen per period; `retention` PR in [0, 1];
/// `proof` SP ≥ 0, amplification by social proof; `periods` t ≥ 0, fractions allowed.
/// Domain errors outside these ranges. Source: trust compound system. The trap: all three factors act in
/// every period, so a product below 1 fades however large the first value is.
double trust_compound(double initial, double delivery, double retention, double proof, double periods);

/// Trust that is left after `months` without care, T₀ · 2^(−months ÷ half-life).
/// `initial` T₀ ≥ 0 in points; `months` ≥ 0; `half_life` > 0 in months.
/// Domain errors outside these ranges. Source: trust compound system. The trap: the half-life is in months,
/// whatever length the periods of the compound have.
double trust_decay(double initial, double months, std::optional<double> half_life = {});

/// Weighted mean of four ratings, Σ wᵢ·xᵢ ÷ Σ wᵢ: how visible the deliveries are, how well questions are
/// answered, how regular the meetings are, how much others vouch.
/// Ratings from 0 to 100; `weights` four numbers ≥ 0, by default 40, 20, 20, 20.
/// Domain errors outside these ranges, division by zero when all weights are 0. Source: trust compound
/// system. The trap: weights need not add up to 100, only their proportions count.
double trust_score(double visibility, double response, double ritual, double proof,
                   std::optional<std::span<const double>> weights = {});

/// R³ = repeat · renew · refer, three rates in [0, 1], each a domain error outside. Source: trust compound
/// system. The trap: three rates of 80 % give about one half; a book without a single referral gives 0.
double r3_index(double repeat, double renew, double refer);

/// Periods until the compound reaches `target`: ln(target ÷ T₀) ÷ ln(VD · PR · SP), 0 where it is there
/// already. `target` ≥ 0 and the other arguments as in trust_compound. Domain errors outside, a missing value
/// when trust never gets there. Source: trust compound system. The trap: the result is rarely whole; it is
/// reached in the period after the last whole one.
double trust_periods(double target, double initial, double delivery, double retention, double proof);

/// Half-life in months that explains a fall: months · ln 2 ÷ ln(initial ÷ final).
/// `initial` > `final` > 0 in points, `months` > 0. Domain errors outside; a missing value when trust has not
/// fallen. Source: trust compound system. The trap: one fall says little, a ritual missed once is no trend.
double trust_half_life(double initial, double final, double months);

/// Table Period, Trust for the periods 0 … n, one row per cell of `touches`: a period with a touch (> 0)
/// compounds by VD · PR · SP, one without decays by 2^(−monthsPerPeriod ÷ halfLife). `touches` holds NaN for
/// an empty cell, which is no touch; `months_per_period` > 0, by default 1; the other arguments as above.
/// Domain errors outside. Source: trust compound system. The trap: a touch replaces the decay of its period,
/// so trust can fall in a period with a touch when the product is below 1.
Table trust_path(double initial, double delivery, double retention, double proof,
                 std::span<const double> touches, std::optional<double> half_life = {},
                 std::optional<double> months_per_period = {});

/// The steps of the flywheel, in the order in which a client goes through them.
enum class FlywheelStage { acquire, onboard, deliver, prove, expand, renew, advocate };

template <>
inline constexpr std::array<std::string_view, 7> keywords<FlywheelStage> = {
    "Acquire", "Onboard", "Deliver", "Prove", "Expand", "Renew", "Advocate"};

/// The furthest step of the flywheel that a client has reached: no order Acquire, an order Onboard, a
/// delivery Deliver, a proof Prove, an expansion Expand, a renewal Renew, a referral Advocate. Six counts ≥
/// 0; `labels` the user's seven words. Domain errors outside. Source: trust compound system. The trap: the
/// furthest step counts even where an earlier one is missing.
std::string flywheel_stage(double orders, double deliveries, double proofs, double expansions,
                           double renewals, double referrals, Labels labels = {});

} // namespace perennial::metrics
