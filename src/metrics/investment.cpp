#include "metrics/investment.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"

#include "metrics/records.hpp"
#include "metrics/sum.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace perennial::metrics {

namespace {

/// Whole numbers up to this are exact in a double.
constexpr double largest_whole = 9007199254740992;

/// Bounds such as 0.29 · 100 come out a hair beside the whole number that is meant.
constexpr double hair = 1e-6;

/// Scores next to nothing must not make the multiple infinite.
constexpr double largest_multiple = 1e300;

struct Bounds {
    double least;
    double most;
};

/// Amounts in proportion to the scores within the bounds: the clamped multiple of the scores that adds up to
/// the budget. What is left when every positive score has its most goes in equal parts to the scores of 0.
std::vector<double> proportional(double budget, std::span<const double> scores, const Bounds& bounds) {
    const auto count = static_cast<double>(scores.size());
    require(bounds.least * count <= budget, "the minimum for {} clients is more than the budget", count);
    require(bounds.most * count >= budget, "the maximum for {} clients is less than the budget", count);
    if (std::none_of(scores.begin(), scores.end(), [](double score) { return score > 0; }))
        fail(Fault::division_by_zero, "the scores are all 0");

    // The multiple grows; a score enters where it passes its least and leaves where it reaches its most.
    struct Turn {
        double multiple;
        double score;
        bool leaves;
    };
    std::vector<Turn> turns;
    std::size_t none = 0;
    for (const double score : scores) {
        if (score == 0) {
            ++none;
            continue;
        }
        turns.push_back({std::min(bounds.least / score, largest_multiple), score, false});
        turns.push_back({std::min(bounds.most / score, largest_multiple), score, true});
    }
    std::sort(turns.begin(), turns.end(), [](const Turn& left, const Turn& right) {
        return left.multiple != right.multiple ? left.multiple < right.multiple : left.leaves < right.leaves;
    });
    double given = bounds.least * count;
    double multiple = 0;
    Sum slope;
    bool met = false;
    for (const Turn& turn : turns) {
        const double next = given + slope.value() * (turn.multiple - multiple);
        if (next >= budget && slope.value() > 0) {
            multiple += (budget - given) / slope.value();
            met = true;
            break;
        }
        given = next;
        multiple = turn.multiple;
        slope.add(turn.leaves ? -turn.score : turn.score);
    }
    double rest = bounds.least;
    if (!met && none > 0)
        rest += std::max(0.0, budget - given) / static_cast<double>(none);
    std::vector<double> amounts(scores.size());
    std::transform(scores.begin(), scores.end(), amounts.begin(), [&](double score) {
        return score == 0 ? rest : std::clamp(multiple * score, bounds.least, bounds.most);
    });
    return amounts;
}

/// Whole amounts that add up to the budget: all rounded down, then the units that are left to the largest
/// remainders, of equal ones to the larger score, then to the earlier.
std::vector<double> rounded(const std::vector<double>& amounts, double budget, std::span<const double> scores,
                            const Bounds& bounds) {
    std::vector<double> whole(amounts.size());
    std::transform(amounts.begin(), amounts.end(), whole.begin(),
                   [&](double amount) { return std::clamp(std::floor(amount), bounds.least, bounds.most); });
    std::vector<std::size_t> order(amounts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const double more = amounts[left] - whole[left];
        const double less = amounts[right] - whole[right];
        if (more != less)
            return more > less;
        return scores[left] != scores[right] ? scores[left] > scores[right] : left < right;
    });
    double left = budget - std::accumulate(whole.begin(), whole.end(), 0.0);
    while (left != 0) {
        const double step = left > 0 ? 1 : -1;
        for (const std::size_t index : order) {
            const double changed = whole[index] + step;
            if (left == 0 || changed < bounds.least || changed > bounds.most)
                continue;
            whole[index] = changed;
            left -= step;
        }
    }
    return whole;
}

} // namespace

double potential_score(double wallet_share, double cross_buy, double engagement, Stage stage,
                       std::optional<std::span<const double>> weights,
                       std::optional<std::span<const double>> timing) {
    static constexpr std::array<double, 4> equal = {1, 1, 1, 1};
    static constexpr std::array<double, 4> usual_timing = {0.75, 1, 0.6, 0.25};
    require_share("walletShare", wallet_share);
    require_share("crossBuy", cross_buy);
    require_share("engagement", engagement);
    const std::span<const double> timings = timing.value_or(usual_timing);
    require(timings.size() == usual_timing.size(), "timing must be {} shares, not {}", usual_timing.size(),
            timings.size());
    for (const double share : timings)
        require_share("timing", share);
    const std::array<double, 4> looks = {1 - wallet_share, cross_buy, engagement,
                                         timings[static_cast<std::size_t>(stage)]};
    return 100 * weighted_mean(looks, weights.value_or(equal));
}

double wallet_share(double ours, double total) {
    require_at_least("total", total, 0);
    require_between("ours", ours, 0, total);
    return divide(ours, total, "total");
}

double cross_buy(std::span<const double> owned, std::optional<std::span<const double>> weights) {
    std::vector<double> open(owned.size());
    std::transform(owned.begin(), owned.end(), open.begin(), [](double has) { return has > 0 ? 0.0 : 1.0; });
    return weighted_mean(open, weights.value_or(std::vector<double>(owned.size(), 1)));
}

double engagement(std::span<const double> counts, std::span<const double> targets,
                  std::optional<std::span<const double>> weights) {
    require(targets.size() == counts.size(), "targets must be {} numbers, not {}", counts.size(),
            targets.size());
    std::vector<double> reached(counts.size());
    for (std::size_t index = 0; index < counts.size(); ++index) {
        const double count = std::isnan(counts[index]) ? 0 : counts[index];
        require_at_least("a count", count, 0);
        require_above("a target", targets[index], 0);
        reached[index] = std::min(1.0, count / targets[index]);
    }
    return weighted_mean(reached, weights.value_or(std::vector<double>(counts.size(), 1)));
}

std::string quadrant(double potential, double activity, std::optional<double> potential_cut,
                     std::optional<double> activity_cut, Labels labels) {
    require_finite("potential", potential);
    require_finite("activity", activity);
    require_finite("potentialCut", potential_cut.value_or(50));
    require_finite("activityCut", activity_cut.value_or(50));
    const bool promising = potential >= potential_cut.value_or(50);
    const bool active = activity >= activity_cut.value_or(50);
    if (promising)
        return word(active ? Quadrant::growth_stock : Quadrant::sleeping_gold, labels);
    return word(active ? Quadrant::cash_cow : Quadrant::low_yield, labels);
}

Table allocate(double budget, std::span<const double> scores, std::optional<double> minimum,
               std::optional<double> maximum, std::optional<double> decimals) {
    const double places = decimals.value_or(2);
    const double least = minimum.value_or(0);
    require_at_least("budget", budget, 0);
    require_at_least("minimum", least, 0);
    if (maximum)
        require_at_least("maximum", *maximum, least);
    require_between("decimals", places, 0, 9);
    require(places == std::floor(places), "decimals must be a whole number, not {}", places);

    const double scale = std::pow(10, places);
    const double units = std::round(budget * scale);
    require(units <= largest_whole, "budget must have fewer than 16 digits with its decimals, not {}",
            budget);
    require(units / scale == budget, "budget must have no more than {} decimals, not {}", places, budget);

    std::vector<double> taking_part;
    for (const double score : scores) {
        if (std::isnan(score))
            continue;
        require_at_least("a score", score, 0);
        taking_part.push_back(score);
    }
    const Bounds bounds{std::ceil(least * scale - hair),
                        maximum ? std::floor(*maximum * scale + hair) : units};
    const std::vector<double> shares =
        rounded(proportional(units, taking_part, bounds), units, taking_part, bounds);

    Table table(1);
    std::size_t next = 0;
    for (const double score : scores) {
        if (std::isnan(score))
            table.add(std::string());
        else
            table.add(shares[next++] / scale);
    }
    return table;
}

double misallocation(const Cells& spend, const Cells& potential) {
    const Records records(
        {}, {{"spend", &spend.column, Content::amount}, {"potential", &potential.column, Content::amount}},
        Lengths::padded);
    Sum spent;
    Sum promised;
    records.each_good([&](std::size_t row) {
        require_at_least("spend", spend.column.number(row), 0);
        require_at_least("potential", potential.column.number(row), 0);
        spent.add(spend.column.number(row));
        promised.add(potential.column.number(row));
    });
    const double rate = divide(spent.value(), promised.value(), "the potential of all clients");
    Sum wrong;
    records.each_good([&](std::size_t row) {
        wrong.add(std::max(0.0, spend.column.number(row) - rate * potential.column.number(row)));
    });
    return wrong.value();
}

double relationship_roi(double gain, double cost) {
    require_finite("gain", gain);
    require_at_least("cost", cost, 0);
    return divide(gain - cost, cost, "cost");
}

} // namespace perennial::metrics
