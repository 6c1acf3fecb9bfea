#include "dashboard/referrers.hpp"

#include "dashboard/formula.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {
namespace {

using catalog::Text;
using catalog::text;

/// So many referrers who brought most are sorted by their tier.
constexpr int candidates = 20;
/// Where the tiers begin on the page.
constexpr int tier_at = 8;

// The columns of the list of candidates.
constexpr int value_column = 0;
constexpr int place_column = 1;
constexpr int name_column = 2;
constexpr int referrals_column = 3;
constexpr int closed_column = 4;
constexpr int spend_column = 5;
constexpr int active_column = 6;
constexpr int tier_column = 7;
constexpr int order_column = 8;

/// What the tiers need of CLIENTTABLE.
const ClientColumns tier_columns = {metrics::ClientTableColumn::name, metrics::ClientTableColumn::revenue};

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
                           {text("Value brought"), text("Place"), text("Referrer"), text("Referrals"),
                            text("Closed"), text("Spend a year"), text("Active days"), text("Tier"),
                            text("Order")},
                           candidates)) {
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

    /// What the tiers need of the ledger and of the sheet of clients. CLIENTTABLE adds up by name whatever it
    /// is given: active days as well, which it also takes for dates.
    void read_clients() {
        const Reading& ledger = *book_.ledger();
        const Area before = ledger.until_among(page_, text("The year before, and referrers who brought most"),
                                               book_.year_before(), tier_columns, candidates);
        const Area any_day =
            page_
                .block(text("Passing over rows without active days"),
                       {text("Any day, and referrers who brought most")}, metrics::names_begin + candidates)
                .body();
        page_.canvas().formula(any_day.first.down(1), "=1");
        page_.canvas().formula(any_day.first.down(2), "=" + quoted(headings(tier_columns)));
        for (const Area& until : {before, any_day})
            page_.fill({until.first.down(metrics::names_begin), 1, candidates},
                       absolute(list_.column(name_column).body()));
        const auto table = [this](Text title, const std::string& formula) {
            return page_.table(title, static_cast<int>(tier_columns.size()), candidates + 1, formula);
        };
        clients_before_ = table(text("Clients the year before"), ledger.client_table(before));
        const std::string days = book_.clients()->column("active_days");
        active_days_ = table(text("Active days, as revenue"),
                             call("CLIENTTABLE", fmt::format("{};{};{};{}", book_.clients()->column("client"),
                                                             days, days, absolute(any_day))));
    }

    void candidate(int row) {
        const Spot value = at(row, value_column);
        const Area brought = book_.brought_values();
        page_.put(value,
                  fmt::format("=IFERROR(IF(AGGREGATE(14;6;{0};{1})>0;AGGREGATE(14;6;{0};{1});\"\");\"\")",
                              absolute(brought), row),
                  Style::working);
        page_.put(at(row, place_column), place_in(absolute(brought), value, at(row, place_column), row == 1),
                  Style::working);
        const auto unless_empty = [&](const std::string& expression) {
            return fmt::format("=IF({}=\"\";\"\";{})", absolute(value), expression);
        };
        page_.put(at(row, name_column),
                  unless_empty(fmt::format("INDEX({};{})&\"\"", absolute(book_.brought_names()),
                                           absolute(at(row, place_column)))),
                  Style::working);
        const std::string key = fmt::format("LOWER(TRIM({}))", absolute(at(row, name_column)));
        const auto sum_where_is = [&key](const std::string& keys, const std::string& numbers) {
            return fmt::format("SUM(IFERROR(({}={})*{};0))", keys, key, numbers);
        };
        const auto put_sum = [&](int column, const std::string& sum) {
            page_.put_array(at(row, column), unless_empty(sum), Style::working);
        };
        const std::string keys(referrer_key_column);
        put_sum(referrals_column, sum_where_is(keys, "1"));
        put_sum(closed_column, sum_where_is(keys, fmt::format("({}>0)", won_column)));
        if (!tiered_) {
            page_.put(at(row, order_column), unless_empty(std::to_string(row)), Style::working);
            return;
        }
        // The revenue of all years less that up to the year before: for the twelve months alone, every
        // candidate would have to go through the ledger's rows.
        const auto revenue_in = [&](const Area& table) {
            const auto cells = [&table](int column) { return absolute(table.column(column).body()); };
            return sum_where_is(compared_form(cells(0)), cells(1));
        };
        put_sum(spend_column,
                fmt::format("ROUND(INDEX({};{})-{};{})", absolute(book_.own_values()),
                            absolute(at(row, place_column)), revenue_in(clients_before_), decimals));
        put_sum(active_column, revenue_in(active_days_));
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
    Area list_, clients_before_, active_days_;
};

} // namespace

void draw_referrers(Page& page, Spot spot, int lines, const ReferralBook& book) {
    ReferrersPart(page, book).draw(spot, lines);
}

} // namespace perennial::dashboard
