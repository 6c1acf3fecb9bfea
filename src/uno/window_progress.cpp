#include "uno/window_progress.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

namespace perennial::uno {
namespace {

constexpr sal_Int32 full = 100;

} // namespace

WindowProgress::WindowProgress(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame) {
    const com::sun::star::uno::Reference<com::sun::star::task::XStatusIndicatorFactory> factory(
        frame, com::sun::star::uno::UNO_QUERY);
    if (factory.is())
        indicator_ = factory->createStatusIndicator();
}

WindowProgress::~WindowProgress() {
    if (!indicator_.is() || !started_)
        return;
    try {
        indicator_->end();
    } catch (const com::sun::star::uno::Exception&) {
        // Who shows the progress went away during the command; there is nothing left to end.
        indicator_.clear();
    }
}

void WindowProgress::step(const std::string& name, double share) {
    if (!indicator_.is())
        return;
    if (!started_)
        indicator_->start(wide(name), full);
    started_ = true;
    indicator_->setText(wide(name));
    indicator_->setValue(static_cast<sal_Int32>(share * full));
}

} // namespace perennial::uno
