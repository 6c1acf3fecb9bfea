#include "dashboard/retention.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/page.hpp"
#include "dashboard/recurring.hpp"
#include "dashboard/survival.hpp"
#include "dashboard/warnings.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <vector>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;
using metrics::ClientTableColumn;

constexpr int shown_months = 12; ///< cohorts and months on the page

// The rows of the page from top to bottom.
constexpr int title_row = 0;
constexpr int subtitle_row = 1;
constexpr int card_row = 3;
constexpr int second_card_row = card_row + 4;
constexpr int chart_title_row = second_card_row + 4;
constexpr int chart_row = chart_title_row + 1;
constexpr int chart_rows = 9;
constexpr int table_title_row = chart_row + chart_rows + 1;
constexpr int table_row = table_title_row + 2;
constexpr int flow_title_row = table_row + shown_months + 1;
constexpr int flow_row = flow_title_row + 1;
constexpr int flow_rows = 9;
constexpr int definition_row = flow_row + flow_rows + 1;
constexpr int page_rows = definition_row + 1;

constexpr int chart_columns = 8;
constexpr int cohort_periods = 11;
constexpr int cohort_columns = 3 + cohort_periods;
constexpr int list_column = cohort_columns + 1;
constexpr int list_columns = page_columns - list_column;
constexpr int listed = 5; ///< clients
constexpr int ending_row = table_row + listed + 1;
constexpr int listed_contracts = shown_months - listed - 3;
constexpr int flow_columns = 16;
constexpr int stage_column = flow_columns + 1;
constexpr int stage_columns = page_columns - stage_column;

/// The stages of LIFECYCLESTAGE by its default limits, in whole months.
constexpr int dormant_months = 3;
constexpr int intro_months = 3;
constexpr int growth_months = 12;

/// A rate over fewer clients says little.
constexpr int least_clients = 20;

std::vector<int> row_heights() {
    std::vector<int> heights(page_rows, 460);
    heights[title_row] = 950;
    heights[subtitle_row] = 560;
    for (const int row : {subtitle_row + 1, second_card_row - 1})
        heights[row] = 250;
    for (const int row : {card_row, second_card_row}) {
        heights[row] = 540;
        heights[row + 1] = 780;
        heights[row + 2] = 460;
    }
    for (const int row : {chart_title_row, table_title_row, flow_title_row})
        heights[row] = 600;
    for (const int row : {chart_title_row - 1, table_title_row - 1, flow_title_row - 1, definition_row - 1})
        heights[row] = 300;
    for (int row = chart_row; row < chart_row + chart_rows; ++row)
        heights[row] = 500;
    heights[definition_row] = 2000;
    return heights;
}

class RetentionPage {
public:
    RetentionPage(Canvas& canvas, const RetentionInput& input)
        : input_(input), page_(canvas, input.language, row_heights()) {}

    void draw() {
        page_.canvas().step(text("Drawing the page"), 0.15);
        read();
        dates();
        tables();
        count_clients();
        figures();
        heading();
        cards();
        page_.canvas().step(text("Drawing the months"), 0.2);
        months();
        recurring_parts();
        survival();
        page_.canvas().step(text("Drawing the cohort table"), 0.3);
        cohort_table();
        warnings();
        stage_table();
        definitions();
        page_.finish();
    }

private:
    void dates() {
        as_of_ = page_.leading_figure(text("As-of date"), input_.as_of.value_or(ledger_->latest_day()),
                                      Style::working_date);
        page_.canvas().name(std::string(as_of_name), {page_.last_figure(), 1, 1});
        const auto month_before = [](const std::string& date) {
            return fmt::format("IF({0}=EOMONTH({0};0);EOMONTH({0};-1);EDATE({0};-1))", date);
        };
        before_ = page_.leading_figure(text("The month before"), month_before(as_of_), Style::working_date);
        until_as_of_ = ledger_->until(page_, text("As-of date"), as_of_);
        const auto dormant_at = [this](Text label, const std::string& day) {
            return page_.leading_figure(label, fmt::format("EDATE({};-{})", day, dormant_months),
                                        Style::working_date);
        };
        dormant_ = dormant_at(text("Last order of clients lost by now"), as_of_);
        dormant_before_ = dormant_at(text("Last order of clients lost the month before"), before_);
    }

    void read() {
        ledger_.emplace(page_, "retention", input_.ledger);
        if (input_.contracts)
            contracts_.emplace(page_, "retention", *input_.contracts);
        if (shows_r3())
            referrals_ = Reading::without_copies(page_, *input_.referrals);
        if (input_.clients && has_signs(*input_.clients))
            clients_sheet_.emplace(page_, "retention", *input_.clients, warning_roles);
        columns_ = ledger_->ledger_columns();
    }

    void tables() {
        const int rows = input_.most_months + 1;
        const int columns = input_.most_months + 2;
        const auto cohort = [this](std::string_view measure) {
            return call("COHORT", fmt::format("{};\"month\";\"{}\";{}", columns_, measure, until_as_of_));
        };
        cohort_clients_ = page_.table(text("Clients who ordered, by month of first order"), columns, rows,
                                      cohort("clients"), {0});
        cohort_revenue_ =
            page_.table(text("Revenue, by month of first order"), columns, rows, cohort("revenue"), {0});
        if (contracts_)
            recurring_.emplace(page_, *contracts_, as_of_);
    }

    /// The clients are counted at once: a table of them in cells would be as long as the book is. They are
    /// counted by dates, which say the same as the stage: the texts of a function's table are not equal to
    /// the same texts in formulas, since the office leaves them out of its string pool.
    void count_clients() {
        const std::string since_growth = fmt::format("EDATE({};-{})", as_of_, growth_months);
        const std::string since_intro = fmt::format("EDATE({};-{})", as_of_, intro_months);
        first_ = of_clients(ClientTableColumn::first);
        last_ = of_clients(ClientTableColumn::last);
        const auto count = [this](Text title, const std::vector<std::string>& days,
                                  const std::string& dates) {
            return page_.counts_up_to(title, text("Clients"), days, dates).column(1).body();
        };
        by_last_order_ = count(text("Clients by last order"), {dormant_before_, dormant_, as_of_}, last_);
        active_by_first_order_ =
            count(text("Active clients by first order"), {since_growth, since_intro, as_of_},
                  fmt::format("IF({}>{};{};\"\")", last_, dormant_, first_));
    }

    std::string of_clients(ClientTableColumn column) {
        return ledger_->clients(page_, text("As-of date"), as_of_, {column});
    }

    void figures() {
        used_ = page_.figure(text("Rows used"), rows_used(), Style::working, true);
        aside_ = page_.figure(text("Rows set aside"), set_aside(), Style::working, true);

        clients_now_ = page_.figure(text("Clients"), fmt::format("SUM({})", absolute(by_last_order_)));
        active_ = page_.figure(text("Active clients"), absolute(by_last_order_.first.down(2)));
        active_before_ = page_.figure(text("Active clients the month before"),
                                      fmt::format("INDEX(FREQUENCY({};{});2)",
                                                  clients_before(ClientTableColumn::last), dormant_before_),
                                      Style::working, true);
        lost_ = page_.figure(text("Clients lost"), absolute(by_last_order_.first.down(1)));
        churn_ = page_.figure(text("Client churn"), fmt::format("{}/{}", lost_, active_before_));
        repeat_ = page_.figure(text("Repeat rate"), repeat_rate(first_, last_), Style::working, true);
        repeat_before_ = page_.figure(
            text("Repeat rate the month before"),
            repeat_rate(clients_before(ClientTableColumn::first), clients_before(ClientTableColumn::last)),
            Style::working, true);
        cohorts_ = page_.figure(text("Cohorts"),
                                fmt::format("COUNT({})", absolute(cohort_clients_.column(0).body())));
        // The cohort table has a column for each period, the first two columns apart.
        span_ = page_.figure(text("Months since the first order"),
                             fmt::format("(YEAR({0})-YEAR({1}))*12+MONTH({0})-MONTH({1})+1", as_of_,
                                         absolute(cohort_clients_.first.down(1))));
        room_ =
            page_.figure(text("Months without room"), fmt::format("MAX(0;{}-{})", span_, input_.most_months));
    }

    /// A figure of all clients as they were the month before, an expression.
    std::string clients_before(ClientTableColumn column) {
        return ledger_->clients(page_, text("The month before"), before_, {column});
    }

    /// As REPEATRATE, of dates of the first and the last order under their headings: orders on two days are a
    /// first and a later one.
    static std::string repeat_rate(const std::string& first, const std::string& last) {
        return fmt::format("AVERAGE(IFERROR(1*({}-{}>0);\"\"))", last, first);
    }

    std::string rows_used() {
        std::string used = ledger_->passes_over()
                               ? fmt::format("SUM({})", of_clients(ClientTableColumn::orders))
                               : fmt::format("COUNTIF({};\"<\"&({}+1))", ledger_->column("date"), as_of_);
        if (contracts_)
            used += "+" + contracts_->rows_used();
        return used;
    }

    /// How many rows of the ledger and the contracts the page leaves out. Where it reads the user's own
    /// columns there was none when it was built, and one that is spoilt later makes the functions fail.
    std::string set_aside() const {
        std::string aside = ledger_->copied() || ledger_->passes_over() ? ledger_->set_aside() : "0";
        if (contracts_)
            aside += "+" + contracts_->set_aside();
        return aside;
    }

    void heading() {
        page_.put({0, title_row}, text("Client retention"), Style::title, page_columns);
        page_.put({0, subtitle_row},
                  "=" + sentence(page_.words(text("As of {date} · by month")), {{"date", iso_date(as_of_)}}),
                  Style::subtitle, 10);
        page_.status({10, subtitle_row}, page_columns - 10,
                     {.used = used_,
                      .aside = aside_,
                      .without_room = room_,
                      .fault = fmt::format("ISERROR({})", room_)});
    }

    static Spot card_spot(int index) {
        return {(index % 5) * (card_columns + 1), index < 5 ? card_row : second_card_row};
    }

    static std::string points(const std::string& now, const std::string& before) {
        return fmt::format("({}-{})*100", now, before);
    }

    std::string words_of(Text which) const { return quoted(page_.words(which)); }

    void cards() {
        months_ = page_.block(text("Months"),
                              {text("Month"), text("Clients"), text("New clients"), text("Returning clients"),
                               text("Revenue"), text("Returning share of revenue"), text("Average ticket")},
                              shown_months);
        const auto month = [this](int column, int back) {
            return absolute(months_.first.right(column).down(shown_months - back));
        };
        const auto trend = [this](int column) { return months_.column(column).body(); };
        const auto draw = [this](int index, const Page::Card& card) { page_.card(card_spot(index), card); };
        draw(0, {.label = text("Active clients"),
                 .value = active_,
                 .value_style = Style::card_count,
                 .note = fmt::format("{}-{}", active_, active_before_),
                 .note_style = Style::change_count,
                 .trend = trend(1)});
        const auto bound = [&](int column) {
            return fmt::format("FIXED(100*INDEX({};2;{});1)",
                               call("RATEINTERVAL", fmt::format("{};{}", lost_, active_before_)), column);
        };
        draw(1, {.label = text("Client churn, month"),
                 .value = fmt::format("IF({}<{};NA();{})", active_before_, least_clients, churn_),
                 .value_style = Style::card_share,
                 .note = fmt::format("IF({}<{};{};{}&\" – \"&{}&\"% (95%)\")", active_before_, least_clients,
                                     words_of(text("not enough data: fewer than 20 clients")), bound(2),
                                     bound(3))});
        draw(2, {.label = text("Returning share of revenue"),
                 .value = month(5, 0),
                 .value_style = Style::card_share,
                 .note = points(month(5, 0), month(5, 1)),
                 .note_style = Style::change_points,
                 .trend = trend(5)});
        draw(3, {.label = text("Repeat rate"),
                 .value = repeat_,
                 .value_style = Style::card_share,
                 .note = points(repeat_, repeat_before_),
                 .note_style = Style::change_points});
        draw(4, {.label = text("Average ticket"),
                 .value = month(6, 0),
                 .value_style = Style::card_amount,
                 .note = fmt::format("{}/{}-1", month(6, 0), month(6, 1)),
                 .note_style = Style::change_percent,
                 .trend = trend(6)});
        if (recurring_)
            recurring_cards();
        else
            for (const auto& [index, label] : {std::pair{5, text("Monthly recurring revenue")},
                                               {6, text("Net revenue retention, month")},
                                               {7, text("Gross revenue retention, month")},
                                               {8, text("Quick ratio, month")}})
                draw(index, {.label = label, .value = "NA()", .note = words_of(text("needs contracts"))});
        r3_card();
    }

    void recurring_cards() {
        const auto draw = [this](int index, const Page::Card& card) { page_.card(card_spot(index), card); };
        const RecurringPart& mrr = *recurring_;
        draw(5, {.label = text("Monthly recurring revenue"),
                 .value = mrr.month(mrr_end, 0),
                 .value_style = Style::card_amount,
                 .note = fmt::format("{}/{}-1", mrr.month(mrr_end, 0), mrr.month(mrr_start, 0)),
                 .note_style = Style::change_percent,
                 .trend = mrr.trend(mrr_end)});
        draw(6, {.label = text("Net revenue retention, month"),
                 .value = mrr.month(mrr_nrr, 0),
                 .value_style = Style::card_share,
                 .note = points(mrr.month(mrr_nrr, 0), mrr.month(mrr_nrr, 1)),
                 .note_style = Style::change_points,
                 .trend = mrr.trend(mrr_nrr)});
        draw(7, {.label = text("Gross revenue retention, month"),
                 .value = mrr.month(mrr_grr, 0),
                 .value_style = Style::card_share,
                 .note = points(mrr.month(mrr_grr, 0), mrr.month(mrr_grr, 1)),
                 .note_style = Style::change_points,
                 .trend = mrr.trend(mrr_grr)});
        draw(8, {.label = text("Quick ratio, month"),
                 .value = mrr.quick_ratio(0),
                 .value_style = Style::card_ratio,
                 .note = fmt::format("IF(ISNA({});{};{})", mrr.quick_ratio(0),
                                     words_of(text("nothing was lost")), words_of(text("gained ÷ lost")))});
    }

    bool shows_r3() const {
        return input_.contracts && input_.contracts->has("renewed") && input_.contracts->has("end") &&
               input_.referrals;
    }

    void r3_card() {
        Page::Card card{.label = text("R³ index"),
                        .value = "NA()",
                        .value_style = Style::card_ratio,
                        .note = words_of(text("needs contracts with renewals, and referrals"))};
        if (shows_r3()) {
            const std::string renew = page_.figure(text("Renewal rate"), recurring_->renewal_rate());
            // As REFERRALRATE: the clients among the referrers, of all.
            const Area until = ledger_->until_among(page_, text("As-of date, referrers"), as_of_,
                                                    {ClientTableColumn::orders}, input_.referrals->rows);
            page_.fill({until.first.down(metrics::names_begin), 1, input_.referrals->rows},
                       referrals_->where_used("referrer"));
            const std::string refer =
                page_.figure(text("Referral rate"),
                             fmt::format("(ROWS({})-1)/{}", ledger_->client_table(until), clients_now_),
                             Style::working, true);
            card.value = call("R3INDEX", fmt::format("{};{};{}", repeat_, renew, refer));
            card.value_style = Style::card_index;
            card.note =
                fmt::format("FIXED({};2)&\" × \"&FIXED({};2)&\" × \"&FIXED({};2)", repeat_, renew, refer);
        }
        page_.card(card_spot(9), card);
    }

    /// The months' figures, from the cohort tables, for cards and chart.
    void months() {
        const auto sum_at = [](const Area& table, const std::string& month) {
            const Area cells{table.first.right(2).down(1), table.columns - 2, table.rows - 1};
            const std::string starts = absolute(table.column(0).body());
            const std::string periods = absolute(Area{table.first.right(2), table.columns - 2, 1});
            return fmt::format("=SUM(IFERROR((YEAR({0})*12+MONTH({0})+{1}=YEAR({2})*12+MONTH({2}))*{3};0))",
                               starts, periods, month, absolute(cells));
        };
        for (int row = 0; row < shown_months; ++row) {
            const Spot spot = months_.first.down(row + 1);
            const std::string month =
                fmt::format("EDATE(DATE(YEAR({0});MONTH({0});1);{1})", as_of_, row - shown_months + 1);
            page_.put(spot, "=" + month_digits(month), Style::working);
            page_.put_array(spot.right(1), sum_at(cohort_clients_, month), Style::working);
            page_.put(spot.right(2),
                      fmt::format("=IFNA(INDEX({};MATCH({};{};0));0)", absolute(cohort_revenue_.column(2)),
                                  month, absolute(cohort_revenue_.column(0))),
                      Style::working);
            page_.put(spot.right(3), fmt::format("={}-{}", absolute(spot.right(4)), absolute(spot.right(2))),
                      Style::working);
            page_.put_array(spot.right(4), sum_at(cohort_revenue_, month), Style::working);
            // A share or a mean of nothing is a gap in the line.
            page_.put(spot.right(5),
                      fmt::format("=IFERROR({}/{};NA())", absolute(spot.right(3)), absolute(spot.right(4))),
                      Style::working);
            page_.put(spot.right(6),
                      fmt::format("=IFERROR({}/{};NA())", absolute(spot.right(4)), absolute(spot.right(1))),
                      Style::working);
        }
        const Canvas::Condition room[] = {
            {fmt::format("ISERROR({})", relative(months_.first)), Style::working_room}};
        page_.canvas().conditions(months_, room);

        page_.put({chart_columns, chart_title_row}, text("Revenue by month, from new and returning clients"),
                  Style::part_title, chart_columns);
        page_.chart({.name = "pn_revenue",
                     .form = Chart::Form::columns,
                     .place = {{chart_columns, chart_row}, chart_columns, chart_rows},
                     .categories = months_.column(0),
                     .series = {{months_.column(2), colour::main, Series::Kind::column},
                                {months_.column(3), colour::main_tint, Series::Kind::column}},
                     .axis = Format::amount});
    }

    void recurring_parts() {
        const Area chart{{0, chart_row}, chart_columns, chart_rows};
        const Spot ending{list_column, ending_row};
        page_.put({0, chart_title_row}, text("Monthly recurring revenue: what came and what went"),
                  Style::part_title, chart_columns);
        page_.put({0, flow_title_row}, text("Monthly recurring revenue, month by month"), Style::part_title,
                  flow_columns);
        if (recurring_) {
            recurring_->draw_chart(chart);
            recurring_->draw_roll_forward({0, flow_row});
        } else {
            const Text sentence = text(
                "Choose the sheet with your contracts in the panel Data, and refresh, to see this part.");
            page_.missing({chart.first, chart_columns - 1, chart_rows}, sentence);
            page_.missing({{0, flow_row}, flow_columns, flow_rows}, sentence);
        }
        if (recurring_ && contracts_->has("end")) {
            recurring_->draw_ending(ending, listed_contracts);
            return;
        }
        page_.put(ending, text("Contracts that end within 90 days"), Style::part_title, list_columns);
        page_.missing({ending.down(1), list_columns, listed_contracts},
                      text("Contracts with a column of end dates bring this part."));
    }

    void survival() {
        const Area place{{2 * chart_columns, chart_row}, chart_columns, chart_rows};
        page_.put({place.first.column, chart_title_row},
                  text("How long clients stay, by months since the first order"), Style::part_title,
                  chart_columns);
        draw_survival(page_, place,
                      {.first_orders = first_,
                       .last_orders = last_,
                       .clients = clients_now_,
                       .as_of = as_of_,
                       .months = span_,
                       .most_months = input_.most_months,
                       .dormant_months = dormant_months});
    }

    /// The newest cohorts, oldest first, by the measure that the user picks in a cell.
    void cohort_table() {
        std::array<std::string, cohort_measures> measures;
        for (int number = 0; number < cohort_measures; ++number)
            measures[static_cast<std::size_t>(number)] = page_.words(cohort_measure(number));
        const Spot pick{cohort_columns - 3, table_title_row};
        page_.put(pick, measures[static_cast<std::size_t>(input_.measure)], Style::choice, 3);
        page_.canvas().choice(pick, measures);
        page_.canvas().name(std::string(measure_name), {pick, 1, 1});
        const std::string measure =
            page_.figure(text("What the cohort table shows"),
                         fmt::format("IFERROR(MATCH({};{{{};{};{}}};0);1)", absolute(pick),
                                     quoted(measures[0]), quoted(measures[1]), quoted(measures[2])));
        page_.put({0, table_title_row},
                  fmt::format("=CHOOSE({};{};{};{})", measure,
                              words_of(text("Clients who ordered again, by month of first order")),
                              words_of(text("Clients who ordered again, % of their cohort")),
                              words_of(text("Revenue, by month of first order"))),
                  Style::part_title, cohort_columns - 3);
        page_.put({0, table_row - 1}, text("Cohort"), Style::head_left, 2);
        page_.put({2, table_row - 1}, text("Clients"), Style::head_centre);
        const Area cells{{3, table_row}, cohort_periods, shown_months};
        for (int period = 0; period < cohort_periods; ++period)
            page_.put({cells.first.column + period, table_row - 1}, fmt::format("={}", period),
                      Style::head_centre);

        page_.canvas().style(cells, Style::cohort);
        for (int row = 0; row < shown_months; ++row) {
            const std::string index = fmt::format("MAX(0;{}-{})+{}", cohorts_, shown_months, row + 2);
            const auto cell = [&](const Area& table, int column) {
                return fmt::format("INDEX({};{};{})", absolute(table), index, column);
            };
            const Spot size{2, table_row + row};
            page_.put({0, table_row + row},
                      fmt::format("=IFERROR({};\"\")", iso_month(cell(cohort_clients_, 1))), Style::label, 2);
            page_.put(size, fmt::format("=IFERROR({};\"\")", cell(cohort_clients_, 2)), Style::cohort);
            for (int period = 0; period < cohort_periods; ++period) {
                const int column = period + 3;
                const std::string clients = cell(cohort_clients_, column);
                page_.formula(
                    {cells.first.column + period, table_row + row},
                    column <= cohort_clients_.columns
                        ? fmt::format("=IFERROR(IF({0}=\"\";\"\";CHOOSE({1};{0};100*{0}/{2};{3}));\"\")",
                                      clients, measure, absolute(size), cell(cohort_revenue_, column))
                        : "=\"\"");
            }
        }

        // Shades are shares of the cohort's first month, in equal steps up to the best month after the first,
        // so that a book in which few come back still shows its differences, and one in which nobody does
        // shows none; the first month is always the darkest.
        const Area later{cells.first.right(1), cohort_periods - 1, shown_months};
        const std::string best =
            page_.figure(text("Highest share that came back"),
                         fmt::format("MAX(IFERROR({}/{};0))", absolute(later), absolute(cells.column(0))),
                         Style::working, true);
        std::vector<Canvas::Condition> shades;
        for (int step = heat_steps; step >= 1; --step)
            shades.push_back(
                {fmt::format("AND(ISNUMBER({0});{0}*{1}>={2}*MAX({3};0.01)*{4})", relative(cells.first),
                             heat_steps, fixed_column(cells.first), best, step - 1),
                 heat_style(step)});
        page_.canvas().conditions(cells, shades);
    }

    void warnings() {
        const Spot spot{list_column, table_title_row};
        if (clients_sheet_) {
            draw_warnings(page_, spot, listed,
                          {.clients = *clients_sheet_,
                           .ledger = *ledger_,
                           .contracts = contracts_ ? &*contracts_ : nullptr,
                           .as_of = as_of_});
            return;
        }
        page_.put(spot, text("Look after these first"), Style::part_title, list_columns);
        page_.missing({spot.down(1), list_columns, listed},
                      text("A sheet of clients with columns of warning signs brings this part."));
    }

    void stage_table() {
        const Text names[] = {text("Introduction"), text("Growth"), text("Maturity"), text("Dormant")};
        const Text steps[] = {
            text("Earn trust: exceed the first expectation"), text("Find the second need and cross-sell"),
            text("Invite referrals and member events"), text("Wake with content, not advertising")};
        page_.put({stage_column, flow_title_row}, text("Where clients stand, and what they need"),
                  Style::part_title, stage_columns);
        page_.heads({stage_column, flow_row}, {{text("Stage"), Style::head_left, 2},
                                               {text("Clients"), Style::head_right, 1},
                                               {text("Share"), Style::head_right, 1},
                                               {text("Next step"), Style::head_text, 3}});
        const auto active = [this](int row) { return absolute(active_by_first_order_.first.down(row)); };
        const std::string counts[] = {active(2), active(1), active(0),
                                      fmt::format("{}-{}", clients_now_, active_)};
        for (int index = 0; index < 4; ++index) {
            const Spot spot{stage_column, flow_row + 1 + 2 * index};
            page_.put(spot, names[index], Style::label, 2, 2);
            page_.put(spot.right(2), fmt::format("=IFERROR({};\"–\")", counts[index]), Style::count, 1, 2);
            page_.put(spot.right(3),
                      fmt::format("=IFERROR({}/{};\"–\")", absolute(spot.right(2)), clients_now_),
                      Style::share, 1, 2);
            page_.put(spot.right(4), steps[index], Style::text, 3, 2);
        }
    }

    void definitions() {
        page_.put(
            {0, definition_row},
            text(
                "Definitions in force. Active clients: ordered in the three months up to the as-of date; the "
                "line shows who ordered in each month. Client churn: clients who have not ordered for three "
                "months since the month before ÷ clients active then, with its 95% interval (Wilson). "
                "Returning share: revenue of the month from clients whose first order was in an earlier "
                "month "
                "÷ revenue of the month. Repeat rate: clients with orders on two or more days ÷ all clients. "
                "Average ticket: revenue of the month ÷ clients who ordered in it. MRR: contracts running, "
                "and not paused, on the last day of the month; net retention: (start + expansion − "
                "contraction − churn) ÷ "
                "start, "
                "gross without expansion; who comes back within three months has paused: contraction, then "
                "expansion. Quick ratio: (new + "
                "expansion + reactivation) ÷ (contraction + churn). R³: repeat × renewal × referral rate. "
                "Survival: Kaplan–Meier from first to last order, who has not ordered for three months has "
                "left; projection: shifted-beta-geometric. Cohort: month of the first order; shades are "
                "shares of its first month. At stake: twelve months of contracts, paused ones too, or, "
                "without any, of orders. "
                "Stages: dormant after three months without an order, otherwise introduction up to 3, growth "
                "up to 12 months since the first order, then maturity. Every figure is a formula: Tools ▸ "
                "Detective ▸ Trace Precedents."),
            Style::definition, page_columns);
    }

    const RetentionInput& input_;
    Page page_;
    std::optional<Reading> ledger_, contracts_, referrals_, clients_sheet_;
    std::optional<RecurringPart> recurring_;
    std::string columns_; ///< the ledger's columns as arguments
    Area cohort_clients_, cohort_revenue_, by_last_order_, active_by_first_order_, months_;
    std::string first_, last_; ///< of all clients, under their headings, expressions
    std::string as_of_, before_, until_as_of_, dormant_, dormant_before_, used_, aside_, clients_now_,
        active_, active_before_, lost_, churn_, repeat_, repeat_before_, cohorts_, span_, room_;
};

} // namespace

catalog::Text cohort_measure(int number) {
    constexpr Text measures[cohort_measures] = {text("Clients"), text("Retention, %"), text("Revenue")};
    return measures[number];
}

void draw_retention(Canvas& canvas, const RetentionInput& input) {
    RetentionPage(canvas, input).draw();
}

} // namespace perennial::dashboard
