#pragma once

#include <optional>
#include <span>

/// The trust compound system: trust grows with every period in which value is seen, and fades without care.
namespace perennial::metrics {

/// Trust after `periods` periods, T₀ · (VD · PR · SP)ᵗ.
/// `initial` T₀ ≥ 0 in points; `delivery` VD ≥ 0, density of value seen per period; `retention` PR in [0, 1];
/// `proof` SP ≥ 0, amplification by social proof; `periods` t ≥ 0, fractions allowed.
/// Domain errors outside these ranges. The trap: all three factors act in every period, so a product below 1
/// fades however large the first value is.
double trust_compound(double initial, double delivery, double retention, double proof, double periods);

} // namespace perennial::metrics
