#include "input.hpp"

#include "metrics/referral.hpp"

using namespace perennial::metrics;
using namespace perennial::metrics::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    Input input(bytes, size);
    const auto share = input.maybe(input.number() / 1000);
    Generations generations = input.maybe(input.number());
    if (input.maybe(0.0))
        generations.order = "Referred value";
    const double from = input.date();
    const double to = input.date();
    const Rows rows = input.rows({Mostly::names, Mostly::names, Mostly::amounts, Mostly::flags, Mostly::flags,
                                  Mostly::flags, Mostly::dates});

    const auto values = [&](const Rows& of) {
        return table_of([&] { return referral_value(of[0], of[1], of[2], share, generations); });
    };
    const auto value = values(rows);
    if (value && (rows[2].size() == 0 || rows[2].kind(0) != Column::Kind::text))
        require(same(value, values(reversed(rows))), "the values depend on the order of the rows");

    const auto funnel = table_of([&] { return referral_funnel(rows[6], rows[3], rows[4], rows[5]); });
    if (funnel)
        for (std::size_t row = 2; row < funnel->rows(); ++row)
            require(std::get<double>(funnel->at(row, 1)) <= std::get<double>(funnel->at(row - 1, 1)),
                    "a later step of the funnel holds more than an earlier one");

    const auto rate = number_of([&] { return referral_rate(rows[0], rows[1]); });
    require(!rate || (*rate >= 0 && *rate <= 1), "the referral rate is no share");
    number_of([&] { return referrer_activity({}, rows[1], rows[6], from, to); });
    number_of([&] { return referred_lift({rows[3]}, {rows[2]}); });
    return 0;
}
