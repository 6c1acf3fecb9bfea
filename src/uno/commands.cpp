#include "uno/commands.hpp"

#include "metrics/text.hpp"
#include "uno/build.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/container/XNameAccess.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace perennial::uno {
namespace {

using catalog::text;

template <class... Values>
[[noreturn]] void refuse(catalog::Text words, Values&&... values) {
    throw Refusal(fmt::format(fmt::runtime(shown(words)), std::forward<Values>(values)...));
}

/// The argument with this name, whatever its case; none when it is missing or empty.
std::optional<std::string> argument(const Command& command, std::string_view name) {
    for (const auto& [key, value] : command.arguments)
        if (metrics::fold(key) == metrics::fold(name) && !metrics::trim(value).empty())
            return std::string(metrics::trim(value));
    return std::nullopt;
}

/// A column by its header or, where no header reads so, by its letters.
int find_column(const dashboard::Sample& sample, const dashboard::Mapping& mapping,
                const std::string& wanted) {
    const int columns = static_cast<int>(sample.columns.size());
    for (int column = 0; column < columns; ++column)
        if (metrics::fold(dashboard::header(sample, mapping, column)) == metrics::fold(wanted))
            return column;
    // Before the cells: a column of grades holds an "A", too.
    const auto lettered = dashboard::column_index(wanted);
    if (lettered && *lettered < columns)
        return *lettered;
    // Headers of another table on the sheet stand in another row.
    for (int column = 0; column < columns; ++column) {
        const metrics::Column& cells = sample.columns[static_cast<std::size_t>(column)];
        for (std::size_t row = 0; row < cells.size(); ++row)
            if (cells.kind(row) == metrics::Column::Kind::text &&
                metrics::fold(cells.text(row)) == metrics::fold(wanted))
                return column;
    }
    refuse(text("The sheet \"{sheet}\" has no column \"{column}\""), fmt::arg("sheet", sample.sheet),
           fmt::arg("column", wanted));
}

bool is_yes(const Command& command, std::string_view name) {
    const std::string answer = argument(command, name).value_or("no");
    if (metrics::fold(answer) != "yes" && metrics::fold(answer) != "no")
        refuse(text("{argument} is yes or no, not \"{answer}\""), fmt::arg("argument", name),
               fmt::arg("answer", answer));
    return metrics::fold(answer) == "yes";
}

std::string forget_sheet(const Document& document, dashboard::SheetKind kind) {
    const std::string name = shown(dashboard::label(kind));
    if (!forget_mapping(document, kind))
        refuse(text("No sheet is in use for {kind}"), fmt::arg("kind", name));
    return fmt::format(
        fmt::runtime(shown(text("No sheet is in use for {kind} any more; Undo brings it back"))),
        fmt::arg("kind", name));
}

std::string map_sheet(const Document& document, const Command& command) {
    const std::string kind_key = argument(command, "Role").value_or("ledger");
    const auto kind = dashboard::sheet_kind(metrics::fold(kind_key));
    if (!kind)
        refuse(
            text("There is no kind of sheet called \"{kind}\"; use ledger, contracts, referrals, clients or "
                 "touches"),
            fmt::arg("kind", kind_key));
    const auto users = user_sheets(document);
    const std::string sheet =
        argument(command, "Sheet").value_or(users.empty() ? std::string() : users.front());
    if (sheet == "-")
        return forget_sheet(document, *kind);
    if (std::find(users.begin(), users.end(), sheet) == users.end())
        refuse(text("There is no sheet \"{sheet}\" in this document"), fmt::arg("sheet", sheet));

    const dashboard::Sample rows = sample(document, sheet);
    const auto kinds_roles = dashboard::roles(*kind);
    dashboard::Mapping mapping = dashboard::guess_mapping(*kind, rows);
    std::vector<int> wanted;
    for (const dashboard::Role& role : kinds_roles)
        if (const auto column = argument(command, role.key); column && *column != "-")
            wanted.push_back(find_column(rows, mapping, *column));
    mapping = dashboard::guess_mapping(*kind, rows, wanted);
    for (std::size_t role = 0; role < kinds_roles.size(); ++role) {
        const auto wanted = argument(command, kinds_roles[role].key);
        if (!wanted)
            continue;
        if (*wanted == "-") {
            mapping.columns[role].reset();
            continue;
        }
        const int column = find_column(rows, mapping, *wanted);
        // What is said outranks what was guessed: the column plays one role only.
        std::replace(mapping.columns.begin(), mapping.columns.end(), std::optional(column),
                     std::optional<int>());
        mapping.columns[role] = column;
    }
    mapping.text_dates = is_yes(command, "TextDates");
    std::string listed;
    for (std::size_t role = 0; role < kinds_roles.size(); ++role) {
        if (const auto column = mapping.columns[role])
            listed += fmt::format("{}{} = {}", listed.empty() ? "" : ", ", shown(kinds_roles[role].label),
                                  dashboard::header(rows, mapping, *column));
        else if (kinds_roles[role].required)
            refuse(text("Say which column holds {role}: it was not recognised on the sheet \"{sheet}\""),
                   fmt::arg("role", shown(kinds_roles[role].label)), fmt::arg("sheet", sheet));
    }
    mapping.last_row = find_table_end(document, mapping);
    const CheckResult checked = check(document, mapping);
    store_mapping(document, mapping);
    const std::string done =
        fmt::format(fmt::runtime(shown(text("{kind} mapped: {columns}"))),
                    fmt::arg("kind", shown(dashboard::label(*kind))), fmt::arg("columns", listed));
    return dashboard::with_remarks(done, {checked.text_dates, mapping.text_dates, checked.hidden_rows},
                                   office_language());
}

std::string build(const Document& document, const Command& command, Progress& progress) {
    const std::string wanted = argument(command, "Dashboard").value_or("retention");
    const bool all = metrics::fold(wanted) == "all";
    std::vector<const Dashboard*> chosen;
    for (const Dashboard& dashboard : dashboards())
        if (all ? stored_mapping(document, dashboard.needs).has_value()
                : metrics::fold(wanted) == dashboard.key)
            chosen.push_back(&dashboard);
    if (chosen.empty() && all)
        refuse(text("Choose a sheet with client data first: none is mapped in this document"));
    if (chosen.empty())
        refuse(text("The dashboard \"{dashboard}\" cannot be built yet; use retention, referral or all"),
               fmt::arg("dashboard", wanted));
    if (const auto period = argument(command, "Period"); period && metrics::fold(*period) != "month")
        refuse(text("\"{period}\" is no period; use month"), fmt::arg("period", *period));
    return build_dashboards(document, chosen, argument(command, "AsOf"), progress);
}

std::string carry_out(const Document& document, const Command& command, Progress& progress) {
    if (!document.is())
        refuse(text("Open a spreadsheet first: the command needs one"));
    if (command.name == "map")
        return map_sheet(document, command);
    if (command.name == "check")
        return write_check_list(document, progress);
    if (command.name == "build")
        return build(document, command, progress);
    if (command.name == "refresh")
        return refresh(document, progress);
    refuse(text("The command \"{command}\" is not known"), fmt::arg("command", command.name));
}

/// One command at a time: while one lets the window breathe, a click must not start another.
class Turn {
public:
    Turn() : taken_(!busy_) { busy_ = true; }
    ~Turn() {
        if (taken_)
            busy_ = false;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool taken() const { return taken_; }

private:
    static inline bool busy_ = false;
    bool taken_;
};

} // namespace

CheckResult look_at(const Document& document, const dashboard::Mapping& mapping, Progress& progress) {
    const Turn turn;
    if (!turn.taken())
        refuse(text("Another command is still at work"));
    return check_sheet(document, mapping, progress);
}

Outcome run(const Document& document, const Command& command, Progress& progress) {
    const Turn turn;
    if (!turn.taken())
        return {false, shown(text("Another command is still at work"))};
    const auto failed = [](const std::string& reason) {
        return Outcome{
            false, fmt::format(fmt::runtime(shown(
                                   text("This could not be done, and the document is as it was: {reason}"))),
                               fmt::arg("reason", reason))};
    };
    try {
        return {true, carry_out(document, command, progress)};
    } catch (const Refusal& refusal) {
        return {false, refusal.what()};
    } catch (const Cancelled&) {
        return {false, shown(text("Cancelled; the document is as it was"))};
    } catch (const com::sun::star::uno::Exception& exception) {
        return failed(narrow(exception.Message));
    } catch (const std::exception& exception) {
        return failed(exception.what());
    }
}

} // namespace perennial::uno
