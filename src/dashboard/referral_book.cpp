#include "dashboard/referral_book.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace perennial::dashboard {
namespace {

using catalog::text;

/// CLIENTTABLE up to the revenue.
constexpr int client_columns = 5;
/// REFERRALVALUE up to the value of the clients that were brought.
constexpr int brought_columns = 3;

// The columns of the list that holds the ledger's clients and, below them, those who were referred.
constexpr int stack_client = 0;
constexpr int stack_referrer = 1;
constexpr int stack_day = 2;
constexpr int stack_value = 3;
constexpr int stack_counted = 4;

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

/// The day of a later step, 0 where it has not come by the as-of date.
std::string step_day(const Reading& referrals, std::string_view role, const std::string& as_of) {
    if (!referrals.has(role))
        return where_counted("0");
    return where_counted(
        fmt::format("IF(ISNUMBER({0});IF({0}<{1}+1;{0};0);0)", referrals.column(role), as_of));
}

} // namespace

std::string_view rule_name(Rule rule) {
    return rule_names[static_cast<std::size_t>(rule)];
}

std::string_view usual_rule(Rule rule) {
    return usual_rules[static_cast<std::size_t>(rule)];
}

ReferralBook::ReferralBook(Page& page, const ReferralInput& input) : page_(page), input_(input) {
    referrals_.emplace(page_, "referral", input_.referrals);
    if (input_.ledger)
        ledger_.emplace(page_, "referral", *input_.ledger);
    constexpr std::string_view wanted[] = {"client", "active_days"};
    if (input_.clients)
        clients_.emplace(page_, "referral", *input_.clients, wanted);
    dates();
    rows();
    chains();
}

void ReferralBook::dates() {
    std::string latest = referrals_->column("date");
    if (referrals_->has("closed"))
        latest += ";" + referrals_->column("closed");
    if (ledger_)
        latest += ";" + ledger_->column("date");
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
    column(referrer_column, text("Referrer"), where_counted(referrals_->column("referrer")));
    column(won_column, text("Closed on"), step_day(*referrals_, "closed", as_of_), true);
    column(paid_column, text("Reward paid on"), step_day(*referrals_, "reward_paid", as_of_), true);
    column(deal_column, text("Deal value"),
           where_counted(referrals_->has("deal") ? fmt::format("IF({0}>0;IF(ISNUMBER({1});{1};0);0)",
                                                               won_column, referrals_->column("deal"))
                                                 : "0"));
}

std::string ReferralBook::ledger_rows(std::string_view role) const {
    const std::string cells = ledger_->column(role);
    return ledger_->copied() ? cells : fmt::format("INDEX({0};1):INDEX({0};{1})", cells, input_.ledger->rows);
}

std::string ReferralBook::ledger_fault() const {
    return fmt::format("0*LEN({})", absolute(clients_table_.first));
}

bool ReferralBook::has_values() const {
    return ledger_ || (referrals_->has("deal") && referrals_->has("closed"));
}

void ReferralBook::chains() {
    const int known = ledger_ ? input_.ledger_clients : 0;
    const int referred = input_.referrals.rows;
    stack_ = page_.block(text("Clients, and below them those who were referred"),
                         {text("Client"), text("Referrer"), text("Day"), text("Value"), text("Counted")},
                         known + referred);
    const auto upper = [&](int column, const std::string& formula) {
        page_.fill({stack_.first.right(column).down(1), 1, known}, formula,
                   column == stack_day ? std::vector<int>{0} : std::vector<int>{});
    };
    const auto lower = [&](int column, const std::string& formula) {
        page_.fill({stack_.first.right(column).down(1 + known), 1, referred}, formula,
                   column == stack_day ? std::vector<int>{0} : std::vector<int>{});
    };
    if (ledger_) {
        clients_table_ = page_.table(
            text("Clients"), client_columns, known + 1,
            call("CLIENTTABLE", fmt::format("{};{};{};{}", ledger_->column("client"), ledger_->column("date"),
                                            ledger_->column("amount"), as_of_)),
            {1, 2});
        const auto known_column = [this](int index) { return absolute(table_column(clients_table_, index)); };
        upper(stack_client, fmt::format("IFERROR({};\"\")", known_column(0)));
        upper(stack_day, fmt::format("IFERROR({};\"\")", known_column(2)));
        upper(stack_value, fmt::format("IFERROR({};\"\")", known_column(4)));
        upper(stack_counted, fmt::format("IF(ISNUMBER({});1;\"\")", known_column(4)));
        names_ = {stack_.first.right(stack_client).down(1), 1, known};
    }
    lower(stack_client, where_counted(referrals_->column("referred")));
    lower(stack_referrer, std::string(referrer_column));
    lower(stack_day, where_counted(as_of_ + "+1"));
    lower(stack_value, ledger_ ? where_counted("0") : std::string(deal_column));
    lower(stack_counted, where_counted(ledger_ ? "0" : fmt::format("IF({}>0;1;0)", won_column)));

    const auto stacked = [this](int column) { return absolute(table_column(stack_, column)); };
    brought_ = page_.table(
        text("Clients, and the value of those they brought"), brought_columns,
        known + input_.referral_clients + 1,
        call("REFERRALVALUE", fmt::format("{};{};{}", stacked(stack_client), stacked(stack_referrer),
                                          stacked(has_values() ? stack_value : stack_counted))));
    if (ledger_)
        compared_ =
            page_.table(text("Clients and whether they were referred"), client_columns,
                        known + input_.referral_clients + 1,
                        call("CLIENTTABLE", fmt::format("{};{};{};{}+1", stacked(stack_client),
                                                        stacked(stack_day), stacked(stack_value), as_of_)),
                        {1, 2});
}

std::string ReferralBook::clients_by(const std::string& day) const {
    return fmt::format("COUNTIF({};\"<\"&({}+1))", absolute(client_first_orders()), day);
}

std::string ReferralBook::count(const std::string& from, const std::string& to, const std::string& more) {
    return fmt::format("COUNTIFS({0};\">=\"&({1});{0};\"<\"&({2}+1){3})", day_column, from, to, more);
}

std::string ReferralBook::closed(const std::string& from, const std::string& to) {
    return count(from, to, fmt::format(";{0};\">0\";{0};\"<\"&({1}+1)", won_column, to));
}

std::string ReferralBook::chain(const Area& values, int generations) const {
    return fmt::format(
        "SUM(INDEX({};0;{}))",
        call("REFERRALVALUE",
             fmt::format("{};{};{};1;{}", absolute(table_column(stack_, stack_client)),
                         absolute(table_column(stack_, stack_referrer)), absolute(values), generations)),
        brought_columns);
}

std::string ReferralBook::value_within(int generations) const {
    return chain(table_column(stack_, stack_value), generations);
}

std::string ReferralBook::clients_within(int generations) const {
    return chain(table_column(stack_, stack_counted), generations);
}

std::string ReferralBook::is_full() const {
    const auto filled = [](const Area& table) {
        return fmt::format("ISTEXT({0})+ISNUMBER({0})", absolute(Spot{table.first.column, table.last().row}));
    };
    return ledger_ ? filled(clients_table_) + "+" + filled(brought_) : filled(brought_);
}

} // namespace perennial::dashboard
