#pragma once

#include "uno/document.hpp"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/frame/XController.hpp>

#include <optional>
#include <string>
#include <vector>

/// What the window shows of a document.
namespace perennial::uno {

/// The sheet in view, or nothing.
std::optional<std::string> shown_sheet(const Document& document);
void show_sheet(const Document& document, const std::string& name);

/// Has the window show at its end what it showed at its beginning, whatever the office moved it to meanwhile;
/// where a sheet came, that sheet from its first cell on.
class KeptView {
public:
    explicit KeptView(const Document& document);
    ~KeptView();
    KeptView(const KeptView&) = delete;
    KeptView& operator=(const KeptView&) = delete;

private:
    void show_again() const;

    Document document_;
    com::sun::star::uno::Reference<com::sun::star::frame::XController> window_;
    com::sun::star::uno::Any shown_;
    sal_Int32 sheets_ = 0; ///< so many were there
};

/// Hides what the document's windows show of its sheets: else the office would compute and paint the cells in
/// view after each of many changes, and a lock of the document's controllers stops only a part of that.
/// Nothing changes on the screen as long as no events are handled; this must not live longer.
class HiddenCells {
public:
    explicit HiddenCells(const Document& document);
    ~HiddenCells();
    HiddenCells(const HiddenCells&) = delete;
    HiddenCells& operator=(const HiddenCells&) = delete;

private:
    void hide(const com::sun::star::uno::Reference<com::sun::star::awt::XWindow2>& part);

    std::vector<com::sun::star::uno::Reference<com::sun::star::awt::XWindow2>> hidden_;
};

} // namespace perennial::uno
