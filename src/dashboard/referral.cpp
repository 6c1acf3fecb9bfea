#include "dashboard/referral.hpp"

#include "dashboard/channels.hpp"
#include "dashboard/formula.hpp"
#include "dashboard/page.hpp"
#include "dashboard/referred.hpp"
#include "dashboard/referrers.hpp"
#include "dashboard/rewards.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <optional>
#include <vector>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;

constexpr int months = 12;

// The rows of the page from top to bottom.
constexpr int title_row = 0;
constexpr int subtitle_row = 1;
constexpr int card_row = 3;
constexpr int funnel_title_row = card_row + 4;
constexpr int funnel_row = funnel_title_row + 1;
constexpr int funnel_lines = 7;
constexpr int referrers_title_row = funnel_row + funnel_lines + 1;
constexpr int referrers_lines = 10;
constexpr int channels_title_row = referrers_title_row + referrers_lines + 3;
constexpr int rule_row = channels_title_row + channels_lines + 3;
constexpr int definition_row = rule_row + 3;
constexpr int page_rows = definition_row + 1;

// The columns of the parts.
constexpr int funnel_columns = 9;
constexpr int bars_columns = 4;
constexpr int chart_column = funnel_columns + 1;
constexpr int chart_columns = 7;
constexpr int advice_column = chart_column + chart_columns + 1;
constexpr int advice_columns = page_columns - advice_column;
constexpr int rewards_column = referrers_columns + 1;
constexpr int rule_columns = 3;

constexpr int funnel_steps = 4;
/// A rate over fewer referrals says little.
constexpr int least_referrals = 20;

// The columns of the months in the workings.
constexpr int month_name = 0;
constexpr int month_end = 1;
constexpr int month_closed = 2;
constexpr int month_open = 3;
constexpr int month_rate = 4;
constexpr int month_activity = 5;
constexpr int month_k = 6;
constexpr int month_nps = 7;
constexpr int year_count = 8;
constexpr int year_closed = 9;

/// Of a row that holds a large figure, or words as large, in any script.
constexpr int figure_height = 780;

std::vector<int> row_heights() {
    std::vector<int> heights(page_rows, 480);
    heights[title_row] = 950;
    heights[subtitle_row] = 560;
    heights[subtitle_row + 1] = 250;
    heights[card_row] = 540;
    heights[card_row + 1] = figure_height;
    heights[card_row + 2] = 460;
    for (const int row : {funnel_title_row, referrers_title_row, channels_title_row}) {
        heights[row] = 600;
        heights[row - 1] = 300;
    }
    for (int row = funnel_row; row < funnel_row + funnel_lines; ++row)
        heights[row] = 560;
    // The advice is as large as the figures of the cards.
    heights[funnel_row] = figure_height;
    heights[rule_row - 1] = heights[definition_row - 1] = 250;
    heights[definition_row] = 2000;
    return heights;
}

/// The day before the year up to a day.
std::string a_year_before(const std::string& day) {
    return fmt::format("EDATE({};-12)", day);
}

std::string year_start(const std::string& day) {
    return a_year_before(day) + "+1";
}

/// A year up to a day, given by its cell, with the cells of its referrals and of those that closed in it.
struct Year {
    std::string to, count, closed;
    int months_before; ///< the as-of date

    std::string rate() const { return fmt::format("{}/{}", closed, count); }
};

class ReferralPage {
public:
    ReferralPage(Canvas& canvas, const ReferralInput& input)
        : input_(input), page_(canvas, input.language, row_heights()) {}

    void draw() {
        page_.canvas().step(text("Drawing the page"), 0.15);
        rule_strip();
        book_.emplace(page_, input_);
        figures();
        heading();
        page_.canvas().step(text("Drawing the months"), 0.2);
        month_table();
        cards();
        funnel();
        page_.canvas().step(text("Drawing the referrers"), 0.3);
        draw_referrers(page_, {0, referrers_title_row}, referrers_lines, *book_);
        draw_rewards(page_, {rewards_column, referrers_title_row}, referrers_lines, *book_);
        draw_channels(page_, {0, channels_title_row}, *book_);
        if (book_->ledger() != nullptr)
            lift_ = draw_compared(page_, {chart_column, channels_title_row}, *book_);
        else
            draw_compared_missing(page_, {chart_column, channels_title_row});
        draw_generations(page_, {advice_column, channels_title_row}, *book_);
        growth();
        advice();
        definitions();
        page_.finish();
    }

private:
    std::string words_of(Text which) const { return quoted(page_.words(which)); }

    static std::string whole(const std::string& number) { return fmt::format("FIXED({};0)", number); }

    /// The figures that the user may type over. They stand first, since other formulas use their names.
    void rule_strip() {
        struct Shown {
            Rule rule;
            Text label;
            Style style;
        };
        const Shown shown[] = {{Rule::spend, text("Core: spend a year above"), Style::rule_count},
                               {Rule::active_days, text("Core: active days from"), Style::rule_count},
                               {Rule::small_reward, text("Reward, small deal"), Style::rule_share},
                               {Rule::large_reward, text("Reward, large deal"), Style::rule_share},
                               {Rule::activity, text("Target: activity"), Style::rule_ratio},
                               {Rule::closing_rate, text("Target: closing rate"), Style::rule_share},
                               {Rule::lift, text("Target: value lift"), Style::rule_share}};
        page_.put({0, rule_row}, text("Rules in force"), Style::part_title, rule_columns);
        page_.put({0, rule_row + 1}, text("Type over a blue figure"), Style::note, rule_columns);
        Spot spot{rule_columns, rule_row};
        for (const Shown& each : shown) {
            const auto given = input_.rules.find(each.rule);
            page_.put(spot, each.label, Style::head_left, rule_columns);
            page_.put(spot.down(1),
                      "=" +
                          (given == input_.rules.end() ? std::string(usual_rule(each.rule)) : given->second),
                      each.style, rule_columns);
            page_.canvas().name(std::string(rule_name(each.rule)), {spot.down(1), 1, 1});
            spot = spot.right(rule_columns);
        }
    }

    /// A year counts when the first referral was made in its first month or earlier.
    std::string if_covered(const std::string& end, const std::string& expression) const {
        return fmt::format("IF({}<=EDATE({};-11);{};NA())", first_, end, expression);
    }

    /// The closing rate of a year with enough referrals.
    static std::string if_enough(const Year& year) {
        return fmt::format("IF({}<{};NA();{})", year.count, least_referrals, year.rate());
    }

    static std::string count_in(const std::string& to) { return ReferralBook::count(year_start(to), to); }

    static std::string closed_in(const std::string& to) { return ReferralBook::closed(year_start(to), to); }

    static std::string activity_in(const Year& year) {
        return call("REFERRERACTIVITY",
                    fmt::format("{};{};{};{}", referrer_column, day_column, year_start(year.to), year.to));
    }

    /// Nothing without a ledger.
    std::string k_in(const Year& year) const {
        if (book_->ledger() == nullptr)
            return {};
        return call("KFACTOR",
                    fmt::format("{}/{};{}", year.count, book_->clients_by(year.months_before), year.rate()));
    }

    /// Nothing without a column of scores.
    std::string score_in(const Year& year) const {
        if (!book_->referrals().has("nps"))
            return {};
        return call("NPS", fmt::format("IF(IF(ISNUMBER({0});({0}>={1})*({0}<{2}+1));{3};\"\")", day_column,
                                       year_start(year.to), year.to, score_column));
    }

    bool closes() const { return book_->referrals().has("closed"); }

    void figures() {
        first_ =
            page_.figure(text("First referral"), fmt::format("MIN({})", day_column), Style::working_date);
        used_ = page_.figure(text("Rows used"), rows_used(), Style::working, true);
        aside_ = page_.figure(text("Rows set aside"), set_aside(), Style::working, true);
        room_ = page_.figure(text("Rows without room"), rows_without_room(), Style::working, true);

        count_ = page_.figure(text("Referrals"), count_in(book_->as_of()));
        closed_ = page_.figure(text("Closed"), closed_in(book_->as_of()));
        const Year now{book_->as_of(), count_, closed_, 0};
        const std::string& year_before = book_->year_before();
        const Year before{year_before, page_.figure(text("Referrals the year before"), count_in(year_before)),
                          page_.figure(text("Closed the year before"), closed_in(year_before)), months};
        const auto covered = [&](const std::string& expression) { return if_covered(before.to, expression); };
        rate_ = page_.figure(text("Closing rate"), if_enough(now));
        rate_before_ = page_.figure(text("Closing rate the year before"), covered(if_enough(before)));
        activity_ = page_.figure(text("Referrer activity"), activity_in(now));
        activity_before_ =
            page_.figure(text("Referrer activity the year before"), covered(activity_in(before)));
        if (const std::string k = k_in(now); !k.empty())
            k_ = page_.figure(text("K"), k);
        if (const std::string score = score_in(now); !score.empty()) {
            nps_ = page_.figure(text("Net promoter score"), score, Style::working, true);
            nps_before_ = page_.figure(text("Net promoter score the year before"), covered(score_in(before)),
                                       Style::working, true);
            answers_ = page_.figure(
                text("Answers"), fmt::format("COUNTIFS({0};\">=\"&{1};{0};\"<\"&({2}+1);{3};\">=0\")",
                                             day_column, book_->year_start(), book_->as_of(), score_column));
        }
        referral_rate();
    }

    /// Distinct clients among the referrers, of the ledger or, without one, of the sheet of clients.
    void referral_rate() {
        if (book_->ledger() == nullptr) {
            if (book_->clients() != nullptr)
                referral_rate_ =
                    page_.figure(text("Referral rate"),
                                 call("REFERRALRATE", fmt::format("{};{}", book_->clients()->column("client"),
                                                                  referrer_column)));
            return;
        }
        const auto rate_of = [&](Text label, const std::string& referrers, int months_before) {
            return page_.figure(
                label, fmt::format("({}+{})/{}", referrers, book_->fault(), book_->clients_by(months_before)),
                Style::working, true);
        };
        referral_rate_ = rate_of(text("Referral rate"), book_->clients_who_refer(), 0);
        referral_rate_before_ =
            rate_of(text("Referral rate the year before"), book_->clients_who_had_referred(), months);
    }

    std::string rows_used() const {
        std::string used = fmt::format("COUNT({})", day_column);
        if (book_->ledger() != nullptr)
            used += "+" + book_->orders_used();
        return used;
    }

    std::string set_aside() const {
        std::string aside = book_->referrals().set_aside(std::string(day_column), book_->as_of());
        if (const Reading* ledger = book_->ledger())
            aside += "+" + (ledger->copied() || ledger->passes_over() ? ledger->set_aside()
                                                                      : book_->ledger_fault());
        return aside;
    }

    /// Referrals that have come since the page was built and do not fit on it.
    std::string rows_without_room() const {
        const std::string referrer = range_name(SheetKind::referrals, roles(SheetKind::referrals).front());
        const int end = input_.referrals.rows + (input_.referrals.headed ? 2 : 1);
        return fmt::format("IF(ROWS({0})<{1};0;COUNTA(INDEX({0};MIN({1};ROWS({0}))):INDEX({0};ROWS({0}))))",
                           referrer, end);
    }

    void heading() {
        page_.put({0, title_row}, text("Client referrals"), Style::title, page_columns);
        page_.put(
            {0, subtitle_row},
            "=" + sentence(page_.words(text("As of {date} · the last 12 months, changes on the year before")),
                           {{"date", iso_date(book_->as_of())}}),
            Style::subtitle, 12);
        page_.status({12, subtitle_row}, page_columns - 12,
                     {.used = used_, .aside = aside_, .without_room = room_, .fault = book_->is_faulty()});
    }

    std::string month_start(int months_before) const {
        return fmt::format("EDATE(DATE(YEAR({0});MONTH({0});1);{1})", book_->as_of(), -months_before);
    }

    std::string before_month(int months_before) const { return month_start(months_before) + "-1"; }

    /// Referrals, and those that closed, by the days between which the months, and the years up to each, lie:
    /// a search for each month would go through all referrals each time.
    void count_by_day() {
        std::vector<std::string> of_months, of_years;
        for (int back = months - 1; back >= -1; --back)
            of_months.push_back(before_month(back));
        const auto end = [this](int row) { return absolute(months_.first.right(month_end).down(row)); };
        for (int row = 1; row <= months; ++row)
            of_years.push_back(a_year_before(end(row)));
        for (int row = 1; row <= months; ++row)
            of_years.push_back(end(row));
        const auto count = [this](Text counted, const std::vector<std::string>& days, const std::string& of) {
            return page_.counts_up_to(text("Referrals by day"), counted, days, of);
        };
        const std::string all = fmt::format("IF(ISNUMBER({0});INT({0});\"\")", day_column);
        in_months_ = count(text("Referrals"), of_months, all);
        closed_in_months_ = count(text("Closed"), of_months,
                                  fmt::format("IF(ISNUMBER({0});IF({0}>0;{1};\"\");\"\")", won_column, all));
        in_years_ = count(text("Referrals"), of_years, all);
    }

    /// How many of those that are counted by day there are after a day and up to another.
    static std::string between(const Area& counts, const std::string& after, const std::string& to) {
        return fmt::format("SUMIFS({0};{1};\">\"&({2});{1};\"<=\"&({3}))", absolute(counts.column(1).body()),
                           absolute(counts.column(0).body()), after, to);
    }

    void month_table() {
        months_ = page_.block(text("Months, and the year up to each"),
                              {text("Month"), text("Up to"), text("Closed"), text("Open"),
                               text("Closing rate"), text("Activity"), text("K"), text("Net promoter score"),
                               text("Referrals of the year"), text("Closed of the year")},
                              months);
        count_by_day();
        for (int row = 0; row < months; ++row) {
            const int back = months - 1 - row;
            const Spot spot = months_.first.down(row + 1);
            const std::string end = absolute(spot.right(month_end));
            const Year year{end, absolute(spot.right(year_count)), absolute(spot.right(year_closed)), back};
            page_.put(spot.right(year_count), "=" + between(in_years_, a_year_before(end), end),
                      Style::working);
            page_.put(spot.right(year_closed), "=" + closed_in(end), Style::working);
            page_.put(spot, "=" + month_digits(month_start(back)), Style::working);
            page_.put(spot.right(month_end), fmt::format("=EDATE({};-{})", book_->as_of(), back),
                      Style::working_date);
            const auto of_month = [&](const Area& counts) {
                return between(counts, before_month(back), before_month(back - 1));
            };
            page_.put(spot.right(month_closed), "=" + of_month(closed_in_months_), Style::working);
            page_.put(spot.right(month_open),
                      fmt::format("={}-{}", of_month(in_months_), absolute(spot.right(month_closed))),
                      Style::working);
            const auto put = [&](int column, const std::string& expression) {
                // What does not exist is a gap in the line.
                page_.put_array(spot.right(column),
                                fmt::format("=IFERROR({};NA())",
                                            expression.empty() ? "NA()" : if_covered(end, expression)),
                                Style::working);
            };
            put(month_rate, closes() ? year.rate() : std::string());
            put(month_activity, activity_in(year));
            put(month_k, closes() ? k_in(year) : std::string());
            put(month_nps, score_in(year));
        }
        const Canvas::Condition room[] = {
            {fmt::format("ISERROR({})", relative(months_.first)), Style::working_room}};
        page_.canvas().conditions(months_, room);

        page_.put({chart_column, funnel_title_row}, text("Referrals by month: closed, and still open"),
                  Style::part_title, chart_columns);
        page_.chart({.name = "pn_referrals",
                     .form = Chart::Form::columns,
                     .place = {{chart_column, funnel_row}, chart_columns, funnel_lines},
                     .categories = months_.column(month_name),
                     .series = {{months_.column(month_closed), colour::main, Series::Kind::column},
                                {months_.column(month_open), colour::main_tint, Series::Kind::column}}});
    }

    static Spot card_spot(int index) { return {index * (card_columns + 1), card_row}; }

    /// What has changed on the year before, in words with a place for it; nothing where that year is not
    /// covered.
    std::string change(Text words, const std::string& now, const std::string& before, int decimals,
                       const std::string& scale = "1") const {
        return sentence(page_.words(words),
                        {{"change", signed_number(fmt::format("{}*({}-{})", scale, now, before), decimals)}});
    }

    void cards() {
        const auto trend = [this](int column) { return months_.column(column).body(); };
        Page::Card rate{.label = text("Referral rate, clients who refer"),
                        .value = "NA()",
                        .value_style = Style::card_share,
                        .note = words_of(text("needs a ledger or a sheet of clients"))};
        if (!referral_rate_.empty()) {
            rate.value = referral_rate_;
            rate.note = referral_rate_before_.empty()
                            ? words_of(text("of the sheet of clients"))
                            : change(text("{change} points on the year before"), referral_rate_,
                                     referral_rate_before_, 1, "100");
        }
        page_.card(card_spot(0), rate);

        Page::Card closing{.label = text("Closing rate"),
                           .value = "NA()",
                           .value_style = Style::card_share,
                           .note = words_of(text("needs a column of closing days"))};
        if (closes()) {
            const auto bound = [&](int column) {
                return fmt::format("FIXED(100*INDEX({};2;{});0)",
                                   call("RATEINTERVAL", fmt::format("{};{}", closed_, count_)), column);
            };
            closing.value = rate_;
            closing.note = fmt::format("IF({}<{};{};{}&IFERROR(\" · \"&{};\"\"))", count_, least_referrals,
                                       words_of(text("not enough data: fewer than 20 referrals")),
                                       bound(2) + "&\" – \"&" + bound(3) + "&\"% (95%)\"",
                                       change(text("{change} points"), rate_, rate_before_, 1, "100"));
            closing.trend = trend(month_rate);
        }
        page_.card(card_spot(1), closing);

        page_.card(card_spot(2),
                   {.label = text("Activity: referrals per referrer a month"),
                    .value = activity_,
                    .value_style = Style::card_ratio,
                    .note = change(text("{change} on the year before"), activity_, activity_before_, 2),
                    .trend = trend(month_activity)});

        Page::Card k{.label = text("K, clients brought per client"),
                     .value = "NA()",
                     .value_style = Style::card_ratio,
                     .note = words_of(text("needs a ledger and a column of closing days"))};
        if (!k_.empty() && closes()) {
            k.value = k_;
            k.note = sentence(page_.words(text("{invites} invites × {rate}% closed")),
                              {{"invites", fmt::format("FIXED({}/{};2)", count_, book_->clients_by(0))},
                               {"rate", fmt::format("FIXED(100*{}/{};0)", closed_, count_)}});
            k.trend = trend(month_k);
        }
        page_.card(card_spot(3), k);

        Page::Card score{.label = text("Net promoter score"),
                         .value = "NA()",
                         .value_style = Style::card_count,
                         .note = words_of(text("needs a column of scores from 0 to 10"))};
        if (!nps_.empty()) {
            score.value = nps_;
            score.note = sentence(page_.words(text("{count} answers")), {{"count", whole(answers_)}}) +
                         fmt::format("&IFERROR(\" · \"&{};\"\")",
                                     change(text("{change} on the year before"), nps_, nps_before_, 0));
            score.trend = trend(month_nps);
        }
        page_.card(card_spot(4), score);
    }

    /// The roles of the funnel's steps; the first is the referral itself.
    static constexpr std::array<std::string_view, funnel_steps> step_roles = {"date", "clicked", "registered",
                                                                              "closed"};

    /// How many referrals of the last 12 months have reached each step, by cells, as REFERRALFUNNEL counts: a
    /// later step implies the earlier ones.
    std::array<std::string, funnel_steps> funnel_counts() {
        std::array<std::string, funnel_steps> counts = {count_, "", "", closed_};
        std::string further = fmt::format("ISNUMBER({})", won_column);
        for (const auto& [step, label] : {std::pair{2, text("Registered")}, {1, text("Clicked")}}) {
            const auto index = static_cast<std::size_t>(step);
            if (!book_->referrals().has(step_roles[index]))
                continue;
            further += "+" + book_->reached(step_roles[index]);
            counts[index] = page_.figure(label,
                                         fmt::format("SUM(IF(ISNUMBER({0});IF({0}>={1};IF({2}>0;1;0);0);0))",
                                                     day_column, book_->year_start(), further),
                                         Style::working, true);
        }
        return counts;
    }

    void funnel() {
        page_.put({0, funnel_title_row}, text("From referral to client"), Style::part_title, funnel_columns);
        const Reading& referrals = book_->referrals();
        if (!referrals.has("clicked") && !referrals.has("registered") && !closes()) {
            page_.missing(
                {{0, funnel_row}, funnel_columns, funnel_lines},
                text("Columns for clicked, registered or closed on the sheet of referrals bring this "
                     "part."));
            return;
        }
        const Text labels[] = {text("Were referred"), text("Clicked"), text("Registered"), text("Closed")};
        const std::array<std::string, funnel_steps> counts = funnel_counts();
        const Area bars = page_.block(text("Funnel"), {text("Step"), text("Referrals")}, funnel_steps);

        page_.heads({0, funnel_row}, {{text("Step"), Style::head_left, 2},
                                      {text("Referrals"), Style::head_right, 1},
                                      {text("Of all"), Style::head_centre, bars_columns},
                                      {text("Went on"), Style::head_right, 1},
                                      {text("Lost"), Style::head_right, 1}});
        std::string last_count;
        for (int step = 0; step < funnel_steps; ++step) {
            const auto index = static_cast<std::size_t>(step);
            const bool recorded = referrals.has(step_roles[index]);
            const Spot line{0, funnel_row + 1 + step};
            const std::string count = absolute(bars.first.right(1).down(step + 1));
            page_.put(bars.first.down(step + 1), labels[index], Style::working);
            page_.put(bars.first.right(1).down(step + 1), recorded ? "=" + counts[index] : "=0",
                      Style::working);
            page_.put(line, labels[index], Style::label, 2);
            page_.put(line.right(2), recorded ? "=" + count : "–", Style::count);
            const auto put_share = [&](int column, const std::string& part) {
                page_.put(line.right(column),
                          step == 0  ? std::string()
                          : recorded ? fmt::format("=IFERROR({}/{};\"–\")", part, last_count)
                                     : "–",
                          Style::share);
            };
            put_share(funnel_columns - 2, count);
            put_share(funnel_columns - 1, fmt::format("({}-{})", last_count, count));
            if (recorded)
                last_count = count;
        }
        page_.chart({.name = "pn_funnel",
                     .form = Chart::Form::bars,
                     .place = {{3, funnel_row + 1}, bars_columns, funnel_steps},
                     .categories = bars.column(0),
                     .series = {{bars.column(1), colour::main, Series::Kind::column}}});
        const Spot line{0, funnel_row + 1 + funnel_steps};
        if (!closes())
            return;
        const std::string wait = page_.figure(
            text("Median days to close"),
            fmt::format("MEDIAN(IFERROR(IF(ISNUMBER({0})*({0}>1)*({1}>={2});INT({0})-INT({1});\"\");\"\"))",
                        won_column, day_column, book_->year_start()),
            Style::working, true);
        page_.put(
            line,
            fmt::format("=IFERROR({};\"\")",
                        sentence(page_.words(text("Half of those who closed did so within {days} days.")),
                                 {{"days", whole(wait)}})),
            Style::remark, funnel_columns, 1);
    }

    /// What the chain of referrals grows to.
    void growth() {
        if (k_.empty() || !closes())
            return;
        const std::string grown = call("KTOTAL", "100;" + k_);
        page_.put({advice_column, channels_title_row + 6},
                  fmt::format(
                      "=IFERROR(IF(ISERROR({0});\"\";IF(ISERROR({1});{2};{3}));\"\")", k_, grown,
                      words_of(text("At this K referrals alone keep the number of clients growing.")),
                      sentence(page_.words(text("At this K, 100 clients become {count} through referrals.")),
                               {{"count", whole(grown)}})),
                  Style::remark, advice_columns, 2);
    }

    void advice() {
        page_.put({advice_column, funnel_title_row}, text("What to do next"), Style::part_title,
                  advice_columns);
        // Nobody referring misses every target; what is not known, or rests on too few, counts as reached.
        const std::string activity =
            page_.figure(text("Activity, for the advice"), fmt::format("IF({}=0;0;{})", count_, activity_));
        const auto known_or_target = [this](Text label, const std::string& cell, Rule target) {
            return page_.figure(
                label, cell.empty() ? book_->rule(target)
                                    : fmt::format("IF(ISNUMBER({0});{0};{1})", cell, book_->rule(target)));
        };
        const std::string rate = closes() ? rate_ : std::string();
        const std::string closing =
            known_or_target(text("Closing rate, for the advice"), rate, Rule::closing_rate);
        const std::string lift = known_or_target(text("Value lift, for the advice"), lift_, Rule::lift);
        const Text answers[] = {text("Incentive or process"), text("Material and nurturing"),
                                text("Choice of referrers"), text("On course")};
        std::string labels;
        for (const Text answer : answers)
            labels += (labels.empty() ? "{" : ";") + words_of(answer);
        labels += "}";
        const Spot spot{advice_column, funnel_row};
        page_.put(spot,
                  fmt::format("=IFERROR({}&\"\";\"–\")",
                              call("REFERRALADVICE", fmt::format("{};{};{};{};{}", activity, closing, lift,
                                                                 book_->targets(), labels))),
                  Style::advice, advice_columns);
        const std::string answer = fmt::format("MATCH({};{};0)", absolute(spot), labels);
        const Canvas::Condition attention[] = {
            {fmt::format("IFERROR({}<{};FALSE())", answer, std::size(answers)), Style::advice_attention}};
        page_.canvas().conditions({spot, advice_columns, 1}, attention);
        page_.put(
            spot.down(1),
            fmt::format(
                "=IFERROR(CHOOSE({};{};{};{};{});\"\")", answer,
                words_of(text("Referrers bring less than the target: reward them sooner or better, or make "
                              "referring easier.")),
                words_of(
                    text("Too few referrals close: give referrers better material, and nurture those whom "
                         "they send.")),
                words_of(
                    text("Referred clients bring less than the others: choose with more care whom you ask.")),
                words_of(text("All targets are reached: keep the rhythm, and pay rewards within 24 hours."))),
            Style::remark, advice_columns, 2);
        page_.heads(spot.down(3), {{text("Figure"), Style::head_left, 2},
                                   {text("Now"), Style::head_right, 1},
                                   {text("Target"), Style::head_right, 1},
                                   {text("State"), Style::head_right, 2}});
        struct Line {
            Text label;
            std::string value;
            Rule target;
            Style style;
        };
        const Line lines[] = {{text("Activity"), activity, Rule::activity, Style::ratio},
                              {text("Closing rate"), rate, Rule::closing_rate, Style::share},
                              {text("Value lift"), lift_, Rule::lift, Style::share}};
        Spot place = spot.down(4);
        for (const Line& line : lines) {
            const std::string value = line.value.empty() ? "NA()" : line.value;
            const Spot state = place.right(4);
            page_.put(place, line.label, Style::label, 2);
            page_.put(place.right(2), fmt::format("=IFERROR({};\"–\")", value), line.style);
            page_.put(place.right(3), "=" + book_->rule(line.target), line.style);
            page_.put(state,
                      fmt::format("=IF(ISERROR({0});{1};IF({0}<{2};{3};{4}))", value,
                                  words_of(text("not measured")), book_->rule(line.target),
                                  words_of(text("below target")), words_of(text("reached"))),
                      Style::verdict, 2);
            const Canvas::Condition below[] = {
                {fmt::format("IFERROR({}<{};FALSE())", value, book_->rule(line.target)),
                 Style::verdict_attention}};
            page_.canvas().conditions({state, 2, 1}, below);
            place = place.down(1);
        }
    }

    void definitions() {
        page_.put({0, definition_row},
                  text("Definitions in force. Referral rate: clients who have referred somebody ÷ all "
                       "clients, up to the "
                       "as-of date. Closing rate: referrals of the last 12 months that have closed ÷ all of "
                       "them, with "
                       "its 95% interval (Wilson). Activity: referrals ÷ referrers who referred ÷ 12 "
                       "months. K: referrals "
                       "of the 12 months ÷ clients, × closing rate. Net promoter score: share of answers "
                       "9–10 less share "
                       "of 0–6, of the 12 months. The small lines show the year up to each of the last 12 "
                       "months. Funnel: "
                       "a later step implies the earlier ones. Tier: Core spends more than the limit in 12 "
                       "months and is "
                       "active on enough days a month, Potential does one of both. Value brought: revenue "
                       "(without a "
                       "ledger, closed deals) of all whom somebody referred, and of those whom they referred "
                       "in turn; in "
                       "the generations each client counts once. Reward: deal × the rate of its size, due 24 "
                       "hours after "
                       "closing. Referred clients: those in the ledger whom somebody referred; revenue up to "
                       "the as-of "
                       "date; interval of the difference of means by Welch's t; value lift: ratio of the "
                       "means − 1; still "
                       "active: ordered in the last three months. They are not made equal in how long they "
                       "have been "
                       "clients. Fewer than 20 are not enough data; what is not measured counts as reached "
                       "in the advice. "
                       "Every figure is a formula: Tools ▸ Detective ▸ Trace Precedents."),
                  Style::definition, page_columns);
    }

    const ReferralInput& input_;
    Page page_;
    std::optional<ReferralBook> book_;
    Area months_, in_months_, closed_in_months_, in_years_;
    std::string first_, used_, aside_, room_, count_, closed_, rate_, rate_before_, activity_,
        activity_before_, k_, nps_, nps_before_, answers_, referral_rate_, referral_rate_before_, lift_;
};

} // namespace

void draw_referral(Canvas& canvas, const ReferralInput& input) {
    ReferralPage(canvas, input).draw();
}

} // namespace perennial::dashboard
