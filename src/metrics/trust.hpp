#pragma once

#include <optional>
#include <span>

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

} // namespace perennial::metrics
