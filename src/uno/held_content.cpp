#include "uno/held_content.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <cstddef>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::PageContent;
using dashboard::Spot;

/// A formula as pages write it: the office gives the functions EDATE and EOMONTH their full names.
std::string as_written(const rtl::OUString& formula) {
    return narrow(formula.replaceAll("COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GET", ""));
}

class Page {
public:
    Page(const Document& document, const std::string& name)
        : sheet_(document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW) {}

    bool has_text(Spot spot, const std::string& text) const {
        const Reference<table::XCell> cell = sheet_->getCellByPosition(spot.column, spot.row);
        return cell->getType() == table::CellContentType_TEXT &&
               Reference<com::sun::star::text::XText>(cell, UNO_QUERY_THROW)->getString() == wide(text);
    }

    bool has_formula(Spot spot, const std::string& formula) const {
        return as_written(sheet_->getCellByPosition(spot.column, spot.row)->getFormula()) == formula;
    }

    /// An array formula in all of these cells, and perhaps in more.
    bool has_table(const PageContent::Table& wanted) const {
        const auto& [area, formula] = wanted;
        const Reference<sheet::XArrayFormulaRange> cells(
            sheet_->getCellRangeByPosition(area.first.column, area.first.row, area.last().column,
                                           area.last().row),
            UNO_QUERY_THROW);
        // The office gives one only where the first and the last cell share it.
        return has_formula(area.first, "{" + formula + "}") && !cells->getArrayFormula().isEmpty();
    }

    std::size_t cells(sal_Int16 flags) const {
        std::size_t count = 0;
        const Reference<sheet::XCellRangesQuery> query(sheet_, UNO_QUERY_THROW);
        for (const table::CellRangeAddress& range : query->queryContentCells(flags)->getRangeAddresses())
            count += static_cast<std::size_t>(range.EndRow - range.StartRow + 1) *
                     static_cast<std::size_t>(range.EndColumn - range.StartColumn + 1);
        return count;
    }

private:
    Reference<sheet::XSpreadsheet> sheet_;
};

} // namespace

bool holds(const Document& document, const std::string& sheet, const PageContent& content) {
    // Else what stands may be waiting to be computed.
    if (!Reference<sheet::XCalculatable>(document, UNO_QUERY_THROW)->isAutomaticCalculationEnabled())
        return false;
    const Page page(document, sheet);
    std::size_t formulas = content.formulas().size();
    for (const auto& [first, table] : content.tables())
        formulas +=
            static_cast<std::size_t>(table.first.columns) * static_cast<std::size_t>(table.first.rows);
    namespace flags = com::sun::star::sheet::CellFlags;
    return page.cells(flags::FORMULA) == formulas &&
           page.cells(flags::VALUE | flags::DATETIME | flags::STRING) == content.texts().size() &&
           std::all_of(content.texts().begin(), content.texts().end(),
                       [&](const auto& each) { return page.has_text(each.first, each.second); }) &&
           std::all_of(content.formulas().begin(), content.formulas().end(),
                       [&](const auto& each) { return page.has_formula(each.first, each.second); }) &&
           std::all_of(content.tables().begin(), content.tables().end(),
                       [&](const auto& each) { return page.has_table(each.second); });
}

} // namespace perennial::uno
