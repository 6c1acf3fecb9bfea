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

} // namespace

void draw_survival(Page& page, const Area& place, const SurvivalInput& input) {
    const std::string first = absolute(input.first_orders);
    const std::string last = absolute(input.last_orders);
    const std::string left = fmt::format("({}<=EDATE({};-{}))", last, input.as_of, input.dormant_months);
    const Area table = page.table(
        text("How long clients stay (Kaplan–Meier)"), survival_columns, input.most_months + 3,
        call("KAPLANMEIER", fmt::format("IFERROR(INT((IF({0};{1};{2})-{3})/{4});\"\");IFERROR(1*{0};\"\")",
                                        left, last, input.as_of, first, days_per_month)));

    const std::string step =
        page.figure(text("Months between points"),
                    fmt::format("IF({0}<=18;1;IF({0}<=54;3;IF({0}<=108;6;12)))", input.months));
    const std::string measured = page.figure(
        text("Points measured"), fmt::format("MIN({};INT({}/{}))", measured_points, input.months, step));
    const std::string clients = page.figure(text("Clients measured"), fmt::format("COUNT({})", first));

    const Area curve = page.block(text("Survival curve"),
                                  {text("Months"), text("Still clients"), text("From, 95 %"),
                                   text("To, 95 %"), text("Projected (sBG)"), text("Survivors")},
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
                return fmt::format("=IF({}>0;1;NA())", clients);
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
                 fmt::format("=IFERROR(ROUND({}*{};0);NA())", absolute(spot.right(1)), clients),
                 Style::working);
    }
    const Canvas::Condition room[] = {
        {fmt::format("ISERROR({})", relative(curve.first)), Style::working_room}};
    page.canvas().conditions(curve, room);

    page.chart({.name = "pn_survival",
                .form = Chart::Form::lines,
                .place = place,
                .categories = curve.column(0),
                .series = {{curve.column(1), colour::main, Series::Kind::line},
                           {curve.column(2), colour::main_tint, Series::Kind::thin_line},
                           {curve.column(3), colour::main_tint, Series::Kind::thin_line},
                           {curve.column(4), colour::main, Series::Kind::dotted_line}},
                .axis = Format::share});
}

} // namespace perennial::dashboard
