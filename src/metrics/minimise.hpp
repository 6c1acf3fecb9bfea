#pragma once

#include <functional>
#include <span>
#include <vector>

namespace perennial::metrics {

struct Minimum {
    std::vector<double> at;
    double value = 0;
    int iterations = 0; ///< steps that made the value smaller
    bool converged = false;
};

/// A function with its gradient, which it writes into the second argument.
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

/// The lowest minimum that L-BFGS (library LBFGS++) finds from several starting points. A likelihood is
/// fitted with logarithms of its parameters, so that every point is allowed. Never hangs: iterations are
/// limited, and where none of the runs settles the best point comes back as not converged.
Minimum minimise(const Objective& objective, std::span<const std::vector<double>> starts);

} // namespace perennial::metrics
