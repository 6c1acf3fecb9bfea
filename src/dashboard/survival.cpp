#include "dashboard/survival.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr int measured_points = 12;
constexpr int points = 18; ///< behind the first, which is everybody
constexpr int survival_columns = 7;
constexpr int fit_rows = 6;
constexpr double days_per_month = 30.4375;
/// sBG has two parameters; fewer points would be met exactly.
constexpr int least_points = 4;

// Columns of KAPLANMEIER, from 0.
constexpr int time_column = 0;
constexpr int survival_column = 3;
constexpr int lower_column = 5;
constexpr int upper_column = 6;

/// Between two points the chart has so many steps, so that the band ends where the measured curve does: an
/// area reaches to the next point.
constexpr int steps_per_point = 4;
/// Half the width of a label, in points, and its distance from the curve.
constexpr int label_reach = 3;
constexpr double label_distance = 0.08;
constexpr double highest_label = 0.95;

// Columns of the curve in the workings, and of its chart.
constexpr int still_clients = 1;
constexpr int lower = 2;
constexpr int upper = 3;
constexpr int projected = 4;
constexpr int chart_axis = 1;
constexpr int chart_floor = 2;
constexpr int chart_band = 3;
constexpr int chart_measured = 4;
constexpr int chart_projected = 5;
constexpr int measured_label = 6;
constexpr int projected_label = 7;

/// The chart has the band behind the curve and names its lines where they run.
void draw_chart(Page& page, const Area& place, const Area& curve, const std::string& measured) {
    const Area drawn = page.block(text("Chart of the survival curve"),
                                  {text("Point"), text("Months"), text("Below the band"), text("95% band"),
                                   text("Still clients"), text("Projected (sBG)"), text("measured, 95% band"),
                                   text("projected (sBG)")},
                                  points * steps_per_point + 1);
    const std::string point = absolute(drawn.column(0).body());
    const auto fill = [&](int column, const std::string& formula) {
        page.fill(drawn.column(column).body(), formula);
    };
    const auto at = [&curve](int column, const std::string& index) {
        return fmt::format("INDEX({};{}+1)", absolute(curve.column(column).body()), index);
    };
    const auto between = [&](int column) {
        return fmt::format("IF(MOD({0};1)=0;{1};{1}*(1-MOD({0};1))+{2}*MOD({0};1))", point,
                           at(column, fmt::format("INT({})", point)),
                           at(column, fmt::format("INT({})+1", point)));
    };
    // ROW without an area is a single number once the document was loaded again.
    const Area rows{curve.first.down(1), 1, points * steps_per_point + 1};
    fill(0, fmt::format("(ROW({})-ROW({}))/{}", absolute(rows), absolute(rows.first), steps_per_point));
    fill(chart_axis, fmt::format("IF(MOD({0};1)=0;{1};\"\")", point, at(0, point)));
    // Behind the measured curve the band has no height and hides under the projection.
    fill(chart_floor, fmt::format("IFERROR({};IFERROR({};IFERROR({};0)))", between(lower), between(projected),
                                  at(lower, measured)));
    fill(chart_band,
         fmt::format("IFERROR({}-{};0)", between(upper), absolute(drawn.column(chart_floor).body())));
    fill(chart_measured, between(still_clients));
    fill(chart_projected, between(projected));

    // The curve falls, so that a label is clear of it above what lies at its left end, or below what lies at
    // its right end.
    const auto put_label = [&](int column, const std::string& middle, int above, int below,
                               const std::string& last) {
        const std::string top = at(above, fmt::format("({}-{})", middle, label_reach));
        const std::string bottom = at(below, fmt::format("MIN({};{}+{})", last, middle, label_reach));
        fill(column, fmt::format("IF({0}={1};IF({2}+{4}<{5};{2}+{4};MAX({4};{3}-{4}));NA())", point, middle,
                                 top, bottom, label_distance, highest_label));
    };
    put_label(measured_label, fmt::format("MAX({0};{1}-{0})", label_reach, measured), upper, lower, measured);
    put_label(projected_label, fmt::format("INT(({}+{}+1)/2)", measured, points), projected, projected,
              std::to_string(points));
    for (const Area& area : {curve, drawn}) {
        const Canvas::Condition room[] = {
            {fmt::format("ISERROR({})", relative(area.first)), Style::working_room}};
        page.canvas().conditions(area, room);
    }
    page.chart({.name = "pn_survival",
                .form = Chart::Form::lines,
                .place = place,
                .categories = drawn.column(chart_axis),
                .series = {{drawn.column(chart_floor), colour::main_tint, Series::Kind::band_floor},
                           {drawn.column(chart_band), colour::main_tint, Series::Kind::band},
                           {drawn.column(chart_measured), colour::main, Series::Kind::line},
                           {drawn.column(chart_projected), colour::main, Series::Kind::dotted_line},
                           {drawn.column(measured_label), colour::main, Series::Kind::label},
                           {drawn.column(projected_label), colour::main, Series::Kind::label}},
                .axis = Format::share});
}

} // namespace

void draw_survival(Page& page, const Area& place, const SurvivalInput& input) {
    // A heading becomes an error, and that an empty cell.
    const std::string left =
        fmt::format("({}+0<=EDATE({};-{}))", input.last_orders, input.as_of, input.dormant_months);
    const Area table =
        page.table(text("How long clients stay (Kaplan–Meier)"), survival_columns, input.most_months + 3,
                   call("KAPLANMEIER",
                        fmt::format("IFERROR(INT((IF({0};{1};{2})-{3})/{4});\"\");IFERROR(1*{0};\"\")", left,
                                    input.last_orders, input.as_of, input.first_orders, days_per_month)));

    const std::string step =
        page.figure(text("Months between points"),
                    fmt::format("IF({0}<=18;1;IF({0}<=54;3;IF({0}<=108;6;12)))", input.months));
    const std::string measured = page.figure(
        text("Points measured"), fmt::format("MIN({};INT({}/{}))", measured_points, input.months, step));

    const Area curve = page.block(text("Survival curve"),
                                  {text("Months"), text("Still clients"), text("From, 95%"), text("To, 95%"),
                                   text("Projected (sBG)"), text("Survivors")},
                                  points + 1);
    const Area survivors{curve.first.right(5).down(1), 1, points + 1};
    const Area fit = page.table(
        text("Projection (sBG)"), 2, fit_rows,
        call("SBGFIT", fmt::format("INDEX({0};1):INDEX({0};{1}+1)", absolute(survivors), measured)));
    const auto parameter = [&](int row) { return absolute(fit.first.right(1).down(row)); };
    const std::string times = absolute(table.column(time_column).body());
    for (int point = 0; point <= points; ++point) {
        const Spot spot = curve.first.down(point + 1);
        const std::string month = absolute(spot);
        page.put(spot, fmt::format("={}*{}", point, step), Style::working);
        const auto at = [&](int column) {
            if (point == 0)
                return fmt::format("=IF({}>0;1;NA())", input.clients);
            // Before the first time nobody has left.
            return fmt::format(
                "=IF({0}>{1};NA();IF(COUNTIF({2};\"<=\"&{3})=0;1;INDEX({4};COUNTIF({2};\"<=\"&{3}))))", point,
                measured, times, month, absolute(table.column(column).body()));
        };
        page.put(spot.right(1), at(survival_column), Style::working);
        page.put(spot.right(2), at(lower_column), Style::working);
        page.put(spot.right(3), at(upper_column), Style::working);
        const auto projected = [&](const std::string& time) {
            return call("SBGSURVIVAL", fmt::format("{};{};{}", parameter(1), parameter(2), time));
        };
        // It goes on where the measured curve ends.
        page.put(spot.right(4),
                 fmt::format("=IF(OR({0}<{1};{1}<{2};{3}&\"\"<>\"converged\");NA();INDEX({4};{1}+1)*{5}/{6})",
                             point, measured, least_points, parameter(5), absolute(curve.column(1).body()),
                             projected(std::to_string(point)), projected(measured)),
                 Style::working);
        page.put(spot.right(5),
                 fmt::format("=IFERROR(ROUND({}*{};0);NA())", absolute(spot.right(1)), input.clients),
                 Style::working);
    }
    draw_chart(page, place, curve, measured);
}

} // namespace perennial::dashboard
