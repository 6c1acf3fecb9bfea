#include "uno/fresh_sheet.hpp"

#include "uno/dashboards.hpp"
#include "uno/sheet_canvas.hpp"
#include "uno/strings.hpp"
#include "uno/view.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
using catalog::text;
using com::sun::star::container::XNamed;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;

std::string free_name(const Document& document, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; document->getSheets()->hasByName(wide(name)); ++number)
        name = fmt::format("{} {}", wanted, number);
    return name;
}

} // namespace

void require_room(const Document& document, std::string_view mark) {
    if (!marked_sheet(document, std::string(mark)) &&
        Reference<com::sun::star::util::XProtectable>(document, UNO_QUERY_THROW)->isProtected())
        throw Refusal(shown(text("No sheet can be added while the structure of the spreadsheet is protected: "
                                 "take the protection off with Tools ▸ Protect Spreadsheet Structure, build, "
                                 "and protect it again")));
}

FreshSheet::FreshSheet(const Document& document, std::string_view mark, const std::string& wanted,
                       bool can_undo)
    : document_(document), mark_(mark), can_undo_(can_undo) {
    const auto standing = marked_sheet(document, mark_);
    const Reference<sheet::XSpreadsheets> sheets = document->getSheets();
    if (standing) {
        name_ = *standing;
        if (!can_undo) {
            backup_ = free_name(document, name_ + " (before)");
            sheets->copyByName(wide(name_), wide(backup_),
                               static_cast<sal_Int16>(sheets->getElementNames().getLength()));
        }
    } else {
        name_ = free_name(document, wanted);
        sheets->insertNewByName(wide(name_), static_cast<sal_Int16>(sheets->getElementNames().getLength()));
        is_new_ = true;
    }
}

FreshSheet::~FreshSheet() {
    if (kept_ || can_undo_)
        return;
    try {
        take_back();
    } catch (const com::sun::star::uno::Exception&) {
        // The document is closing: there is nothing left to put back.
        kept_ = true;
    }
}

void FreshSheet::mark() const {
    if (is_new_)
        set_range_name(document_, mark_, name_, {{0, 0}, 1, 1});
}

void FreshSheet::clear(Progress& progress) {
    if (!is_new_)
        clear_sheet(document_, name_,
                    [&progress] { progress.step(shown(text("Drawing the page")), share_of_planning); });
}

void FreshSheet::clear_looks() {
    clear_sheet_looks(document_, name_);
}

void FreshSheet::keep() {
    kept_ = true;
    if (!backup_.empty())
        document_->getSheets()->removeByName(wide(backup_));
}

void FreshSheet::take_back() const {
    const auto shown = shown_sheet(document_);
    const Reference<sheet::XSpreadsheets> sheets = document_->getSheets();
    const auto names = sheets->getElementNames();
    const auto place = std::find(names.begin(), names.end(), wide(name_)) - names.begin();
    sheets->removeByName(wide(name_));
    if (!is_new_) {
        Reference<XNamed>(sheets->getByName(wide(backup_)), UNO_QUERY_THROW)->setName(wide(name_));
        sheets->moveByName(wide(name_), static_cast<sal_Int16>(place));
    }
    if (shown && sheets->hasByName(wide(*shown)))
        show_sheet(document_, *shown);
}

} // namespace perennial::uno
