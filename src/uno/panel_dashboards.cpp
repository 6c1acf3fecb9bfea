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
constexpr std::string_view dashboards[] = {"retention"};
constexpr std::string_view periods[] = {"month"};

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
    void fill() override {
        Control& dashboard_label = add_label(shown(text("~Dashboard")));
        dashboard_ = &add_list([] {});
        set_choices(*dashboard_, {shown(text("Retention"))}, 0);
        Control& date_label = add_label(shown(text("~As of")));
        date_ = &add_edit();
        date_->set("HelpText", Any(wide(shown(text("Left empty: the latest date in the data")))));
        Control& period_label = add_label(shown(text("~Period")));
        period_ = &add_list([] {});
        set_choices(*period_, {shown(text("Month"))}, 0);
        labels_ = {&dashboard_label, &date_label, &period_label};
        layout().add(Shape::field, {&dashboard_label, dashboard_});
        layout().add(Shape::field, {&date_label, date_});
        layout().add(Shape::field, {&period_label, period_});

        build_ = &add_button(shown(text("~Build")), [this] { start("build"); });
        build_->set("DefaultButton", Any(true));
        refresh_ = &add_button(shown(text("~Refresh")), [this] { start("refresh"); });
        layout().add(Shape::buttons, {build_, refresh_});
        bar_ = &add_bar();
        bar_row_ = layout().add(Shape::stacked, {bar_});
        step_ = &add_text({});
        cancel_ = &add_link(shown(text("Cancel")), [this] { cancelled_ = true; });
        step_row_ = layout().add(Shape::ends, {step_, cancel_});
        result_ = &add_text({});
        result_row_ = layout().add(Shape::stacked, {result_});
        layout().show(bar_row_, false);
        layout().show(step_row_, false);
        layout().show(result_row_, false);
    }

    void update() override {}

    void paint(const PanelColours& colours) override {
        for (Control* label : labels_)
            label->set("TextColor", Any(colours.muted));
        step_->set("TextColor", Any(colours.muted));
        cancel_->set("TextColor", Any(colours.main));
        bar_->set("FillColor", Any(colours.main));
        result_->set("TextColor", Any(failed_ ? colours.attention : colours.text));
    }

private:
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
            command.arguments = {{"Dashboard", std::string(dashboards[chosen(*dashboard_).value_or(0)])},
                                 {"Period", std::string(periods[chosen(*period_).value_or(0)])},
                                 {"AsOf", as_of()}};
        set_busy(true);
        show_step(shown(text("Reading the ledger")), 0);
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
        busy_ = busy;
        cancelled_ = false;
        for (Control* control : {dashboard_, date_, period_, build_, refresh_})
            control->enable(!busy);
        layout().show(bar_row_, busy);
        layout().show(step_row_, busy);
        if (busy)
            layout().show(result_row_, false);
        relayout();
        (busy ? cancel_ : build_)->focus();
    }

    void show_step(const std::string& name, double share) {
        if (closed())
            return;
        set_text(*step_, fmt::format("{}…", name));
        bar_->as<com::sun::star::awt::XProgressBar>()->setValue(static_cast<sal_Int32>(share * 100));
        relayout();
    }

    void say(const Outcome& outcome) {
        failed_ = !outcome.success;
        set_text(*result_, outcome.sentence);
        result_->set("TextColor", Any(failed_ ? colours().attention : colours().text));
        layout().show(result_row_, true);
        relayout();
    }

    bool busy_ = false;
    bool cancelled_ = false;
    bool failed_ = false;

    std::vector<Control*> labels_;
    Control* dashboard_ = nullptr;
    Control* date_ = nullptr;
    Control* period_ = nullptr;
    Control* build_ = nullptr;
    Control* refresh_ = nullptr;
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
