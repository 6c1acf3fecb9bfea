#include "dashboard/channels.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr std::string_view channel_column = "pn_referral_channel";
constexpr std::string_view closed_column = "pn_referral_closed";

constexpr int shown = channels_lines - 2;
/// So many channels are told apart, those with most closed referrals first.
constexpr int known_channels = 60;

// CLIENTTABLE counts by name, whatever the name is of: here of channels.
constexpr int table_columns = 5;
constexpr int name_index = 0;
constexpr int count_index = 3;
constexpr int closed_index = 4;

} // namespace

void draw_channels(Page& page, Spot spot, ReferralBook& book) {
    page.put(spot, text("Channels, all referrals"), Style::part_title, channels_columns);
    if (!book.referrals().has("channel")) {
        page.missing({spot.down(1), channels_columns, channels_lines + 1},
                     text("A column of channels on the sheet of referrals brings this part."));
        return;
    }
    const bool closes = book.referrals().has("closed");
    const bool has_deals = closes && book.referrals().has("deal");
    const std::string channel = book.referrals().cells("channel");
    book.column(channel_column, text("Channel"),
                fmt::format("IF(ISNUMBER({0});IF(LEN(TRIM({1}))=0;{2};TRIM({1}));\"\")", day_column, channel,
                            quoted(page.words(text("Not given")))));
    book.column(closed_column, text("Closed"),
                fmt::format("IF(ISNUMBER({0});IF(ISNUMBER({1});1;0);\"\")", day_column, won_column));
    const Area table =
        page.table(text("Channels, their referrals and closed referrals"), table_columns, known_channels + 1,
                   call("CLIENTTABLE",
                        fmt::format("{};{};{};{}", channel_column, day_column, closed_column, book.as_of())),
                   {1, 2});
    const auto of_table = [&](int index) { return absolute(table.column(index).body()); };
    const Area largest = page.block(
        text("Largest channels"),
        {text("Referrals"), text("Place"), text("Channel"), text("Closed"), text("Deal value")}, shown);

    page.heads(spot.down(1), {{text("Channel"), Style::head_left, 3},
                              {text("Referrals"), Style::head_right, 1},
                              {text("Closed"), Style::head_right, 1},
                              {text("Closing rate"), Style::head_right, 2},
                              {text("Deal value"), Style::head_right, 2}});
    struct Line {
        std::string name, count, closed, deals;
        Style label = Style::label, whole = Style::count, share = Style::share, amount = Style::amount;
    };
    const auto draw = [&](int number, const Line& line) {
        const Spot place = spot.down(2 + number);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", line.count, expression);
        };
        const std::string dash = "\"–\"";
        page.put(place, line.name, line.label, 3);
        page.put(place.right(3), "=" + line.count, line.whole);
        page.put(place.right(4), unless_empty(closes ? line.closed : dash), line.whole);
        page.put(place.right(5),
                 unless_empty(closes ? fmt::format("IFERROR({}/{};\"–\")", line.closed, line.count) : dash),
                 line.share, 2);
        page.put(place.right(7), unless_empty(has_deals ? line.deals : dash), line.amount, 2);
    };
    for (int row = 0; row < shown; ++row) {
        const Spot count = largest.first.down(row + 1);
        const Spot place = count.right(1);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", absolute(count), expression);
        };
        page.put(count, fmt::format("=IFERROR(AGGREGATE(14;6;{};{});\"\")", of_table(count_index), row + 1),
                 Style::working);
        page.put(place, place_in(of_table(count_index), count, place, row == 0), Style::working);
        page.put(count.right(2),
                 unless_empty(fmt::format("INDEX({};{})&\"\"", of_table(name_index), absolute(place))),
                 Style::working);
        page.put(count.right(3),
                 unless_empty(fmt::format("INDEX({};{})", of_table(closed_index), absolute(place))),
                 Style::working);
        if (has_deals)
            page.put_array(count.right(4),
                           unless_empty(fmt::format("SUM(IFERROR((LOWER({})=LOWER({}))*{};0))",
                                                    channel_column, absolute(count.right(2)), deal_column)),
                           Style::working);
        draw(row + 1, {.name = "=" + absolute(count.right(2)),
                       .count = absolute(count),
                       .closed = absolute(count.right(3)),
                       .deals = absolute(count.right(4))});
    }
    const auto total = [&](std::string_view column) { return fmt::format("SUM({})", column); };
    const auto rest = [&](std::string_view column, int index) {
        return fmt::format("{}-SUM({})", total(column), absolute(largest.column(index).body()));
    };
    const std::string all = page.figure(text("Referrals"), fmt::format("COUNT({})", day_column));
    const std::string others = page.figure(
        text("Referrals by other channels"),
        fmt::format("IF({0}>SUM({1});{0}-SUM({1});\"\")", all, absolute(largest.column(0).body())));
    const std::string closed_others = page.figure(text("Closed by other channels"), rest(closed_column, 3));
    draw(shown + 1,
         {.name = fmt::format("=IF({}=\"\";\"\";{})", others, quoted(page.words(text("Other channels")))),
          .count = others,
          .closed = closed_others,
          .deals = rest(deal_column, 4)});
    draw(0, {.name = page.words(text("All")),
             .count = all,
             .closed = page.figure(text("Closed"), total(closed_column)),
             .deals = total(deal_column),
             .label = Style::total_label,
             .whole = Style::total_whole,
             .share = Style::total_share,
             .amount = Style::total_amount});
}

} // namespace perennial::dashboard
