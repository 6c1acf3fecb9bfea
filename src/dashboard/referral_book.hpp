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
inline constexpr std::string_view won_column = "pn_referral_won"; ///< day of closing, empty while open
inline constexpr std::string_view paid_column =
    "pn_referral_paid"; ///< day of the reward, 0 without; if mapped
inline constexpr std::string_view deal_column =
    "pn_referral_deal"; ///< of closed ones, otherwise 0; if mapped
inline constexpr std::string_view score_column = "pn_referral_nps"; ///< if mapped

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
    /// Whether there is one.
    std::string is_faulty() const;

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

    /// Whether a later step of a referral has come by the as-of date: an expression, row by row, for those
    /// that count.
    std::string reached(std::string_view role) const;

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

    /// How many clients of the ledger had referred somebody by the as-of date or a year before, for an array
    /// formula.
    std::string clients_who_refer() const;
    std::string clients_who_had_referred() const;

    // References with a row for each referral: the last order of the client, which is a number in one row of
    // each who is in the ledger, and its revenue there, 0 or nothing elsewhere.
    std::string referred_last_orders() const;
    std::string referred_revenue() const;

    /// The cells with the name and the value brought of those who brought most, numbered from 1; behind the
    /// last there is no number. Values are revenue or, without a ledger, deals.
    std::string candidate_name(int number) const;
    std::string candidate_value(int number) const;
    static constexpr int candidates = 20;
    bool has_values() const;
    /// What all clients brought within so many generations, as value or as number of clients: each client
    /// counts as often as it has referrers above it, but at most so many times.
    std::string value_within(int generations) const;
    std::string clients_within(int generations) const;

private:
    void dates();
    void rows();
    void count_clients();
    void list_referrals();
    void find_clients();
    void chains();

    static Area table_column(const Area& table, int index) { return table.column(index).body(); }
    /// A column of the table of all clients, an expression.
    std::string of_clients(metrics::ClientTableColumn column) const;
    Area listed(int column) const;
    /// The cells of a column of the list that say how the clients named in it are looked for, and these.
    Area among(int column) const;
    /// How many clients of the ledger are named in a column of the list, for an array formula.
    std::string clients_in(int column) const;
    /// What REFERRALVALUE takes, with values for each referral.
    std::string links(const std::string& values) const;
    std::string chain(const std::string& values, int generations) const;

    Page& page_;
    const ReferralInput& input_;
    std::optional<Reading> referrals_, ledger_, clients_;
    std::string as_of_, year_start_, year_before_, revenue_, revenue_squares_;
    std::string values_, counted_; ///< for each referral, of the client that it brought
    Area rules_, clients_by_, referred_, list_, brought_;
};

} // namespace perennial::dashboard
