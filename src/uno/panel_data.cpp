#include "uno/commands.hpp"
#include "uno/panel_element.hpp"
#include "uno/strings.hpp"
#include "uno/window_progress.hpp"

#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include <fmt/format.h>
#include <rtl/ref.hxx>

#include <algorithm>

/// The panel "Data": which sheet and columns hold the client data, and which rows cannot be used.
namespace perennial::uno {
namespace {

using catalog::text;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using dashboard::Mapping;
using dashboard::Role;
using Shape = PanelLayout::Shape;

/// What stands in a picker for a role that no column plays, and in the command for "none".
const std::string no_column = "—";
constexpr std::string_view no_column_argument = "-";

class DataPanel : public Panel {
public:
    using Panel::Panel;

protected:
    void fill() override {
        Control& label = add_label(shown(text("~Sheet")));
        sheet_ = &add_list([this] { choose_sheet(); });
        layout().add(Shape::stacked, {&label, sheet_});
        labels_.push_back(&label);
        for (const Role& role : dashboard::roles(kind_)) {
            // The office appends mnemonics to Chinese labels: "日期(B)" would read like the column B.
            Control& name = office_language() == catalog::Language::english ? add_label(shown(role.label))
                                                                            : add_text(shown(role.label));
            Control& list = add_list([this, index = pickers_.size()] { pick(index); });
            list.set("HelpText", Any(wide(fmt::format(fmt::runtime(shown(text("Column that holds: {role}"))),
                                                      fmt::arg("role", shown(role.label))))));
            pickers_.push_back({&list, layout().add(Shape::field, {&name, &list})});
            labels_.push_back(&name);
        }
        more_ = &add_link(shown(text("More columns")), [this] { toggle_optional(); });
        use_ = &add_button(shown(text("~Use this mapping")), [this] { use_mapping(); });
        layout().add(Shape::stacked, {more_});
        layout().add(Shape::buttons, {use_});
        status_ = &add_text({});
        again_ = &add_link(shown(text("Check again")), [this] { check_again(); });
        status_row_ = layout().add(Shape::ends, {status_, again_});
    }

    void update() override {
        const Document document = this->document();
        if (!document.is())
            return;
        const auto sheets = user_sheets(document);
        const auto stored = stored_mapping(document, kind_);
        const bool same = document == document_ && sheets == sheets_ && stored == stored_;
        if (same && (stored_ || touched_))
            return;
        const std::string standing =
            same || (document == document_ && touched_) ? chosen_sheet() : std::string();
        document_ = document;
        sheets_ = sheets;
        stored_ = stored;
        touched_ = false;
        if (!same)
            forget_findings();
        show_sheet(document, stored_ ? stored_->sheet : first_choice(document, standing));
    }

    void paint(const PanelColours& colours) override {
        for (Control* label : labels_)
            label->set("TextColor", Any(colours.muted));
        more_->set("TextColor", Any(colours.main));
        again_->set("TextColor", Any(colours.main));
        status_->set("TextColor", Any(alarm_ ? colours.attention : colours.text));
        for (const Reason& reason : reasons_) {
            reason.text->set("TextColor", Any(colours.text));
            reason.link->set("TextColor", Any(colours.main));
        }
    }

    void SAL_CALL disposing() override {
        document_.clear();
        Panel::disposing();
    }

private:
    struct Picker {
        Control* list;
        std::size_t row;
    };
    /// Findings with one reason; the link leads from one to the next.
    struct Reason {
        Control* text;
        Control* link;
        std::size_t row;
        std::vector<dashboard::Finding> findings;
        std::size_t next = 0;
    };

    std::string chosen_sheet() const {
        const auto position = chosen(*sheet_);
        return position && *position < sheets_.size() ? sheets_[*position] : std::string();
    }

    /// The sheet that stood there, else the one in view, where it can be a ledger, else the first that can.
    std::string first_choice(const Document& document, const std::string& standing) const {
        if (sheets_.empty())
            return {};
        const auto is_users = [this](const std::string& name) {
            return std::find(sheets_.begin(), sheets_.end(), name) != sheets_.end();
        };
        if (is_users(standing))
            return standing;
        const auto can_be_ledger = [&](const std::string& name) {
            return dashboard::guess_mapping(kind_, sample(document, name)).complete();
        };
        const std::string active = active_sheet();
        if (is_users(active) && can_be_ledger(active))
            return active;
        const auto found = std::find_if(sheets_.begin(), sheets_.end(), can_be_ledger);
        return found != sheets_.end() ? *found : is_users(active) ? active : sheets_.front();
    }

    std::string active_sheet() const {
        if (!frame().is())
            return {};
        const Reference<com::sun::star::sheet::XSpreadsheetView> view(frame()->getController(), UNO_QUERY);
        const Reference<com::sun::star::container::XNamed> sheet(view.is() ? view->getActiveSheet() : nullptr,
                                                                 UNO_QUERY);
        return sheet.is() ? narrow(sheet->getName()) : std::string();
    }

    void show_sheet(const Document& document, const std::string& name) {
        const auto place = std::find(sheets_.begin(), sheets_.end(), name);
        set_choices(*sheet_, sheets_, static_cast<std::size_t>(place - sheets_.begin()));
        if (place == sheets_.end())
            return;
        sample_ = sample(document, name);
        const bool in_use = stored_ && stored_->sheet == name;
        show_mapping(in_use ? *stored_ : dashboard::guess_mapping(kind_, sample_));
    }

    void show_mapping(const Mapping& mapping) {
        mapping_ = mapping;
        std::vector<std::string> choices = {no_column};
        columns_ = {std::nullopt};
        for (std::size_t column = 0; column < sample_.columns.size(); ++column) {
            const int number = static_cast<int>(column);
            const bool played = std::find(mapping.columns.begin(), mapping.columns.end(),
                                          std::optional(number)) != mapping.columns.end();
            if (!played && is_blank(sample_.columns[column]))
                continue;
            const std::string header = dashboard::header(sample_, mapping, number);
            const std::string letters = dashboard::column_letters(number);
            choices.push_back(header == letters ? letters : fmt::format("{} ({})", header, letters));
            columns_.push_back(number);
        }
        for (std::size_t role = 0; role < pickers_.size(); ++role) {
            const auto place = std::find(columns_.begin(), columns_.end(), mapping.columns[role]);
            set_choices(*pickers_[role].list, choices, static_cast<std::size_t>(place - columns_.begin()));
        }
        show_optional();
        say_state();
    }

    static bool is_blank(const metrics::Column& column) {
        for (std::size_t row = 0; row < column.size(); ++row)
            if (column.kind(row) != metrics::Column::Kind::empty)
                return false;
        return true;
    }

    /// Optional roles stand there when a column plays them, or when all are asked for.
    void show_optional() {
        const auto all = dashboard::roles(kind_);
        for (std::size_t role = 0; role < pickers_.size(); ++role)
            layout().show(pickers_[role].row, all_roles_ || all[role].required || picked(role).has_value());
        set_text(*more_, shown(all_roles_ ? text("Fewer columns") : text("More columns")));
    }

    void toggle_optional() {
        all_roles_ = !all_roles_;
        show_optional();
        relayout();
    }

    std::optional<int> picked(std::size_t role) const {
        const auto position = chosen(*pickers_[role].list);
        return position && *position < columns_.size() ? columns_[*position] : std::nullopt;
    }

    Mapping picked_mapping() const {
        Mapping mapping = mapping_;
        for (std::size_t role = 0; role < pickers_.size(); ++role)
            mapping.columns[role] = picked(role);
        return mapping;
    }

    void choose_sheet() {
        const Document document = this->document();
        if (!document.is())
            return;
        touched_ = true;
        forget_findings();
        try {
            show_sheet(document, chosen_sheet());
        } catch (const com::sun::star::uno::Exception&) {
            // The sheet went away while the list was open.
            touched_ = false;
            update();
        }
    }

    /// A column plays one role only: the one it was picked for last.
    void pick(std::size_t picked_role) {
        const auto column = picked(picked_role);
        for (std::size_t role = 0; role < pickers_.size(); ++role)
            if (column && role != picked_role && picked(role) == column)
                pickers_[role].list->as<com::sun::star::awt::XListBox>()->selectItemPos(0, true);
        touched_ = true;
        forget_findings();
        say_state();
    }

    /// Which step comes next, as long as there is no check to report.
    void say_state() {
        const Mapping mapping = picked_mapping();
        const auto all = dashboard::roles(kind_);
        use_->enable(mapping.complete());
        if (reported_)
            return;
        layout().show(status_row_, true);
        const bool in_use = stored_ && mapping == *stored_;
        again_->show(in_use);
        if (in_use)
            return say(shown(text("This mapping is in use")), false);
        for (std::size_t role = 0; role < all.size(); ++role)
            if (all[role].required && !mapping.columns[role])
                return say(fmt::format(fmt::runtime(shown(text("Choose the column that holds: {role}"))),
                                       fmt::arg("role", shown(all[role].label))),
                           false);
        say(shown(touched_ ? text("Not in use yet") : text("Recognised by the headers; not in use yet")),
            false);
    }

    void say(const std::string& sentence, bool alarm) {
        alarm_ = alarm;
        set_text(*status_, sentence);
        status_->set("TextColor", Any(alarm ? colours().attention : colours().text));
        set_text(*again_, shown(reported_ ? text("Check again") : text("Check data")));
        relayout();
    }

    void use_mapping() {
        const Mapping mapping = picked_mapping();
        if (!document().is() || !mapping.complete())
            return;
        forget_findings();
        again_->show(false);
        say(fmt::format("{}…", shown(text("Checking the ledger"))), false);
        later([this, mapping] { store(mapping); });
    }

    void store(const Mapping& mapping) {
        const Document document = this->document();
        if (!document.is())
            return;
        Command command{"map", {{"Role", std::string(dashboard::key(kind_))}, {"Sheet", mapping.sheet}}};
        const auto all = dashboard::roles(kind_);
        for (std::size_t role = 0; role < all.size(); ++role)
            command.arguments.emplace(all[role].key, mapping.columns[role]
                                                         ? dashboard::column_letters(*mapping.columns[role])
                                                         : std::string(no_column_argument));
        WindowProgress progress(frame());
        const Outcome outcome = run(document, command, progress);
        if (closed())
            return;
        if (!outcome.success) {
            reported_ = true;
            return say(outcome.sentence, true);
        }
        touched_ = false;
        stored_ = stored_mapping(document, kind_);
        report(document);
    }

    void check_again() {
        if (!document().is() || !stored_)
            return;
        forget_findings();
        again_->show(false);
        say(fmt::format("{}…", shown(text("Checking the ledger"))), false);
        later([this] {
            const Document document = this->document();
            if (document.is())
                report(document);
        });
    }

    /// Checks the ledger in use and shows what cannot be used, reason by reason.
    void report(const Document& document) {
        reported_ = true;
        stored_ = stored_mapping(document, kind_);
        if (!stored_)
            return say(
                shown(text("Choose the sheet with your orders first: no ledger is mapped in this document")),
                true);
        try {
            const CheckResult result = check(document, *stored_);
            for (const dashboard::Finding& finding : result.findings)
                add_finding(finding);
            const std::size_t rows = result.rows_used + result.findings.size();
            again_->show(true);
            for (Reason& reason : reasons_) {
                set_text(*reason.text, fmt::format("{} × {}", fmt::group_digits(reason.findings.size()),
                                                   reason.findings.empty() ? std::string()
                                                                           : reason.findings.front().reason));
                layout().show(reason.row, !reason.findings.empty());
            }
            say(fmt::format(fmt::runtime(shown(result.findings.empty()
                                                   ? text("All {rows} rows can be used")
                                                   : text("{aside} of {rows} rows cannot be used"))),
                            fmt::arg("rows", fmt::group_digits(rows)),
                            fmt::arg("aside", fmt::group_digits(result.findings.size()))),
                !result.findings.empty());
        } catch (const com::sun::star::uno::Exception& exception) {
            say(fmt::format(fmt::runtime(shown(text("The data could not be checked: {reason}"))),
                            fmt::arg("reason", narrow(exception.Message))),
                true);
        }
    }

    void add_finding(const dashboard::Finding& finding) {
        auto place = std::find_if(reasons_.begin(), reasons_.end(), [&](const Reason& reason) {
            return reason.findings.empty() || reason.findings.front().reason == finding.reason;
        });
        if (place == reasons_.end()) {
            const std::size_t index = reasons_.size();
            Control& line = add_text({});
            Control& link = add_link(shown(text("Show")), [this, index] { show_next(index); });
            line.set("TextColor", Any(colours().text));
            link.set("TextColor", Any(colours().main));
            reasons_.push_back({&line, &link, layout().add(Shape::ends, {&line, &link}), {}});
            place = reasons_.end() - 1;
        }
        if (place->findings.empty())
            place->link->set("HelpText",
                             Any(wide(fmt::format(fmt::runtime(shown(text("Show the next row: {reason}"))),
                                                  fmt::arg("reason", finding.reason)))));
        place->findings.push_back(finding);
    }

    void forget_findings() {
        reported_ = false;
        for (Reason& reason : reasons_) {
            reason.findings.clear();
            reason.next = 0;
            layout().show(reason.row, false);
        }
    }

    void show_next(std::size_t index) {
        const Document document = this->document();
        Reason& reason = reasons_[index];
        if (!document.is() || reason.findings.empty())
            return;
        const dashboard::Finding finding = reason.findings[reason.next];
        reason.next = (reason.next + 1) % reason.findings.size();
        try {
            show_cell(document, finding.sheet, finding.column, finding.row);
        } catch (const com::sun::star::uno::Exception&) {
            say(shown(text("The sheet has changed: check the data again")), true);
        }
    }

    const dashboard::SheetKind kind_ = dashboard::SheetKind::ledger;
    Document document_;
    std::vector<std::string> sheets_;
    std::optional<Mapping> stored_;
    dashboard::Sample sample_;
    Mapping mapping_;
    std::vector<std::optional<int>> columns_; ///< what each entry of a picker stands for
    bool touched_ = false;                    ///< the user chose something that is not stored yet
    bool all_roles_ = false;
    bool reported_ = false; ///< the status tells the result of a check
    bool alarm_ = false;

    Control* sheet_ = nullptr;
    std::vector<Picker> pickers_;
    std::vector<Control*> labels_;
    Control* more_ = nullptr;
    Control* use_ = nullptr;
    Control* status_ = nullptr;
    Control* again_ = nullptr;
    std::size_t status_row_ = 0;
    std::vector<Reason> reasons_;
};

} // namespace

Reference<com::sun::star::ui::XUIElement> make_data_panel(const PanelPlace& place) {
    const rtl::Reference<DataPanel> panel(new DataPanel(place));
    panel->open();
    return panel.get();
}

} // namespace perennial::uno
