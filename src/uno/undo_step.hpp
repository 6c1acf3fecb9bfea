#pragma once

#include "uno/document.hpp"

#include <com/sun/star/document/XUndoManager.hpp>

#include <functional>
#include <string>

/// One step of the user's undo list.
namespace perennial::uno {

/// Everything done to the document while it lives is one undoable step. Unless kept, it takes back what was
/// done, where the document has an undo list that can do so.
class UndoStep {
public:
    UndoStep(const Document& document, const std::string& title);
    ~UndoStep();
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

    void keep();

    /// Whether the document can undo. A document loaded without a window cannot: undoing the insertion of a
    /// sheet there ends the office.
    bool can_undo() const { return manager_.is(); }

private:
    void leave();

    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> manager_;
    rtl::OUString title_;
    bool open_ = false;
};

/// Has something done at this place whenever the open step of the document is brought back: for what the
/// office by itself brings back wrongly.
void on_redo(const Document& document, std::function<void(const Document&)> what);

} // namespace perennial::uno
