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

// The columns of the table of clients who were referred.
const ClientColumns referred_columns = {ClientTableColumn::last, ClientTableColumn::revenue};
constexpr int referred_last = 0;
constexpr int referred_revenue_column = 1;

// The columns of REFERRALVALUE, up to the value of the clients that were brought.
constexpr int brought_columns = 3;
constexpr int brought_name = 0;
constexpr int brought_value = 2;

/// The clients are counted by as many months before the as-of date, which the page looks back on.
constexpr int counted_months = 12;

// The columns of the list of referrals.
constexpr int list_referrer = 0;
constexpr int list_referred = 1;
constexpr int list_earlier = 2;

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

std::string_view rule_name(Rule rule) {
    return rule_names[static_cast<std::size_t>(rule)];
}

std::string_view usual_rule(Rule rule) {
    return usual_rules[static_cast<std::size_t>(rule)];
}

ReferralBook::ReferralBook(Page& page, const ReferralInput& input) : page_(page), input_(input) {
    referrals_.emplace(Reading::row_by_row(page_, input_.referrals));
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
        find_clients();
    chains();
}

void ReferralBook::dates() {
    std::string latest = referrals_->latest("date");
    if (referrals_->has("closed"))
        latest += ";" + referrals_->latest("closed");
    if (ledger_)
        latest += ";" + ledger_->latest_day();
    as_of_ = page_.figure(text("As-of date"), input_.as_of.value_or("MAX(" + latest + ")"),
                          Style::working_date, !input_.as_of);
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
    const std::string& date = referrals_->cells("date");
    column(day_column, text("Referred on"),
           referrals_->where_row_used(fmt::format("IF({0}<{1}+1;{0};\"\")", date, as_of_)), true);
    column(won_column, text("Closed on"),
           where_counted(referrals_->has("closed") ? referrals_->step_day("closed", as_of_, "\"\"") : "\"\""),
           true);
    if (referrals_->has("reward_paid"))
        column(paid_column, text("Reward paid on"),
               where_counted(referrals_->step_day("reward_paid", as_of_, "0")), true);
    if (referrals_->has("deal"))
        column(deal_column, text("Deal value"),
               where_counted(fmt::format("IF(ISNUMBER({0});IF(ISNUMBER({1});{1};0);0)", won_column,
                                         referrals_->cells("deal"))));
    if (referrals_->has("nps"))
        column(score_column, text("Net promoter score"), where_counted(referrals_->cells("nps")));
}

std::string ReferralBook::reached(std::string_view role) const {
    return fmt::format("({}>0)", referrals_->step_day(role, as_of_, "0"));
}

std::string ReferralBook::ledger_fault() const {
    return "0*" + clients_by(0);
}

std::string ReferralBook::fault() const {
    return fmt::format("0*LEN({})", absolute(brought_.first));
}

std::string ReferralBook::is_faulty() const {
    return fmt::format("ISERROR({})", absolute(brought_.first));
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
    revenue_ = page_.figure(text("Revenue"), fmt::format("SUM({})", of_each), Style::working, true);
    revenue_squares_ = page_.figure(text("Squares of revenue per client, about the mean"),
                                    fmt::format("DEVSQ({})", of_each), Style::working, true);
}

/// Who referred whom. Calc has no fast search for texts: where there is a ledger, CLIENTTABLE looks for these
/// names among its clients, so that cells stand above them that say how.
void ReferralBook::list_referrals() {
    const std::vector<catalog::Text> heads =
        ledger_ ? std::vector{text("As-of date, referrers"), text("As-of date, referred clients"),
                              text("The year before, referrers")}
                : std::vector{text("Referrer"), text("Client")};
    list_ = page_.block(text("Clients, and who brought them"), heads,
                        (ledger_ ? metrics::names_begin : 0) + input_.referrals.rows);
    const auto names = [&](int column, std::string_view name, std::string_view role) {
        page_.fill(listed(column), where_counted(referrals_->cells(role)));
        page_.canvas().name(std::string(name), listed(column));
    };
    names(list_referrer, referrer_column, "referrer");
    names(list_referred, referred_column, "referred");
    if (ledger_)
        page_.fill(listed(list_earlier), fmt::format("IF(ISNUMBER({0});IF({0}<{1}+1;{2};\"\");\"\")",
                                                     day_column, year_before_, referrer_column));
}

void ReferralBook::find_clients() {
    const ClientColumns counted = {ClientTableColumn::orders};
    ledger_->put_until(page_, among(list_referrer).first, as_of_, counted);
    ledger_->put_until(page_, among(list_earlier).first, year_before_, counted);
    ledger_->put_until(page_, among(list_referred).first, as_of_, referred_columns, Rows::as_named);
    referred_ =
        page_.table(text("Referred clients"), static_cast<int>(referred_columns.size()),
                    input_.referrals.rows + 1, ledger_->client_table(among(list_referred)), {referred_last});
}

Area ReferralBook::listed(int column) const {
    Area names = among(column);
    const int above = names.rows - input_.referrals.rows;
    return {names.first.down(above), 1, input_.referrals.rows};
}

Area ReferralBook::among(int column) const {
    return list_.column(column).body();
}

std::string ReferralBook::clients_in(int column) const {
    return fmt::format("ROWS({})-1", ledger_->client_table(among(column)));
}

std::string ReferralBook::clients_who_refer() const {
    return clients_in(list_referrer);
}

std::string ReferralBook::clients_who_had_referred() const {
    return clients_in(list_earlier);
}

void ReferralBook::chains() {
    // A client without orders has no last one. An error stays one.
    const std::string is_counted = ledger_ ? fmt::format("IF(ISNUMBER({0});1;0*LEN({0}))",
                                                         absolute(table_column(referred_, referred_last)))
                                           : fmt::format("IF(ISNUMBER({});1;0)", won_column);
    counted_ = absolute(page_.table(text("Counted"), 1, input_.referrals.rows, where_counted(is_counted)));
    values_ = ledger_        ? absolute(table_column(referred_, referred_revenue_column))
              : has_values() ? std::string(deal_column)
                             : counted_;
    // The rest of the table is cut off.
    brought_ =
        page_.table(text("Clients, and the value of those they brought"), brought_columns, candidates + 1,
                    call("REFERRALVALUE", links(values_) + ";;{\"\";\"Referred value\"}"));
}

std::string ReferralBook::links(const std::string& values) const {
    return fmt::format("{};{};{}", referred_column, referrer_column, values);
}

std::string ReferralBook::of_clients(ClientTableColumn column) const {
    return ledger_->clients(page_, text("As-of date"), as_of_, {column});
}

std::string ReferralBook::clients_active_after(const std::string& day) const {
    return fmt::format("INDEX(FREQUENCY({};{});2)", of_clients(ClientTableColumn::last), day);
}

std::string ReferralBook::referred_last_orders() const {
    return absolute(table_column(referred_, referred_last));
}

std::string ReferralBook::referred_revenue() const {
    return absolute(table_column(referred_, referred_revenue_column));
}

std::string ReferralBook::orders_used() const {
    if (!ledger_->passes_over())
        return fmt::format("COUNTIF({};\"<\"&({}+1))", ledger_->column("date"), as_of_);
    return fmt::format("SUM({})", of_clients(ClientTableColumn::orders));
}

std::string ReferralBook::clients_by(int months_before) const {
    return absolute(clients_by_.first.down(counted_months - months_before));
}

std::string ReferralBook::candidate_name(int number) const {
    return absolute(brought_.column(brought_name).first.down(number));
}

std::string ReferralBook::candidate_value(int number) const {
    return absolute(brought_.column(brought_value).first.down(number));
}

std::string ReferralBook::count(const std::string& from, const std::string& to, const std::string& more) {
    return fmt::format("COUNTIFS({0};\">=\"&({1});{0};\"<\"&({2}+1){3})", day_column, from, to, more);
}

std::string ReferralBook::closed(const std::string& from, const std::string& to) {
    return count(from, to, fmt::format(";{0};\">0\";{0};\"<\"&({1}+1)", won_column, to));
}

/// Within one generation, whoever was referred counts once. There is no value where nobody was.
std::string ReferralBook::chain(const std::string& values, int generations) const {
    if (generations == 1)
        return fmt::format("SUM({0})/(COUNT({0})>0)+{1}", values, fault());
    return fmt::format("SUM(INDEX({};0;{}))",
                       call("REFERRALVALUE", fmt::format("{};1;{}", links(values), generations)),
                       brought_columns);
}

std::string ReferralBook::value_within(int generations) const {
    return chain(values_, generations);
}

std::string ReferralBook::clients_within(int generations) const {
    return chain(counted_, generations);
}

} // namespace perennial::dashboard
