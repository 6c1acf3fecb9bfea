#pragma once

#include "dashboard/reading.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// What all parts of the referral dashboard compute with: the referrals up to the as-of date, row by row, the
/// clients of the ledger, and what both say about each client.
namespace perennial::dashboard {

/// A figure of the programme that the user changes on the page; a refresh keeps it.
enum class Rule { spend, active_days, small_reward, large_reward, activity, closing_rate, lift };

inline constexpr Rule rules[] = {Rule::spend,    Rule::active_days,  Rule::small_reward, Rule::large_reward,
                                 Rule::activity, Rule::closing_rate, Rule::lift};

/// Names as they are compared where no function of the catalogue does it, empty for errors.
std::string compared_form(const std::string& names);

/// The range name of the cell that holds a rule, and its value where the user gives no other.
std::string_view rule_name(Rule rule);
std::string_view usual_rule(Rule rule);

struct ReferralInput {
    catalog::Language language = catalog::Language::english;
    /// A formula for the as-of date; without one it is the latest date in the data.
    std::optional<std::string> as_of;
    std::map<Rule, std::string> rules; ///< as formulas write them; those left out have their usual value
    Source referrals;
    std::optional<Source> ledger;
    std::optional<Source> clients;
    int referral_clients = 0; ///< room for those who refer or are referred
};

/// All range names that the page brings along begin so; a refresh keeps what stands in the as-of cell and in
/// the rules.
inline constexpr std::string_view referral_prefix = "pn_referral_";
inline constexpr std::string_view referral_as_of_name = "pn_referral_as_of";

/// The columns of the referrals by range name, from the first row on, blank where a row cannot be used or
/// lies after the as-of date. What happened later has not happened yet.
inline constexpr std::string_view day_column = "pn_referral_day";
inline constexpr std::string_view referrer_column = "pn_referral_referrer";
inline constexpr std::string_view referred_column = "pn_referral_referred";
/// In the form in which names are compared.
inline constexpr std::string_view referrer_key_column = "pn_referral_referrer_key";
inline constexpr std::string_view won_column = "pn_referral_won"; ///< day of closing, 0 while open
inline constexpr std::string_view paid_column =
    "pn_referral_paid"; ///< day of the reward, 0 without; if mapped
inline constexpr std::string_view deal_column =
    "pn_referral_deal"; ///< of closed ones, otherwise 0; if mapped

class ReferralBook {
public:
    ReferralBook(Page& page, const ReferralInput& input);

    const ReferralInput& input() const { return input_; }
    const Reading& referrals() const { return *referrals_; }
    const Reading* ledger() const { return ledger_ ? &*ledger_ : nullptr; }
    const Reading* clients() const { return clients_ ? &*clients_ : nullptr; }

    /// 0, or the error that a row gives when it is spoilt after the page was built: of the ledger, or of the
    /// referrals or the ledger.
    std::string ledger_fault() const;
    std::string fault() const;

    // Cells.
    const std::string& as_of() const { return as_of_; }
    const std::string& year_start() const { return year_start_; }
    const std::string& year_before() const { return year_before_; }

    /// Where the rules are repeated in the workings, one below the other.
    std::string rule(Rule rule) const;
    std::string reward_rates() const;
    std::string targets() const;

    /// How many referrals were made from one day to another, both inside, under further conditions.
    static std::string count(const std::string& from, const std::string& to, const std::string& more = {});
    /// Of them those that had closed by the last day.
    static std::string closed(const std::string& from, const std::string& to);

    /// The day of a referral's later step, 0 where it has not come by the as-of date: an expression, row by
    /// row, for those that count.
    std::string step_day(std::string_view role) const;

    /// A column of its own for each referral, under a range name.
    void column(std::string_view name, catalog::Text title, const std::string& formula, bool is_date = false);

    // Figures of the ledger and of all its clients.
    /// How many of the ledger's rows are used, for an array formula.
    std::string orders_used() const;
    /// How many clients had ordered by the day so many months before the as-of date, up to 12.
    std::string clients_by(int months_before) const;
    /// How many ordered after a day, for an array formula.
    std::string clients_active_after(const std::string& day) const;
    const std::string& revenue() const { return revenue_; }
    /// The sum of the squares of what each client's revenue is away from the mean.
    const std::string& revenue_squares() const { return revenue_squares_; }

    // Of the clients of the ledger who were referred, in one order, as references to the rows that are used.
    std::string referred_last_orders() const;
    std::string referred_revenue() const;

    // Of the clients of the ledger who refer or were referred, in one order: their names, empty in the room,
    // and first orders, which are no numbers there.
    Area person_names() const;
    Area person_first_orders() const;

    /// What stands in the columns of REFERRALVALUE; values are revenue or, without a ledger, deals.
    Area brought_names() const;
    Area own_values() const;
    Area brought_values() const;
    bool has_values() const;
    /// What all clients brought within so many generations, as value or as number of clients: each client
    /// counts as often as it has referrers above it, but at most so many times.
    std::string value_within(int generations) const;
    std::string clients_within(int generations) const;
    /// Whether more clients have come than there is room for, as an expression.
    std::string is_full() const;

private:
    void dates();
    void rows();
    void count_clients();
    void list_referrals();
    void find_people();
    void chains();

    static Area table_column(const Area& table, int index) { return table.column(index).body(); }
    /// A column of the table of all clients, an expression.
    std::string of_clients(metrics::ClientTableColumn column) const;
    /// A reference to the figures of a column without its room, to the first cell where there is none.
    static std::string used_rows(const Area& figures);
    /// How many people there is room for below the referrals.
    int people_count() const { return ledger_ ? input_.referral_clients : 0; }
    Area referrals_listed(int column) const;
    Area people_listed(int column) const;
    /// What REFERRALVALUE takes, with the values of a column of the list.
    std::string links(int value_column) const;
    std::string chain(int value_column, int generations) const;

    Page& page_;
    const ReferralInput& input_;
    std::optional<Reading> referrals_, ledger_, clients_;
    std::string as_of_, year_start_, year_before_, revenue_, revenue_squares_;
    Area rules_, clients_by_, people_, referred_, stack_, brought_;
    int above_referrals_ = 0; ///< rows of the list
};

} // namespace perennial::dashboard
