#include "uno/panel_element.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XFixedHyperlink.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/frame/FrameAction.hpp>
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
using com::sun::star::lang::XMultiServiceFactory;
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

} // namespace

Panel::Panel(PanelPlace place) : PanelBase(m_aMutex), place_(std::move(place)) {}

Panel::~Panel() = default;

void Panel::open() {
    make_window();
    fill();
    take_colours();
    place_.parent->addWindowListener(this);
    const Reference<awt::XStyleSettingsSupplier> styles(place_.parent, UNO_QUERY);
    if (styles.is())
        styles->getStyleSettings()->addStyleChangeListener(this);
    if (place_.frame.is())
        place_.frame->addFrameActionListener(this);
    follow_view();
    update();
    arrange();
    window_->setVisible(true);
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
    controls_.push_back(std::make_unique<Control>(
        Reference<awt::XControlContainer>(dialog_, UNO_QUERY_THROW)->getControl(name)));
    return *controls_.back();
}

Control& Panel::add_text(const std::string& text) {
    return add("FixedText", {{"Label", Any(wide(text))}, {"MultiLine", Any(true)}, {"NoLabel", Any(true)}});
}

Control& Panel::add_label(const std::string& text) {
    return add("FixedText", {{"Label", Any(wide(text))}, {"MultiLine", Any(true)}});
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
    Control& button = add("Button", {{"Label", Any(wide(text))}, {"Tabstop", Any(true)}});
    button.as<awt::XButton>()->addActionListener(this);
    handlers_.push_back({&button, std::move(pressed)});
    return button;
}

Control& Panel::add_link(const std::string& text, std::function<void()> pressed) {
    Control& link = add("FixedHyperlink", {{"Label", Any(wide(text))}, {"Tabstop", Any(true)}});
    link.as<awt::XFixedHyperlink>()->addActionListener(this);
    link.as<awt::XWindow>()->addKeyListener(this);
    handlers_.push_back({&link, std::move(pressed)});
    return link;
}

Control& Panel::add_bar() {
    return add("ProgressBar",
               {{"ProgressValueMin", Any(sal_Int32(0))}, {"ProgressValueMax", Any(sal_Int32(100))}});
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
    paint(colours_);
}

void Panel::follow_view() {
    leave_view();
    if (!place_.frame.is())
        return;
    view_.set(place_.frame->getController(), UNO_QUERY);
    if (view_.is())
        view_->addActivationEventListener(this);
}

void Panel::leave_view() {
    if (view_.is())
        view_->removeActivationEventListener(this);
    view_.clear();
}

void Panel::act_on(const EventObject& event) {
    const Reference<XInterface> alive(static_cast<ui::XUIElement*>(this));
    if (closed())
        return;
    const auto found = std::find_if(handlers_.begin(), handlers_.end(), [&](const Handler& handler) {
        return handler.control->is(event.Source);
    });
    if (found != handlers_.end())
        found->act();
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

sal_Int32 SAL_CALL Panel::getMinimalWidth() {
    return minimal_width;
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
    act_on(event);
}

void SAL_CALL Panel::itemStateChanged(const awt::ItemEvent& event) {
    act_on(event);
}

/// Links tell their listeners of the mouse alone.
void SAL_CALL Panel::keyPressed(const awt::KeyEvent& event) {
    if (event.KeyCode == awt::Key::RETURN || event.KeyCode == awt::Key::SPACE)
        act_on(event);
}

void SAL_CALL Panel::keyReleased(const awt::KeyEvent&) {}

void SAL_CALL Panel::styleSettingsChanged(const EventObject&) {
    if (closed())
        return;
    take_colours();
    relayout();
}

void SAL_CALL Panel::frameAction(const com::sun::star::frame::FrameActionEvent& event) {
    using com::sun::star::frame::FrameAction;
    if (closed())
        return;
    if (event.Action == FrameAction::FrameAction_COMPONENT_DETACHING) {
        leave_view();
    } else if (event.Action == FrameAction::FrameAction_COMPONENT_ATTACHED ||
               event.Action == FrameAction::FrameAction_COMPONENT_REATTACHED) {
        follow_view();
        update();
    }
}

void SAL_CALL Panel::activeSpreadsheetChanged(const com::sun::star::sheet::ActivationEvent&) {
    if (!closed())
        update();
}

/// A broadcaster goes: it must not be called again.
void SAL_CALL Panel::disposing(const EventObject& event) {
    if (view_ == event.Source)
        view_.clear();
    if (place_.frame == event.Source)
        place_.frame.clear();
    if (place_.parent == event.Source)
        place_.parent.clear();
}

/// The sidebar closes, or its window does.
void SAL_CALL Panel::disposing() {
    leave_view();
    if (place_.frame.is())
        place_.frame->removeFrameActionListener(this);
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
