#include "dashboard/referral_book.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace perennial::dashboard {
namespace {

using catalog::text;
using metrics::ClientTableColumn;

// The columns of the tables of clients who refer or were referred, and of those who were referred.
const ClientColumns people_columns = {ClientTableColumn::name, ClientTableColumn::first,
                                      ClientTableColumn::revenue};
constexpr int people_name = 0;
constexpr int people_first = 1;
constexpr int people_revenue = 2;
const ClientColumns referred_columns = {ClientTableColumn::last, ClientTableColumn::revenue};
constexpr int referred_last = 0;
constexpr int referred_revenue_column = 1;

// REFERRALVALUE up to the value of the clients that were brought.
constexpr int brought_columns = 3;
constexpr int brought_name = 0;
constexpr int brought_own = 1;
constexpr int brought_value = 2;

/// The clients are counted by as many months before the as-of date, which the page looks back on.
constexpr int counted_months = 12;

// The columns of the list that holds the referrals and, below them, these people.
constexpr int stack_referrer = 0;
constexpr int stack_client = 1;
constexpr int stack_value = 2;
constexpr int stack_counted = 3;

constexpr std::array rule_names = {
    std::string_view("pn_referral_rule_spend"),        std::string_view("pn_referral_rule_active_days"),
    std::string_view("pn_referral_rule_small_reward"), std::string_view("pn_referral_rule_large_reward"),
    std::string_view("pn_referral_rule_activity"),     std::string_view("pn_referral_rule_closing_rate"),
    std::string_view("pn_referral_rule_lift")};
constexpr std::array<std::string_view, 7> usual_rules = {"100000", "20", "0.05", "0.08", "1", "0.2", "0"};

/// What is true for the rows that count, an expression, and nothing for the others.
std::string where_counted(const std::string& expression) {
    return fmt::format("IF(ISNUMBER({});{};\"\")", day_column, expression);
}

} // namespace

std::string compared_form(const std::string& names) {
    return fmt::format("IFERROR(LOWER(TRIM({}));\"\")", names);
}

std::string_view rule_name(Rule rule) {
    return rule_names[static_cast<std::size_t>(rule)];
}

std::string_view usual_rule(Rule rule) {
    return usual_rules[static_cast<std::size_t>(rule)];
}

ReferralBook::ReferralBook(Page& page, const ReferralInput& input) : page_(page), input_(input) {
    constexpr std::string_view wanted[] = {"date", "closed", "nps"};
    referrals_.emplace(page_, "referral", input_.referrals, wanted);
    if (input_.ledger)
        ledger_.emplace(page_, "referral", *input_.ledger);
    constexpr std::string_view wanted_of_clients[] = {"client", "active_days"};
    // With a ledger, the tiers alone need them, through a function.
    if (input_.clients && ledger_ && input_.clients->passes_over)
        clients_ = Reading::without_copies(page_, *input_.clients);
    else if (input_.clients)
        clients_.emplace(page_, "referral", *input_.clients, wanted_of_clients);
    dates();
    rows();
    if (ledger_)
        count_clients();
    list_referrals();
    if (ledger_)
        find_people();
    chains();
}

void ReferralBook::dates() {
    std::string latest = referrals_->column("date");
    if (referrals_->has("closed"))
        latest += ";" + referrals_->column("closed");
    if (ledger_)
        latest += ";" + ledger_->latest_day();
    as_of_ =
        page_.figure(text("As-of date"), input_.as_of.value_or("MAX(" + latest + ")"), Style::working_date);
    page_.canvas().name(std::string(referral_as_of_name), {page_.last_figure(), 1, 1});
    year_start_ = page_.figure(text("First day of the last 12 months"),
                               fmt::format("EDATE({};-12)+1", as_of_), Style::working_date);
    year_before_ =
        page_.figure(text("The year before"), fmt::format("EDATE({};-12)", as_of_), Style::working_date);

    rules_ = page_.block(text("Rules in force"), {text("Rule")}, static_cast<int>(std::size(rules)));
    for (const Rule rule : rules)
        page_.put(rules_.first.down(static_cast<int>(rule) + 1),
                  fmt::format("=IF(ISNUMBER({0});{0};{1})", rule_name(rule), usual_rule(rule)),
                  Style::working);
}

std::string ReferralBook::rule(Rule rule) const {
    return absolute(rules_.first.down(static_cast<int>(rule) + 1));
}

std::string ReferralBook::reward_rates() const {
    return rule(Rule::small_reward) + ":" + rule(Rule::large_reward);
}

std::string ReferralBook::targets() const {
    return rule(Rule::activity) + ":" + rule(Rule::lift);
}

void ReferralBook::column(std::string_view name, catalog::Text title, const std::string& formula,
                          bool is_date) {
    const Area cells = page_.table(title, 1, input_.referrals.rows, formula,
                                   is_date ? std::vector<int>{0} : std::vector<int>{});
    page_.canvas().name(std::string(name), cells);
}

void ReferralBook::rows() {
    column(day_column, text("Referred on"),
           fmt::format("IF(ISNUMBER({0});IF({0}<{1}+1;{0};\"\");\"\")", referrals_->column("date"), as_of_),
           true);
    column(referrer_key_column, text("Referrer in lower case"), compared_form(std::string(referrer_column)));
    column(won_column, text("Closed on"), where_counted(step_day("closed")), true);
    if (referrals_->has("reward_paid"))
        column(paid_column, text("Reward paid on"), where_counted(step_day("reward_paid")), true);
    if (referrals_->has("deal"))
        column(deal_column, text("Deal value"),
               where_counted(fmt::format("IF({0}>0;IF(ISNUMBER({1});{1};0);0)", won_column,
                                         referrals_->where_used("deal"))));
}

std::string ReferralBook::step_day(std::string_view role) const {
    if (!referrals_->has(role))
        return "0";
    const std::string day = role == "closed" ? referrals_->column(role) : referrals_->where_used(role);
    return fmt::format("IF({0}<{1}+1;{0};0)", day, as_of_);
}

std::string ReferralBook::ledger_fault() const {
    return "0*" + clients_by(0);
}

std::string ReferralBook::fault() const {
    return fmt::format("0*LEN({})", absolute(brought_.first));
}

bool ReferralBook::has_values() const {
    return ledger_ || (referrals_->has("deal") && referrals_->has("closed"));
}

/// What is known of all clients, without a cell for each.
void ReferralBook::count_clients() {
    const Area counts = page_.block(text("Clients by day"), {text("Up to"), text("New"), text("Clients")},
                                    counted_months + 1);
    const Area days = counts.column(0).body();
    const Area newcomers = counts.column(1).body();
    clients_by_ = counts.column(2).body();
    for (int row = 0; row <= counted_months; ++row) {
        page_.put(days.first.down(row), fmt::format("=EDATE({};-{})", as_of_, counted_months - row),
                  Style::working_date);
        page_.put(clients_by_.first.down(row),
                  fmt::format("=SUM({}:{})", absolute(newcomers.first), absolute(newcomers.first.down(row))),
                  Style::working);
    }
    page_.fill(newcomers,
               fmt::format("FREQUENCY({};{})", of_clients(ClientTableColumn::first), absolute(days)));
    const std::string of_each = of_clients(ClientTableColumn::revenue);
    // A sum needs no client, and Calc adds up in a tenth of the time that a table takes.
    revenue_ = page_.figure(text("Revenue"),
                            ledger_->passes_over()
                                ? fmt::format("SUM({})", of_each)
                                : fmt::format("SUMIF({};\"<\"&({}+1);{})", ledger_->column("date"), as_of_,
                                              ledger_->column("amount")),
                            Style::working, ledger_->passes_over());
    revenue_squares_ = page_.figure(text("Squares of revenue per client, about the mean"),
                                    fmt::format("DEVSQ({})", of_each), Style::working, true);
}

/// The referrals with a place for the people below. Where there are people, the referrals are also the names
/// among which they are looked for, so that cells stand above that say how.
void ReferralBook::list_referrals() {
    const bool people = ledger_.has_value();
    above_referrals_ = people ? metrics::names_begin : 0;
    stack_ = page_.block(text("Clients, and who brought them"),
                         {people ? text("As-of date, referrers") : text("Referrer"),
                          people ? text("As-of date, referred clients") : text("Client"), text("Value"),
                          text("Counted")},
                         above_referrals_ + input_.referrals.rows + people_count());
    const auto referrals = [this](int column, const std::string& formula) {
        page_.fill(referrals_listed(column), formula);
    };
    const auto names = [&](int column, std::string_view name, std::string_view role) {
        referrals(column, where_counted(referrals_->where_used(role)));
        page_.canvas().name(std::string(name), referrals_listed(column));
    };
    names(stack_client, referred_column, "referred");
    names(stack_referrer, referrer_column, "referrer");
    referrals(stack_value, !people && has_values() ? std::string(deal_column) : where_counted("0"));
    referrals(stack_counted, where_counted(people ? "0" : fmt::format("IF({}>0;1;0)", won_column)));
}

/// Calc has no fast search for texts: CLIENTTABLE finds those who refer or were referred among the ledger's
/// clients.
void ReferralBook::find_people() {
    const auto clients_among = [this](int column, int columns, catalog::Text title,
                                      const ClientColumns& wanted, int date, int rows) {
        const Area until{stack_.first.right(column).down(1), columns,
                         above_referrals_ + input_.referrals.rows};
        ledger_->put_until(page_, until.first, as_of_, wanted);
        return page_.table(title, static_cast<int>(wanted.size()), rows + 1, ledger_->client_table(until),
                           {date});
    };
    referred_ = clients_among(stack_client, 1, text("Referred clients"), referred_columns, referred_last,
                              input_.referrals.rows);
    people_ = clients_among(stack_referrer, 2, text("Clients who refer or were referred"), people_columns,
                            people_first, input_.referral_clients);
    // Empty in the room, and an error where the table of people is one.
    const auto people = [this](int column, const std::string& expression) {
        page_.fill(people_listed(column),
                   fmt::format("IF(ISERROR({});NA();IF(ISNUMBER({});{};\"\"))", absolute(people_.first),
                               absolute(table_column(people_, people_revenue)), expression));
    };
    people(stack_client, absolute(table_column(people_, people_name)));
    people(stack_value, absolute(table_column(people_, people_revenue)));
    people(stack_counted, "1");
}

Area ReferralBook::referrals_listed(int column) const {
    return {stack_.first.right(column).down(1 + above_referrals_), 1, input_.referrals.rows};
}

Area ReferralBook::people_listed(int column) const {
    const Area referrals = referrals_listed(column);
    return {referrals.first.down(referrals.rows), 1, people_count()};
}

void ReferralBook::chains() {
    brought_ = page_.table(text("Clients, and the value of those they brought"), brought_columns,
                           input_.referral_clients + 1,
                           call("REFERRALVALUE", links(has_values() ? stack_value : stack_counted)));
}

std::string ReferralBook::links(int value_column) const {
    const auto stacked = [this](int column) {
        Area listed = referrals_listed(column);
        listed.rows += people_count();
        return absolute(listed);
    };
    return fmt::format("{};{};{}", stacked(stack_client), stacked(stack_referrer), stacked(value_column));
}

std::string ReferralBook::used_rows(const Area& figures) {
    return fmt::format("INDEX({0};1):INDEX({0};MAX(1;COUNT({0})))", absolute(figures));
}

std::string ReferralBook::of_clients(ClientTableColumn column) const {
    return ledger_->clients(page_, text("As-of date"), as_of_, {column});
}

std::string ReferralBook::clients_active_after(const std::string& day) const {
    return fmt::format("INDEX(FREQUENCY({};{});2)", of_clients(ClientTableColumn::last), day);
}

std::string ReferralBook::referred_last_orders() const {
    return used_rows(table_column(referred_, referred_last));
}

std::string ReferralBook::referred_revenue() const {
    return used_rows(table_column(referred_, referred_revenue_column));
}

std::string ReferralBook::orders_used() const {
    if (!ledger_->passes_over())
        return fmt::format("COUNTIF({};\"<\"&({}+1))", ledger_->column("date"), as_of_);
    return fmt::format("SUM({})", of_clients(ClientTableColumn::orders));
}

std::string ReferralBook::clients_by(int months_before) const {
    return absolute(clients_by_.first.down(counted_months - months_before));
}

Area ReferralBook::person_names() const {
    return people_listed(stack_client);
}

Area ReferralBook::person_first_orders() const {
    return table_column(people_, people_first);
}

Area ReferralBook::brought_names() const {
    return table_column(brought_, brought_name);
}

Area ReferralBook::own_values() const {
    return table_column(brought_, brought_own);
}

Area ReferralBook::brought_values() const {
    return table_column(brought_, brought_value);
}

std::string ReferralBook::count(const std::string& from, const std::string& to, const std::string& more) {
    return fmt::format("COUNTIFS({0};\">=\"&({1});{0};\"<\"&({2}+1){3})", day_column, from, to, more);
}

std::string ReferralBook::closed(const std::string& from, const std::string& to) {
    return count(from, to, fmt::format(";{0};\">0\";{0};\"<\"&({1}+1)", won_column, to));
}

std::string ReferralBook::chain(int value_column, int generations) const {
    return fmt::format("SUM(INDEX({};0;{}))",
                       call("REFERRALVALUE", fmt::format("{};1;{}", links(value_column), generations)),
                       brought_columns);
}

std::string ReferralBook::value_within(int generations) const {
    return chain(stack_value, generations);
}

std::string ReferralBook::clients_within(int generations) const {
    return chain(stack_counted, generations);
}

std::string ReferralBook::is_full() const {
    return fmt::format("ISNUMBER({})", absolute(brought_.column(brought_own).last()));
}

} // namespace perennial::dashboard
