#include "dashboard/header_match.hpp"
#include "uno/commands.hpp"
#include "uno/panel_element.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include <fmt/format.h>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>

/// The panel "Data": which sheets and columns hold the client data, and which rows cannot be used.
namespace perennial::uno {
namespace {

using catalog::text;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using dashboard::Mapping;
using dashboard::Role;
using dashboard::SheetKind;
using Shape = PanelLayout::Shape;

/// What stands in a picker for a role that no column plays, and in the command for "none".
const std::string no_column = "—";
constexpr std::string_view none_argument = "-";

/// Findings are listed under so many reasons; the last one gathers what is left.
constexpr std::size_t most_reasons = 12;

/// Findings with one reason; the link leads from one to the next.
struct Reason {
    std::string words;
    std::vector<dashboard::Finding> findings;
    std::size_t next = 0;
};

/// What a check, or another command, had to say.
struct Report {
    std::string sentence{};
    bool alarm = false;
    std::vector<Reason> reasons{};
    std::size_t text_dates = 0;
    std::size_t hidden_rows = 0;
};

/// What the panel knows of one kind of sheet.
struct KindState {
    std::optional<Mapping> stored;
    std::optional<Mapping> draft; ///< chosen by the user, not in use yet
    std::optional<Report> report;
};

std::vector<Reason> by_reason(const std::vector<dashboard::Finding>& findings) {
    std::vector<Reason> reasons;
    for (const dashboard::Finding& finding : findings) {
        auto place = std::find_if(reasons.begin(), reasons.end(),
                                  [&](const Reason& reason) { return reason.words == finding.reason; });
        if (place == reasons.end())
            place = reasons.insert(place, Reason{finding.reason, {}});
        place->findings.push_back(finding);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& one, const Reason& other) {
        return one.findings.size() > other.findings.size();
    });
    if (reasons.size() > most_reasons) {
        Reason& rest = reasons[most_reasons - 1];
        rest.words = shown(text("Other reasons"));
        for (std::size_t index = most_reasons; index < reasons.size(); ++index)
            rest.findings.insert(rest.findings.end(), reasons[index].findings.begin(),
                                 reasons[index].findings.end());
        reasons.resize(most_reasons);
    }
    return reasons;
}

bool is_blank(const metrics::Column& column) {
    for (std::size_t row = 0; row < column.size(); ++row)
        if (column.kind(row) != metrics::Column::Kind::empty)
            return false;
    return true;
}

template <class... Values>
std::string sentence(catalog::Text words, Values&&... values) {
    return fmt::format(fmt::runtime(shown(words)), std::forward<Values>(values)...);
}

class DataPanel : public Panel {
public:
    using Panel::Panel;

protected:
    int rank() const override { return 0; }

    void fill() override {
        std::size_t most_roles = 0;
        for (const SheetKind kind : dashboard::sheet_kinds)
            most_roles = std::max(most_roles, dashboard::roles(kind).size());

        Control& kind_label = add_label(shown(text("~Kind of sheet")));
        kind_list_ = &add_list([this] { choose_kind(); });
        Control& sheet_label = add_label(shown(text("Sheet na~me")));
        sheet_list_ = &add_list([this] { choose_sheet(); });
        labels_ = {&kind_label, &sheet_label};
        layout().add(Shape::field, {&kind_label, kind_list_});
        layout().add(Shape::field, {&sheet_label, sheet_list_});
        for (std::size_t role = 0; role < most_roles; ++role) {
            Control& name = add_label({});
            Control& list = add_list([this, role] { pick(role); });
            pickers_.push_back({&name, &list, layout().add(Shape::field, {&name, &list})});
            labels_.push_back(&name);
        }
        more_ = &add_link(shown(text("More columns")), [this] { toggle_optional(); });
        more_row_ = layout().add(Shape::stacked, {more_});
        use_ = &add_button(shown(text("~Use this mapping")), [this] { use_mapping(); });
        layout().add(Shape::buttons, {use_});
        add_progress();
        status_ = &add_text({});
        status_row_ = layout().add(Shape::stacked, {status_});
        for (std::size_t index = 0; index < most_reasons; ++index) {
            Control& line = add_text({});
            Control& link = add_link(shown(text("Show")), [this, index] { show_next(index); });
            lines_.push_back({&line, &link, layout().add(Shape::ends, {&line, &link})});
            layout().show(lines_.back().row, false);
        }
        dates_ = &add_text({});
        read_dates_ = &add_link({}, [this] { read_dates(); });
        dates_row_ = layout().add(Shape::ends, {dates_, read_dates_});
        hidden_ = &add_text({});
        hidden_row_ = layout().add(Shape::stacked, {hidden_});
        check_ = &add_link(shown(text("Check data")), [this] { check_again(); });
        list_ = &add_link(shown(text("List on a sheet")), [this] { list_findings(); });
        stop_ = &add_link(shown(text("Stop using this sheet")), [this] { stop_using(); });
        links_row_ = layout().add(Shape::buttons, {check_, list_, stop_});
    }

    void update() override {
        const Document document = this->document();
        if (!document.is() || busy())
            return;
        const bool other = document != document_;
        if (other)
            states_ = {};
        document_ = document;
        const auto sheets = user_sheets(document);
        bool stale = other || sheets != sheets_;
        sheets_ = sheets;
        for (const SheetKind kind : dashboard::sheet_kinds) {
            KindState& known = state(kind);
            auto stored = stored_mapping(document, kind);
            if (stored == known.stored)
                continue;
            known.stored = std::move(stored);
            known.report.reset();
            stale = stale || kind == kind_;
        }
        list_kinds();
        // What was guessed may be guessed better now; what was chosen stays.
        if (stale || (!state().stored && !state().draft))
            show_kind();
    }

    void paint(const PanelColours& colours) override {
        for (Control* label : labels_)
            label->set("TextColor", Any(colours.muted));
        dates_->set("TextColor", Any(colours.text));
        hidden_->set("TextColor", Any(colours.muted));
        for (Control* link : {more_, read_dates_, check_, list_, stop_})
            link->set("TextColor", Any(colours.main));
        for (const Line& line : lines_) {
            line.text->set("TextColor", Any(colours.text));
            line.link->set("TextColor", Any(colours.main));
        }
        status_->set("TextColor", Any(alarm_ ? colours.attention : colours.text));
    }

    void SAL_CALL disposing() override {
        document_.clear();
        Panel::disposing();
    }

private:
    struct Picker {
        Control* label;
        Control* list;
        std::size_t row;
    };
    struct Line {
        Control* text;
        Control* link;
        std::size_t row;
    };

    KindState& state(SheetKind kind) { return states_[static_cast<std::size_t>(kind)]; }
    KindState& state() { return state(kind_); }
    std::span<const Role> roles() const { return dashboard::roles(kind_); }

    bool is_users(const std::string& name) const {
        return std::find(sheets_.begin(), sheets_.end(), name) != sheets_.end();
    }

    /// Each kind with the sheet that is in use for it.
    void list_kinds() {
        std::vector<std::string> choices;
        for (const SheetKind kind : dashboard::sheet_kinds) {
            const auto& stored = state(kind).stored;
            choices.push_back(fmt::format("{} – {}", shown(dashboard::label(kind)),
                                          stored ? stored->sheet : shown(text("unused"))));
        }
        kind_list_->set_choices(choices, static_cast<std::size_t>(kind_));
    }

    void choose_kind() {
        const auto position = kind_list_->chosen();
        if (!position || !document().is())
            return;
        kind_ = dashboard::sheet_kinds[*position];
        show_kind();
    }

    /// How well a sheet suits the kind that is chosen; what stands first counts first.
    struct Fit {
        bool unused = false;        ///< it is no other kind's sheet
        double headers = 0;         ///< how well the headers name the required roles, on average
        std::ptrdiff_t columns = 0; ///< how many roles have a column
        bool in_view = false;

        auto operator<=>(const Fit&) const = default; // NOLINT(modernize-use-nullptr): there is none here
    };

    Fit fit(const Mapping& guess, const dashboard::Sample& rows) const {
        double sum = 0;
        double required = 0;
        for (std::size_t role = 0; role < roles().size(); ++role)
            if (roles()[role].required) {
                ++required;
                if (const auto column = guess.columns[role])
                    sum += dashboard::header_score(
                        dashboard::header_words(dashboard::header(rows, guess, *column)), roles()[role]);
            }
        return {std::none_of(states_.begin(), states_.end(),
                             [&](const KindState& known) {
                                 return known.stored && known.stored->sheet == rows.sheet;
                             }),
                // Every sheet has a column of clients: alone it tells nothing.
                required > 1 ? sum / required : 0,
                std::count_if(guess.columns.begin(), guess.columns.end(),
                              [](const auto& column) { return column.has_value(); }),
                rows.sheet == active_sheet()};
    }

    /// The mapping of the sheet that suits the kind best, or none where each lacks a required column.
    std::optional<Mapping> best_guess(const Document& document) const {
        std::optional<Mapping> best;
        Fit best_fit;
        for (const std::string& name : sheets_) {
            const dashboard::Sample rows = sample(document, name);
            Mapping guess = dashboard::guess_mapping(kind_, rows);
            if (!guess.complete())
                continue;
            const Fit own = fit(guess, rows);
            if (best && !(own > best_fit))
                continue;
            best = std::move(guess);
            best_fit = own;
        }
        return best;
    }

    std::string active_sheet() const {
        if (!frame().is())
            return {};
        const Reference<com::sun::star::sheet::XSpreadsheetView> view(frame()->getController(), UNO_QUERY);
        const Reference<com::sun::star::container::XNamed> sheet(view.is() ? view->getActiveSheet() : nullptr,
                                                                 UNO_QUERY);
        return sheet.is() ? narrow(sheet->getName()) : std::string();
    }

    /// Shows the kind that is chosen: what the user chose and did not store yet, else what is in use, else
    /// what can be guessed.
    void show_kind() {
        KindState& known = state();
        if (known.draft && !is_users(known.draft->sheet))
            known.draft.reset();
        std::optional<Mapping> mapping = known.draft ? known.draft : known.stored;
        if (!mapping)
            mapping = best_guess(document_);
        recognised_ = mapping.has_value();
        const Mapping shown = mapping ? *mapping : first_try();
        label_roles(shown);
        show_mapping(shown);
    }

    Mapping first_try() const {
        if (sheets_.empty())
            return {kind_, {}, 0, std::vector<std::optional<int>>(roles().size())};
        const std::string active = active_sheet();
        return dashboard::guess_mapping(kind_,
                                        sample(document_, is_users(active) ? active : sheets_.front()));
    }

    void label_roles(const Mapping& mapping) {
        // In Chinese a letter would stand behind the word, "日期(B)", and read like the column B.
        const bool marked = office_language() == catalog::Language::english;
        Mnemonics mnemonics;
        for (const catalog::Text taken :
             {text("~Kind of sheet"), text("Sheet na~me"), text("~Use this mapping")})
            mnemonics.keep(shown(taken));
        // There are fewer letters than roles; those that are shown from the start come first.
        std::vector<std::size_t> order(roles().size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_partition(order.begin(), order.end(), [&](std::size_t role) {
            return roles()[role].required || mapping.columns[role].has_value();
        });
        std::vector<std::string> names;
        for (const std::size_t role : order)
            names.push_back(shown(roles()[role].label));
        const std::vector<std::string> labels = marked ? mnemonics.mark(names) : names;
        for (std::size_t place = 0; place < order.size(); ++place) {
            const Picker& picker = pickers_[order[place]];
            picker.label->set_label(labels[place]);
            picker.list->set("HelpText", Any(wide(sentence(text("Column that holds: {role}"),
                                                           fmt::arg("role", names[place])))));
        }
        const bool has_optional =
            std::any_of(roles().begin(), roles().end(), [](const Role& role) { return !role.required; });
        layout().show(more_row_, has_optional);
    }

    void show_mapping(const Mapping& mapping) {
        mapping_ = mapping;
        picked_role_.reset();
        const auto place = std::find(sheets_.begin(), sheets_.end(), mapping.sheet);
        sheet_list_->set_choices(sheets_, static_cast<std::size_t>(place - sheets_.begin()));
        const dashboard::Sample rows =
            is_users(mapping.sheet) ? sample(document_, mapping.sheet) : dashboard::Sample{};
        std::vector<std::string> choices = {no_column};
        columns_ = {std::nullopt};
        for (std::size_t column = 0; column < rows.columns.size(); ++column) {
            const int number = static_cast<int>(column);
            const bool played = std::find(mapping.columns.begin(), mapping.columns.end(),
                                          std::optional(number)) != mapping.columns.end();
            if (!played && is_blank(rows.columns[column]))
                continue;
            const std::string header = dashboard::header(rows, mapping, number);
            const std::string letters = dashboard::column_letters(number);
            choices.push_back(header == letters ? letters : fmt::format("{} ({})", header, letters));
            columns_.push_back(number);
        }
        for (std::size_t role = 0; role < roles().size(); ++role)
            pickers_[role].list->set_choices(choices, entry_of(role));
        show_optional();
        show_state();
    }

    /// Optional roles stand there when a column plays them, or when all are asked for.
    void show_optional() {
        const auto all = roles();
        for (std::size_t role = 0; role < pickers_.size(); ++role)
            layout().show(pickers_[role].row, role < all.size() && (all_roles_ || all[role].required ||
                                                                    mapping_.columns[role].has_value()));
        relabel(*more_, shown(all_roles_ ? text("Fewer columns") : text("More columns")));
    }

    void toggle_optional() {
        all_roles_ = !all_roles_;
        show_optional();
        relayout();
    }

    void choose_sheet() {
        const auto position = sheet_list_->chosen();
        if (!document().is() || !position || *position >= sheets_.size())
            return;
        const std::string& name = sheets_[*position];
        try {
            const auto& stored = state().stored;
            show_mapping(stored && stored->sheet == name
                             ? *stored
                             : dashboard::guess_mapping(kind_, sample(document_, name)));
            keep_draft();
        } catch (const com::sun::star::uno::Exception&) {
            // The sheet went away while the list was open.
            update();
        }
    }

    /// A column plays one role only: the one it was picked for last. Who goes through a list by keys picks
    /// one column after the other: what an earlier one of them took from another role, that role gets back.
    void pick(std::size_t picked_role) {
        if (picked_role != picked_role_) {
            picked_role_ = picked_role;
            before_pick_ = mapping_.columns;
        }
        const auto position = pickers_[picked_role].list->chosen();
        const auto column = position && *position < columns_.size() ? columns_[*position] : std::nullopt;
        mapping_.columns = before_pick_;
        if (column)
            std::replace(mapping_.columns.begin(), mapping_.columns.end(), column, std::optional<int>());
        mapping_.columns[picked_role] = column;
        for (std::size_t role = 0; role < roles().size(); ++role)
            if (role != picked_role)
                pickers_[role].list->choose(entry_of(role));
        keep_draft();
    }

    /// The entry of a role's picker that stands for its column.
    std::size_t entry_of(std::size_t role) const {
        return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), mapping_.columns[role]) -
                                        columns_.begin());
    }

    void keep_draft() {
        KindState& known = state();
        known.draft = mapping_ == known.stored ? std::nullopt : std::optional(mapping_);
        known.report.reset();
        show_state();
    }

    /// What a check found, or which step comes next.
    void show_state() {
        const KindState& known = state();
        const bool in_use = mapping_ == known.stored;
        const Control* standing = focused();
        use_->enable(mapping_.complete());
        const Report report = known.report ? *known.report : Report{.sentence = next_step(in_use)};
        alarm_ = report.alarm;
        status_->set_text(report.sentence);
        status_->set("TextColor", Any(alarm_ ? colours().attention : colours().text));
        for (std::size_t index = 0; index < lines_.size(); ++index) {
            const bool listed = index < report.reasons.size();
            layout().show(lines_[index].row, listed);
            if (!listed)
                continue;
            const Reason& reason = report.reasons[index];
            lines_[index].text->set_text(
                fmt::format("{} × {}", fmt::group_digits(reason.findings.size()), reason.words));
            lines_[index].link->set("HelpText", Any(wide(sentence(text("Show the next row: {reason}"),
                                                                  fmt::arg("reason", reason.words)))));
        }
        show_remarks(report);
        layout().show(links_row_, known.stored.has_value());
        relabel(*check_, shown(known.report ? text("Check again") : text("Check data")));
        check_->show(in_use);
        list_->show(in_use);
        relayout();
        // What was just pressed may be gone; the keyboard must not be left nowhere.
        if (standing && !standing->takes_focus())
            (use_->takes_focus() ? use_ : kind_list_)->focus();
    }

    void show_remarks(const Report& report) {
        const bool read = mapping_.text_dates;
        layout().show(dates_row_, report.text_dates > 0);
        dates_->set_text(sentence(read ? text("Dates written as text, read as dates: {count}")
                                       : text("Dates written as text: {count}"),
                                  fmt::arg("count", fmt::group_digits(report.text_dates))));
        relabel(*read_dates_, shown(read ? text("Leave them out") : text("Read them")));
        layout().show(hidden_row_, report.hidden_rows > 0);
        hidden_->set_text(sentence(text("Hidden or filtered rows, which count all the same: {count}"),
                                   fmt::arg("count", fmt::group_digits(report.hidden_rows))));
    }

    std::string next_step(bool in_use) {
        if (in_use)
            return shown(text("This mapping is in use"));
        if (!recognised_ && !state().draft)
            return sentence(text("No sheet was recognised as {kind}: choose the sheet and its columns"),
                            fmt::arg("kind", shown(dashboard::label(kind_))));
        for (std::size_t role = 0; role < roles().size(); ++role)
            if (roles()[role].required && !mapping_.columns[role])
                return sentence(text("Choose the column that holds: {role}"),
                                fmt::arg("role", shown(roles()[role].label)));
        return shown(state().draft ? text("Not in use yet")
                                   : text("Recognised by the headers; not in use yet"));
    }

    /// Says what is going on, and lets the window paint it before the work begins.
    void announce(std::function<void(const Document&)> work) {
        // The rest stays until there is something new: what the focus is on does not go away meanwhile.
        Report& standing = state().report ? *state().report : state().report.emplace();
        standing.sentence = fmt::format("{}…", shown(text("Checking the data")));
        standing.alarm = false;
        show_state();
        later([this, work = std::move(work)] {
            const Document document = this->document();
            if (document.is())
                work(document);
        });
    }

    /// The steps of a check. Most are over before one could think of cancelling them; only those that last
    /// are shown, and hear events.
    class Check : public Progress {
    public:
        Check(DataPanel& panel, const Document& document) : panel_(panel), steps_(panel, document) {}
        ~Check() override { panel_.set_busy(false); }
        Check(const Check&) = delete;
        Check& operator=(const Check&) = delete;

        void step(const std::string& name, double share) override {
            constexpr std::chrono::milliseconds quiet{200};
            if (std::chrono::steady_clock::now() - start_ < quiet)
                return;
            panel_.set_busy(true);
            steps_.step(name, share);
        }

    private:
        DataPanel& panel_;
        Steps steps_;
        std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    };

    void set_busy(bool busy) {
        if (closed() || busy == this->busy())
            return;
        Control* standing = focused();
        if (busy)
            pressed_ = standing;
        std::vector<Control*> used = {kind_list_,  sheet_list_, more_, use_,
                                      read_dates_, check_,      list_, stop_};
        for (const Picker& picker : pickers_)
            used.push_back(picker.list);
        for (const Line& line : lines_)
            used.push_back(line.link);
        for (Control* control : used)
            control->enable(!busy);
        if (!busy)
            use_->enable(mapping_.complete());
        layout().show(status_row_, !busy);
        show_progress(busy);
        if (!busy && standing && pressed_)
            pressed_->focus();
    }

    void report(SheetKind kind, Report found) {
        if (closed())
            return;
        state(kind).stored = stored_mapping(document_, kind);
        state(kind).report = std::move(found);
        update();
        show_kind();
    }

    Outcome carry_out(const Document& document, const Command& command) {
        Check progress(*this, document);
        return run(document, command, progress);
    }

    static Report said(const Outcome& outcome) {
        return {.sentence = outcome.sentence, .alarm = !outcome.success};
    }

    void use_mapping() {
        if (document().is() && mapping_.complete())
            announce([this, mapping = mapping_](const Document& document) { store(document, mapping); });
    }

    void store(const Document& document, const Mapping& mapping) {
        Command command{"map",
                        {{"Role", std::string(dashboard::key(mapping.kind))},
                         {"Sheet", mapping.sheet},
                         {"TextDates", mapping.text_dates ? "yes" : "no"}}};
        const auto all = dashboard::roles(mapping.kind);
        for (std::size_t role = 0; role < all.size(); ++role)
            command.arguments.emplace(all[role].key, mapping.columns[role]
                                                         ? dashboard::column_letters(*mapping.columns[role])
                                                         : std::string(none_argument));
        const Outcome outcome = carry_out(document, command);
        if (!outcome.success)
            return report(mapping.kind, said(outcome));
        state(mapping.kind).draft.reset();
        report(mapping.kind, look_at_rows(document, mapping.kind));
    }

    /// Reads dates that are written as text, or stops doing so; the sheet itself stays as it is.
    void read_dates() {
        Mapping mapping = mapping_;
        mapping.text_dates = !mapping.text_dates;
        announce([this, mapping](const Document& document) { store(document, mapping); });
    }

    void check_again() {
        announce([this, kind = kind_, before = state().report.value_or(Report{})](const Document& document) {
            report(kind, look_at_rows(document, kind, before));
        });
    }

    void list_findings() {
        announce([this, kind = kind_](const Document& document) {
            report(kind, said(carry_out(document, Command{"check", {}})));
        });
    }

    void stop_using() {
        const Document document = this->document();
        if (!document.is())
            return;
        state().draft.reset();
        report(kind_, said(carry_out(document, Command{"map",
                                                       {{"Role", std::string(dashboard::key(kind_))},
                                                        {"Sheet", std::string(none_argument)}}})));
    }

    /// What cannot be used on the sheet in use for a kind, reason by reason. Where that is cancelled, what
    /// was known before.
    Report look_at_rows(const Document& document, SheetKind kind, Report before = {}) {
        try {
            const auto mapping = stored_mapping(document, kind);
            if (!mapping)
                return {.sentence = shown(text("The sheet has changed: check the data again")),
                        .alarm = true};
            Check progress(*this, document);
            const CheckResult result = look_at(document, *mapping, progress);
            const std::size_t aside = result.findings.size();
            return {.sentence = sentence(aside == 0 ? text("All {rows} rows can be used")
                                                    : text("{aside} of {rows} rows cannot be used"),
                                         fmt::arg("rows", fmt::group_digits(result.rows_used + aside)),
                                         fmt::arg("aside", fmt::group_digits(aside))),
                    .alarm = aside > 0,
                    .reasons = by_reason(result.findings),
                    .text_dates = result.text_dates,
                    .hidden_rows = result.hidden_rows};
        } catch (const Cancelled&) {
            before.sentence = shown(text("The check was cancelled"));
            before.alarm = false;
            return before;
        } catch (const com::sun::star::uno::Exception& exception) {
            return unchecked(narrow(exception.Message));
        } catch (const std::exception& exception) {
            return unchecked(exception.what());
        }
    }

    static Report unchecked(const std::string& reason) {
        return {.sentence =
                    sentence(text("The data could not be checked: {reason}"), fmt::arg("reason", reason)),
                .alarm = true};
    }

    void show_next(std::size_t index) {
        auto& known = state().report;
        const Document document = this->document();
        if (!document.is() || !known || index >= known->reasons.size())
            return;
        Reason& reason = known->reasons[index];
        const dashboard::Finding finding = reason.findings[reason.next];
        reason.next = (reason.next + 1) % reason.findings.size();
        try {
            show_cell(document, finding.sheet, finding.column, finding.row);
        } catch (const com::sun::star::uno::Exception&) {
            known =
                Report{.sentence = shown(text("The sheet has changed: check the data again")), .alarm = true};
            show_state();
        }
    }

    SheetKind kind_ = SheetKind::ledger;
    std::array<KindState, std::size(dashboard::sheet_kinds)> states_;
    Document document_;
    std::vector<std::string> sheets_;
    Mapping mapping_;                             ///< what the pickers show
    std::vector<std::optional<int>> columns_;     ///< what each entry of a picker stands for
    std::optional<std::size_t> picked_role_;      ///< the role whose column was picked last
    std::vector<std::optional<int>> before_pick_; ///< the columns before that
    bool recognised_ = false;                     ///< a sheet for the kind was found, or is in use
    bool all_roles_ = false;
    bool alarm_ = false;
    Control* pressed_ = nullptr; ///< what set off the check that is shown

    Control* kind_list_ = nullptr;
    Control* sheet_list_ = nullptr;
    std::vector<Picker> pickers_;
    std::vector<Control*> labels_;
    Control* more_ = nullptr;
    Control* use_ = nullptr;
    Control* status_ = nullptr;
    std::vector<Line> lines_;
    Control* dates_ = nullptr;
    Control* read_dates_ = nullptr;
    Control* hidden_ = nullptr;
    Control* check_ = nullptr;
    Control* list_ = nullptr;
    Control* stop_ = nullptr;
    std::size_t more_row_ = 0;
    std::size_t status_row_ = 0;
    std::size_t dates_row_ = 0;
    std::size_t hidden_row_ = 0;
    std::size_t links_row_ = 0;
};

} // namespace

Reference<com::sun::star::ui::XUIElement> make_data_panel(const PanelPlace& place) {
    const rtl::Reference<DataPanel> panel(new DataPanel(place));
    panel->open();
    return panel.get();
}

} // namespace perennial::uno
