#pragma once

#include <cmath>

namespace perennial::metrics {

/// A sum carried in twice the precision of a double, so that money adds up to the same bit in whatever order
/// the rows stand, and in parts (Dekker 1971, Knuth's two-sum). It is exact as long as all terms are
/// multiples of one power of two and no partial sum reaches 2^106 times that: amounts of a cent and more, up
/// to 10^14.
class Sum {
public:
    void add(double term) {
        const double total = high_ + term;
        const double taken = total - high_;
        const double lost = (high_ - (total - taken)) + (term - taken);
        low_ += lost;
        high_ = total + low_;
        low_ -= high_ - total;
    }
    void add(const Sum& other) {
        add(other.high_);
        add(other.low_);
    }
    /// Adds a multiple of another sum without rounding it to a double first.
    void add(double factor, const Sum& other) {
        const double product = factor * other.high_;
        add(product);
        add(std::fma(factor, other.high_, -product));
        add(factor * other.low_);
    }
    double value() const { return high_ + low_; }

private:
    double high_ = 0;
    double low_ = 0;
};

} // namespace perennial::metrics
