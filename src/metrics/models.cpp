#include "metrics/models.hpp"

#include "metrics/domain.hpp"
#include "metrics/error.hpp"
#include "metrics/minimise.hpp"
#include "metrics/records.hpp"
#include "metrics/sum.hpp"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/series.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace perennial::metrics {

namespace {

namespace policies = boost::math::policies;

/// Values out of range come back as infinities, which the fits and representable() deal with.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>>;

double log_gamma(double value) {
    return boost::math::lgamma(value, Quiet());
}

double digamma(double value) {
    return boost::math::digamma(value, Quiet());
}

void require_whole(std::string_view name, double value, double least) {
    require_at_least(name, value, least);
    require(value == std::floor(value), "{} must be a whole number, not {}", name, value);
}

/// Terms of a series are added until they are below the precision of a double, or this many.
constexpr std::uintmax_t most_terms = 20'000'000;

/// Sum of a series whose terms a generator gives one by one.
template <class Terms>
double series(Terms terms) {
    std::uintmax_t count = most_terms;
    const double sum = boost::math::tools::sum_series(terms, std::numeric_limits<double>::epsilon(), count);
    if (count >= most_terms || !std::isfinite(sum))
        fail(Fault::no_convergence, "a series has not settled after {} terms", most_terms);
    return sum;
}

/// The terms of Gauss's ₂F₁(a, b; c; z).
struct HypergeometricTerms {
    using result_type = double;

    double a, b, c, z;
    double index = 0;
    double term = 1;

    double operator()() {
        const double now = term;
        term *= (a + index) * (b + index) / ((c + index) * (1 + index)) * z;
        ++index;
        return now;
    }
};

constexpr const char* converged = "converged";
constexpr const char* too_few = "too few clients";
constexpr const char* not_converged = "did not converge";

struct Figure {
    const char* name;
    Value value;
};

Table fit_table(std::initializer_list<Figure> figures) {
    Table table(2);
    table.reserve(figures.size() + 1);
    table.add("Name");
    table.add("Value");
    for (const Figure& figure : figures) {
        table.add(figure.name);
        table.add(figure.value);
    }
    return table;
}

/// The cell of an estimate: e^parameter, or a missing value where the fit found none.
Value estimate(const Minimum& fit, std::size_t index) {
    if (!fit.converged)
        return Fault::missing_value;
    return std::exp(fit.at[index]);
}

Value likelihood(const Minimum& fit) {
    if (!fit.converged)
        return Fault::missing_value;
    return -fit.value;
}

const char* status(const Minimum& fit, bool enough) {
    if (!enough)
        return too_few;
    return fit.converged ? converged : not_converged;
}

/// Clients with the same record count as one with a weight, so that time grows with the distinct records.
struct Purchases {
    double x = 0;
    double last = 0;
    double age = 0;
    double weight = 1;
};

void require_purchases(double x, double tx, double age) {
    require_whole("x", x, 0);
    require_at_least("age", age, 0);
    require_between("tx", tx, 0, age);
}

std::vector<Purchases> read_purchases(const Cells& x, const Cells& tx, const Cells& age) {
    const Records records({},
                          {{"x", &x.column, Content::amount},
                           {"tx", &tx.column, Content::amount},
                           {"age", &age.column, Content::amount}},
                          Lengths::padded);
    std::vector<Purchases> all;
    all.reserve(records.size());
    records.each_good([&](std::size_t row) {
        const Purchases read{x.column.number(row), tx.column.number(row), age.column.number(row)};
        require_purchases(read.x, read.last, read.age);
        all.push_back(read);
    });
    std::sort(all.begin(), all.end(), [](const Purchases& left, const Purchases& right) {
        if (left.x != right.x)
            return left.x < right.x;
        return left.last != right.last ? left.last < right.last : left.age < right.age;
    });
    std::size_t distinct = 0;
    for (std::size_t index = 1; index < all.size(); ++index) {
        Purchases& kept = all[distinct];
        const Purchases& next = all[index];
        if (kept.x == next.x && kept.last == next.last && kept.age == next.age)
            ++kept.weight;
        else
            all[++distinct] = next;
    }
    all.resize(all.empty() ? 0 : distinct + 1);
    return all;
}

/// −log-likelihood of BG/NBD by ln r, ln α, ln a, ln b. The records stand in the order of x, so that the
/// gamma functions, which depend on x alone, are computed once for each; the logarithms of times once for
/// each time, of which there are as many as days.
class BgnbdObjective {
public:
    explicit BgnbdObjective(const std::vector<Purchases>& records) : records_(records) {
        for (const Purchases& record : records) {
            times_.push_back(record.last);
            times_.push_back(record.age);
        }
        std::sort(times_.begin(), times_.end());
        times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
        const auto place = [this](double time) {
            return static_cast<std::uint32_t>(std::lower_bound(times_.begin(), times_.end(), time) -
                                              times_.begin());
        };
        places_.reserve(records.size());
        for (const Purchases& record : records)
            places_.push_back({place(record.last), place(record.age)});
    }

    double operator()(std::span<const double> at, std::span<double> gradient) const {
        const double r = std::exp(at[0]);
        const double alpha = std::exp(at[1]);
        const double a = std::exp(at[2]);
        const double b = std::exp(at[3]);
        std::vector<double> logs(times_.size());
        std::transform(times_.begin(), times_.end(), logs.begin(),
                       [alpha](double time) { return std::log(alpha + time); });
        std::array<Sum, 5> sums; // value, then the slopes by r, α, a, b
        PerCount shared;
        double x = -1;
        for (std::size_t index = 0; index < records_.size(); ++index) {
            const Purchases& record = records_[index];
            if (record.x != x) {
                x = record.x;
                shared = per_count(x, r, alpha, a, b);
            }
            const double log_age = logs[places_[index].age];
            const double log_last = logs[places_[index].last];
            const double alive = -(r + x) * log_age;
            double both = alive;
            double share_gone = 0;
            if (x > 0) {
                // Of e^alive and e^gone the larger one is taken out, so that neither overflows.
                const double gone = shared.log_dropout - (r + x) * log_last;
                const double smaller = std::exp(-std::abs(gone - alive));
                both = std::max(alive, gone) + std::log1p(smaller);
                share_gone = (gone > alive ? 1 : smaller) / (1 + smaller);
            }
            const double share_alive = 1 - share_gone;
            sums[0].add(record.weight * (shared.value + both));
            sums[1].add(record.weight * (shared.by_r - share_alive * log_age - share_gone * log_last));
            sums[2].add(record.weight * (r / alpha - (r + x) * (share_alive / (alpha + record.age) +
                                                                share_gone / (alpha + record.last))));
            sums[3].add(record.weight * (shared.by_a + share_gone / a));
            sums[4].add(record.weight * (shared.by_b - (x > 0 ? share_gone / (b + x - 1) : 0)));
        }
        const std::array<double, 4> parameters = {r, alpha, a, b};
        for (std::size_t index = 0; index < parameters.size(); ++index)
            gradient[index] = -sums[index + 1].value() * parameters[index];
        return -sums[0].value();
    }

private:
    struct PerCount {
        double value = 0;
        double log_dropout = 0;
        double by_r = 0;
        double by_a = 0;
        double by_b = 0;
    };

    static PerCount per_count(double x, double r, double alpha, double a, double b) {
        PerCount shared;
        shared.value = log_gamma(r + x) - log_gamma(r) + r * std::log(alpha) + log_gamma(a + b) +
                       log_gamma(b + x) - log_gamma(b) - log_gamma(a + b + x);
        shared.log_dropout = x > 0 ? std::log(a) - std::log(b + x - 1) : 0;
        shared.by_r = digamma(r + x) - digamma(r) + std::log(alpha);
        shared.by_a = digamma(a + b) - digamma(a + b + x);
        shared.by_b = shared.by_a + digamma(b + x) - digamma(b);
        return shared;
    }

    /// Where the times of a record stand among all times.
    struct Places {
        std::uint32_t last;
        std::uint32_t age;
    };

    const std::vector<Purchases>& records_;
    std::vector<double> times_;
    std::vector<Places> places_;
};

struct Bgnbd {
    double r, alpha, a, b;
};

Bgnbd bgnbd_parameters(std::span<const double> parameters) {
    require(parameters.size() == 4, "parameters must be the 4 numbers r, alpha, a, b, not {} numbers",
            parameters.size());
    require_above("r", parameters[0], 0);
    require_above("alpha", parameters[1], 0);
    require_above("a", parameters[2], 0);
    require_above("b", parameters[3], 0);
    return {parameters[0], parameters[1], parameters[2], parameters[3]};
}

/// a/(b+x−1) · ((α+T)/(α+tx))^(r+x): the odds that a client has gone.
double odds_gone(const Bgnbd& model, double x, double tx, double age) {
    if (x == 0)
        return 0;
    const double log_odds = std::log(model.a) - std::log(model.b + x - 1) +
                            (model.r + x) * std::log((model.alpha + age) / (model.alpha + tx));
    return std::exp(log_odds);
}

/// Purchases expected of a client that is still one, (a+b+x−1)/(a−1) · (1 − (1−z)^(r+x) · ₂F₁(r+x, b+x;
/// a+b+x−1; z)). Euler's transformation takes the powers of 1−z together; without it they overflow for
/// frequent buyers.
double expected_of_living(const Bgnbd& model, double x, double age, double horizon) {
    const double z = horizon / (model.alpha + age + horizon);
    const double c = model.a + model.b + x - 1;
    const double sum = series(HypergeometricTerms{model.a + model.b - 1 - model.r, model.a - 1, c, z});
    return c / (model.a - 1) * (1 - std::exp((model.a - 1) * std::log1p(-z)) * sum);
}

double expected_purchases(const Bgnbd& model, double x, double tx, double age, double horizon) {
    // At a = 1 and at a + b + x = 1 the formula is 0 ÷ 0, though what it stands for is smooth there; the mean
    // of both sides leaves an error of the square of the step.
    constexpr double step = 1e-5;
    const auto near = [](double value) { return std::abs(value) < step / 2; };
    double expected = 0;
    if (near(model.a - 1) || near(model.a + model.b + x - 1)) {
        const Bgnbd below{model.r, model.alpha, model.a - step, model.b};
        const Bgnbd above{model.r, model.alpha, model.a + step, model.b};
        expected =
            (expected_of_living(below, x, age, horizon) + expected_of_living(above, x, age, horizon)) / 2;
    } else {
        expected = expected_of_living(model, x, age, horizon);
    }
    return std::max(0.0, expected) / (1 + odds_gone(model, x, tx, age));
}

struct Spend {
    double x;
    double mean;
};

std::vector<Spend> read_spend(const Cells& x, const Cells& value) {
    const Records records(
        {}, {{"x", &x.column, Content::amount}, {"value", &value.column, Content::optional_amount}},
        Lengths::padded);
    std::vector<Spend> all;
    all.reserve(records.size());
    records.each_good([&](std::size_t row) {
        const double count = x.column.number(row);
        require_whole("x", count, 0);
        if (count == 0)
            return;
        if (records.is_missing(1, row))
            fail(Fault::bad_data, "row {}: value is missing", row + 1);
        require_above("value", value.column.number(row), 0);
        all.push_back({count, value.column.number(row)});
    });
    return all;
}

/// −log-likelihood of Gamma-Gamma by ln p, ln q, ln γ.
double gammagamma_objective(const std::vector<Spend>& clients, std::span<const double> at,
                            std::span<double> gradient) {
    const double p = std::exp(at[0]);
    const double q = std::exp(at[1]);
    const double gamma = std::exp(at[2]);
    std::array<Sum, 4> sums;
    for (const auto& [x, mean] : clients) {
        const double shape = p * x + q;
        const double log_scale = std::log(gamma + mean * x);
        const double log_total = std::log(mean) + std::log(x);
        sums[0].add(log_gamma(shape) - log_gamma(p * x) - log_gamma(q) + q * at[2] + p * x * log_total -
                    std::log(mean) - shape * log_scale);
        const double digamma_shape = digamma(shape);
        sums[1].add(x * (digamma_shape - digamma(p * x) + log_total - log_scale));
        sums[2].add(digamma_shape - digamma(q) + at[2] - log_scale);
        sums[3].add(q / gamma - shape / (gamma + mean * x));
    }
    gradient[0] = -sums[1].value() * p;
    gradient[1] = -sums[2].value() * q;
    gradient[2] = -sums[3].value() * gamma;
    return -sums[0].value();
}

} // namespace

Table bgnbd_fit(const Cells& x, const Cells& tx, const Cells& age) {
    const std::vector<Purchases> records = read_purchases(x, tx, age);
    double clients = 0;
    double repeaters = 0;
    double total_age = 0;
    for (const Purchases& record : records) {
        clients += record.weight;
        repeaters += record.x > 0 ? record.weight : 0;
        total_age += record.weight * record.age;
    }
    Minimum fit;
    const bool enough = repeaters >= 2 && total_age > 0;
    if (enough) {
        // The starts lie on both sides of what is usual; α is counted in the unit of the ages.
        const double scale = std::log(total_age / clients);
        const std::vector<double> starts[] = {
            {0, scale, 0, 0}, {-1.4, scale - 2, -0.2, 0.9}, {1, scale + 1, -1.5, 1.5}};
        const BgnbdObjective objective(records);
        fit = minimise(std::cref(objective), starts);
    }
    return fit_table({{"r", estimate(fit, 0)},
                      {"alpha", estimate(fit, 1)},
                      {"a", estimate(fit, 2)},
                      {"b", estimate(fit, 3)},
                      {"log-likelihood", likelihood(fit)},
                      {"clients", clients},
                      {"iterations", static_cast<double>(fit.iterations)},
                      {"status", status(fit, enough)}});
}

double bgnbd_alive(std::span<const double> parameters, double x, double tx, double age) {
    const Bgnbd model = bgnbd_parameters(parameters);
    require_purchases(x, tx, age);
    return 1 / (1 + odds_gone(model, x, tx, age));
}

double bgnbd_expect(std::span<const double> parameters, double x, double tx, double age, double horizon) {
    const Bgnbd model = bgnbd_parameters(parameters);
    require_purchases(x, tx, age);
    require_at_least("horizon", horizon, 0);
    return expected_purchases(model, x, tx, age, horizon);
}

Table gammagamma_fit(const Cells& x, const Cells& value) {
    const std::vector<Spend> clients = read_spend(x, value);
    Minimum fit;
    const bool enough = clients.size() >= 2;
    if (enough) {
        Sum total;
        for (const Spend& client : clients)
            total.add(client.mean);
        const double scale = std::log(total.value() / static_cast<double>(clients.size()));
        const std::vector<double> starts[] = {{0, 1, scale}, {1.5, 1.2, scale - 0.5}, {3, 0.5, scale - 3}};
        fit = minimise([&](auto at, auto gradient) { return gammagamma_objective(clients, at, gradient); },
                       starts);
    }
    return fit_table({{"p", estimate(fit, 0)},
                      {"q", estimate(fit, 1)},
                      {"gamma", estimate(fit, 2)},
                      {"log-likelihood", likelihood(fit)},
                      {"clients", static_cast<double>(clients.size())},
                      {"iterations", static_cast<double>(fit.iterations)},
                      {"status", status(fit, enough)}});
}

double gammagamma_mean(std::span<const double> parameters, double x, double value) {
    require(parameters.size() == 3, "parameters must be the 3 numbers p, q, gamma, not {} numbers",
            parameters.size());
    const double p = parameters[0];
    const double q = parameters[1];
    const double gamma = parameters[2];
    require_above("p", p, 0);
    require_above("q", q, 0);
    require_above("gamma", gamma, 0);
    require_at_least("x", x, 0);
    require_at_least("value", value, 0);
    const double weight = p * x + q - 1;
    if (weight <= 0)
        fail(Fault::missing_value, "with q = {} and x = {} the spend has no mean", q, x);
    return representable(p * (gamma + x * value) / weight);
}

double ltv_predict(std::span<const double> bgnbd, std::span<const double> gammagamma, double x, double tx,
                   double age, double value, double horizon, std::optional<double> discount) {
    constexpr double longest = 10000;
    const Bgnbd model = bgnbd_parameters(bgnbd);
    require_purchases(x, tx, age);
    require_between("horizon", horizon, 0, longest);
    const double d = discount.value_or(0);
    require_at_least("discount", d, 0);
    const double spend = gammagamma_mean(gammagamma, x, value);
    if (d == 0)
        return representable(spend * expected_purchases(model, x, tx, age, horizon));
    Sum discounted;
    double before = 0;
    for (double unit = 1; before < horizon; ++unit) {
        const double end = std::min(unit, horizon);
        const double bought =
            expected_purchases(model, x, tx, age, end) - expected_purchases(model, x, tx, age, before);
        discounted.add(bought / std::pow(1 + d, end));
        before = end;
    }
    return representable(spend * discounted.value());
}

Table sbg_fit(std::span<const double> survivors) {
    for (std::size_t period = 0; period < survivors.size(); ++period) {
        require_at_least("a number of survivors", survivors[period], 0);
        require(period == 0 || survivors[period] <= survivors[period - 1],
                "the number of survivors must not rise, as it does to {}", survivors[period]);
    }
    Minimum fit;
    const bool enough = survivors.size() >= 3 && survivors[0] > 0;
    if (enough) {
        // Per renewal t a survivor counts ln r(t), a lost client ln(1 − r(t)), with r(t) = (β+t−1) ÷
        // (α+β+t−1).
        const auto objective = [survivors](std::span<const double> at, std::span<double> gradient) {
            const double alpha = std::exp(at[0]);
            const double beta = std::exp(at[1]);
            Sum value;
            Sum by_alpha;
            Sum by_beta;
            for (std::size_t period = 1; period < survivors.size(); ++period) {
                const double before = survivors[period - 1];
                const double stay = survivors[period];
                const double kept = beta + static_cast<double>(period) - 1;
                value.add(stay * std::log(kept) + (before - stay) * at[0] - before * std::log(alpha + kept));
                by_alpha.add((before - stay) / alpha - before / (alpha + kept));
                by_beta.add(stay / kept - before / (alpha + kept));
            }
            gradient[0] = -by_alpha.value() * alpha;
            gradient[1] = -by_beta.value() * beta;
            return -value.value();
        };
        const std::vector<double> starts[] = {{0, 0}, {-1, 1}, {1, 3}};
        fit = minimise(objective, starts);
    }
    return fit_table({{"alpha", estimate(fit, 0)},
                      {"beta", estimate(fit, 1)},
                      {"log-likelihood", likelihood(fit)},
                      {"iterations", static_cast<double>(fit.iterations)},
                      {"status", status(fit, enough)}});
}

double sbg_survival(double alpha, double beta, double t) {
    require_above("alpha", alpha, 0);
    require_above("beta", beta, 0);
    require_at_least("t", t, 0);
    return std::exp(log_gamma(beta + t) - log_gamma(beta) + log_gamma(alpha + beta) -
                    log_gamma(alpha + beta + t));
}

double sbg_retention(double alpha, double beta, double t) {
    require_above("alpha", alpha, 0);
    require_above("beta", beta, 0);
    require_at_least("t", t, 1);
    return (beta + t - 1) / (alpha + beta + t - 1);
}

double sbg_residual(double alpha, double beta, double renewals, double discount) {
    require_above("alpha", alpha, 0);
    require_above("beta", beta, 0);
    require_whole("renewals", renewals, 1);
    require_at_least("discount", discount, 0);
    if (discount == 0) {
        if (alpha <= 1)
            fail(Fault::missing_value, "without a discount the lifetime for an alpha of {} has no end",
                 alpha);
        return (beta + renewals - 1) / (alpha - 1);
    }
    return sbg_retention(alpha, beta, renewals) *
           series(HypergeometricTerms{1, beta + renewals, alpha + beta + renewals, 1 / (1 + discount)});
}

} // namespace perennial::metrics
