#include "dashboard/warnings.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace perennial::dashboard {
namespace {

using catalog::text;

const std::span signs = std::span(warning_roles).subspan(1);
/// So many clients with the highest risk are weighed by what they pay.
constexpr int candidates = 20;
constexpr int columns = 9;

/// What a client pays in a year, from its contracts or, without any, from the orders of the last twelve
/// months.
std::string at_stake(const WarningsInput& input, const std::string& client) {
    if (input.contracts != nullptr)
        return fmt::format(
            "=12*SUM(IFERROR((LOWER(TRIM({0}))=LOWER(TRIM({1})))*({2}<={4})*(IF(ISNUMBER({3});{3};"
            "2958465)>{4})*{5};0))",
            input.contracts->column("client"), client, input.contracts->column("start"),
            input.contracts->column("end"), input.as_of, input.contracts->column("mrr"));
    // The sign keeps a name such as "<3 Café" from being read as a comparison.
    return fmt::format("=SUMIFS({0};{1};\"=\"&{2};{3};\">\"&EDATE({4};-12);{3};\"<=\"&{4})",
                       input.ledger.column("amount"), input.ledger.column("client"), client,
                       input.ledger.column("date"), input.as_of);
}

} // namespace

bool has_signs(const Source& clients) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return clients.has(sign); });
}

void draw_warnings(Page& page, Spot spot, int rows, const WarningsInput& input) {
    const std::string names = input.clients.column("client");
    std::vector<std::string> weights;
    for (const std::string_view sign : signs)
        if (input.clients.has(sign))
            weights.push_back(fmt::format("IF(ISNUMBER({0});{0};0)", input.clients.column(sign)));
    const std::string weight = fmt::format("{}", fmt::join(weights, "+"));
    // The first of equal rows comes first.
    const std::string order = fmt::format("IF({0}>0;{0}-ROW({1})/10000000;\"\")", "(" + weight + ")", names);
    const std::string flagged = page.figure(text("Clients with warning signs"),
                                            fmt::format("SUM(IF(({})>0;1;0))", weight), Style::working, true);

    const Area table = page.block(
        text("Clients with warning signs"),
        {text("Row"), text("Client"), text("Signs"), text("Risk"), text("At stake a year"), text("Order")},
        candidates);
    for (int row = 0; row < candidates; ++row) {
        const Spot line = table.first.down(row + 1);
        const std::string place = absolute(line);
        page.put_array(line, fmt::format("=IFERROR(MATCH(LARGE({0};{1});{0};0);\"\")", order, row + 1),
                       Style::working);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", place, expression);
        };
        page.put(line.right(1), unless_empty(fmt::format("INDEX({};{})", names, place)), Style::working);
        std::vector<std::string> cells;
        std::vector<std::string> present;
        for (const std::string_view sign : signs) {
            if (!input.clients.has(sign))
                continue;
            cells.push_back(fmt::format("N(INDEX({};{}))", input.clients.column(sign), place));
            present.push_back(fmt::format("({}>0)", cells.back()));
        }
        page.put(line.right(2), unless_empty(fmt::format("{}", fmt::join(present, "+"))), Style::working);
        // CHURNRISK with equal weights; a sign without a column is not seen.
        page.put(line.right(3), unless_empty(fmt::format("20*({})", fmt::join(cells, "+"))), Style::working);
        page.put_array(line.right(4), unless_empty(at_stake(input, absolute(line.right(1))).substr(1)),
                       Style::working);
        page.put(line.right(5), unless_empty(fmt::format("{}-ROW()/10000000", absolute(line.right(4)))),
                 Style::working);
    }

    page.put(spot,
             "=" + sentence(page.words(text("Look after these first: {count} with warning signs")),
                            {{"count", fmt::format("FIXED({};0)", flagged)}}),
             Style::part_title, columns);
    page.heads(spot.down(1), {{text("Client"), Style::head_left, 3},
                              {text("Signs"), Style::head_right, 1},
                              {text("Risk"), Style::head_right, 1},
                              {text("At stake a year"), Style::head_right, 2},
                              {text("Next step"), Style::head_text, 2}});
    const Area ranked = page.block(text("Sorted by what is at stake"), {text("Row")}, rows);
    const auto column = [&](int index) { return absolute(table.column(index).body()); };
    for (int row = 0; row < rows; ++row) {
        const Spot place = ranked.first.down(row + 1);
        page.put(place, fmt::format("=IFERROR(MATCH(LARGE({0};{1});{0};0);\"\")", column(5), row + 1),
                 Style::working);
        const auto cell = [&](int index) {
            return fmt::format("=IF({0}=\"\";\"\";INDEX({1};{0}))", absolute(place), column(index));
        };
        const Spot line = spot.down(2 + row);
        page.put(line, cell(1), Style::label, 3);
        page.put(line.right(3),
                 fmt::format("=IF({0}=\"\";\"\";{1})", absolute(place),
                             sentence(page.words(text("{count} of {signs}")),
                                      {{"count", fmt::format("INDEX({};{})", column(2), absolute(place))},
                                       {"signs", quoted(std::to_string(weights.size()))}})),
                 Style::figure_text, 1);
        page.put(line.right(4), cell(3), Style::attention, 1);
        page.put(line.right(5), cell(4), Style::amount, 2);
        const std::string risk = fmt::format("INDEX({};{})", column(3), absolute(place));
        page.put(line.right(7),
                 fmt::format("=IF({0}=\"\";\"\";IF({1}>=60;{2};IF({1}>=40;{3};{4})))", absolute(place), risk,
                             quoted(page.words(text("Call today"))),
                             quoted(page.words(text("Offer a pause"))),
                             quoted(page.words(text("Review the value")))),
                 Style::text, 2);
    }
}

} // namespace perennial::dashboard
