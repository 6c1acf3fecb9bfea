#pragma once

#include "dashboard/page.hpp"
#include "dashboard/roles.hpp"

#include "metrics/clients.hpp"
#include "metrics/date_text.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How a dashboard reads a mapped sheet: by the range names of the mapping or, where rows are set aside,
/// dates stand there as text, or a column has to be made of others, by names of copies in the workings.
/// Copies are array formulas and stay true to the user's sheet; a row that cannot be used is blank in all of
/// them. Columns of which no range is needed are read row by row as an expression, without cells of their
/// own.
namespace perennial::dashboard {

/// Which rows a table with a row per client has: its own, or one for each name, in their order; or its own as
/// columns, without headings, which Calc takes over fastest.
enum class Rows { its_own, as_named, across };

/// Columns of CLIENTTABLE, in the order in which they are wanted.
using ClientColumns = std::vector<metrics::ClientTableColumn>;

/// Their headings and what is said of the rows, as CLIENTTABLE takes them.
std::string headings(const ClientColumns& columns, Rows rows = Rows::its_own);

struct Source {
    SheetKind kind{};
    std::string sheet;
    std::vector<bool> mapped; ///< by the order of the kind's roles, whether a column plays the role
    bool headed = true;       ///< whether the first row of the range names holds the headers
    int rows = 0;             ///< of a copy: those of the sheet, and room for more
    bool has_faults = false;  ///< whether rows have to be set aside
    /// Of a ledger, whether rows are set aside or dates read from text, and the functions can do so: then
    /// nothing is copied. Of a sheet of clients, whether they could.
    bool passes_over = false;
    /// Rows set aside that their cells alone do not show, counted from 0 in the sheet: they repeat an earlier
    /// row, close a circle of referrals, or are totals.
    std::vector<int> excluded;
    bool has_repeats = false; ///< whether there are more of them, told by what they repeat
    bool reads_dates = false; ///< whether dates are read from text, too
    metrics::DateOrder date_order = metrics::DateOrder::day_first; ///< of such dates

    bool has(std::string_view role) const;
};

struct CopyPlan;

class Reading {
public:
    /// Draws the copies that are needed. `page_key` begins their range names: pn_retention_ledger_client.
    Reading(Page& page, std::string_view page_key, const Source& source)
        : Reading(page, page_key, source, Copies::of_all, {}) {}
    /// Only these roles are copied.
    Reading(Page& page, std::string_view page_key, const Source& source,
            std::span<const std::string_view> wanted)
        : Reading(page, page_key, source, Copies::of_wanted, wanted) {}
    /// A sheet of which nothing is copied.
    static Reading without_copies(Page& page, const Source& source) {
        return {page, {}, source, Copies::none, {}};
    }
    /// The same, for several expressions over its rows: where it takes a search to find which rows can be
    /// used, that is done once.
    static Reading row_by_row(Page& page, const Source& source) {
        return {page, {}, source, Copies::none_but_searches, {}};
    }

    bool has(std::string_view role) const { return source_.has(role); }
    bool copied() const { return copied_; }
    bool passes_over() const { return source_.passes_over; }

    /// What a function of the ledger takes for the day up to which it reads, given by its cell: cells that
    /// say the day, how rows are taken, and the state of the columns.
    std::string until(Page& page, catalog::Text head, const std::string& day) const;

    /// The columns of a ledger as arguments of a function.
    std::string ledger_columns() const;

    /// Columns of CLIENTTABLE of all clients up to a day, an expression: each a row, without its heading; of
    /// no clients, an empty text.
    std::string clients(Page& page, catalog::Text head, const std::string& day,
                        const ClientColumns& columns) const;

    /// CLIENTTABLE up to what stands in cells, one below the other: up to when, how, which columns and in
    /// which state, and below them, from the row names_begin on, the names of the only clients wanted.
    void put_until(Page& page, Spot spot, const std::string& day, const ClientColumns& columns,
                   Rows rows = Rows::its_own) const;
    /// Such cells of their own, with room for so many names.
    Area until_among(Page& page, catalog::Text head, const std::string& day, const ClientColumns& columns,
                     int names, Rows rows = Rows::its_own) const;
    std::string client_table(const Area& until) const;

    /// The latest day of a ledger's rows that can be used, an expression.
    std::string latest_day() const;

    /// The day of a later step of a referral, 1 where a word or a number such as yes says that it happened
    /// without saying when, and `open` where it has not by a last day: for array formulas, as where_used.
    std::string step_day(std::string_view role, const std::string& last, std::string_view open) const;

    /// The latest day of a role in the rows of referrals that can be used, for an array formula.
    std::string latest(std::string_view role) const;

    /// How many rows are used, for an array formula; not of a sheet that is read as it stands.
    std::string rows_used() const;
    /// How many rows are filled and cannot be used, for an array formula; not of a sheet that is read as it
    /// stands.
    std::string set_aside() const { return set_aside(rows_used_); }
    /// The same of referrals, where the days of those that are used, up to a last day, stand in cells.
    std::string set_aside(const std::string& days, const std::string& last) const;

    /// For array formulas, of as many rows as the source has: what stands in a role's cells, row by row, an
    /// expression, and nothing where a row cannot be used.
    std::string where_used(std::string_view role) const { return where_row_used(cells(role)); }
    std::string where_row_used(const std::string& expression) const;
    /// What stands in the cells of all rows, that cannot be used as well.
    const std::string& cells(std::string_view role) const { return cells_.at(role); }

    /// The range name to read a role by. A contract has the role "mrr" in every case.
    std::string column(std::string_view role) const;

    /// The range name to read the times of service by, for the roles "client", "start", "end" and "mrr" of
    /// contracts: a contract with a pause has one row before it and one after it.
    std::string service(std::string_view role) const;

private:
    enum class Copies { of_all, of_wanted, none, none_but_searches };

    Reading(Page& page, std::string_view page_key, const Source& source, Copies copies,
            std::span<const std::string_view> wanted);
    /// A formula that reads the columns of a ledger and gives the number of their state. Those that depend on
    /// it, of other pages as well, need not read them again.
    void put_state(Page& page);
    void copy(Page& page, const CopyPlan& plan, Copies copies, std::span<const std::string_view> wanted);
    std::string used_rows(Page& page) const;
    /// Further conditions of Calc's own search that a row of referrals can be used. It is faster, and passes
    /// over a row without a name or a day as well.
    std::string search_conditions() const;
    std::string set_aside(const std::string& used) const;
    std::string excluded_rows(Page& page) const;
    void split_at_pauses(Page& page, const std::map<std::string_view, Area>& copies);

    std::string page_key_;
    Source source_;
    /// The last orders of all clients, and how many they are, of whatever day: of a ledger whose dates are
    /// read from text.
    std::string last_orders_, orders_;
    std::map<std::string_view, std::string> cells_; ///< by role, over the rows of the user's sheet
    std::map<std::string_view, Area> dates_;        ///< those that are read from text
    std::string state_;                             ///< the cell with the number of a ledger's state
    std::string used_;                              ///< whether a row can be used, over these rows
    std::string rows_used_;
    bool copied_ = false;
};

} // namespace perennial::dashboard
