#include "uno/panel.hpp"

#include "uno/panel_element.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

namespace perennial::uno {
namespace {

namespace ui = com::sun::star::ui;
using com::sun::star::beans::PropertyValue;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::XComponentContext;
using rtl::OUString;

/// As in registry/Sidebar.xcu; written into users' profiles, so it never changes.
const OUString deck_id = "PerennialDeck";

class Factory : public cppu::WeakImplHelper2<ui::XUIElementFactory, com::sun::star::lang::XServiceInfo> {
public:
    explicit Factory(const Reference<XComponentContext>& context) : context_(context) {
        learn_language(context);
    }

    Reference<ui::XUIElement> SAL_CALL createUIElement(const OUString& url,
                                                       const Sequence<PropertyValue>& arguments) override {
        PanelPlace place{.context = context_, .frame = {}, .parent = {}, .sidebar = {}, .url = url};
        for (const PropertyValue& argument : arguments) {
            if (argument.Name == "Frame")
                argument.Value >>= place.frame;
            else if (argument.Name == "ParentWindow")
                argument.Value >>= place.parent;
            else if (argument.Name == "Sidebar")
                argument.Value >>= place.sidebar;
        }
        if (!place.parent.is())
            throw com::sun::star::lang::IllegalArgumentException("a panel needs a window to stand in", *this,
                                                                 1);
        if (url.endsWith("/Data"))
            return make_data_panel(place);
        if (url.endsWith("/Dashboards"))
            return make_dashboards_panel(place);
        throw com::sun::star::container::NoSuchElementException("there is no such panel: " + url, *this);
    }

    OUString SAL_CALL getImplementationName() override { return "org.perennial.calc.Panels"; }
    sal_Bool SAL_CALL supportsService(const OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<OUString> SAL_CALL getSupportedServiceNames() override {
        const OUString service("com.sun.star.ui.UIElementFactory");
        return {&service, 1};
    }

private:
    Reference<XComponentContext> context_;
};

} // namespace

void show_deck(const Reference<com::sun::star::frame::XFrame>& frame) {
    if (!frame.is())
        return;
    const Reference<com::sun::star::frame::XController2> controller(frame->getController(), UNO_QUERY);
    const Reference<ui::XSidebarProvider> sidebar =
        controller.is() ? controller->getSidebar() : Reference<ui::XSidebarProvider>();
    if (!sidebar.is())
        return;
    sidebar->setVisible(true);
    sidebar->showDecks(true);
    const Reference<ui::XDecks> decks = sidebar->getDecks();
    if (!decks.is() || !decks->hasByName(deck_id))
        return;
    // Activating the active deck closes it.
    const Reference<ui::XDeck> deck(decks->getByName(deck_id), UNO_QUERY);
    if (deck.is() && !deck->isActive())
        deck->activate(true);
    Panel::focus_deck(frame);
}

} // namespace perennial::uno

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
perennial_panels_get(com::sun::star::uno::XComponentContext* context,
                     const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return cppu::acquire(static_cast<cppu::OWeakObject*>(new perennial::uno::Factory(context)));
}
