#include "uno/document.hpp"

#include "dashboard/formula.hpp"
#include "metrics/ledger.hpp"
#include "uno/columns.hpp"
#include "uno/invoke.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::beans::XPropertySet;
using com::sun::star::container::XNamed;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using rtl::OUString;

/// Headers are looked for in this many rows, and contents judged by them.
constexpr sal_Int32 sample_rows = 60;
constexpr sal_Int32 sample_columns = 100;

Reference<sheet::XNamedRanges> range_names(const Document& document) {
    const Reference<XPropertySet> properties(document, UNO_QUERY_THROW);
    return {properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW};
}

Reference<sheet::XSpreadsheet> spreadsheet(const Document& document, const std::string& name) {
    return {document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW};
}

/// The cells that a range name points to, or none where there is no such name or its cells are gone.
CellRange named_cells(const Document& document, const std::string& name) {
    const Reference<sheet::XNamedRanges> names = range_names(document);
    if (!names->hasByName(wide(name)))
        return {};
    const Reference<sheet::XCellRangeReferrer> referrer(names->getByName(wide(name)), UNO_QUERY);
    return referrer.is() ? referrer->getReferredCells() : CellRange();
}

std::string sheet_of(const CellRange& cells) {
    const Reference<sheet::XSheetCellRange> range(cells, UNO_QUERY_THROW);
    return narrow(Reference<XNamed>(range->getSpreadsheet(), UNO_QUERY_THROW)->getName());
}

table::CellRangeAddress address_of(const CellRange& cells) {
    return Reference<sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
}

std::string sentence(metrics::Reason reason, const dashboard::Role& role) {
    const auto words = [reason] {
        switch (reason) {
        case metrics::Reason::missing:
            return catalog::text("{column} is missing");
        case metrics::Reason::is_text:
            return catalog::text("{column} is text");
        case metrics::Reason::holds_error:
            return catalog::text("{column} holds an error");
        case metrics::Reason::before_start:
            return catalog::text("{column} lies before the start");
        case metrics::Reason::circle:
            return catalog::text("This referral closes a circle: the client brought itself through others");
        case metrics::Reason::second_referrer:
            return catalog::text("This client was referred by somebody else in an earlier row");
        case metrics::Reason::duplicate:
            return catalog::text("{column} stands in an earlier row already");
        case metrics::Reason::out_of_range:
            break;
        }
        return catalog::text("{column} lies outside what is possible");
    }();
    return fmt::format(fmt::runtime(shown(words)), fmt::arg("column", shown(role.label)));
}

} // namespace

std::optional<std::string> marked_sheet(const Document& document, const std::string& mark) {
    const CellRange cells = named_cells(document, mark);
    return cells.is() ? std::optional(sheet_of(cells)) : std::nullopt;
}

void remove_range_name(const Document& document, const std::string& name) {
    const Reference<sheet::XNamedRanges> names = range_names(document);
    if (names->hasByName(wide(name)))
        names->removeByName(wide(name));
}

void set_range_name(const Document& document, const std::string& name, const std::string& sheet_name,
                    const dashboard::Area& area) {
    remove_range_name(document, name);
    range_names(document)->addNewByName(
        wide(name), wide("$" + dashboard::sheet_reference(sheet_name) + "." + dashboard::absolute(area)),
        table::CellAddress(), 0);
}

std::vector<std::string> user_sheets(const Document& document) {
    std::vector<std::string> own;
    for (const OUString& name : range_names(document)->getElementNames())
        if (const std::string mark = narrow(name); mark.starts_with(mark_prefix))
            if (const auto marked = marked_sheet(document, mark))
                own.push_back(*marked);
    std::vector<std::string> users;
    for (const OUString& name : document->getSheets()->getElementNames())
        if (std::find(own.begin(), own.end(), narrow(name)) == own.end())
            users.push_back(narrow(name));
    return users;
}

dashboard::Sample sample(const Document& document, const std::string& sheet_name) {
    const Reference<sheet::XSpreadsheet> from = spreadsheet(document, sheet_name);
    const Reference<sheet::XSheetCellCursor> cursor = from->createCursor();
    Reference<sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const table::CellRangeAddress used = address_of(CellRange(cursor, UNO_QUERY_THROW));
    const sal_Int32 rows = std::min(used.EndRow + 1, sample_rows);
    const sal_Int32 columns = std::min(used.EndColumn + 1, sample_columns);
    std::vector<CellRange> ranges;
    for (sal_Int32 column = 0; column < columns; ++column)
        ranges.push_back(from->getCellRangeByPosition(column, 0, column, rows - 1));
    dashboard::Sample result{.sheet = sheet_name, .columns = {}};
    for (metrics::Column& column : read_columns(ranges))
        result.columns.push_back(std::move(column));
    return result;
}

std::optional<dashboard::Mapping> stored_mapping(const Document& document, dashboard::SheetKind kind) {
    dashboard::Mapping mapping;
    mapping.kind = kind;
    for (const dashboard::Role& role : dashboard::roles(kind)) {
        const CellRange cells = named_cells(document, dashboard::range_name(kind, role));
        if (!cells.is()) {
            mapping.columns.emplace_back();
            continue;
        }
        const table::CellRangeAddress address = address_of(cells);
        mapping.sheet = sheet_of(cells);
        mapping.first_row = address.StartRow;
        mapping.columns.emplace_back(address.StartColumn);
    }
    return mapping.complete() ? std::optional(mapping) : std::nullopt;
}

void store_mapping(const Document& document, const dashboard::Mapping& mapping) {
    UndoStep step(document, shown(catalog::text("Map the client sheet")));
    const sal_Int32 last_row =
        address_of(CellRange(spreadsheet(document, mapping.sheet), UNO_QUERY_THROW)).EndRow;
    const auto kinds_roles = dashboard::roles(mapping.kind);
    for (std::size_t index = 0; index < kinds_roles.size(); ++index) {
        const std::string name = dashboard::range_name(mapping.kind, kinds_roles[index]);
        if (const auto column = mapping.columns[index])
            set_range_name(document, name, mapping.sheet,
                           {{*column, mapping.first_row}, 1, last_row - mapping.first_row + 1});
        else
            remove_range_name(document, name);
    }
    step.keep();
}

bool forget_mapping(const Document& document, dashboard::SheetKind kind) {
    if (!stored_mapping(document, kind))
        return false;
    UndoStep step(document, shown(catalog::text("Stop using the client sheet")));
    for (const dashboard::Role& role : dashboard::roles(kind))
        remove_range_name(document, dashboard::range_name(kind, role));
    step.keep();
    return true;
}

CheckResult check(const Document& document, const dashboard::Mapping& mapping) {
    const Reference<sheet::XSpreadsheet> from = spreadsheet(document, mapping.sheet);
    const sal_Int32 last_row = address_of(CellRange(from, UNO_QUERY_THROW)).EndRow;
    // The required roles of a ledger come first: client, date, amount.
    std::vector<CellRange> ranges;
    for (std::size_t role = 0; role < 3; ++role) {
        const int column = mapping.columns[role].value();
        ranges.push_back(from->getCellRangeByPosition(column, mapping.first_row, column, last_row));
    }
    const auto columns = read_columns(ranges);
    const metrics::NullDate null_day = null_date(DocumentProperties(document, UNO_QUERY));
    const metrics::LedgerReport report = metrics::check_ledger(null_day, columns[0], columns[1], columns[2]);

    CheckResult result;
    result.rows_used = report.good;
    result.rows = static_cast<int>(columns[0].size());
    result.extent = dashboard::ledger_extent(null_day, columns[0], columns[1], columns[2], report);
    const auto kinds_roles = dashboard::roles(mapping.kind);
    for (const metrics::BadRow& bad : report.bad)
        result.findings.push_back({mapping.sheet, mapping.columns[bad.field].value(),
                                   mapping.first_row + static_cast<int>(bad.row) - 1,
                                   sentence(bad.reason, kinds_roles[bad.field]), bad.reason});
    return result;
}

void show_cell(const Document& document, const std::string& sheet_name, int column, int row) {
    const Reference<com::sun::star::frame::XModel> model(document, UNO_QUERY_THROW);
    const Reference<sheet::XSpreadsheetView> view(model->getCurrentController(), UNO_QUERY_THROW);
    const Reference<sheet::XSpreadsheet> target = spreadsheet(document, sheet_name);
    view->setActiveSheet(target);
    Reference<com::sun::star::view::XSelectionSupplier>(view, UNO_QUERY_THROW)
        ->select(com::sun::star::uno::Any(target->getCellByPosition(column, row)));
}

} // namespace perennial::uno
