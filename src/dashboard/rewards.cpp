#include "dashboard/rewards.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr std::string_view size_column = "pn_referral_size";       ///< 1 small, 2 large, 0 not known
constexpr std::string_view overdue_column = "pn_referral_overdue"; ///< day of closing

/// What deals are called, lower case; of what is neither the size is not known.
constexpr std::string_view small_words =
    R"({"small";"s";"minor";"little";"小";"小单";"小單";"小额";"小額";"小型"})";
constexpr std::string_view large_words =
    R"({"large";"l";"big";"major";"mid";"medium";"m";"mid and large";"大";"大单";"大單";"大额";"大額";)"
    R"("大型";"中";"中单";"中單";"中额";"中額";"中型";"中大";"中大单";"中大單"})";

class RewardsPart {
public:
    RewardsPart(Page& page, ReferralBook& book) : page_(page), book_(book) {
        const std::string size = book_.referrals().cells("size");
        const auto is_among = [&](std::string_view words) {
            return fmt::format("ISNUMBER(MATCH(LOWER(TRIM({}));{};0))", size, words);
        };
        book_.column(size_column, text("Deal size"),
                     fmt::format("IF(ISNUMBER({});IF({};1;IF({};2;0));\"\")", day_column,
                                 is_among(small_words), is_among(large_words)));
        book_.column(
            overdue_column, text("Reward overdue, closed on"),
            fmt::format("IF(ISNUMBER({0});IF({0}>1;IF({1}=0;IF({0}+1<{2};{0};\"\");\"\");\"\");\"\")",
                        won_column, paid_column, book_.as_of()),
            true);
    }

    void draw(Spot spot, int lines) {
        const std::string late =
            page_.figure(text("Rewards overdue"), fmt::format("COUNT({})", overdue_column));
        page_.put(spot,
                  fmt::format("=IF({0}=0;{1};{2})", late,
                              quoted(page_.words(text("Rewards: none is overdue"))),
                              sentence(page_.words(text("Rewards: {count} overdue, the oldest first")),
                                       {{"count", fmt::format("FIXED({};0)", late)}})),
                  Style::part_title, rewards_columns);
        const auto sum = [&](catalog::Text label, const std::string& condition) {
            return "=" + page_.figure(label, reward_of(condition));
        };
        page_.heads(spot.down(1), {{text("Paid"), Style::head_right, 3},
                                   {text("Owed"), Style::head_right, 4},
                                   {text("Of it overdue"), Style::head_right, 4}});
        const Spot sums = spot.down(2);
        page_.put(sums, sum(text("Rewards paid"), fmt::format("{};\">0\"", paid_column)), Style::total_amount,
                  3);
        page_.put(sums.right(3), sum(text("Rewards owed"), fmt::format("{};0", paid_column)),
                  Style::total_amount, 4);
        const Spot overdue = sums.right(7);
        page_.put(overdue, sum(text("Rewards overdue"), fmt::format("{};\">0\"", overdue_column)),
                  Style::total_amount, 4);
        const Canvas::Condition attention[] = {
            {fmt::format("{}>0", absolute(overdue)), Style::attention_amount}};
        page_.canvas().conditions({overdue, 4, 1}, attention);

        page_.heads(spot.down(3), {{text("Referrer"), Style::head_left, 3},
                                   {text("Referred"), Style::head_left, 3},
                                   {text("Closed on"), Style::head_right, 2},
                                   {text("Days late"), Style::head_right, 1},
                                   {text("Reward"), Style::head_right, 2}});
        const int listed = lines - 3;
        const Area list = page_.block(text("Rewards overdue"), {text("Closed on"), text("Row")}, listed);
        for (int line = 0; line < listed; ++line)
            draw_line(spot.down(4 + line), list.first.down(line + 1), line);
        draw_rest(spot.down(1 + lines), late, listed);
    }

private:
    /// By the rates in force. A reward is in proportion to its deal, so sums of deals do.
    std::string reward_of(const std::string& condition) const {
        const auto of_size = [&](int size, std::string_view word) {
            return call("REFERRALREWARD",
                        fmt::format("SUMIFS({};{};{};{};\">0\";{});\"{}\";{}", deal_column, size_column, size,
                                    won_column, condition, word, book_.reward_rates()));
        };
        return of_size(1, "small") + "+" + of_size(2, "large");
    }

    void draw_line(Spot line, Spot day, int number) {
        const Spot place = day.right(1);
        page_.put(day, fmt::format("=IFERROR(SMALL({};{});\"\")", overdue_column, number + 1),
                  Style::working_date);
        page_.put(place, place_in(overdue_column, day, place, number == 0), Style::working);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", absolute(day), expression);
        };
        const auto cell = [&](std::string_view column) {
            return fmt::format("INDEX({};{})", column, absolute(place));
        };
        page_.put(line, unless_empty(cell(referrer_column)), Style::label, 3);
        page_.put(line.right(3), unless_empty(cell(referred_column)), Style::label, 3);
        page_.put(line.right(6), "=" + absolute(day), Style::date, 2);
        page_.put(line.right(8), unless_empty(fmt::format("INT({}-{})-1", book_.as_of(), absolute(day))),
                  Style::attention);
        page_.put(
            line.right(9),
            unless_empty(fmt::format(
                "IF({0}*{1}=0;\"–\";{2})", cell(size_column), cell(deal_column),
                call("REFERRALREWARD", fmt::format("{};IF({}=1;\"small\";\"large\");{}", cell(deal_column),
                                                   cell(size_column), book_.reward_rates())))),
            Style::attention_amount, 2);
    }

    /// What the list leaves out, and deals whose reward cannot be told.
    void draw_rest(Spot line, const std::string& late, int listed) {
        const std::string unknown =
            page_.figure(text("Closed deals without value or size"),
                         fmt::format("COUNTIFS({0};\">0\")-COUNTIFS({0};\">0\";{1};\">0\";{2};\">0\")",
                                     won_column, deal_column, size_column));
        const auto words = [&](catalog::Text which, const std::string& count) {
            return sentence(page_.words(which), {{"count", fmt::format("FIXED({};0)", count)}});
        };
        page_.put(line,
                  fmt::format(
                      "=IF({0}>{1};{2};\"\")&IF({3}>0;{4};\"\")", late, listed,
                      words(text("And {count} more. "), fmt::format("{}-{}", late, listed)), unknown,
                      words(text("{count} closed deals have no value or no size (small, large)."), unknown)),
                  Style::remark, rewards_columns);
    }

    Page& page_;
    ReferralBook& book_;
};

} // namespace

void draw_rewards(Page& page, Spot spot, int lines, ReferralBook& book) {
    for (const std::string_view role : {"closed", "deal", "size", "reward_paid"})
        if (!book.referrals().has(role)) {
            page.put(spot, text("Rewards"), Style::part_title, rewards_columns);
            page.missing(
                {spot.down(1), rewards_columns, lines + 1},
                text("Columns for the day of closing, the deal's value and size (small or large) and the "
                     "reward paid on the sheet of referrals bring this part."));
            return;
        }
    RewardsPart(page, book).draw(spot, lines);
}

} // namespace perennial::dashboard
