#include "uno/undo_step.hpp"

#include "uno/columns.hpp"
#include "uno/strings.hpp"
#include "uno/view.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/UndoFailedException.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
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
using com::sun::star::uno::UNO_QUERY_THROW;

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

using What = std::function<void(const Document&)>;

/// A part of a step that does something only where the step is undone or redone. The list holds it, and
/// belongs to the document, so it must not hold the document.
class Part : public cppu::WeakImplHelper1<XUndoAction> {
public:
    Part(const Document& document, What undone, What redone)
        : document_(document), undone_(std::move(undone)), redone_(std::move(redone)) {}

    rtl::OUString SAL_CALL getTitle() override { return {}; }
    void SAL_CALL undo() override { act(undone_); }
    void SAL_CALL redo() override { act(redone_); }

private:
    void act(const What& what) {
        try {
            const Document document(document_);
            if (!document.is())
                return;
            // Else what is done would be a step of its own.
            const Locked locked(undo_list(document));
            what(document);
        } catch (const com::sun::star::uno::Exception& failure) {
            throw UndoFailedException(failure.Message, *this, cppu::getCaughtException());
        }
    }

    com::sun::star::uno::WeakReference<com::sun::star::sheet::XSpreadsheetDocument> document_;
    What undone_, redone_;
};

void add_part(const Document& document, What undone, What redone) {
    if (open_list.is() && undo_list(document) == open_list)
        open_list->addUndoAction(new Part(document, std::move(undone), std::move(redone)));
}

/// Has formulas computed in a document that leaves them until it is asked, too: array formulas that are
/// brought back there would be taken for computed, whatever they show.
class Calculated {
public:
    explicit Calculated(const Document& document)
        : document_(document, UNO_QUERY_THROW), was_automatic_(document_->isAutomaticCalculationEnabled()) {
        document_->enableAutomaticCalculation(true);
    }
    ~Calculated() {
        if (was_automatic_)
            return;
        document_->calculate();
        document_->enableAutomaticCalculation(false);
    }
    Calculated(const Calculated&) = delete;
    Calculated& operator=(const Calculated&) = delete;

private:
    Reference<com::sun::star::sheet::XCalculatable> document_;
    bool was_automatic_;
};

/// Keeps the office from what it does after each of many changes: it would fit rows to their cells, compute
/// and paint what is in view, and show where the change is. What it computes all the same reads the client
/// sheets once.
class Quiet {
public:
    explicit Quiet(const Document& document)
        : columns_(document, mapped_sheets(document)),
          unpainted_(document),
          hidden_(document),
          calculated_(document),
          heights_(document, "IsAdjustHeightEnabled"),
          view_(document) {}

private:
    KeptColumns columns_;
    Unpainted unpainted_;
    HiddenCells hidden_;
    Calculated calculated_;
    SwitchedOff heights_;
    KeptView view_;
};

} // namespace

bool records_steps(const Document& document) {
    const Reference<XUndoManager> list = undo_list(document);
    return list.is() && list->getAllUndoActionTitles().getLength() > 0;
}

void on_redo(const Document& document, What what) {
    add_part(
        document, [](const Document&) {}, std::move(what));
}

Meanwhile::Meanwhile(const Document& document, Make make) : document_(document), make_(std::move(make)) {
    add_part(
        document_, [made = made_](const Document&) { made->reset(); },
        [made = made_, make = make_](const Document& undone) { *made = make(undone); });
}

Meanwhile::~Meanwhile() {
    try {
        add_part(
            document_, [made = made_, make = make_](const Document& undone) { *made = make(undone); },
            [made = made_](const Document&) { made->reset(); });
    } catch (const com::sun::star::uno::Exception&) {
        // The document is closing, and its undo list with it.
        document_.clear();
    }
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

void UndoStep::undo_quietly() {
    if (open_)
        quiet_ = std::make_unique<Meanwhile>(
            document_, [](const Document& document) { return std::make_shared<Quiet>(document); });
}

void UndoStep::leave() {
    if (!open_)
        return;
    open_ = false;
    quiet_.reset();
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
            manager_->undo();
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
