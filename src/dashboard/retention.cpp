#include "dashboard/retention.hpp"

#include "dashboard/formula.hpp"

#include "catalog/naming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;

// The page: 24 columns of equal width that fill a landscape A4 sheet, and the rows from top to bottom.
constexpr int page_columns = 24;
constexpr int column_width = 1140;
constexpr int row_height = 530;
constexpr int title_row = 0;
constexpr int subtitle_row = 1;
constexpr int card_row = 3;
constexpr int chart_title_row = 7;
constexpr int chart_rows = 9;
constexpr int chart_row = chart_title_row + 1;
constexpr int table_title_row = chart_row + chart_rows + 1;
constexpr int table_head_row = table_title_row + 1;
constexpr int table_row = table_head_row + 1;
constexpr int shown_months = 12; ///< cohorts and months on the page
constexpr int shown_periods = 12;
constexpr int definition_row = table_row + shown_months + 1;
constexpr int definition_rows = 4;
constexpr int page_rows = definition_row + definition_rows;

constexpr int card_columns = 4;
constexpr int left_columns = 15; ///< of the chart and the heat map
constexpr int right_column = left_columns + 1;
constexpr int right_columns = page_columns - right_column;

// The workings stand to the right of the page, outside the printed area.
constexpr int workings_column = page_columns + 2;
constexpr int months_column = workings_column + 3;
constexpr int cohorts_column = months_column + 7;
constexpr int faults_shown = 20;
constexpr int client_columns = 9;

/// CLIENTTABLE's columns by position.
constexpr int first_column = 2;
constexpr int last_column = 3;

/// The stages of LIFECYCLESTAGE by its default limits, in whole months.
constexpr int dormant_months = 3;
constexpr int intro_months = 3;
constexpr int growth_months = 12;

class RetentionPage {
public:
    RetentionPage(Canvas& canvas, const RetentionInput& input) : canvas_(canvas), input_(input) {
        const auto name = [&](std::size_t role) {
            return input.rows_to_clean ? "pn_clean_" + std::string(roles(SheetKind::ledger)[role].key)
                                       : range_name(SheetKind::ledger, roles(SheetKind::ledger)[role]);
        };
        client_ = name(0);
        date_ = name(1);
        amount_ = name(2);
        ledger_ = fmt::format("{};{};{}", client_, date_, amount_);
        const int rows = input.room.months + 1;
        const int columns = input.room.months + 2;
        cohort_clients_ = {{cohorts_column, 2}, columns, rows};
        cohort_revenue_ = {{cohorts_column, rows + 4}, columns, rows};
        clients_ = {{cohorts_column + columns + 1, 2}, client_columns, input.room.clients + 1};
        faults_ = {{clients_.last().column + 2, 2}, 2, faults_shown + 1};
    }

    void draw() {
        canvas_.step(text("Drawing the page"), 0.05);
        layout();
        figures();
        heading();
        cards();
        stage_table();
        canvas_.step(text("Drawing the cohort table"), 0.2);
        heat_map();
        canvas_.step(text("Drawing the months"), 0.35);
        months();
        definitions();
        // The tables come last: each later change of a style would make the office measure their rows again.
        canvas_.step(text("Reading the ledger"), 0.5);
        clean_ledger();
        tables();
        canvas_.step(text("Drawing the chart"), 0.85);
        chart();
        canvas_.print({{0, 0}, page_columns, page_rows});
    }

private:
    std::string words(Text which) const { return std::string(catalog::translated(which, input_.language)); }

    void put(Spot spot, const std::string& content, Style style, int columns = 1, int rows = 1) {
        const Area area{spot, columns, rows};
        canvas_.style(area, style);
        if (columns > 1 || rows > 1)
            canvas_.merge(area);
        if (content.starts_with('='))
            canvas_.formula(spot, content);
        else
            canvas_.text(spot, content);
    }

    void put(Spot spot, Text content, Style style, int columns = 1, int rows = 1) {
        put(spot, words(content), style, columns, rows);
    }

    static std::string call(std::string_view function, const std::string& arguments) {
        return fmt::format("{}({})", catalog::saved_name(function), arguments);
    }

    void layout() {
        Grid grid;
        grid.column_widths.assign(months_column + 5, column_width);
        grid.column_widths[workings_column] = 5600;
        grid.column_widths[workings_column + 1] = 2600;
        std::fill(grid.column_widths.begin() + months_column, grid.column_widths.end(), 2600);
        grid.row_heights.assign(page_rows, row_height);
        grid.row_heights[title_row] = 950;
        grid.row_heights[subtitle_row] = 560;
        grid.row_heights[subtitle_row + 1] = 300;
        grid.row_heights[card_row + 1] = 850;
        for (const int row : {chart_title_row, table_title_row})
            grid.row_heights[row] = 650;
        for (const int row : {chart_title_row - 1, table_title_row - 1, definition_row - 1})
            grid.row_heights[row] = 350;
        for (int row = definition_row; row < page_rows; ++row)
            grid.row_heights[row] = 420;
        canvas_.grid(grid);
        canvas_.style({{0, 0}, faults_.last().column + 2, page_rows + 40}, Style::page);
    }

    /// Copies of the ledger's columns in which the rows that LEDGERCHECK lists are blank, so that the
    /// functions pass over them. They are formulas, too, and stay true to the user's sheet.
    void clean_ledger() {
        if (!input_.rows_to_clean)
            return;
        const auto ledger_roles = roles(SheetKind::ledger);
        std::array<std::string, 3> raw;
        for (std::size_t role = 0; role < raw.size(); ++role)
            raw[role] = range_name(SheetKind::ledger, ledger_roles[role]);
        const std::string rows = std::to_string(*input_.rows_to_clean);
        const Area used{{faults_.last().column + 2, 2}, 1, *input_.rows_to_clean};
        put(used.first.down(-1), text("Row used"), Style::working_head);
        canvas_.style(used, Style::working);
        canvas_.array_formula(used,
                              fmt::format("=ISNA(MATCH(ROW(INDEX({0};1):INDEX({0};{1}))-ROW(INDEX({0};1))+1;"
                                          "INDEX({2};0;1);0))",
                                          raw[1], rows, call("LEDGERCHECK", raw_ledger())));
        for (int role = 0; role < 3; ++role) {
            const Area column{used.first.right(role + 1), 1, used.rows};
            put(column.first.down(-1), ledger_roles[static_cast<std::size_t>(role)].label,
                Style::working_head);
            canvas_.style(column, role == 1 ? Style::working_date : Style::working);
            // An empty cell that a formula refers to would become a 0.
            canvas_.array_formula(column,
                                  fmt::format("=IF({0};IF({1}=\"\";\"\";{1});\"\")", absolute(used),
                                              fmt::format("INDEX({0};1):INDEX({0};{1})",
                                                          raw[static_cast<std::size_t>(role)], rows)));
            canvas_.name("pn_clean_" + std::string(ledger_roles[static_cast<std::size_t>(role)].key), column);
        }
    }

    /// A table in the workings: what is beyond its present rows is room, shown as nothing. Styles come before
    /// the formula, since the office measures the height of every row whose filled cells change their style.
    void table(const Area& area, Text title, const std::string& formula, std::initializer_list<int> dates) {
        put(area.first.down(-1), title, Style::working_head);
        canvas_.style(area, Style::working);
        for (const int column : dates)
            canvas_.style(area.column(column).body(), Style::working_date);
        canvas_.array_formula(area, "=" + formula);
        const Canvas::Condition room[] = {
            {fmt::format("ISERROR({})", relative(area.first)), Style::working_room}};
        canvas_.conditions(area, room);
    }

    /// One named figure in the workings; gives its cell.
    std::string figure(Text label, const std::string& formula, Style style = Style::working,
                       bool array = false) {
        const Spot spot{workings_column + 1, figure_count_ + 2};
        put({workings_column, spot.row}, label, Style::working);
        canvas_.style({spot, 1, 1}, style);
        if (array)
            canvas_.array_formula({spot, 1, 1}, "=" + formula);
        else
            canvas_.formula(spot, "=" + formula);
        ++figure_count_;
        return absolute(spot);
    }

    std::string client_table_at(const std::string& date) const {
        return call("CLIENTTABLE", ledger_ + ";" + date);
    }

    void figures() {
        put({workings_column, 0}, text("Workings: the figures behind the page"), Style::working_head);
        const auto month_before = [](const std::string& date) {
            return fmt::format("IF({0}=EOMONTH({0};0);EOMONTH({0};-1);EDATE({0};-1))", date);
        };
        as_of_ = figure(text("As-of date"), input_.as_of.value_or("MAX(" + date_ + ")"), Style::working_date);
        canvas_.name(std::string(as_of_name), {{workings_column + 1, 2}, 1, 1});
        before_ = figure(text("The month before"), month_before(as_of_), Style::working_date);
        const std::string earlier =
            figure(text("Two months before"), month_before(before_), Style::working_date);

        const std::string raw = raw_ledger();
        used_ = figure(text("Rows used"), fmt::format("COUNTIF({};\"<\"&({}+1))", date_, as_of_));
        aside_ = figure(text("Rows set aside"),
                        fmt::format("IF(ISTEXT({});0;ROWS({})-1)", absolute(faults_.first.down(1)),
                                    call("LEDGERCHECK", raw)),
                        Style::working, true);

        // Counted by dates, which say the same as the stage: the texts of a function's table are not equal to
        // the same texts in formulas, since the office leaves them out of its string pool.
        const std::string last = absolute(clients_.column(last_column - 1).body());
        const std::string known = absolute(clients_.column(first_column - 1).body());
        const auto last_at = [&](const std::string& date) {
            return fmt::format("INDEX({};0;{})", client_table_at(date), last_column);
        };
        // The header is text, and text is more than any number.
        const auto active_at = [&](const std::string& date) {
            return fmt::format("SUM({}>EDATE({};-{}))-1", last_at(date), date, dormant_months);
        };
        clients_now_ = figure(text("Clients"), fmt::format("COUNT({})", known));
        active_ = figure(text("Active clients"),
                         fmt::format("COUNTIF({};\">\"&EDATE({};-{}))", last, as_of_, dormant_months));
        active_before_ =
            figure(text("Active clients the month before"), active_at(before_), Style::working, true);
        const std::string active_earlier =
            figure(text("Active clients two months before"), active_at(earlier), Style::working, true);
        lost_ = figure(text("Clients lost"),
                       fmt::format("COUNTIFS({0};\"<=\"&EDATE({1};-{3});{0};\">\"&EDATE({2};-{3}))", last,
                                   as_of_, before_, dormant_months));
        const std::string lost_before =
            figure(text("Clients lost the month before"),
                   fmt::format("SUM(({0}<=EDATE({1};-{3}))*({0}>EDATE({2};-{3})))", last_at(before_), before_,
                               earlier, dormant_months),
                   Style::working, true);
        churn_ = figure(text("Client churn"), fmt::format("{}/{}", lost_, active_before_));
        churn_before_ =
            figure(text("Client churn the month before"), fmt::format("{}/{}", lost_before, active_earlier));
        const std::string pair = client_ + ";" + date_;
        repeat_ = figure(text("Repeat rate"), call("REPEATRATE", pair + ";;" + as_of_));
        repeat_before_ =
            figure(text("Repeat rate the month before"), call("REPEATRATE", pair + ";;" + before_));
        cohorts_ =
            figure(text("Cohorts"), fmt::format("COUNT({})", absolute(cohort_clients_.column(0).body())));
        // The cohort table has a column for each period, the first two columns apart.
        const std::string span = fmt::format("(YEAR({0})-YEAR({1}))*12+MONTH({0})-MONTH({1})+1", as_of_,
                                             absolute(cohort_clients_.first.down(1)));
        room_ = figure(text("Months without room"), fmt::format("MAX(0;{}-{})", span, input_.room.months));
        room_clients_ =
            figure(text("Clients without room"),
                   fmt::format("MAX(0;ROWS({})-1-{})", client_table_at(as_of_), input_.room.clients),
                   Style::working, true);
    }

    /// The ledger as the user's sheet has it.
    static std::string raw_ledger() {
        std::string names;
        for (const Role& role : roles(SheetKind::ledger).first(3))
            names += (names.empty() ? "" : ";") + range_name(SheetKind::ledger, role);
        return names;
    }

    void tables() {
        const std::string since = ledger_ + ";\"month\";\"{}\";" + as_of_;
        table(cohort_clients_, text("Clients who ordered, by month of first order"),
              call("COHORT", fmt::format(fmt::runtime(since), "clients")), {0});
        table(cohort_revenue_, text("Revenue, by month of first order"),
              call("COHORT", fmt::format(fmt::runtime(since), "revenue")), {0});
        table(clients_, text("Clients"), client_table_at(as_of_), {first_column - 1, last_column - 1});

        table(faults_, text("Rows set aside"), call("LEDGERCHECK", raw_ledger()), {});
    }

    void heading() {
        put({0, title_row}, text("Client retention"), Style::title, page_columns);
        put({0, subtitle_row},
            "=" + sentence(words(text("As of {date} · by month")), {{"date", iso_date(as_of_)}}),
            Style::subtitle, 10);
        const std::string used = fmt::format("FIXED({};0)", used_);
        const std::string aside = fmt::format("FIXED({};0)", aside_);
        const std::string total = fmt::format("FIXED({}+{};0)", used_, aside_);
        const std::string status = fmt::format(
            "=IF({}+{}>0;{};IF({}=0;{};{}))", room_, room_clients_,
            quoted(words(text("The data have outgrown this page: refresh it"))), aside_,
            sentence(words(text("{used} rows used, none set aside")), {{"used", used}}),
            sentence(words(text("{used} of {total} rows used · {aside} set aside, see Check data")),
                     {{"used", used}, {"total", total}, {"aside", aside}}));
        // An error here means that a row was spoilt after the page was built.
        put({10, subtitle_row},
            fmt::format("=IFERROR({};{})", status.substr(1),
                        quoted(words(text("A row cannot be used: check the data, then refresh")))),
            Style::status, page_columns - 10);
        const Canvas::Condition attention[] = {
            {fmt::format("IFERROR({}+{}+{}>0;TRUE())", room_, room_clients_, aside_),
             Style::status_attention}};
        canvas_.conditions({{10, subtitle_row}, page_columns - 10, 1}, attention);
    }

    void card(int index, Text label, const std::string& value, Style value_style, const std::string& change,
              Style change_style) {
        const Spot spot{index * (card_columns + 1), card_row};
        put(spot, label, Style::card_label, card_columns);
        put(spot.down(1), fmt::format("=IFERROR({};\"–\")", value), value_style, card_columns);
        put(spot.down(2), fmt::format("=IFERROR({};\"\")", change), change_style, card_columns);
    }

    void cards() {
        const auto month = [](int column, int back) {
            return absolute(Spot{months_column + column, 2 + shown_months - back});
        };
        const auto share = [&](int back) { return fmt::format("{}/{}", month(3, back), month(4, back)); };
        const auto ticket = [&](int back) { return fmt::format("{}/{}", month(4, back), month(1, back)); };
        card(0, text("Active clients"), active_, Style::card_count,
             fmt::format("{}-{}", active_, active_before_), Style::change_count);
        card(1, text("Client churn, month"), churn_, Style::card_share,
             fmt::format("({}-{})*100", churn_, churn_before_), Style::change_points);
        card(2, text("Returning share of revenue"), share(0), Style::card_share,
             fmt::format("({}-{})*100", share(0), share(1)), Style::change_points);
        card(3, text("Repeat rate"), repeat_, Style::card_share,
             fmt::format("({}-{})*100", repeat_, repeat_before_), Style::change_points);
        card(4, text("Average ticket"), ticket(0), Style::card_amount,
             fmt::format("({0})/({1})-1", ticket(0), ticket(1)), Style::change_percent);
    }

    void heat_map() {
        put({0, table_title_row}, text("Clients who ordered again, by month of first order"),
            Style::part_title, left_columns);
        put({0, table_head_row}, text("Cohort"), Style::head_left, 2);
        put({2, table_head_row}, text("Clients"), Style::head_centre);
        const Area cells{{3, table_row}, shown_periods, shown_months};
        for (int period = 0; period < shown_periods; ++period)
            put({cells.first.column + period, table_head_row}, fmt::format("={}", period),
                Style::head_centre);

        const std::string table = absolute(cohort_clients_);
        canvas_.style(cells, Style::cohort);
        for (int row = 0; row < shown_months; ++row) {
            // The newest cohorts, oldest first.
            const std::string index = fmt::format("MAX(0;{}-{})+{}", cohorts_, shown_months, row + 2);
            const auto cell = [&](int column) {
                return fmt::format("INDEX({};{};{})", table, index, column);
            };
            put({0, table_row + row}, fmt::format("=IFERROR({};\"\")", iso_month(cell(1))), Style::label, 2);
            put({2, table_row + row}, fmt::format("=IFERROR({};\"\")", cell(2)), Style::cohort);
            for (int period = 0; period < shown_periods; ++period)
                canvas_.formula({cells.first.column + period, table_row + row},
                                period + 3 <= cohort_clients_.columns
                                    ? fmt::format("=IFERROR({};\"\")", cell(period + 3))
                                    : "=\"\"");
        }

        // Shades are shares of the cohort, in equal steps up to the best month after the first, so that a
        // book in which few come back still shows its differences; the first month is always the darkest.
        const Area later{cells.first.right(1), shown_periods - 1, shown_months};
        const Area sizes{{2, table_row}, 1, shown_months};
        const std::string best = figure(
            text("Highest share that came back"),
            fmt::format("MAX(IFERROR({}/{};0))", absolute(later), absolute(sizes)), Style::working, true);
        std::vector<Canvas::Condition> shades;
        for (int step = heat_steps; step >= 1; --step)
            shades.push_back({fmt::format("AND(ISNUMBER({0});{0}*{1}>={2}*{3}*{4})", relative(cells.first),
                                          heat_steps, fixed_column(sizes.first), best, step - 1),
                              heat_style(step)});
        canvas_.conditions(cells, shades);
    }

    /// The months' figures: in the workings from the cohort tables, on the page for reading and for the
    /// chart.
    void months() {
        const Text heads[] = {text("Month"), text("Clients"), text("New clients"), text("Returning clients"),
                              text("Revenue")};
        for (int column = 0; column < 5; ++column)
            put({months_column + column, 2}, heads[column], Style::working_head);
        put({months_column, 1}, text("Months"), Style::working_head);

        const auto sum_at = [](const Area& table, const std::string& month) {
            const Area cells{table.first.right(2).down(1), table.columns - 2, table.rows - 1};
            const std::string starts = absolute(table.column(0).body());
            const std::string periods = absolute(Area{table.first.right(2), table.columns - 2, 1});
            return fmt::format("=SUM(IFERROR((YEAR({0})*12+MONTH({0})+{1}=YEAR({2})*12+MONTH({2}))*{3};0))",
                               starts, periods, month, absolute(cells));
        };
        for (int row = 0; row < shown_months; ++row) {
            const Spot spot{months_column, 3 + row};
            const std::string month = absolute(spot);
            canvas_.style({spot, 1, 1}, Style::working_date);
            canvas_.style({spot.right(1), 4, 1}, Style::working);
            canvas_.formula(spot, fmt::format("=EDATE(DATE(YEAR({0});MONTH({0});1);{1})", as_of_,
                                              row - shown_months + 1));
            canvas_.array_formula({spot.right(1), 1, 1}, sum_at(cohort_clients_, month));
            canvas_.formula(spot.right(2), fmt::format("=IFNA(INDEX({};MATCH({};{};0));0)",
                                                       absolute(cohort_revenue_.column(2)), month,
                                                       absolute(cohort_revenue_.column(0))));
            canvas_.formula(spot.right(3),
                            fmt::format("={}-{}", absolute(spot.right(4)), absolute(spot.right(2))));
            canvas_.array_formula({spot.right(4), 1, 1}, sum_at(cohort_revenue_, month));
        }

        put({right_column, table_title_row}, text("Revenue by month"), Style::part_title, right_columns);
        put({right_column, table_head_row}, text("Month"), Style::head_left, 2);
        put({right_column + 2, table_head_row}, text("Clients"), Style::head_right);
        put({right_column + 3, table_head_row}, text("New clients"), Style::head_right, 2);
        put({right_column + 5, table_head_row}, text("Returning clients"), Style::head_right, 2);
        put({right_column + 7, table_head_row}, text("Share"), Style::head_right);
        for (int row = 0; row < shown_months; ++row) {
            const Spot spot{right_column, table_row + row};
            const auto working = [&](int column) { return absolute(Spot{months_column + column, 3 + row}); };
            put(spot, "=" + iso_month(working(0)), Style::label, 2);
            put(spot.right(2), "=" + working(1), Style::count);
            put(spot.right(3), "=" + working(2), Style::amount, 2);
            put(spot.right(5), "=" + working(3), Style::amount, 2);
            put(spot.right(7), fmt::format("=IFERROR({}/{};\"–\")", working(3), working(4)), Style::share);
        }
    }

    void stage_table() {
        const Text names[] = {text("Introduction"), text("Growth"), text("Maturity"), text("Dormant")};
        const Text steps[] = {
            text("Earn trust: exceed the first expectation"), text("Find the second need and cross-sell"),
            text("Invite referrals and member events"), text("Wake with content, not advertising")};
        put({right_column, chart_title_row}, text("Where clients stand, and what they need"),
            Style::part_title, right_columns);
        put({right_column, chart_row}, text("Stage"), Style::head_left, 2);
        put({right_column + 2, chart_row}, text("Clients"), Style::head_right);
        put({right_column + 3, chart_row}, text("Share"), Style::head_right);
        put({right_column + 4, chart_row}, text("Next step"), Style::head_text, 4);
        const std::string first = absolute(clients_.column(first_column - 1).body());
        const std::string last = absolute(clients_.column(last_column - 1).body());
        const auto since = [this](const std::string& dates, std::string_view how, int months) {
            return fmt::format("{};\"{}\"&EDATE({};-{})", dates, how, as_of_, months);
        };
        const std::string awake = since(last, ">", dormant_months);
        const std::string counts[] = {
            awake + ";" + since(first, ">", intro_months),
            awake + ";" + since(first, "<=", intro_months) + ";" + since(first, ">", growth_months),
            awake + ";" + since(first, "<=", growth_months), since(last, "<=", dormant_months)};
        for (int index = 0; index < 4; ++index) {
            const Spot spot{right_column, chart_row + 1 + 2 * index};
            put(spot, names[index], Style::label, 2, 2);
            put(spot.right(2), fmt::format("=COUNTIFS({})", counts[index]), Style::count, 1, 2);
            put(spot.right(3), fmt::format("=IFERROR({}/{};\"–\")", absolute(spot.right(2)), clients_now_),
                Style::share, 1, 2);
            put(spot.right(4), steps[index], Style::text, 4, 2);
        }
    }

    void chart() {
        put({0, chart_title_row}, text("Revenue by month, from new and returning clients"), Style::part_title,
            left_columns);
        const Area categories{{right_column, table_head_row}, 1, shown_months + 1};
        canvas_.chart({.name = "pn_revenue",
                       .place = {{0, chart_row}, left_columns, chart_rows},
                       .categories = categories,
                       .series = {Area{{right_column + 3, table_head_row}, 1, shown_months + 1},
                                  Area{{right_column + 5, table_head_row}, 1, shown_months + 1}},
                       .colours = {colour::main, colour::main_tint}});
    }

    void definitions() {
        put({0, definition_row},
            text("Definitions in force. Active clients: ordered in the three months up to the as-of date. "
                 "Client "
                 "churn: clients who have not ordered for three months since the month before ÷ clients "
                 "active "
                 "then. Returning share: revenue of the month from clients whose first order was in an "
                 "earlier "
                 "month ÷ revenue of the month. Repeat rate: clients with orders on two or more days ÷ all "
                 "clients. Average ticket: revenue of the month ÷ clients who ordered in it. Changes compare "
                 "with "
                 "one month before. Cohort: calendar month of the first order; shades are shares of the "
                 "cohort. "
                 "Stages: dormant after three months without an order, otherwise introduction up to 3, "
                 "growth up "
                 "to 12 months since the first order, then maturity. Every figure on this page is a formula: "
                 "Tools ▸ Detective ▸ Trace Precedents."),
            Style::definition, page_columns, definition_rows);
    }

    Canvas& canvas_;
    const RetentionInput& input_;
    std::string client_, date_, amount_, ledger_;
    Area cohort_clients_, cohort_revenue_, clients_, faults_;
    int figure_count_ = 0;
    std::string as_of_, before_, used_, aside_, clients_now_, active_, active_before_, lost_, churn_,
        churn_before_, repeat_, repeat_before_, cohorts_, room_, room_clients_;
};

} // namespace

void draw_retention(Canvas& canvas, const RetentionInput& input) {
    RetentionPage(canvas, input).draw();
}

} // namespace perennial::dashboard
