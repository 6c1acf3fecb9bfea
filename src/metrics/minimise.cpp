#include "metrics/minimise.hpp"

#include <Eigen/Core>
#include <LBFGS.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <limits>

namespace perennial::metrics {

namespace {

constexpr int most_iterations = 500;
constexpr int most_line_searches = 60;

/// A run has settled when the slope is this small beside the value.
constexpr double flat = 1e-6;

/// Parameters beyond e^±this have run away: the likelihood has no maximum at finite values.
constexpr double farthest = 25;

/// What the line search is told where the objective has no value; finite, so that it steps back.
constexpr double forbidden = 1e100;

Minimum run(const Objective& objective, const std::vector<double>& start) {
    const auto size = static_cast<Eigen::Index>(start.size());
    Minimum best;
    best.value = std::numeric_limits<double>::infinity();
    double slope = std::numeric_limits<double>::infinity();
    // The solver ends with an exception when rounding keeps its line search from a further step, so the best
    // point seen is kept here.
    const auto tracked = [&](const Eigen::VectorXd& at, Eigen::VectorXd& gradient) {
        const std::span<const double> point(at.data(), start.size());
        const bool near = std::all_of(point.begin(), point.end(),
                                      [](double parameter) { return std::abs(parameter) <= farthest; });
        const double value = near ? objective(point, {gradient.data(), start.size()}) : forbidden;
        if (!near || !std::isfinite(value) || !gradient.allFinite()) {
            gradient.setZero();
            return forbidden;
        }
        if (value < best.value) {
            best.at.assign(point.begin(), point.end());
            best.value = value;
            ++best.iterations;
            slope = gradient.cwiseAbs().maxCoeff();
        }
        return value;
    };

    LBFGSpp::LBFGSParam<double> settings;
    settings.max_iterations = most_iterations;
    settings.max_linesearch = most_line_searches;
    settings.epsilon = 1e-9;
    settings.epsilon_rel = 1e-12;
    LBFGSpp::LBFGSSolver<double> solver(settings);
    Eigen::VectorXd at = Eigen::Map<const Eigen::VectorXd>(start.data(), size);
    double value = 0;
    try {
        solver.minimize(tracked, at, value);
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): whether the best point will do is
                                      // judged below
    }
    best.converged = slope <= flat * std::max(1.0, std::abs(best.value));
    return best;
}

} // namespace

Minimum minimise(const Objective& objective, std::span<const std::vector<double>> starts) {
    Minimum best;
    best.value = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& start : starts) {
        const Minimum found = run(objective, start);
        if (found.at.empty())
            continue;
        if (best.at.empty() || (found.converged && !best.converged) ||
            (found.converged == best.converged && found.value < best.value))
            best = found;
    }
    return best;
}

} // namespace perennial::metrics
