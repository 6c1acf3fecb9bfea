#pragma once

#include "uno/document.hpp"

#include <com/sun/star/document/XUndoManager.hpp>

#include <functional>
#include <memory>
#include <string>

/// One step of the user's undo list.
namespace perennial::uno {

class Meanwhile;

/// Everything done to the document while it lives is one undoable step. Unless kept, it takes back what was
/// done, where the document has an undo list that can do so. A lock on that list is opened meanwhile: the
/// office drops it at the first edit, and all others would be steps of their own.
class UndoStep {
public:
    UndoStep(const Document& document, const std::string& title);
    ~UndoStep();
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

    void keep();

    /// Where this step is undone or redone, has nothing painted between its parts, since each time all would
    /// be computed that the window shows, and the window shows what it showed before.
    void undo_quietly();

    /// Whether the document can undo. A document loaded without a window cannot: undoing the insertion of a
    /// sheet there ends the office. Nor can one whose undo is switched off.
    bool can_undo() const { return manager_.is(); }

private:
    void leave();
    void lock_again();

    Document document_;
    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> manager_;
    rtl::OUString title_;
    int locks_ = 0; ///< so many were opened
    bool open_ = false;
    std::unique_ptr<Meanwhile> quiet_;
};

/// Whether the document records what is done to it. Something must have been done, or a step be open.
bool records_steps(const Document& document);

/// Has something done at this place whenever the open step of the document is brought back: for what the
/// office by itself brings back wrongly.
void on_redo(const Document& document, std::function<void(const Document&)> what);

/// Whenever what is done to the document while this lives is undone or redone, has something made before it
/// and thrown away after it. The open step must outlive this.
class Meanwhile {
public:
    using Make = std::function<std::shared_ptr<void>(const Document&)>;

    Meanwhile(const Document& document, Make make);
    ~Meanwhile();
    Meanwhile(const Meanwhile&) = delete;
    Meanwhile& operator=(const Meanwhile&) = delete;

private:
    Document document_;
    Make make_;
    std::shared_ptr<std::shared_ptr<void>> made_ = std::make_shared<std::shared_ptr<void>>();
};

} // namespace perennial::uno
