#pragma once

#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>

#include <functional>

/// The keys of a panel that the office does not handle by itself.
namespace perennial::uno {

/// Hands keys to a panel while one of its controls has the focus.
class PanelKeys
    : public cppu::WeakImplHelper2<com::sun::star::awt::XKeyHandler, com::sun::star::awt::XFocusListener> {
public:
    using Window = com::sun::star::uno::Reference<com::sun::star::awt::XWindow>;
    /// Gets the key and says whether it is dealt with.
    using Press = std::function<bool(const com::sun::star::awt::KeyEvent&)>;

    explicit PanelKeys(Press press);

    void start(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);
    /// From here on no key is handed over.
    void stop();
    void watch(const Window& control);
    /// The control with the focus, or none.
    const Window& focused() const { return focused_; }

    sal_Bool SAL_CALL keyPressed(const com::sun::star::awt::KeyEvent& event) override;
    sal_Bool SAL_CALL keyReleased(const com::sun::star::awt::KeyEvent& event) override;
    void SAL_CALL focusGained(const com::sun::star::awt::FocusEvent& event) override;
    void SAL_CALL focusLost(const com::sun::star::awt::FocusEvent& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

private:
    Press press_;
    com::sun::star::uno::Reference<com::sun::star::awt::XExtendedToolkit> toolkit_;
    Window focused_;
};

} // namespace perennial::uno
