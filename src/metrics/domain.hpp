#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Requirements that many functions share. Each fails with a sentence that states the value received; none is
/// met by a value that is not finite.
namespace perennial::metrics {

void require_finite(std::string_view name, double value);
void require_at_least(std::string_view name, double value, double least);
void require_above(std::string_view name, double value, double bound);
void require_between(std::string_view name, double value, double least, double most);
/// A rate, a share or a probability: from 0 to 1.
void require_share(std::string_view name, double value);

/// The result of a formula that grows without bound: a domain error where no number can hold it.
double representable(double result);

/// The quotient; the error of a division by zero says which quantity was 0.
double divide(double dividend, double divisor, std::string_view divisor_name);

/// Σ wᵢ·xᵢ ÷ Σ wᵢ. The weights are 0 or more and as many as the values; only their proportions matter.
double weighted_mean(std::span<const double> values, std::span<const double> weights);

/// The distance from the mean, in standard deviations of a normal distribution, within which the share
/// `confidence` lies; between 0 and 1, by default 0.95.
double normal_bound(std::optional<double> confidence);

} // namespace perennial::metrics
