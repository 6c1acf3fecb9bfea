#include "uno/panel_element.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XFixedHyperlink.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XProgressBar.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/ui/UIElementType.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace perennial::uno {

namespace awt = com::sun::star::awt;
namespace ui = com::sun::star::ui;
using com::sun::star::accessibility::XAccessible;
using com::sun::star::beans::XPropertySet;
using com::sun::star::container::XNameContainer;
using com::sun::star::frame::XFrame;
using com::sun::star::lang::EventObject;
using com::sun::star::lang::XComponent;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using com::sun::star::uno::XInterface;
using rtl::OUString;

namespace {

constexpr sal_Int32 minimal_width = 200;
constexpr int usual_unit = 9;

struct Shade {
    sal_Int32 red, green, blue;
};

Shade shade(sal_Int32 colour) {
    return {(colour >> 16) & 0xFF, (colour >> 8) & 0xFF, colour & 0xFF};
}

/// As bright as the eye sees it, 0 to 255.
sal_Int32 brightness(sal_Int32 colour) {
    const Shade parts = shade(colour);
    return (parts.red * 299 + parts.green * 587 + parts.blue * 114) / 1000;
}

/// A colour that is `percent` of the way from the first to the second.
sal_Int32 between(sal_Int32 first, sal_Int32 second, sal_Int32 percent) {
    const Shade from = shade(first);
    const Shade to = shade(second);
    const auto part = [percent](sal_Int32 start, sal_Int32 end) {
        return start + (end - start) * percent / 100;
    };
    return (part(from.red, to.red) << 16) | (part(from.green, to.green) << 8) | part(from.blue, to.blue);
}

constexpr sal_Int32 attention_on_light = 0xB0520F;
constexpr sal_Int32 attention_on_dark = 0xF0A868;
constexpr sal_Int32 main_on_light = 0x0B6E8A;
constexpr sal_Int32 main_on_dark = 0x5FB3CC;
constexpr sal_Int32 muted_percent = 30;

/// The panels that are open, and the window whose deck shall have the focus once it is there. Touched under
/// the office's lock alone.
struct Decks {
    std::vector<Panel*> panels;
    const XFrame* wanted = nullptr;
};

Decks& decks() {
    static Decks all;
    return all;
}

} // namespace

Panel::Panel(PanelPlace place) : PanelBase(m_aMutex), place_(std::move(place)) {}

Panel::~Panel() = default;

void Panel::open() {
    watch_ = new PanelWatch([this] { update_later(); });
    keys_ = new PanelKeys([this](const awt::KeyEvent& event) { return press(event); });
    make_window();
    fill();
    take_colours();
    place_.parent->addWindowListener(this);
    const Reference<awt::XStyleSettingsSupplier> styles(place_.parent, UNO_QUERY);
    if (styles.is())
        styles->getStyleSettings()->addStyleChangeListener(this);
    watch_->start(place_.frame);
    keys_->start(place_.context);
    update();
    arrange();
    window_->setVisible(true);
    auto& open = decks().panels;
    open.insert(
        std::upper_bound(open.begin(), open.end(), this,
                         [](const Panel* one, const Panel* other) { return one->rank() < other->rank(); }),
        this);
    later([this] {
        restore_labels();
        if (place_.frame.is() && decks().wanted == place_.frame.get())
            focus_deck(place_.frame);
    });
}

void Panel::focus_deck(const Reference<XFrame>& frame) {
    for (const Panel* panel : decks().panels)
        if (panel->place_.frame == frame && panel->on_screen() && !panel->stops().empty()) {
            decks().wanted = nullptr;
            return panel->stops().front()->focus();
        }
    decks().wanted = frame.get();
}

/// A dialog without a frame: it alone gives its controls a tab order and mnemonics.
void Panel::make_window() {
    const auto services = place_.context->getServiceManager();
    const Reference<awt::XControlModel> model(
        services->createInstanceWithContext("com.sun.star.awt.UnoControlDialogModel", place_.context),
        UNO_QUERY_THROW);
    models_.set(model, UNO_QUERY_THROW);
    const Reference<XPropertySet> properties(model, UNO_QUERY_THROW);
    properties->setPropertyValue("Decoration", Any(false));
    dialog_.set(services->createInstanceWithContext("com.sun.star.awt.UnoControlDialog", place_.context),
                UNO_QUERY_THROW);
    dialog_->setModel(model);
    window_.set(dialog_, UNO_QUERY_THROW);
    window_->setVisible(false);
    const Reference<awt::XToolkit> toolkit(awt::Toolkit::create(place_.context), UNO_QUERY_THROW);
    dialog_->createPeer(toolkit, Reference<awt::XWindowPeer>(place_.parent, UNO_QUERY_THROW));
}

Control& Panel::add(const char* service, const std::vector<std::pair<const char*, Any>>& properties) {
    const OUString name = wide(fmt::format("control{:03}", controls_.size()));
    const Reference<XInterface> made =
        models_->createInstance("com.sun.star.awt.UnoControl" + OUString::createFromAscii(service) + "Model");
    const Reference<XPropertySet> model(made, UNO_QUERY_THROW);
    model->setPropertyValue("Name", Any(name));
    model->setPropertyValue("TabIndex", Any(static_cast<sal_Int16>(controls_.size())));
    for (const auto& [property, value] : properties)
        model->setPropertyValue(OUString::createFromAscii(property), value);
    Reference<XNameContainer>(models_, UNO_QUERY_THROW)->insertByName(name, Any(made));
    const Reference<awt::XControl> control =
        Reference<awt::XControlContainer>(dialog_, UNO_QUERY_THROW)->getControl(name);
    controls_.push_back(std::make_unique<Control>(control));
    keys_->watch(Reference<awt::XWindow>(control, UNO_QUERY_THROW));
    return *controls_.back();
}

Control& Panel::add_text(const std::string& text) {
    Control& control = add("FixedText", {{"MultiLine", Any(true)}});
    control.set_text(text);
    return control;
}

Control& Panel::add_label(const std::string& text) {
    Control& control = add("FixedText", {{"MultiLine", Any(true)}});
    control.set_label(text);
    return control;
}

Control& Panel::add_list(std::function<void()> selected) {
    Control& list =
        add("ListBox", {{"Dropdown", Any(true)}, {"LineCount", Any(sal_Int16(16))}, {"Tabstop", Any(true)}});
    list.as<awt::XListBox>()->addItemListener(this);
    handlers_.push_back({&list, std::move(selected)});
    return list;
}

Control& Panel::add_edit() {
    return add("Edit", {{"Tabstop", Any(true)}});
}

Control& Panel::add_button(const std::string& text, std::function<void()> pressed) {
    Control& button = add("Button", {{"Tabstop", Any(true)}});
    button.set_label(text);
    button.as<awt::XButton>()->addActionListener(this);
    handlers_.push_back({&button, std::move(pressed)});
    return button;
}

Control& Panel::add_link(const std::string& text, std::function<void()> pressed) {
    Control& link = add("FixedHyperlink", {{"MultiLine", Any(true)}, {"Tabstop", Any(true)}});
    link.set_label(text);
    link.as<awt::XFixedHyperlink>()->addActionListener(this);
    handlers_.push_back({&link, std::move(pressed)});
    return link;
}

Control& Panel::add_bar() {
    return add("ProgressBar",
               {{"ProgressValueMin", Any(sal_Int32(0))}, {"ProgressValueMax", Any(sal_Int32(100))}});
}

void Panel::add_progress() {
    bar_ = &add_bar();
    bar_row_ = layout_.add(PanelLayout::Shape::stacked, {bar_});
    step_ = &add_text({});
    cancel_ = &add_link(shown(catalog::text("Cancel")), [this] { cancelled_ = true; });
    step_row_ = layout_.add(PanelLayout::Shape::ends, {step_, cancel_});
    layout_.show(bar_row_, false);
    layout_.show(step_row_, false);
}

void Panel::show_progress(bool shown) {
    busy_ = shown;
    cancelled_ = false;
    layout_.show(bar_row_, shown);
    layout_.show(step_row_, shown);
    relayout();
    if (shown)
        cancel_->focus();
}

void Panel::show_step(const std::string& name, double share) {
    if (closed())
        return;
    step_->set_text(fmt::format("{}…", name));
    bar_->as<awt::XProgressBar>()->setValue(static_cast<sal_Int32>(share * 100));
    relayout();
}

Panel::Steps::Steps(Panel& panel, const Document& document)
    : panel_(panel), keeps_open_(document, panel.cancelled_), window_(panel.frame()) {}

void Panel::Steps::step(const std::string& name, double share) {
    show(name, share);
    if (!panel_.cancelled_ && !panel_.closed())
        return;
    // To have everything as it was takes a moment, in which nothing else is shown.
    if (!panel_.closed())
        show(shown(catalog::text("Cancelling")), share);
    throw Cancelled();
}

/// The window's own indicator lets it breathe, so that Cancel is heard.
void Panel::Steps::show(const std::string& name, double share) {
    panel_.show_step(name, share);
    window_.step(name, share);
}

void Panel::relabel(Control& link, const std::string& text) {
    const bool focused = this->focused() == &link;
    link.set_label(text);
    if (!focused)
        return;
    // The frame around a link with the focus keeps the old text's size until the focus comes anew.
    window_->setFocus();
    link.focus();
}

void Panel::relayout() {
    if (closed())
        return;
    arrange();
    if (place_.sidebar.is())
        place_.sidebar->requestLayout();
}

void Panel::later(std::function<void()> work) {
    waiting_.push_back(std::move(work));
    awt::AsyncCallback::create(place_.context)->addCallback(this, Any());
}

void SAL_CALL Panel::notify(const Any&) {
    const Reference<XInterface> alive(static_cast<ui::XUIElement*>(this));
    if (closed() || waiting_.empty())
        return;
    const auto work = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    work();
}

Document Panel::document() const {
    if (closed() || !place_.frame.is() || !place_.frame->getController().is())
        return {};
    return {place_.frame->getController()->getModel(), UNO_QUERY};
}

int Panel::unit() const {
    if (controls_.empty())
        return usual_unit;
    return std::max(controls_.front()->natural().height / 2, usual_unit / 2);
}

void Panel::arrange() {
    if (closed() || !window_.is())
        return;
    const awt::Rectangle room = place_.parent->getPosSize();
    window_->setPosSize(0, 0, room.Width, room.Height, awt::PosSize::POSSIZE);
    layout_.arrange(room.Width, unit());
}

void Panel::take_colours() {
    const Reference<awt::XStyleSettingsSupplier> supplier(place_.parent, UNO_QUERY);
    if (!supplier.is())
        return;
    const Reference<awt::XStyleSettings> styles = supplier->getStyleSettings();
    colours_.text = styles->getDialogTextColor() & 0xFFFFFF;
    const sal_Int32 ground = styles->getDialogColor() & 0xFFFFFF;
    const bool dark = brightness(ground) < brightness(colours_.text);
    colours_.muted = between(colours_.text, ground, muted_percent);
    colours_.attention = dark ? attention_on_dark : attention_on_light;
    colours_.main = dark ? main_on_dark : main_on_light;
    if (styles->getHighContrastMode())
        colours_.muted = colours_.attention = colours_.main = colours_.text;
    if (bar_) {
        step_->set("TextColor", Any(colours_.muted));
        cancel_->set("TextColor", Any(colours_.main));
        bar_->set("FillColor", Any(colours_.main));
    }
    paint(colours_);
}

void Panel::update_later() {
    if (closed() || update_waits_)
        return;
    update_waits_ = true;
    later([this] {
        update_waits_ = false;
        update();
    });
}

void Panel::restore_labels() {
    for (const auto& control : controls_)
        control->restore_label();
}

void Panel::act_on(const Reference<XInterface>& source) {
    const Reference<XInterface> alive(static_cast<ui::XUIElement*>(this));
    if (closed())
        return;
    const auto found = std::find_if(handlers_.begin(), handlers_.end(),
                                    [&](const Handler& handler) { return handler.control->is(source); });
    if (found != handlers_.end())
        found->act();
}

/// What the keyboard reaches one after the other.
std::vector<Control*> Panel::stops() const {
    std::vector<Control*> all;
    for (const auto& control : controls_)
        if (control->takes_focus())
            all.push_back(control.get());
    return all;
}

bool Panel::on_screen() const {
    const Reference<awt::XWindow2> window(window_, UNO_QUERY);
    return !closed() && window.is() && window->isVisible();
}

/// Tab leads from one panel to the next: by itself it would go round in one of them for ever.
bool Panel::leave(const Control& focused, bool forward) {
    const auto own = stops();
    if (own.empty() || (forward ? own.back() : own.front()) != &focused)
        return false;
    std::vector<Control*> round;
    for (const Panel* panel : decks().panels)
        if (panel->place_.frame == place_.frame && panel->on_screen())
            for (Control* stop : panel->stops())
                round.push_back(stop);
    const auto here = std::find(round.begin(), round.end(), &focused);
    if (here == round.end())
        return false;
    if (forward)
        (here + 1 == round.end() ? round.front() : *(here + 1))->focus();
    else
        (here == round.begin() ? round.back() : *(here - 1))->focus();
    return true;
}

Control* Panel::focused() const {
    if (closed() || !keys_->focused().is())
        return nullptr;
    const auto found = std::find_if(controls_.begin(), controls_.end(),
                                    [&](const auto& control) { return control->is(keys_->focused()); });
    return found == controls_.end() ? nullptr : found->get();
}

bool Panel::press(const awt::KeyEvent& event) {
    const Control* control = focused();
    if (!control)
        return false;
    const bool shift = event.Modifiers == awt::KeyModifier::SHIFT;
    if (event.KeyCode == awt::Key::TAB && (event.Modifiers == 0 || shift))
        return leave(*control, !shift);
    if (event.Modifiers != 0)
        return false;
    if (event.KeyCode == awt::Key::ESCAPE) {
        if (busy_)
            cancelled_ = true;
        else if (place_.frame.is())
            place_.frame->getComponentWindow()->setFocus();
        return true;
    }
    // Links tell their listeners of the mouse alone.
    const bool enters = event.KeyCode == awt::Key::RETURN || event.KeyCode == awt::Key::SPACE;
    const PanelKeys::Window window = keys_->focused();
    if (!enters || !Reference<awt::XFixedHyperlink>(window, UNO_QUERY).is())
        return false;
    act_on(window);
    return true;
}

Reference<XFrame> SAL_CALL Panel::getFrame() {
    return place_.frame;
}

OUString SAL_CALL Panel::getResourceURL() {
    return place_.url;
}

sal_Int16 SAL_CALL Panel::getType() {
    return ui::UIElementType::TOOLPANEL;
}

Reference<XInterface> SAL_CALL Panel::getRealInterface() {
    return static_cast<ui::XUIElement*>(this);
}

Reference<awt::XWindow> SAL_CALL Panel::getWindow() {
    return window_;
}

Reference<XAccessible> SAL_CALL Panel::createAccessible(const Reference<XAccessible>&) {
    return {window_, UNO_QUERY};
}

ui::LayoutSize SAL_CALL Panel::getHeightForWidth(sal_Int32 width) {
    const sal_Int32 height = closed() ? 0 : layout_.height(width, unit());
    return {height, height, height};
}

/// Texts break and lists shorten their entries, but a button stays in one line: with large text it needs
/// more.
sal_Int32 SAL_CALL Panel::getMinimalWidth() {
    return closed() ? minimal_width : std::max(minimal_width, layout_.narrowest(unit()));
}

void SAL_CALL Panel::windowResized(const awt::WindowEvent&) {
    arrange();
}

void SAL_CALL Panel::windowMoved(const awt::WindowEvent&) {}

void SAL_CALL Panel::windowShown(const EventObject&) {
    if (!closed())
        update();
}

void SAL_CALL Panel::windowHidden(const EventObject&) {}

void SAL_CALL Panel::actionPerformed(const awt::ActionEvent& event) {
    act_on(event.Source);
}

void SAL_CALL Panel::itemStateChanged(const awt::ItemEvent& event) {
    act_on(event.Source);
}

void SAL_CALL Panel::styleSettingsChanged(const EventObject&) {
    if (closed())
        return;
    take_colours();
    relayout();
}

/// A broadcaster goes: it must not be called again.
void SAL_CALL Panel::disposing(const EventObject& event) {
    if (place_.frame == event.Source)
        place_.frame.clear();
    if (place_.parent == event.Source)
        place_.parent.clear();
}

/// The sidebar closes, or its window does.
void SAL_CALL Panel::disposing() {
    std::erase(decks().panels, this);
    watch_->stop();
    keys_->stop();
    if (place_.parent.is()) {
        place_.parent->removeWindowListener(this);
        const Reference<awt::XStyleSettingsSupplier> styles(place_.parent, UNO_QUERY);
        if (styles.is())
            styles->getStyleSettings()->removeStyleChangeListener(this);
    }
    waiting_.clear();
    const Reference<XComponent> dialog(dialog_, UNO_QUERY);
    dialog_.clear();
    window_.clear();
    if (dialog.is())
        dialog->dispose();
    place_.frame.clear();
    place_.parent.clear();
    place_.sidebar.clear();
}

} // namespace perennial::uno
