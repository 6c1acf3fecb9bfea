#include "dashboard/recurring.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr int months = 12;
constexpr int movement_columns = 15;
/// A client that comes back within so many months has paused and was not lost.
constexpr int pause_months = 3;
constexpr int ending_days = 90;

/// The chart's columns in the workings, behind the month.
constexpr int flow_new = 1;
constexpr int flow_reactivation = 2;
constexpr int flow_expansion = 3;
constexpr int flow_contraction = 4;
constexpr int flow_churn = 5;
constexpr int flow_quick_ratio = 6;

} // namespace

RecurringPart::RecurringPart(Page& page, const Reading& contracts, const std::string& as_of)
    : page_(page), contracts_(contracts), as_of_(as_of) {
    const std::string from = fmt::format("EDATE(DATE(YEAR({0});MONTH({0});1);-{1})", as_of, months);
    movements_ =
        page.table(text("Monthly recurring revenue"), movement_columns, months + 2,
                   call("MRRMOVEMENTS", fmt::format("{};{};{};{};{};{};{}", contracts.service("client"),
                                                    contracts.service("start"), contracts.service("end"),
                                                    contracts.service("mrr"), from, as_of, pause_months)),
                   {0});
    flows_ = page.block(text("What came and what went"),
                        {text("Month"), text("New"), text("Reactivation"), text("Expansion"),
                         text("Contraction"), text("Churn"), text("Quick ratio")},
                        months);
    for (int row = 0; row < months; ++row) {
        const int back = months - 1 - row;
        const Spot spot = flows_.first.down(row + 1);
        page.put(spot, "=" + month_digits(month(1, back)), Style::working);
        const auto flow = [&](int column, int source, const char* sign) {
            page.put(spot.right(column), fmt::format("={}{}", sign, month(source, back)), Style::working);
        };
        flow(flow_new, mrr_new, "");
        flow(flow_reactivation, mrr_reactivation, "");
        flow(flow_expansion, mrr_expansion, "");
        flow(flow_contraction, mrr_contraction, "-");
        flow(flow_churn, mrr_churn, "-");
        // Without losses the ratio does not exist.
        page.put(spot.right(flow_quick_ratio),
                 fmt::format(
                     "=IFERROR({};NA())",
                     call("QUICKRATIO", fmt::format("{};{};{};{};{}", month(mrr_new, back),
                                                    month(mrr_expansion, back), month(mrr_contraction, back),
                                                    month(mrr_churn, back), month(mrr_reactivation, back)))),
                 Style::working);
    }
    const Canvas::Condition room[] = {
        {fmt::format("ISERROR({})", relative(flows_.first)), Style::working_room}};
    page.canvas().conditions(flows_, room);
}

std::string RecurringPart::month(int column, int back) const {
    return absolute(movements_.first.right(column - 1).down(months + 1 - back));
}

Area RecurringPart::trend(int column) const {
    return {movements_.first.right(column - 1).down(2), 1, months};
}

std::string RecurringPart::quick_ratio(int back) const {
    return absolute(flows_.first.right(flow_quick_ratio).down(months - back));
}

std::string RecurringPart::renewal_rate() const {
    return call("RENEWALRATE", fmt::format("{0};{1};EDATE({2};-{3})+1;{2}", contracts_.column("end"),
                                           contracts_.column("renewed"), as_of_, months));
}

void RecurringPart::draw_chart(const Area& place) {
    const std::uint32_t colours[] = {colour::main, colour::gold, colour::main_tint, colour::attention_tint,
                                     colour::attention};
    Chart chart{.name = "pn_recurring",
                .form = Chart::Form::columns,
                .place = place,
                .categories = flows_.column(0),
                .series = {},
                .axis = Format::amount};
    for (int column = flow_new; column <= flow_churn; ++column)
        chart.series.push_back({flows_.column(column), colours[column - flow_new], Series::Kind::column});
    page_.chart(chart);
}

void RecurringPart::draw_roll_forward(Spot spot) {
    struct Line {
        catalog::Text owner;
        catalog::Text accountant;
        int column;
        Style label = Style::label;
        Style figure = Style::whole;
    };
    const Line lines[] = {
        {text("Start of month"), text("BOP"), mrr_start, Style::total_label, Style::total_whole},
        {text("New"), text("New"), mrr_new},
        {text("Reactivation"), text("New, returned"), mrr_reactivation},
        {text("Expansion"), text("Increases"), mrr_expansion},
        {text("Contraction"), text("Decreases"), mrr_contraction},
        {text("Churn"), text("Lost"), mrr_churn},
        {text("End of month"), text("EOP"), mrr_end, Style::total_label, Style::total_whole},
        {text("Clients"), text("Clients"), mrr_clients_end},
    };
    page_.put(spot, text("Owner"), Style::head_left, 2);
    page_.put(spot.right(2), text("Accountant"), Style::head_left, 2);
    for (int back = months - 1; back >= 0; --back)
        page_.put(spot.right(4 + months - 1 - back), "=" + iso_month(month(1, back)), Style::head_right);
    for (const Line& line : lines) {
        spot = spot.down(1);
        page_.put(spot, line.owner, line.label, 2);
        page_.put(spot.right(2), line.accountant, line.label, 2);
        for (int back = months - 1; back >= 0; --back)
            page_.put(spot.right(4 + months - 1 - back), "=" + month(line.column, back), line.figure);
    }
}

void RecurringPart::draw_ending(Spot spot, int rows) {
    constexpr int columns = 9;
    const std::string ends = contracts_.column("end");
    const std::string order =
        fmt::format("IF(ISNUMBER({0});IF(({0}>{1})*({0}<={1}+{2});{0}+ROW({0})/10000000;\"\");\"\")", ends,
                    as_of_, ending_days);
    const std::string count = page_.figure(
        text("Contracts that end soon"),
        fmt::format("SUM(IF(ISNUMBER({0});({0}>{1})*({0}<={1}+{2});0))", ends, as_of_, ending_days),
        Style::working, true);
    page_.put(spot,
              "=" + sentence(page_.words(text("Contracts that end within 90 days: {count}")),
                             {{"count", fmt::format("FIXED({};0)", count)}}),
              Style::part_title, columns);
    page_.heads(spot.down(1), {{text("Client"), Style::head_left, 4},
                               {text("Ends"), Style::head_right, 2},
                               {text("A month"), Style::head_right, 3}});
    const Area nearest = page_.block(text("Contracts that end soon"), {text("Row")}, rows);
    for (int row = 0; row < rows; ++row) {
        const Spot place = nearest.first.down(row + 1);
        page_.put_array(place, fmt::format("=IFERROR(MATCH(SMALL({0};{1});{0};0);\"\")", order, row + 1),
                        Style::working);
        const auto cell = [&](std::string_view role) {
            return fmt::format("=IF({0}=\"\";\"\";INDEX({1};{0}))", absolute(place), contracts_.column(role));
        };
        const Spot line = spot.down(2 + row);
        page_.put(line, cell("client"), Style::label, 4);
        page_.put(line.right(4), cell("end"), Style::date, 2);
        page_.put(line.right(6), cell("mrr"), Style::amount, 3);
    }
}

} // namespace perennial::dashboard
