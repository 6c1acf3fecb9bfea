#include "uno/commands.hpp"
#include "uno/panel_element.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/awt/XTextComponent.hpp>

#include <rtl/ref.hxx>

#include <span>

/// The panel "Dashboards": chooses one, builds and refreshes, with progress and Cancel.
namespace perennial::uno {
namespace {

using catalog::text;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using Shape = PanelLayout::Shape;

/// The dashboards and periods to choose from, by their names in commands.
struct Choice {
    std::string_view name;
    catalog::Text label;
};
constexpr Choice dashboards[] = {{"retention", text("Retention")}, {"referral", text("Referral")}};
constexpr Choice periods[] = {{"month", text("Month")}};

std::vector<std::string> labels(std::span<const Choice> choices) {
    std::vector<std::string> all;
    for (const Choice& choice : choices)
        all.push_back(shown(choice.label));
    return all;
}

std::string chosen_name(std::span<const Choice> choices, const Control& list) {
    return std::string(choices[list.chosen().value_or(0)].name);
}

class DashboardsPanel : public Panel {
public:
    using Panel::Panel;

protected:
    int rank() const override { return 1; }

    void fill() override {
        Control& dashboard_label = add_label(shown(text("Dash~board")));
        dashboard_ = &add_list([] {});
        dashboard_->set_choices(labels(dashboards), 0);
        Control& date_label = add_label(shown(text("~As of")));
        date_ = &add_edit();
        date_->set("HelpText", Any(wide(shown(text("Left empty: the latest date in the data")))));
        Control& period_label = add_label(shown(text("~Period")));
        period_ = &add_list([] {});
        period_->set_choices(labels(periods), 0);
        labels_ = {&dashboard_label, &date_label, &period_label};
        layout().add(Shape::field, {&dashboard_label, dashboard_});
        layout().add(Shape::field, {&date_label, date_});
        layout().add(Shape::field, {&period_label, period_});

        build_ = &add_button(shown(text("B~uild")), [this] { start("build"); });
        build_->set("DefaultButton", Any(true));
        refresh_ = &add_button(shown(text("~Refresh")), [this] { start("refresh"); });
        layout().add(Shape::buttons, {build_, refresh_});
        add_progress();
        result_ = &add_text(shown(text("As of left empty: the latest date in the data")));
        result_row_ = layout().add(Shape::stacked, {result_});
    }

    void update() override {}

    void paint(const PanelColours& colours) override {
        for (Control* label : labels_)
            label->set("TextColor", Any(colours.muted));
        paint_result(colours);
    }

private:
    /// Until there is a result, a hint stands in its place.
    enum class Result { none, good, bad };

    void paint_result(const PanelColours& colours) {
        const sal_Int32 by_result[] = {colours.muted, colours.text, colours.attention};
        result_->set("TextColor", Any(by_result[static_cast<std::size_t>(state_)]));
    }

    /// As it was typed: a field for dates would turn one that it cannot read into today, in silence.
    std::string as_of() const { return narrow(date_->as<com::sun::star::awt::XTextComponent>()->getText()); }

    void start(const char* name) {
        if (busy())
            return;
        if (!document().is())
            return say({false, shown(text("Open a spreadsheet first: the command needs one"))});
        Command command{name, {}};
        if (command.name == "build")
            command.arguments = {{"Dashboard", chosen_name(dashboards, *dashboard_)},
                                 {"Period", chosen_name(periods, *period_)},
                                 {"AsOf", as_of()}};
        started_ = command.name == "build" ? build_ : refresh_;
        set_busy(true);
        show_step(shown(text("Reading the data")), 0);
        later([this, command] { work(command); });
    }

    void work(const Command& command) {
        const Document document = this->document();
        const Outcome outcome = [&] {
            Steps steps(*this, document);
            return run(document, command, steps);
        }();
        if (closed())
            return;
        set_busy(false);
        say(outcome);
    }

    void set_busy(bool busy) {
        const Control* standing = focused();
        for (Control* control : {dashboard_, date_, period_, build_, refresh_})
            control->enable(!busy);
        if (busy)
            layout().show(result_row_, false);
        show_progress(busy);
        if (!busy && standing)
            started_->focus();
    }

    void say(const Outcome& outcome) {
        state_ = outcome.success ? Result::good : Result::bad;
        result_->set_text(outcome.sentence);
        paint_result(colours());
        layout().show(result_row_, true);
        relayout();
    }

    Result state_ = Result::none;

    std::vector<Control*> labels_;
    Control* dashboard_ = nullptr;
    Control* date_ = nullptr;
    Control* period_ = nullptr;
    Control* build_ = nullptr;
    Control* refresh_ = nullptr;
    Control* started_ = nullptr; ///< what set off the work
    Control* result_ = nullptr;
    std::size_t result_row_ = 0;
};

} // namespace

Reference<com::sun::star::ui::XUIElement> make_dashboards_panel(const PanelPlace& place) {
    const rtl::Reference<DashboardsPanel> panel(new DashboardsPanel(place));
    panel->open();
    return panel.get();
}

} // namespace perennial::uno
