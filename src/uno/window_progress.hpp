#pragma once

#include "uno/commands.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>

/// Progress in the status bar of a window. The office's indicator lets the window handle its events at each
/// step.
namespace perennial::uno {

class WindowProgress : public Progress {
public:
    explicit WindowProgress(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);
    ~WindowProgress() override;
    WindowProgress(const WindowProgress&) = delete;
    WindowProgress& operator=(const WindowProgress&) = delete;

    void step(const std::string& name, double share) override;

private:
    com::sun::star::uno::Reference<com::sun::star::task::XStatusIndicator> indicator_;
    bool started_ = false;
};

} // namespace perennial::uno
