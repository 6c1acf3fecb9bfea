#include "uno/panel_keys.hpp"

#include <com/sun/star/awt/Toolkit.hpp>

namespace perennial::uno {

namespace awt = com::sun::star::awt;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;

PanelKeys::PanelKeys(Press press) : press_(std::move(press)) {}

// The toolkit's key handlers are called deprecated, though they are published and nothing else hears a key
// before a dialog takes it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

void PanelKeys::start(const Reference<com::sun::star::uno::XComponentContext>& context) {
    toolkit_.set(awt::Toolkit::create(context), UNO_QUERY);
    if (toolkit_.is())
        toolkit_->addKeyHandler(this);
}

void PanelKeys::stop() {
    if (toolkit_.is())
        toolkit_->removeKeyHandler(this);
    toolkit_.clear();
    focused_.clear();
    press_ = nullptr;
}

#pragma GCC diagnostic pop

void PanelKeys::watch(const Window& control) {
    control->addFocusListener(this);
}

sal_Bool SAL_CALL PanelKeys::keyPressed(const awt::KeyEvent& event) {
    const Reference<awt::XKeyHandler> alive(this);
    return focused_.is() && press_ && press_(event);
}

sal_Bool SAL_CALL PanelKeys::keyReleased(const awt::KeyEvent&) {
    return false;
}

void SAL_CALL PanelKeys::focusGained(const awt::FocusEvent& event) {
    focused_.set(event.Source, UNO_QUERY);
}

void SAL_CALL PanelKeys::focusLost(const awt::FocusEvent& event) {
    if (focused_ == event.Source)
        focused_.clear();
}

void SAL_CALL PanelKeys::disposing(const com::sun::star::lang::EventObject& event) {
    if (focused_ == event.Source)
        focused_.clear();
    if (toolkit_ == event.Source)
        toolkit_.clear();
}

} // namespace perennial::uno
