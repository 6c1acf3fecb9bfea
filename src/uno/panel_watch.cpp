#include "uno/panel_watch.hpp"

#include <com/sun/star/frame/FrameAction.hpp>

namespace perennial::uno {

using com::sun::star::frame::FrameAction;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;

PanelWatch::PanelWatch(std::function<void()> changed) : changed_(std::move(changed)) {}

void PanelWatch::start(const Reference<com::sun::star::frame::XFrame>& frame) {
    frame_ = frame;
    if (!frame_.is())
        return;
    frame_->addFrameActionListener(this);
    follow_view();
}

void PanelWatch::stop() {
    leave_view();
    if (frame_.is())
        frame_->removeFrameActionListener(this);
    frame_.clear();
    changed_ = nullptr;
}

void PanelWatch::follow_view() {
    leave_view();
    const auto controller = frame_->getController();
    view_.set(controller, UNO_QUERY);
    if (view_.is())
        view_->addActivationEventListener(this);
    if (controller.is())
        document_.set(controller->getModel(), UNO_QUERY);
    if (document_.is())
        document_->addModifyListener(this);
}

void PanelWatch::leave_view() {
    if (view_.is())
        view_->removeActivationEventListener(this);
    view_.clear();
    if (document_.is())
        document_->removeModifyListener(this);
    document_.clear();
}

void PanelWatch::tell() {
    if (changed_)
        changed_();
}

void SAL_CALL PanelWatch::frameAction(const com::sun::star::frame::FrameActionEvent& event) {
    if (event.Action == FrameAction::FrameAction_COMPONENT_DETACHING) {
        leave_view();
    } else if (event.Action == FrameAction::FrameAction_COMPONENT_ATTACHED ||
               event.Action == FrameAction::FrameAction_COMPONENT_REATTACHED) {
        follow_view();
        tell();
    }
}

void SAL_CALL PanelWatch::activeSpreadsheetChanged(const com::sun::star::sheet::ActivationEvent&) {
    tell();
}

void SAL_CALL PanelWatch::modified(const com::sun::star::lang::EventObject&) {
    tell();
}

/// A broadcaster goes: it must not be called again.
void SAL_CALL PanelWatch::disposing(const com::sun::star::lang::EventObject& event) {
    if (view_ == event.Source)
        view_.clear();
    if (document_ == event.Source)
        document_.clear();
    if (frame_ == event.Source)
        frame_.clear();
}

} // namespace perennial::uno
