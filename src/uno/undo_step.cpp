#include "uno/undo_step.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/UndoFailedException.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/NotLockedException.hpp>
#include <cppuhelper/exc_hlp.hxx>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <utility>

namespace perennial::uno {
namespace {

using com::sun::star::beans::PropertyValue;
using com::sun::star::document::UndoFailedException;
using com::sun::star::document::XUndoAction;
using com::sun::star::document::XUndoManager;
using com::sun::star::document::XUndoManagerSupplier;
using com::sun::star::frame::XModel;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;

bool is_hidden(const Document& document) {
    const Reference<XModel> model(document, UNO_QUERY);
    if (!model.is() || !model->getCurrentController().is())
        return true;
    bool hidden = false;
    for (const PropertyValue& value : model->getArgs())
        if (value.Name == "Hidden")
            value.Value >>= hidden;
    return hidden;
}

Reference<XUndoManager> undo_list(const Document& document) {
    const Reference<XUndoManagerSupplier> supplier(document, UNO_QUERY);
    return supplier.is() ? supplier->getUndoManager() : nullptr;
}

/// Keeps an undo list as it is.
class Locked {
public:
    explicit Locked(const Reference<XUndoManager>& list) : list_(list) { list_->lock(); }
    ~Locked() { list_->unlock(); }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;

private:
    Reference<XUndoManager> list_;
};

/// Opens all locks that were put on an undo list, and gives their number. A document whose undo is switched
/// off stays locked.
int open_locks(const Reference<XUndoManager>& list) {
    int locks = 0;
    try {
        for (; list->isLocked(); ++locks)
            list->unlock();
    } catch (const com::sun::star::util::NotLockedException&) {
        return locks;
    }
    return locks;
}

/// The list to which a step is being added; one command runs at a time.
Reference<XUndoManager> open_list;

/// A part of a step that only matters when the step is brought back. The list holds it, and belongs to the
/// document, so it must not hold the document.
class Redone : public cppu::WeakImplHelper1<XUndoAction> {
public:
    Redone(const Document& document, std::function<void(const Document&)> what)
        : document_(document), what_(std::move(what)) {}

    rtl::OUString SAL_CALL getTitle() override { return {}; }
    void SAL_CALL undo() override {}
    void SAL_CALL redo() override {
        try {
            const Document document(document_);
            if (!document.is())
                return;
            // Else what is done would be a step of its own.
            const Locked locked(undo_list(document));
            what_(document);
        } catch (const com::sun::star::uno::Exception& failure) {
            throw UndoFailedException(failure.Message, *this, cppu::getCaughtException());
        }
    }

private:
    com::sun::star::uno::WeakReference<com::sun::star::sheet::XSpreadsheetDocument> document_;
    std::function<void(const Document&)> what_;
};

} // namespace

bool records_steps(const Document& document) {
    const Reference<XUndoManager> list = undo_list(document);
    return list.is() && list->getAllUndoActionTitles().getLength() > 0;
}

void on_redo(const Document& document, std::function<void(const Document&)> what) {
    if (open_list.is() && undo_list(document) == open_list)
        open_list->addUndoAction(new Redone(document, std::move(what)));
}

UndoStep::UndoStep(const Document& document, const std::string& title)
    : document_(document), title_(wide(title)) {
    if (is_hidden(document))
        return;
    manager_ = undo_list(document);
    if (!manager_.is())
        return;
    locks_ = open_locks(manager_);
    manager_->enterUndoContext(title_);
    if (!records_steps(document)) {
        lock_again();
        manager_.clear();
        return;
    }
    open_list = manager_;
    open_ = true;
}

void UndoStep::leave() {
    if (!open_)
        return;
    open_ = false;
    open_list.clear();
    manager_->leaveUndoContext();
}

void UndoStep::lock_again() {
    for (; locks_ > 0; --locks_)
        manager_->lock();
}

void UndoStep::keep() {
    leave();
    lock_again();
}

UndoStep::~UndoStep() {
    if (!open_)
        return;
    try {
        const bool had_redo = manager_->isRedoPossible();
        leave();
        // A context in which nothing was done leaves no entry; then there is nothing of ours to take back.
        if (manager_->isUndoPossible() && manager_->getCurrentUndoActionTitle() == title_) {
            {
                // Each of its many parts would have what the window shows computed.
                const Uncalculated uncalculated(document_);
                manager_->undo();
            }
            // Has the pages computed anew: array formulas were painted meanwhile.
            { const LockedNames locked(document_); }
            if (!had_redo)
                manager_->clearRedo();
        }
        lock_again();
    } catch (const com::sun::star::uno::Exception&) {
        // The document went away while the step was open; nothing is left to take back.
        open_ = false;
    }
}

} // namespace perennial::uno
