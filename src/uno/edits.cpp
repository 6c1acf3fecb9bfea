#include "uno/edits.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <cppuhelper/implbase2.hxx>

#include <utility>

namespace perennial::uno {

namespace document = com::sun::star::document;
namespace util = com::sun::star::util;
using com::sun::star::lang::EventObject;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;

class Edits::Ear : public cppu::WeakImplHelper2<util::XModifyListener, document::XUndoManagerListener> {
public:
    /// Whether anything was heard since it was asked for the last time.
    bool heard() { return std::exchange(heard_, false); }
    void hear() { heard_ = true; }

    void SAL_CALL modified(const EventObject&) override { hear(); }
    void SAL_CALL disposing(const EventObject&) override { hear(); }
    void SAL_CALL undoActionAdded(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL actionUndone(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL actionRedone(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL allActionsCleared(const EventObject&) override { hear(); }
    void SAL_CALL redoActionsCleared(const EventObject&) override { hear(); }
    void SAL_CALL resetAll(const EventObject&) override { hear(); }
    void SAL_CALL enteredContext(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL enteredHiddenContext(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL leftContext(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL leftHiddenContext(const document::UndoManagerEvent&) override { hear(); }
    void SAL_CALL cancelledContext(const document::UndoManagerEvent&) override { hear(); }

private:
    bool heard_ = false;
};

Edits::Edits(const Document& document, const std::vector<std::string>& sheets)
    : document_(document), ear_(new Ear) {
    const Reference<document::XUndoManagerSupplier> supplier(document, UNO_QUERY);
    if (supplier.is())
        undo_ = supplier->getUndoManager();
    for (const std::string& name : sheets) {
        sheets_.emplace_back(document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW);
        sheets_.back()->addModifyListener(ear_.get());
    }
}

Edits::~Edits() {
    for (const Reference<util::XModifyBroadcaster>& sheet : sheets_)
        try {
            sheet->removeModifyListener(ear_.get());
        } catch (const com::sun::star::uno::Exception&) {
            // The sheet is gone, and with it who listened.
            continue;
        }
}

com::sun::star::uno::Sequence<rtl::OUString> Edits::sheet_names() const {
    return document_->getSheets()->getElementNames();
}

void Edits::listen_during(const std::function<void()>& events) {
    const auto names = sheet_names();
    const bool undoes = undo_.is() && !undo_->isLocked();
    if (undoes)
        undo_->addUndoManagerListener(ear_.get());
    const auto look = [&] {
        if (undoes)
            undo_->removeUndoManagerListener(ear_.get());
        if (!undoes || names != sheet_names())
            ear_->hear();
    };
    try {
        events();
    } catch (...) {
        look();
        throw;
    }
    look();
}

bool Edits::heard() {
    return ear_->heard();
}

} // namespace perennial::uno
