#pragma once

#include "uno/document.hpp"

#include <com/sun/star/frame/XController.hpp>

#include <optional>
#include <string>

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

} // namespace perennial::uno
