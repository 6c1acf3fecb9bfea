#include "uno/undo_step.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace perennial::uno {
namespace {

using com::sun::star::beans::PropertyValue;
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

} // namespace

UndoStep::UndoStep(const Document& document, const std::string& title) : title_(wide(title)) {
    if (is_hidden(document))
        return;
    const Reference<XUndoManagerSupplier> supplier(document, UNO_QUERY);
    if (!supplier.is())
        return;
    manager_ = supplier->getUndoManager();
    manager_->enterUndoContext(title_);
    open_ = true;
}

void UndoStep::leave() {
    if (!open_)
        return;
    open_ = false;
    manager_->leaveUndoContext();
}

void UndoStep::keep() {
    leave();
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
    } catch (const com::sun::star::uno::Exception&) {
        // The document went away while the step was open; nothing is left to take back.
        open_ = false;
    }
}

} // namespace perennial::uno
