#include "uno/view.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/awt/XVclContainer.hpp>
#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace perennial::uno {
namespace {

namespace awt = com::sun::star::awt;
namespace sheet = com::sun::star::sheet;
using com::sun::star::container::XNamed;
using com::sun::star::frame::XController;
using com::sun::star::frame::XModel;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;

Reference<XController> window_of(const Document& document) {
    return Reference<XModel>(document, UNO_QUERY_THROW)->getCurrentController();
}

Reference<sheet::XSpreadsheetView> view_of(const Document& document) {
    return {window_of(document), UNO_QUERY};
}

// Deprecated in favour of windows that one made oneself; no other interface gives those of the office.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/// The windows within a window.
std::vector<Reference<awt::XWindow2>> parts_of(const com::sun::star::uno::BaseReference& window) {
    std::vector<Reference<awt::XWindow2>> parts;
    const Reference<awt::XVclContainer> container(window, UNO_QUERY);
    if (container.is())
        for (const Reference<awt::XWindow>& part : container->getWindows())
            parts.emplace_back(part, UNO_QUERY_THROW);
    return parts;
}

#pragma GCC diagnostic pop

} // namespace

std::optional<std::string> shown_sheet(const Document& document) {
    const Reference<sheet::XSpreadsheetView> view = view_of(document);
    const Reference<XNamed> shown(view.is() ? view->getActiveSheet() : nullptr, UNO_QUERY);
    return shown.is() ? std::optional(narrow(shown->getName())) : std::nullopt;
}

void show_sheet(const Document& document, const std::string& name) {
    if (const Reference<sheet::XSpreadsheetView> view = view_of(document); view.is())
        view->setActiveSheet({document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW});
}

KeptView::KeptView(const Document& document)
    : document_(document),
      window_(window_of(document)),
      sheets_(document->getSheets()->getElementNames().getLength()) {
    if (window_.is())
        shown_ = window_->getViewData();
}

KeptView::~KeptView() {
    try {
        if (window_.is())
            show_again();
    } catch (const com::sun::star::uno::Exception&) {
        // The document is closing, and its window goes with it.
        window_.clear();
    }
}

void KeptView::show_again() const {
    // It tells sheets apart by their places; a new one comes behind the others.
    window_->restoreViewData(shown_);
    const auto names = document_->getSheets()->getElementNames();
    if (names.getLength() <= sheets_)
        return;
    const rtl::OUString& newest = names[names.getLength() - 1];
    show_sheet(document_, narrow(newest));
    const Reference<com::sun::star::table::XCellRange> cells(document_->getSheets()->getByName(newest),
                                                             UNO_QUERY_THROW);
    Reference<com::sun::star::view::XSelectionSupplier>(window_, UNO_QUERY_THROW)
        ->select(Any(cells->getCellByPosition(0, 0)));
}

HiddenCells::HiddenCells(const Document& document) {
    const Reference<com::sun::star::frame::XModel2> model(document, UNO_QUERY_THROW);
    const Reference<com::sun::star::container::XEnumeration> windows = model->getControllers();
    while (windows->hasMoreElements()) {
        const Reference<XController> window(windows->nextElement(), UNO_QUERY_THROW);
        if (window->getFrame().is())
            for (const auto& area : parts_of(window->getFrame()->getComponentWindow()))
                for (const auto& part : parts_of(area))
                    hide(part);
    }
}

void HiddenCells::hide(const Reference<awt::XWindow2>& part) {
    // Scroll bars have no windows in them: they stay.
    if (!part->isVisible() || !Reference<awt::XVclContainer>(part, UNO_QUERY).is())
        return;
    part->setVisible(false);
    hidden_.push_back(part);
}

HiddenCells::~HiddenCells() {
    try {
        for (const Reference<awt::XWindow2>& part : hidden_)
            part->setVisible(true);
    } catch (const com::sun::star::uno::Exception&) {
        // The window is closing, and its parts with it.
        hidden_.clear();
    }
}

} // namespace perennial::uno
