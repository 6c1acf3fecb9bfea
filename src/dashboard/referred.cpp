#include "dashboard/referred.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

#include <array>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;

constexpr int dormant_months = 3;

/// The figures of referred clients or of the others, as cells.
struct Group {
    std::string clients, mean, variance, active;
};

class Comparison {
public:
    Comparison(Page& page, const ReferralBook& book) : page_(page), book_(book) {}

    std::string draw(Spot spot) {
        read_groups();
        const Group& referred = referred_;
        const Group& others = others_;
        const std::string enough =
            page_.figure(text("Enough clients to compare"),
                         fmt::format("MIN({};{})>={}", referred.clients, others.clients, least_compared));
        const auto if_enough = [&](const std::string& expression) {
            return fmt::format("IF({};{};NA())", enough, expression);
        };
        std::string lift = page_.figure(
            text("Value lift"),
            if_enough(call("REFERREDLIFT", fmt::format("{{1;0}};{}:{}", referred.mean, others.mean))));
        const std::string difference =
            page_.figure(text("Difference of means"), if_enough(referred.mean + "-" + others.mean));
        // Welch: the groups differ in size and in spread.
        const auto part = [](const Group& group) {
            return fmt::format("{}/{}", group.variance, group.clients);
        };
        const std::string error = page_.figure(text("Its standard error"),
                                               fmt::format("SQRT({}+{})", part(referred), part(others)));
        const std::string freedom =
            page_.figure(text("Degrees of freedom"),
                         fmt::format("({0}+{1})^2/(({0})^2/({2}-1)+({1})^2/({3}-1))", part(referred),
                                     part(others), referred.clients, others.clients));
        const std::string reach =
            page_.figure(text("Half of its 95% interval"), fmt::format("TINV(0.05;{})*{}", freedom, error));

        page_.put(spot, text("Referred clients against the others"), Style::part_title, compared_columns);
        page_.heads(spot.down(1), {{text("Up to now"), Style::head_left, 3},
                                   {text("Referred"), Style::head_right, 2},
                                   {text("Others"), Style::head_right, 2}});
        Spot line = spot.down(2);
        const auto both = [&](catalog::Text label, const std::string& one, const std::string& other,
                              Style style) {
            page_.put(line, label, Style::label, 3);
            page_.put(line.right(3), fmt::format("=IFERROR({};\"–\")", one), style, 2);
            page_.put(line.right(5), fmt::format("=IFERROR({};\"–\")", other), style, 2);
            line = line.down(1);
        };
        const auto whole = [&](catalog::Text label, const std::string& content, Style style) {
            page_.put(line, label, Style::label, 3);
            page_.put(line.right(3), fmt::format("=IFERROR({};\"–\")", content), style, 4);
            line = line.down(1);
        };
        both(text("Clients"), referred.clients, others.clients, Style::count);
        both(text("Revenue per client"), referred.mean, others.mean, Style::amount);
        whole(text("Value lift"), signed_number("100*" + lift, 1) + "&\"%\"", Style::figure_text);
        whole(text("Difference, 95%"),
              sentence(page_.words(text("{from} to {to}")),
                       {{"from", signed_number(fmt::format("({}-{})", difference, reach), 0)},
                        {"to", signed_number(fmt::format("({}+{})", difference, reach), 0)}}),
              Style::figure_text);
        both(text("Still active"), referred.active + "/" + referred.clients,
             others.active + "/" + others.clients, Style::share);
        both(text("95% interval"), interval(referred), interval(others), Style::figure_text);
        const auto words = [&](catalog::Text which) { return quoted(page_.words(which)); };
        page_.put(line,
                  fmt::format("=IFERROR(IF({0};IF({1}-{2}>0;{3};IF({1}+{2}<0;{4};{5}));{6});{6})", enough,
                              difference, reach,
                              words(text("Referred clients bring more: the interval lies above zero.")),
                              words(text("Referred clients bring less: the interval lies below zero.")),
                              words(text("No difference is shown: the interval contains zero.")),
                              words(text("Not enough data: fewer than 20 clients in a group."))),
                  Style::remark, compared_columns, 2);
        return lift;
    }

private:
    /// The referred clients are few; the others are all clients without them.
    void read_groups() {
        const std::string revenue = book_.referred_revenue();
        const auto of_clients = [&](const std::string& expression) {
            return fmt::format("IF(ISNUMBER({});{};\"\")", book_.referred_last_orders(), expression);
        };
        const std::string all = book_.clients_by(0);
        referred_.clients =
            page_.figure(text("Referred clients"),
                         fmt::format("COUNT({})+{}", book_.referred_last_orders(), book_.fault()));
        others_.clients = page_.figure(text("Other clients"), all + "-" + referred_.clients);
        referred_.mean = page_.figure(text("Revenue per referred client"),
                                      fmt::format("SUM({})/{}", revenue, referred_.clients));
        others_.mean =
            page_.figure(text("Revenue per other client"),
                         fmt::format("({}-SUM({}))/{}", book_.revenue(), revenue, others_.clients));
        referred_.variance = page_.figure(text("Its variance, referred"),
                                          fmt::format("VAR({})", of_clients(revenue)), Style::working, true);
        // The squares about the mean of all, of all clients less the referred ones, are larger than those
        // about the mean of the others by the distance of the two means. Rounding must not take the
        // difference below zero.
        const std::string mean = page_.figure(text("Revenue per client"), book_.revenue() + "/" + all);
        others_.variance =
            page_.figure(text("Its variance, others"),
                         fmt::format("MAX(0;{}-SUM({})-{}*({}-{})^2)/({}-1)", book_.revenue_squares(),
                                     of_clients(fmt::format("({}-{})^2", revenue, mean)), others_.clients,
                                     others_.mean, mean, others_.clients),
                         Style::working, true);
        const std::string lost = fmt::format("EDATE({};-{})", book_.as_of(), dormant_months);
        referred_.active =
            page_.figure(text("Referred clients still active"),
                         fmt::format("COUNTIF({};\">\"&{})", book_.referred_last_orders(), lost));
        others_.active =
            page_.figure(text("Other clients still active"),
                         book_.clients_active_after(lost) + "-" + referred_.active, Style::working, true);
    }

    static std::string interval(const Group& group) {
        const auto bound = [&](int column) {
            return fmt::format("FIXED(100*INDEX({};2;{});0)",
                               call("RATEINTERVAL", group.active + ";" + group.clients), column);
        };
        return bound(2) + "&\" – \"&" + bound(3) + "&\"%\"";
    }

    Page& page_;
    const ReferralBook& book_;
    Group referred_, others_;
};

} // namespace

std::string draw_compared(Page& page, Spot spot, const ReferralBook& book) {
    return Comparison(page, book).draw(spot);
}

void draw_compared_missing(Page& page, Spot spot) {
    page.put(spot, text("Referred clients against the others"), Style::part_title, compared_columns);
    page.missing({spot.down(1), compared_columns, compared_lines + 1},
                 text("Choose the sheet with your orders in the panel Data, and refresh, to see this part."));
}

void draw_generations(Page& page, Spot spot, const ReferralBook& book) {
    constexpr int generations = 3;
    // What was brought within one generation more, less what was within one less, is what clients brought who
    // are so many referrals or more below one whom nobody referred.
    std::array<std::string, generations + 1> values, clients;
    std::string value_before, clients_before;
    for (int generation = 1; generation <= generations; ++generation) {
        const auto index = static_cast<std::size_t>(generation) - 1;
        const auto beyond = [&](std::string& before, Text label, const std::string& within) {
            const std::string now = page.figure(label, within, Style::working, true);
            std::string result = before.empty() ? now : fmt::format("({}-{})", now, before);
            before = now;
            return result;
        };
        if (book.has_values())
            values[index] =
                beyond(value_before, text("Value within generations"), book.value_within(generation));
        clients[index] =
            beyond(clients_before, text("Clients within generations"), book.clients_within(generation));
    }
    values[generations] = clients[generations] = "0";

    page.put(spot, text("What chains of referrals bring"), Style::part_title, generations_columns);
    page.heads(spot.down(1), {{text("Generation"), Style::head_left, 2},
                              {text("Clients"), Style::head_right, 1},
                              {text("Value"), Style::head_right, 2},
                              {text("Share"), Style::head_right, 1}});
    const catalog::Text names[] = {text("First"), text("Second"), text("Third and later"), text("All")};
    for (int row = 0; row <= generations; ++row) {
        const bool is_total = row == generations;
        const Spot line = spot.down(2 + row);
        const auto index = static_cast<std::size_t>(row);
        const auto of = [&](const std::array<std::string, generations + 1>& from) {
            return is_total ? from[0] : from[index] + "-" + from[index + 1];
        };
        page.put(line, names[row], is_total ? Style::total_label : Style::label, 2);
        page.put(line.right(2), fmt::format("=IFERROR({};\"–\")", of(clients)),
                 is_total ? Style::total_whole : Style::count);
        page.put(line.right(3), book.has_values() ? fmt::format("=IFERROR({};\"–\")", of(values)) : "–",
                 is_total ? Style::total_amount : Style::amount, 2);
        const auto& shared = book.has_values() ? values : clients;
        page.put(line.right(5), fmt::format("=IFERROR(({})/{};\"–\")", of(shared), shared[0]),
                 is_total ? Style::total_share : Style::share);
    }
}

} // namespace perennial::dashboard
