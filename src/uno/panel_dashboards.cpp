#include "uno/commands.hpp"
#include "uno/panel_element.hpp"
#include "uno/strings.hpp"
#include "uno/window_progress.hpp"

#include <com/sun/star/awt/XProgressBar.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseBroadcaster.hpp>
#include <cppuhelper/implbase1.hxx>

#include <fmt/format.h>
#include <rtl/ref.hxx>

#include <span>

/// The panel "Dashboards": chooses one, builds and refreshes, with progress and Cancel.
namespace perennial::uno {
namespace {

namespace util = com::sun::star::util;
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

/// A document that is being built must not go away beneath the builder: closing it cancels first.
class KeepsOpen : public cppu::WeakImplHelper1<util::XCloseListener> {
public:
    KeepsOpen(const Document& document, bool& cancelled)
        : model_(document, UNO_QUERY), cancelled_(cancelled) {
        if (model_.is())
            model_->addCloseListener(this);
    }

    void let_go() {
        if (model_.is())
            model_->removeCloseListener(this);
        model_.clear();
    }

    void SAL_CALL queryClosing(const com::sun::star::lang::EventObject&, sal_Bool) override {
        if (!model_.is())
            return;
        cancelled_ = true;
        throw util::CloseVetoException("a dashboard is being built", *this);
    }
    void SAL_CALL notifyClosing(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL disposing(const com::sun::star::lang::EventObject&) override { model_.clear(); }

private:
    Reference<util::XCloseBroadcaster> model_;
    bool& cancelled_;
};

class DashboardsPanel : public Panel {
public:
    using Panel::Panel;

protected:
    int rank() const override { return 1; }

    bool escape() override {
        cancelled_ = busy_;
        return busy_;
    }

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
        bar_ = &add_bar();
        bar_row_ = layout().add(Shape::stacked, {bar_});
        step_ = &add_text({});
        cancel_ = &add_link(shown(text("Cancel")), [this] { cancelled_ = true; });
        step_row_ = layout().add(Shape::ends, {step_, cancel_});
        result_ = &add_text(shown(text("As of left empty: the latest date in the data")));
        result_row_ = layout().add(Shape::stacked, {result_});
        layout().show(bar_row_, false);
        layout().show(step_row_, false);
    }

    void update() override {}

    void paint(const PanelColours& colours) override {
        for (Control* label : labels_)
            label->set("TextColor", Any(colours.muted));
        step_->set("TextColor", Any(colours.muted));
        cancel_->set("TextColor", Any(colours.main));
        bar_->set("FillColor", Any(colours.main));
        paint_result(colours);
    }

private:
    /// Until there is a result, a hint stands in its place.
    enum class Result { none, good, bad };

    void paint_result(const PanelColours& colours) {
        const sal_Int32 by_result[] = {colours.muted, colours.text, colours.attention};
        result_->set("TextColor", Any(by_result[static_cast<std::size_t>(state_)]));
    }

    /// Shows the steps in the panel; the window's own indicator lets it breathe, so that Cancel is heard.
    class Steps : public Progress {
    public:
        explicit Steps(DashboardsPanel& panel) : panel_(panel), window_(panel.frame()) {}

        void step(const std::string& name, double share) override {
            panel_.show_step(name, share);
            window_.step(name, share);
            if (panel_.cancelled_ || panel_.closed())
                throw Cancelled();
        }

    private:
        DashboardsPanel& panel_;
        WindowProgress window_;
    };

    /// As it was typed: a field for dates would turn one that it cannot read into today, in silence.
    std::string as_of() const { return narrow(date_->as<com::sun::star::awt::XTextComponent>()->getText()); }

    void start(const char* name) {
        if (busy_)
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
        const rtl::Reference<KeepsOpen> guard(new KeepsOpen(document, cancelled_));
        Steps steps(*this);
        const Outcome outcome = run(document, command, steps);
        guard->let_go();
        if (closed())
            return;
        set_busy(false);
        say(outcome);
    }

    void set_busy(bool busy) {
        const Control* standing = focused();
        busy_ = busy;
        cancelled_ = false;
        for (Control* control : {dashboard_, date_, period_, build_, refresh_})
            control->enable(!busy);
        layout().show(bar_row_, busy);
        layout().show(step_row_, busy);
        if (busy)
            layout().show(result_row_, false);
        relayout();
        if (busy)
            cancel_->focus();
        else if (standing)
            started_->focus();
    }

    void show_step(const std::string& name, double share) {
        if (closed())
            return;
        step_->set_text(fmt::format("{}…", name));
        bar_->as<com::sun::star::awt::XProgressBar>()->setValue(static_cast<sal_Int32>(share * 100));
        relayout();
    }

    void say(const Outcome& outcome) {
        state_ = outcome.success ? Result::good : Result::bad;
        result_->set_text(outcome.sentence);
        paint_result(colours());
        layout().show(result_row_, true);
        relayout();
    }

    bool busy_ = false;
    bool cancelled_ = false;
    Result state_ = Result::none;

    std::vector<Control*> labels_;
    Control* dashboard_ = nullptr;
    Control* date_ = nullptr;
    Control* period_ = nullptr;
    Control* build_ = nullptr;
    Control* refresh_ = nullptr;
    Control* started_ = nullptr; ///< what set off the work
    Control* bar_ = nullptr;
    Control* step_ = nullptr;
    Control* cancel_ = nullptr;
    Control* result_ = nullptr;
    std::size_t bar_row_ = 0;
    std::size_t step_row_ = 0;
    std::size_t result_row_ = 0;
};

} // namespace

Reference<com::sun::star::ui::XUIElement> make_dashboards_panel(const PanelPlace& place) {
    const rtl::Reference<DashboardsPanel> panel(new DashboardsPanel(place));
    panel->open();
    return panel.get();
}

} // namespace perennial::uno
