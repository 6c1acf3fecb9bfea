#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XFrameActionListener.hpp>
#include <com/sun/star/sheet/XActivationBroadcaster.hpp>
#include <com/sun/star/sheet/XActivationEventListener.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase3.hxx>

#include <functional>

/// Tells a panel when what it shows may be out of date.
namespace perennial::uno {

/// Watches a window: another document in it, another sheet in view, a change to the document.
class PanelWatch : public cppu::WeakImplHelper3<com::sun::star::frame::XFrameActionListener,
                                                com::sun::star::sheet::XActivationEventListener,
                                                com::sun::star::util::XModifyListener> {
public:
    explicit PanelWatch(std::function<void()> changed);

    void start(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);
    /// From here on nothing is told.
    void stop();

    void SAL_CALL frameAction(const com::sun::star::frame::FrameActionEvent& event) override;
    void SAL_CALL activeSpreadsheetChanged(const com::sun::star::sheet::ActivationEvent& event) override;
    void SAL_CALL modified(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

private:
    void follow_view();
    void leave_view();
    void tell();

    std::function<void()> changed_;
    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> frame_;
    com::sun::star::uno::Reference<com::sun::star::sheet::XActivationBroadcaster> view_;
    com::sun::star::uno::Reference<com::sun::star::util::XModifyBroadcaster> document_;
};

} // namespace perennial::uno
