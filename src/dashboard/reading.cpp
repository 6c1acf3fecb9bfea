#include "dashboard/reading.hpp"

#include "dashboard/formula.hpp"

#include "metrics/mrr.hpp"
#include "metrics/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace perennial::dashboard {

struct Copy {
    std::string_view role;
    catalog::Text title;
    std::string cells; ///< an expression over the rows of the user's sheet
    bool is_date = false;
    bool may_be_empty = false; ///< whether it may refer to an empty cell in a row that can be used
};

/// How the columns of a sheet are made.
struct CopyPlan {
    std::string usable; ///< 1 for the rows that can be used
    std::vector<Copy> copies;
};

namespace {

using catalog::Text;
using catalog::text;

/// Numbers from here on are dates written as 20241231.
constexpr int first_written_date = 10000101;

/// The day after the last one that Calc knows, at the end of the year 9999.
constexpr int days_end = 2958466;

/// The state of the orders on the retention page.
constexpr std::string_view retention_key = "retention";
constexpr std::string_view shared_state = "pn_retention_ledger_state";

/// By role, where the dates of a sheet stand that are read from text.
using DateCopies = std::map<std::string_view, Area>;

const Role& role_of(SheetKind kind, std::string_view key) {
    const auto all = roles(kind);
    return *std::find_if(all.begin(), all.end(), [key](const Role& role) { return role.key == key; });
}

/// The rows of the user's column that are copied.
std::string user_cells(const Source& source, std::string_view key) {
    const int first = source.headed ? 2 : 1;
    return fmt::format("INDEX({0};{1}):INDEX({0};{2})", range_name(source.kind, role_of(source.kind, key)),
                       first, first + source.rows - 1);
}

/// A regular expression for all ways to write a date that metrics::read_date knows, and the replacement that
/// writes them as year, month and day. Each way is one alternative; the groups of the others are empty.
class DatePattern {
public:
    explicit DatePattern(metrics::DateOrder order) {
        const std::string year = R"(([1-9]\d{3}))";
        const std::string short_year = R"((\d\d))";
        const std::string part = R"((\d{1,2}))";
        add({'y', 'm', 'd'}, {year, R"((\d\d))", R"((\d\d))"}, Texts{});
        add({'y', 'm', 'd'}, {year, part, part}, Texts{" *年 *", " *月 *", " *日?"});
        add({'y', 'm', 'd'}, {year, part, part}, std::nullopt);
        add({'y', 'm', 'd'}, {year, part, part}, points);
        add({'d', 'm', 'y'}, {part, part, year}, points);
        if (order == metrics::DateOrder::year_first) {
            add({'y', 'm', 'd'}, {short_year, part, part}, std::nullopt);
            add({'y', 'm', 'd'}, {short_year, part, part}, points);
        } else {
            const Parts parts =
                order == metrics::DateOrder::day_first ? Parts{'d', 'm', 'y'} : Parts{'m', 'd', 'y'};
            add(parts, {part, part, R"((\d\d|[1-9]\d{3}))"}, std::nullopt);
            add(parts, {part, part, short_year}, points);
        }
    }

    std::string pattern() const {
        constexpr std::string_view blanks = R"([\s\x{200B}\x{FEFF}]*)";
        return fmt::format("^{0}(?:{1}){2}{0}$", blanks, fmt::join(alternatives_, "|"),
                           R"((?: *T?\d+:\d+(?::\d+)?(?:\.\d+)? *(?:[AaPp][Mm]|[+-]\d+(?::\d+)?|Z)?)?)");
    }

    std::string replacement() const {
        return fmt::format("{}-{}-{}", groups_.at('y'), groups_.at('m'), groups_.at('d'));
    }

private:
    using Parts = std::array<char, 3>;
    using Texts = std::array<std::string, 3>;

    static inline const Texts points = {R"( *\. *)", R"( *\. *)", R"(\.?)"};

    /// `between` stands behind each part; without it the same dash or slash stands between them.
    void add(const Parts& parts, const Texts& digits, std::optional<Texts> between) {
        std::string all;
        for (std::size_t index = 0; index < parts.size(); ++index) {
            all += digits[index];
            groups_[parts[index]] += fmt::format("${}", ++last_group_);
            if (between) {
                all += (*between)[index];
            } else if (index == 0) {
                all += " *([-/]) *";
                ++last_group_;
            } else if (index == 1) {
                all += fmt::format(R"( *\{} *)", last_group_ - 1);
            }
        }
        alternatives_.push_back(all);
    }

    std::vector<std::string> alternatives_;
    std::map<char, std::string> groups_;
    int last_group_ = 0;
};

/// Dates as numbers from the user's cells; an error where a cell holds none. Reads what metrics::read_date
/// reads.
std::string read_dates(const Source& source, std::string_view key) {
    const std::string cells = user_cells(source, key);
    const DatePattern dates(source.date_order);
    std::string written =
        fmt::format(R"re(REGEX(ASC({});"{}";"{}"))re", cells, dates.pattern(), dates.replacement());
    written = fmt::format(R"re(REGEX(REGEX({};"^([0-2]\d-)";"20$1");"^([3-9]\d-)";"19$1"))re", written);
    return fmt::format(R"re(IF(ISNUMBER({0});IF({0}<{1};{0};DATEVALUE(TEXT({0};"0000-00-00")));)re"
                       R"re(DATEVALUE(REGEX({2};"^[1-9]\d{{3}}-\d{{1,2}}-\d{{1,2}}$"))))re",
                       cells, first_written_date, written);
}

/// Where the dates of a role stand as numbers: the user's cells, or what was read from them.
std::string date_cells(const Source& source, const DateCopies& copies, std::string_view key) {
    const auto read = copies.find(key);
    return read == copies.end() ? user_cells(source, key) : absolute(read->second);
}

/// 1 for a word that does not say no, otherwise 0.
std::string word_cells(const Source& source, std::string_view key) {
    return fmt::format(
        "IF(ISNUMBER(MATCH(LOWER(TRIM({0}));{{\"\";\"0\";\"-\";\"n\";\"no\";\"false\";\"否\";\"无\";"
        "\"無\";\"没有\";\"沒有\"}};0));0;1)",
        user_cells(source, key));
}

/// 1 for a date, TRUE, a number above 0 or such a word, otherwise 0.
std::string flag_cells(const Source& source, std::string_view key) {
    return fmt::format("IF(ISNUMBER({0});IF({0}>0;1;0);{1})", user_cells(source, key),
                       word_cells(source, key));
}

/// How much a warning sign weighs, 0 to 1.
std::string sign_cells(const Source& source, std::string_view key) {
    return fmt::format("IF(ISNUMBER({0});IF({0}<0;0;IF({0}>1;1;{0}));{1})", user_cells(source, key),
                       flag_cells(source, key));
}

/// Whether a row is the first with this text, or has none.
std::string first_of_its_kind(const Source& source, std::string_view key) {
    const std::string cells = user_cells(source, key);
    return fmt::format("((LEN(TRIM({0}))=0)+(IFERROR(MATCH({0};{0};0);0)=ROW({0})-ROW(INDEX({0};1))+1)>0)",
                       cells);
}

/// Whether a cell holds more than blanks, of which an ideographic and a no-break space are some.
std::string filled(const std::string& cells) {
    return fmt::format("(LEN(TRIM(SUBSTITUTE(SUBSTITUTE({};UNICHAR(160);\"\");UNICHAR(12288);\"\")))>0)",
                       cells);
}

/// Whether a cell holds a day up to the year 9999; an error where it holds a text.
std::string dated(const std::string& cells) {
    return fmt::format("ISNUMBER({0})*(ABS({0})<{1})", cells, days_end);
}

CopyPlan ledger_plan(const Source& source, const DateCopies& dates) {
    const std::string client = user_cells(source, "client");
    const std::string date = date_cells(source, dates, "date");
    const std::string amount = user_cells(source, "amount");
    std::string usable = fmt::format("{}*{}*ISNUMBER({})", filled(client), dated(date), amount);
    if (source.has_repeats && source.has("document"))
        usable += "*" + first_of_its_kind(source, "document");
    return {usable,
            {{"client", text("Client"), client},
             {"date", text("Date"), date, true},
             {"amount", text("Amount"), amount}}};
}

CopyPlan contract_plan(const Source& source, const DateCopies& dates) {
    const std::string client = user_cells(source, "client");
    const std::string start = date_cells(source, dates, "start");
    std::string mrr;
    if (source.has("amount") && source.has("months"))
        mrr =
            fmt::format("IF({0}>0;{1}/{0};\"\")", user_cells(source, "months"), user_cells(source, "amount"));
    if (source.has("monthly")) {
        const std::string monthly = user_cells(source, "monthly");
        mrr = mrr.empty() ? monthly : fmt::format("IF(ISNUMBER({0});{0};{1})", monthly, mrr);
    }
    CopyPlan plan{fmt::format("{}*{}*ISNUMBER({})*(ABS({})<={:.0f})", filled(client), dated(start), mrr, mrr,
                              metrics::largest_mrr),
                  {{"client", text("Client"), client},
                   {"start", text("Start"), start, true},
                   {"mrr", text("Monthly value"), mrr}}};
    const auto add_date = [&](std::string_view key) {
        const std::string cells = user_cells(source, key);
        const std::string date = date_cells(source, dates, key);
        plan.usable += fmt::format("*((LEN(TRIM({0}))=0)+IFERROR({1};0)>0)", cells, dated(date));
        plan.copies.push_back({key, role_of(source.kind, key).label,
                               fmt::format("IF(LEN(TRIM({}))=0;\"\";{})", cells, date), true});
    };
    const auto refuse_before = [&](std::string_view first, std::string_view second) {
        plan.usable += fmt::format("*(1-(LEN(TRIM({0}))>0)*(LEN(TRIM({1}))>0)*IFERROR(INT({3})<INT({2});0))",
                                   user_cells(source, first), user_cells(source, second),
                                   date_cells(source, dates, first), date_cells(source, dates, second));
    };
    if (source.has("end")) {
        add_date("end");
        refuse_before("start", "end");
    } else {
        plan.copies.push_back({"end", text("End"), "\"\"", true});
    }
    for (const std::string_view key : {"paused_from", "paused_to"})
        if (source.has(key))
            add_date(key);
    if (source.has("paused_from") && source.has("paused_to"))
        refuse_before("paused_from", "paused_to");
    if (source.has("renewed"))
        // A contract that runs on has no end at which it could be renewed.
        plan.copies.push_back({"renewed", text("Renewed"),
                               source.has("end")
                                   ? fmt::format("IF(LEN({})=0;\"\";{})", user_cells(source, "end"),
                                                 flag_cells(source, "renewed"))
                                   : flag_cells(source, "renewed")});
    return plan;
}

CopyPlan referral_plan(const Source& source, const DateCopies& dates) {
    CopyPlan plan;
    plan.usable =
        fmt::format("{}*{}*{}", filled(user_cells(source, "referrer")),
                    filled(user_cells(source, "referred")), dated(date_cells(source, dates, "date")));
    if (source.has_repeats)
        plan.usable += "*" + first_of_its_kind(source, "referred");
    for (const Role& role : roles(SheetKind::referrals)) {
        if (!source.has(role.key))
            continue;
        const std::string cells = user_cells(source, role.key);
        if (role.required)
            plan.copies.push_back(
                {role.key, role.label,
                 role.content == Content::date ? date_cells(source, dates, role.key) : cells,
                 role.content == Content::date});
        else if (role.content == Content::date)
            // A word such as yes says that it happened, without saying when.
            plan.copies.push_back(
                {role.key, role.label,
                 fmt::format("IF(ISNUMBER({0});{0};{1})", date_cells(source, dates, role.key),
                             flag_cells(source, role.key)),
                 true});
        else
            plan.copies.push_back(
                {.role = role.key, .title = role.label, .cells = cells, .may_be_empty = true});
    }
    return plan;
}

CopyPlan client_plan(const Source& source) {
    CopyPlan plan{filled(user_cells(source, "client")), {}};
    for (const Role& role : roles(SheetKind::clients)) {
        if (!source.has(role.key))
            continue;
        const bool is_sign = role.key.starts_with("sign_");
        plan.copies.push_back({.role = role.key,
                               .title = role.label,
                               .cells = is_sign ? sign_cells(source, role.key) : user_cells(source, role.key),
                               .may_be_empty = !is_sign && !role.required});
    }
    return plan;
}

CopyPlan plan_for(const Source& source, const DateCopies& dates) {
    switch (source.kind) {
    case SheetKind::contracts:
        return contract_plan(source, dates);
    case SheetKind::referrals:
        return referral_plan(source, dates);
    case SheetKind::clients:
        return client_plan(source);
    case SheetKind::ledger:
    case SheetKind::touches:
        break;
    }
    return ledger_plan(source, dates);
}

} // namespace

std::string headings(const ClientColumns& columns, Rows rows) {
    std::vector<std::string> words;
    for (const metrics::ClientTableColumn column : columns)
        words.push_back(metrics::word(column, {}));
    if (rows == Rows::as_named)
        words.emplace_back(metrics::as_named_word);
    if (rows == Rows::across)
        words.emplace_back(metrics::across_word);
    return fmt::format("{}", fmt::join(words, ";"));
}

bool Source::has(std::string_view role) const {
    const auto all = roles(kind);
    for (std::size_t index = 0; index < all.size() && index < mapped.size(); ++index)
        if (all[index].key == role)
            return mapped[index];
    return false;
}

Reading::Reading(Page& page, std::string_view page_key, const Source& source, Copies copies,
                 std::span<const std::string_view> wanted)
    : page_key_(page_key), source_(source) {
    // A ledger may fill its sheet: it is copied only when it must be. The other sheets are small, and their
    // columns need work.
    const bool as_it_stands = source.kind == SheetKind::ledger &&
                              (source.passes_over || (!source.has_faults && !source.reads_dates));
    if (as_it_stands) {
        put_state(page);
        if (source.passes_over && source.reads_dates) {
            last_orders_ = clients(page, text("Any day"), "", {metrics::ClientTableColumn::last});
            orders_ = clients(page, text("Any day"), "", {metrics::ClientTableColumn::orders});
        }
        return;
    }
    copied_ = copies == Copies::of_all || copies == Copies::of_wanted;
    if (source_.reads_dates)
        for (const Role& role : roles(source_.kind))
            if (role.content == Content::date && source_.has(role.key))
                dates_[role.key] = page.table(role.label, 1, source_.rows, read_dates(source_, role.key),
                                              std::vector<int>{0});
    const CopyPlan plan = plan_for(source_, dates_);
    used_ = fmt::format("IFERROR({};0)", plan.usable);
    if (!source_.excluded.empty())
        used_ += fmt::format("*ISNA(MATCH(ROW({});{};0))",
                             user_cells(source_, roles(source_.kind).front().key), excluded_rows(page));
    if (copies == Copies::none_but_searches && (source.has_repeats || !source.excluded.empty()))
        used_ = used_rows(page);
    rows_used_ = fmt::format("SUM({})", used_);
    // An empty cell that a formula refers to would become a 0.
    for (const Copy& copy : plan.copies)
        cells_[copy.role] =
            copy.may_be_empty ? fmt::format("IF(LEN({0})=0;\"\";{0})", copy.cells) : copy.cells;
    if (copied_)
        copy(page, plan, copies, wanted);
    if (source.kind == SheetKind::ledger)
        put_state(page);
}

/// Where the retention page stands as well, the orders are read there for all pages; a name that is not there
/// is an error.
void Reading::put_state(Page& page) {
    const Area cell = page.block(text("Orders are read once"), {text("State of the orders")}, 1).body();
    std::string state = call("CLIENTTABLE", fmt::format("{};{{\"\";\"\";{}}}", ledger_columns(),
                                                        quoted(std::string(metrics::state_word))));
    if (!copied_ && page_key_ == retention_key)
        page.canvas().name(std::string(shared_state), cell);
    else if (!copied_)
        state = fmt::format("IFERROR({};{})", shared_state, state);
    page.fill(cell, state);
    state_ = absolute(cell.first);
}

std::string Reading::column(std::string_view role) const {
    return copied_ ? fmt::format("pn_{}_{}_{}", page_key_, key(source_.kind), role)
                   : range_name(source_.kind, role_of(source_.kind, role));
}

std::string Reading::service(std::string_view role) const {
    return column(source_.has("paused_from") ? fmt::format("service_{}", role) : std::string(role));
}

std::string Reading::until(Page& page, Text head, const std::string& day) const {
    return absolute(until_among(page, head, day, {}, 0));
}

Area Reading::until_among(Page& page, Text head, const std::string& day, const ClientColumns& columns,
                          int names, Rows rows) const {
    const Area cells = page.block(passes_over() ? text("Up to a day, passing over rows that cannot be used")
                                                : text("Up to a day"),
                                  {head}, metrics::names_begin + names)
                           .body();
    put_until(page, cells.first, day, columns, rows);
    return cells;
}

/// Entered at once, since tables refer to them.
void Reading::put_until(Page& page, Spot spot, const std::string& day, const ClientColumns& columns,
                        Rows rows) const {
    page.canvas().style({spot, 1, 1}, Style::working_date);
    if (!day.empty())
        page.canvas().formula(spot, "=" + day);
    if (passes_over())
        page.canvas().formula(
            spot.down(1), source_.reads_dates ? "=" + quoted(metrics::word(source_.date_order, {})) : "=1");
    std::string wanted = headings(columns, rows);
    wanted += fmt::format("{}{}=", wanted.empty() ? "" : ";", metrics::state_word);
    // An array formula is computed for whoever asks for it, also where the user calculates by hand.
    page.canvas().array_formula({spot.down(2), 1, 1}, fmt::format("={}&{}", quoted(wanted), state_), {});
}

std::string Reading::latest_day() const {
    if (!passes_over())
        return fmt::format("MAX({})", column("date"));
    if (source_.reads_dates)
        return fmt::format("MAX({})", last_orders_);
    return fmt::format("MAXIFS({0};{0};\"<{3}\";{1};\"<>\";{2};\">=-1E+100\")", column("date"),
                       column("client"), column("amount"), days_end);
}

std::string Reading::ledger_columns() const {
    return fmt::format("{};{};{}", column("client"), column("date"), column("amount"));
}

std::string Reading::clients(Page& page, Text head, const std::string& day,
                             const ClientColumns& columns) const {
    return client_table(until_among(page, head, day, columns, 0, Rows::across));
}

std::string Reading::client_table(const Area& until) const {
    return call("CLIENTTABLE", ledger_columns() + ";" + absolute(until));
}

/// The words are looked up once, which takes most of the time.
std::string Reading::step_day(std::string_view role, const std::string& last, std::string_view open) const {
    return fmt::format("IF(ISNUMBER({0});IF(({0}>0)*({0}<{1}+1);{0};{2});IF({3};1;{2}))",
                       date_cells(source_, dates_, role), last, open, word_cells(source_, role));
}

std::string Reading::search_conditions() const {
    return fmt::format("{};\"<{}\";{};\"<>\";{};\"<>\"", date_cells(source_, dates_, "date"), days_end,
                       user_cells(source_, "referrer"), user_cells(source_, "referred"));
}

std::string Reading::latest(std::string_view role) const {
    if (source_.has_faults)
        return fmt::format("MAX({})", where_used(role));
    return fmt::format("MAXIFS({0};{0};\"<{1}\";{2})", date_cells(source_, dates_, role), days_end,
                       search_conditions());
}

std::string Reading::set_aside(const std::string& days, const std::string& last) const {
    if (source_.has_faults)
        return set_aside();
    return set_aside(fmt::format("(COUNT({})+COUNTIFS({};\">=\"&({}+1);{}))", days,
                                 date_cells(source_, dates_, "date"), last, search_conditions()));
}

std::string Reading::rows_used() const {
    return rows_used_;
}

std::string Reading::set_aside(const std::string& used) const {
    if (passes_over() && source_.reads_dates)
        return fmt::format("ROWS({0})-{3}-COUNTIFS({0};\"=\";{1};\"=\";{2};\"=\")-SUM({4})", column("client"),
                           column("date"), column("amount"), source_.headed ? 1 : 0, orders_);
    if (passes_over())
        return fmt::format("COUNT(INDEX({};0;1))", call("LEDGERCHECK", ledger_columns()));
    std::vector<std::string> filled_cells;
    for (const Role& role : roles(source_.kind))
        if (source_.has(role.key))
            filled_cells.push_back(
                fmt::format("IF(ISERROR({0});1;LEN(TRIM({0})))", user_cells(source_, role.key)));
    return fmt::format("SUM(IF({}>0;1;0))-{}", fmt::join(filled_cells, "+"), used);
}

std::string Reading::where_row_used(const std::string& expression) const {
    return fmt::format("IF({};{};\"\")", used_, expression);
}

/// A column of its own that says which rows can be used.
std::string Reading::used_rows(Page& page) const {
    return absolute(page.table(text("Row used"), 1, source_.rows, used_));
}

/// A day that a row must have says whether the row can be used; without one, a column of its own does.
void Reading::copy(Page& page, const CopyPlan& plan, Copies copies,
                   std::span<const std::string_view> wanted) {
    std::map<std::string_view, Area> copied;
    const auto draw = [&](const Copy& from) {
        const Area cells = page.table(from.title, 1, source_.rows, where_used(from.role),
                                      from.is_date ? std::vector<int>{0} : std::vector<int>{});
        page.canvas().name(column(from.role), cells);
        copied[from.role] = cells;
        return absolute(cells);
    };
    const auto is_wanted = [&](const Copy& from) {
        return copies == Copies::of_all || std::find(wanted.begin(), wanted.end(), from.role) != wanted.end();
    };
    const auto day = std::find_if(plan.copies.begin(), plan.copies.end(), [&](const Copy& from) {
        return from.is_date && role_of(source_.kind, from.role).required && is_wanted(from);
    });
    if (day != plan.copies.end()) {
        const std::string days = draw(*day);
        used_ = fmt::format("ISNUMBER({})", days);
        rows_used_ = fmt::format("COUNT({})", days);
    } else {
        used_ = used_rows(page);
        rows_used_ = fmt::format("SUM({})", used_);
    }
    for (const Copy& from : plan.copies)
        if (is_wanted(from) && !copied.contains(from.role))
            draw(from);
    if (source_.kind == SheetKind::contracts && source_.has("paused_from"))
        split_at_pauses(page, copied);
}

/// Their numbers as cells, which follow the rows when others are put in or taken out above them.
std::string Reading::excluded_rows(Page& page) const {
    const Area rows =
        page.block(text("Rows set aside"), {text("Row")}, static_cast<int>(source_.excluded.size()));
    Spot spot = rows.first;
    for (const int row : source_.excluded) {
        spot = spot.down(1);
        page.canvas().formula(
            spot, fmt::format("=IFERROR(ROW(${}.$A${});0)", sheet_reference(source_.sheet), row + 1));
    }
    return absolute(rows.body());
}

void Reading::split_at_pauses(Page& page, const std::map<std::string_view, Area>& copies) {
    const auto cells = [&copies](std::string_view role) { return absolute(copies.at(role)); };
    const std::string start = cells("start");
    const std::string end = cells("end");
    const std::string from = cells("paused_from");
    // The rows after the pauses stand below the rows before them.
    const auto add = [&](std::string_view role, Text title, const std::string& before,
                         const std::string& after) {
        const std::vector<int> dates =
            role == "start" || role == "end" ? std::vector<int>{0} : std::vector<int>{};
        const Area first = page.table(title, 1, source_.rows, before, dates);
        const Area second{first.first.down(source_.rows), 1, source_.rows};
        page.fill(second, after, dates);
        page.canvas().name(service(role), {first.first, 1, 2 * source_.rows});
        return second;
    };
    // A pause before the contract's start or behind its end takes nothing away. An open end holds a text,
    // which Calc orders behind every number.
    const std::string resumed =
        source_.has("paused_to")
            ? fmt::format("IF(ISNUMBER({0})*ISNUMBER({1})*({2}>{1});IF({1}<{3};{3};{1});\"\")", from,
                          cells("paused_to"), end, start)
            : fmt::format("IF(ROW({})>0;\"\")", start);
    const std::string after = absolute(add("start", text("Service from"), start, resumed));
    const auto where_resumed = [&after](const std::string& column) {
        return fmt::format("IF(ISNUMBER({});{};\"\")", after, column);
    };
    add("end", text("Service to"),
        fmt::format("IF(ISNUMBER({0});IF({0}<{1};{1};IF({0}<{2};{0};{2}));{2})", from, start, end),
        where_resumed(end));
    for (const auto& [role, title] : {std::pair{"client", text("Client")}, {"mrr", text("Monthly value")}})
        add(role, title, cells(role), where_resumed(cells(role)));
}

} // namespace perennial::dashboard
