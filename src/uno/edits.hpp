#pragma once

#include "uno/document.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <rtl/ref.hxx>

#include <functional>
#include <string>
#include <vector>

/// Whether somebody changes client sheets while Perennial is at work on them.
namespace perennial::uno {

/// Listens at some sheets of a document as long as it stands.
class Edits {
public:
    Edits(const Document& document, const std::vector<std::string>& sheets);
    ~Edits();
    Edits(const Edits&) = delete;
    Edits& operator=(const Edits&) = delete;

    /// Lets the office handle its events, and listens at the undo list as well: cells that are moved change
    /// without a word from their sheet. What the events throw is passed on.
    void listen_during(const std::function<void()>& events);

    /// Whether the sheets may hold something else than when this was asked for the last time, whatever the
    /// work itself has done. Where the document does not undo, that is not known.
    bool heard();

private:
    class Ear;

    com::sun::star::uno::Sequence<rtl::OUString> sheet_names() const;

    Document document_;
    rtl::Reference<Ear> ear_;
    std::vector<com::sun::star::uno::Reference<com::sun::star::util::XModifyBroadcaster>> sheets_;
    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> undo_;
};

} // namespace perennial::uno
