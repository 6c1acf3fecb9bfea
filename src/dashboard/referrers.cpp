#include "dashboard/referrers.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;

/// So many referrers who brought most are sorted by their tier.
constexpr int candidates = ReferralBook::candidates;
/// Where the tiers begin on the page.
constexpr int tier_at = 8;

// The columns of the list of candidates.
constexpr int value_column = 0;
constexpr int name_column = 1;
constexpr int referrals_column = 2;
constexpr int closed_column = 3;
constexpr int spend_column = 4;
constexpr int active_column = 5;
constexpr int tier_column = 6;
constexpr int order_column = 7;

/// What is looked up of each candidate.
const ClientColumns sums = {metrics::ClientTableColumn::orders, metrics::ClientTableColumn::revenue};
constexpr int orders_index = 0;
constexpr int revenue_index = 1;

/// What a sum of amounts is exact to.
constexpr int decimals = 6;

class ReferrersPart {
public:
    ReferrersPart(Page& page, const ReferralBook& book)
        : page_(page),
          book_(book),
          tiered_(book.ledger() != nullptr && book.clients() != nullptr &&
                  book.clients()->has("active_days")),
          list_(page.block(text("Referrers who brought most"),
                           {text("Value brought"), text("Referrer"), text("Referrals"), text("Closed"),
                            text("Spend a year"), text("Active days"), text("Tier"), text("Order")},
                           candidates)) {
        count_referrals();
        if (tiered_)
            read_clients();
    }

    void draw(Spot spot, int lines) {
        for (int row = 1; row <= candidates; ++row)
            candidate(row);
        page_.put(spot, text("Who brings most, by tier"), Style::part_title, referrers_columns);
        page_.heads(spot.down(1), {{text("Referrer"), Style::head_left, 4},
                                   {text("Referrals"), Style::head_right, 1},
                                   {text("Closed"), Style::head_right, 1},
                                   {book_.has_values() ? text("Value brought") : text("Clients brought"),
                                    Style::head_right, 2}});
        if (tiered_)
            page_.heads(spot.right(tier_at).down(1), {{text("Referrer tier"), Style::head_text, 2},
                                                      {text("Next step"), Style::head_text, 2}});
        else
            page_.missing({spot.right(tier_at + 1).down(1), referrers_columns - tier_at - 1, lines + 1},
                          text("Tiers need a ledger, and a sheet of clients with a column of active days."));
        const Area ranked = page_.block(text("Sorted by tier"), {text("Row")}, lines);
        for (int line = 0; line < lines; ++line)
            draw_line(spot.down(2 + line), ranked.first.down(line + 1), line + 1);
    }

private:
    Spot at(int row, int column) const { return list_.first.right(column).down(row); }

    /// A table with a row for each candidate. CLIENTTABLE counts rows and adds up by name, whatever it is
    /// given.
    Area looked_up(Text title, const std::string& formula) {
        return page_.table(title, static_cast<int>(sums.size()), candidates + 1, formula);
    }

    void put_names(const Area& until) {
        page_.fill({until.first.down(metrics::names_begin), 1, candidates},
                   absolute(list_.column(name_column).body()));
    }

    void count_referrals() {
        const Area until =
            page_
                .block(text("Passing over rows without a number"),
                       {text("Any day, and referrers who brought most")}, metrics::names_begin + candidates)
                .body();
        page_.canvas().formula(until.first.down(1), "=1");
        page_.canvas().formula(until.first.down(2), "=" + quoted(headings(sums, Rows::as_named)));
        put_names(until);
        any_day_ = absolute(until);
        const auto by_referrer = [this](Text title, std::string_view days) {
            return looked_up(title, call("CLIENTTABLE",
                                         fmt::format("{};{};{};{}", referrer_column, days, days, any_day_)));
        };
        referrals_ = by_referrer(text("Referrals"), day_column);
        closed_ = by_referrer(text("Closed"), won_column);
    }

    /// What the tiers need of the ledger and of the sheet of clients. The revenue of a year is that up to its
    /// last day less that up to the year before: for the twelve months alone, every candidate would have to
    /// go through the ledger's rows. Active days stand for dates, too.
    void read_clients() {
        const Reading& ledger = *book_.ledger();
        const auto revenue_by = [&](Text head, Text title, const std::string& day) {
            const Area until = ledger.until_among(page_, head, day, sums, candidates, Rows::as_named);
            put_names(until);
            return looked_up(title, ledger.client_table(until));
        };
        revenue_ =
            revenue_by(text("As-of date, and referrers who brought most"), text("As-of date"), book_.as_of());
        revenue_before_ = revenue_by(text("The year before, and referrers who brought most"),
                                     text("Clients the year before"), book_.year_before());
        const std::string days = book_.clients()->column("active_days");
        active_days_ =
            looked_up(text("Active days, as revenue"),
                      call("CLIENTTABLE", fmt::format("{};{};{};{}", book_.clients()->column("client"), days,
                                                      days, any_day_)));
    }

    void candidate(int row) {
        const Spot value = at(row, value_column);
        page_.put(value,
                  fmt::format("=IF(ISNUMBER({0});IF({0}>0;{0};\"\");\"\")", book_.candidate_value(row)),
                  Style::working);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", absolute(value), expression);
        };
        page_.put(at(row, name_column), unless_empty(book_.candidate_name(row) + "&\"\""), Style::working);
        const auto of = [row](const Area& table, int index) {
            return absolute(table.column(index).first.down(row));
        };
        const auto put_figure = [&](int column, const std::string& figure) {
            page_.put(at(row, column), unless_empty(figure), Style::working);
        };
        put_figure(referrals_column, of(referrals_, orders_index));
        put_figure(closed_column, of(closed_, orders_index));
        if (!tiered_) {
            page_.put(at(row, order_column), unless_empty(std::to_string(row)), Style::working);
            return;
        }
        put_figure(spend_column, fmt::format("ROUND({}-{};{})", of(revenue_, revenue_index),
                                             of(revenue_before_, revenue_index), decimals));
        put_figure(active_column, of(active_days_, revenue_index));
        page_.put(at(row, tier_column),
                  unless_empty(call("REFERRALTIER",
                                    fmt::format("{};{};{};{};{}", absolute(at(row, spend_column)),
                                                absolute(at(row, active_column)), book_.rule(Rule::spend),
                                                book_.rule(Rule::active_days), labels())) +
                               "&\"\""),
                  Style::working);
        // By tier, and within it as they are: by what they brought.
        page_.put(at(row, order_column),
                  unless_empty(fmt::format("MATCH({};{};0)*{}+{}", absolute(at(row, tier_column)), labels(),
                                           candidates + 1, row)),
                  Style::working);
    }

    std::string labels() const {
        return fmt::format("{{{};{};{}}}", quoted(page_.words(text("Core"))),
                           quoted(page_.words(text("Potential"))), quoted(page_.words(text("Ordinary"))));
    }

    void draw_line(Spot line, Spot place, int number) {
        const std::string order = absolute(list_.column(order_column).body());
        page_.put(place, fmt::format("=IFERROR(MATCH(SMALL({0};{1});{0};0);\"\")", order, number),
                  Style::working);
        const auto cell = [&](int column) {
            return fmt::format("=IF({0}=\"\";\"\";INDEX({1};{0}))", absolute(place),
                               absolute(list_.column(column).body()));
        };
        page_.put(line,
                  number > 1 ? cell(name_column)
                             : fmt::format("=IF({0}=\"\";{1};INDEX({2};{0}))", absolute(place),
                                           quoted(page_.words(text("No value from referrals yet"))),
                                           absolute(list_.column(name_column).body())),
                  Style::label, 4);
        page_.put(line.right(4), cell(referrals_column), Style::count);
        page_.put(line.right(5), cell(closed_column), Style::count);
        page_.put(line.right(6), cell(value_column), book_.has_values() ? Style::amount : Style::count, 2);
        if (!tiered_)
            return;
        const Spot tier = line.right(tier_at);
        page_.put(tier, cell(tier_column), Style::tier, 2);
        page_.put(tier.right(2),
                  fmt::format("=IF({0}=\"\";\"\";CHOOSE(MATCH({0};{1};0);{2};{3};{4}))", absolute(tier),
                              labels(), quoted(page_.words(text("Thank in person"))),
                              quoted(page_.words(text("Invite to an event"))),
                              quoted(page_.words(text("Thank in writing")))),
                  Style::text, 2);
    }

    Page& page_;
    const ReferralBook& book_;
    bool tiered_;
    std::string any_day_; ///< the cells that have rows of any day looked up
    Area list_, referrals_, closed_, revenue_, revenue_before_, active_days_;
};

} // namespace

void draw_referrers(Page& page, Spot spot, int lines, const ReferralBook& book) {
    ReferrersPart(page, book).draw(spot, lines);
}

} // namespace perennial::dashboard
