#include "uno/document.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/sheet_check.hpp"
#include "uno/columns.hpp"
#include "uno/invoke.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <span>
#include <utility>

namespace perennial::uno {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::beans::XPropertySet;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using rtl::OUString;

Reference<sheet::XNamedRanges> range_names(const Document& document) {
    const Reference<XPropertySet> properties(document, UNO_QUERY_THROW);
    return {properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW};
}

std::vector<std::string> marked_sheets(const Document& document) {
    std::vector<std::string> marked;
    for (const OUString& name : range_names(document)->getElementNames())
        if (const std::string mark = narrow(name); mark.starts_with(mark_prefix))
            if (const auto found = marked_sheet(document, mark))
                marked.push_back(*found);
    return marked;
}

namespace {

/// Headers are looked for in this many rows, and contents judged by them.
constexpr sal_Int32 sample_rows = 60;
constexpr sal_Int32 sample_columns = 100;

Reference<sheet::XSpreadsheet> spreadsheet(const Document& document, const std::string& name) {
    return {document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW};
}

/// Whether a reference has lost its sheet or its columns; a sheet may be called so.
bool is_lost(const OUString& reference) {
    return reference.indexOf("#REF!", reference.lastIndexOf('\'') + 1) >= 0;
}

/// The cells that a range name points to, or none where there is no such name or its cells are gone: the
/// office would give those that stand in their place.
CellRange named_cells(const Document& document, const std::string& name) {
    const Reference<sheet::XNamedRanges> names = range_names(document);
    if (!names->hasByName(wide(name)))
        return {};
    const Reference<sheet::XNamedRange> range(names->getByName(wide(name)), UNO_QUERY_THROW);
    const Reference<sheet::XCellRangeReferrer> referrer(range, UNO_QUERY);
    return referrer.is() && !is_lost(range->getContent()) ? referrer->getReferredCells() : CellRange();
}

table::CellRangeAddress address_of(const CellRange& cells) {
    return Reference<sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
}

std::string text_dates_name(dashboard::SheetKind kind) {
    return fmt::format("pn_{}_text_dates", dashboard::key(kind));
}

sal_Int32 last_row_of_sheet(const Document& document, const std::string& sheet_name) {
    return address_of(CellRange(spreadsheet(document, sheet_name), UNO_QUERY_THROW)).EndRow;
}

/// The columns of a mapping as they are read, one entry per role; none where no column plays it.
class MappedCells {
public:
    MappedCells(const Document& document, const dashboard::Mapping& mapping,
                const dashboard::Breath& breath = {})
        : columns_(mapping.columns.size(), nullptr) {
        const Reference<sheet::XSpreadsheet> from = spreadsheet(document, mapping.sheet);
        const sal_Int32 last_row = mapping.last_row.value_or(last_row_of_sheet(document, mapping.sheet));
        std::vector<CellRange> ranges;
        std::vector<std::size_t> roles;
        for (std::size_t role = 0; role < mapping.columns.size(); ++role)
            if (const auto column = mapping.columns[role]) {
                ranges.push_back(from->getCellRangeByPosition(*column, mapping.first_row, *column, last_row));
                roles.push_back(role);
            }
        cells_ = read_columns(ranges, document, breath);
        for (std::size_t index = 0; index < cells_.size(); ++index)
            columns_[roles[index]] = cells_[index].get();
    }
    MappedCells(const MappedCells&) = delete;
    MappedCells& operator=(const MappedCells&) = delete;

    std::span<const metrics::Column* const> columns() const { return columns_; }
    int rows() const { return cells_.empty() ? 0 : static_cast<int>(cells_.front()->size()); }

private:
    std::vector<SharedColumn> cells_;
    std::vector<const metrics::Column*> columns_;
};

dashboard::SheetReport report_on(const Document& document, const dashboard::Mapping& mapping,
                                 const MappedCells& cells, const dashboard::Breath& breath = {}) {
    return dashboard::check_sheet(mapping, null_date(DocumentProperties(document, UNO_QUERY)),
                                  date_order(document), cells.columns(), breath);
}

/// A part of a longer work, with the share of it that is done before and after.
dashboard::Breath part(const dashboard::Breath& whole, double before, double after) {
    if (!whole)
        return {};
    return [&whole, before, after](double done) { whole(before + done * (after - before)); };
}

std::string sentence(const dashboard::RowFault& fault, dashboard::SheetKind kind) {
    const auto kinds_roles = dashboard::roles(kind);
    const dashboard::Role& role = kinds_roles[fault.role];
    const auto words = [&] {
        switch (fault.reason) {
        case metrics::Reason::missing:
            return catalog::text("{column} is missing");
        case metrics::Reason::is_text:
            return catalog::text("{column} is text");
        case metrics::Reason::holds_error:
            return catalog::text("{column} holds an error");
        case metrics::Reason::before_start:
            return catalog::text("{column} lies before {start}");
        case metrics::Reason::circle:
            return catalog::text("This referral closes a circle: the client brought itself through others");
        case metrics::Reason::second_referrer:
            return catalog::text("This client was referred by somebody else in an earlier row");
        case metrics::Reason::duplicate:
            return catalog::text("{column} stands in an earlier row already");
        case metrics::Reason::total:
            return catalog::text("This row is a total of rows above it");
        case metrics::Reason::written_number:
            return catalog::text(
                "{column} is a number written as text; Data ▸ Text to Columns can convert it");
        case metrics::Reason::out_of_range:
            break;
        }
        return catalog::text("{column} lies outside what is possible");
    }();
    const std::string_view start_key = role.key == "end" ? "start" : "paused_from";
    const auto start =
        std::find_if(kinds_roles.begin(), kinds_roles.end(),
                     [start_key](const dashboard::Role& other) { return other.key == start_key; });
    return fmt::format(fmt::runtime(shown(words)), fmt::arg("column", shown(role.label)),
                       fmt::arg("start", start == kinds_roles.end() ? std::string() : shown(start->label)));
}

/// How many of the rows that hold anything are hidden or filtered out.
std::size_t hidden_rows(const CellRange& cells) {
    std::size_t visible = 0;
    const Reference<sheet::XCellRangesQuery> query(cells, UNO_QUERY_THROW);
    for (const table::CellRangeAddress& area : query->queryVisibleCells()->getRangeAddresses())
        visible += static_cast<std::size_t>(area.EndRow - area.StartRow + 1);
    const table::CellRangeAddress all = address_of(cells);
    return static_cast<std::size_t>(all.EndRow - all.StartRow + 1) - visible;
}

void measure_array_formulas_of(const Reference<sheet::XSpreadsheet>& page) {
    const Reference<sheet::XCellRangesQuery> query(page, UNO_QUERY_THROW);
    for (const table::CellRangeAddress& cells :
         query->queryContentCells(sheet::CellFlags::FORMULA)->getRangeAddresses())
        for (sal_Int32 column = cells.StartColumn; column <= cells.EndColumn; ++column)
            for (sal_Int32 row = cells.StartRow; row <= cells.EndRow; ++row) {
                const CellRange cell = page->getCellRangeByPosition(column, row, column, row);
                if (!cell->getCellByPosition(0, 0)->getFormula().startsWith("{"))
                    continue;
                const Reference<sheet::XSheetCellCursor> cursor =
                    page->createCursorByRange(Reference<sheet::XSheetCellRange>(cell, UNO_QUERY_THROW));
                cursor->collapseToCurrentArray();
                row = std::max(row, address_of(CellRange(cursor, UNO_QUERY_THROW)).EndRow);
            }
}

/// Asks each array formula of the pages how large it is. One that was compiled anew has forgotten it: asked
/// before it is computed, the office counts its cells; asked later, those that its result fills.
void measure_array_formulas(const Document& document) {
    for (const std::string& page : marked_sheets(document))
        measure_array_formulas_of(spreadsheet(document, page));
}

/// Keeps formulas from being computed, for a moment in which nothing is painted: the office computes array
/// formulas that it paints all the same, with whatever stands in cells that are not computed, and takes them
/// for done.
class Uncalculated {
public:
    explicit Uncalculated(const Document& document)
        : document_(document, UNO_QUERY_THROW), was_automatic_(document_->isAutomaticCalculationEnabled()) {
        document_->enableAutomaticCalculation(false);
    }
    ~Uncalculated() { document_->enableAutomaticCalculation(was_automatic_); }
    Uncalculated(const Uncalculated&) = delete;
    Uncalculated& operator=(const Uncalculated&) = delete;

private:
    Reference<sheet::XCalculatable> document_;
    bool was_automatic_;
};

/// Has nothing computed while formulas are compiled anew, and then asks the array formulas how large they
/// are.
class Measured {
public:
    explicit Measured(const Document& document)
        : document_(document), unpainted_(document), uncalculated_(document) {}
    ~Measured() {
        try {
            measure_array_formulas(document_);
        } catch (const com::sun::star::uno::Exception&) {
            // The document is closing: there is nothing left to keep.
            document_.clear();
        }
    }
    Measured(const Measured&) = delete;
    Measured& operator=(const Measured&) = delete;

private:
    Document document_;
    Unpainted unpainted_;
    Uncalculated uncalculated_;
};

} // namespace

Unpainted::Unpainted(const Document& document) : model_(document, UNO_QUERY_THROW) {
    model_->lockControllers();
}

Unpainted::~Unpainted() {
    model_->unlockControllers();
}

SwitchedOff::SwitchedOff(const Document& document, const OUString& property)
    : document_(document, UNO_QUERY_THROW), property_(property), was_(document_->getPropertyValue(property)) {
    document_->setPropertyValue(property_, Any(false));
}

SwitchedOff::~SwitchedOff() {
    document_->setPropertyValue(property_, was_);
}

LockedNames::LockedNames(const Document& document)
    : document_(document), names_(range_names(document), UNO_QUERY_THROW) {
    if (!names_->isActionLocked())
        undone_ = std::make_unique<Meanwhile>(
            document, [](const Document& undone) { return std::make_shared<Measured>(undone); });
    names_->addActionLock();
}

LockedNames::~LockedNames() {
    std::optional<Measured> measured;
    if (undone_)
        measured.emplace(document_);
    names_->removeActionLock();
}

metrics::DateOrder date_order(const Document& document) {
    com::sun::star::lang::Locale locale;
    Reference<XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("CharLocale") >>= locale;
    return date_order(locale);
}

std::optional<std::string> marked_sheet(const Document& document, const std::string& mark) {
    const CellRange cells = named_cells(document, mark);
    return cells.is() ? std::optional(sheet_of(cells)) : std::nullopt;
}

void remove_range_name(const Document& document, const std::string& name) {
    const LockedNames locked(document);
    const Reference<sheet::XNamedRanges> names = range_names(document);
    if (names->hasByName(wide(name)))
        names->removeByName(wide(name));
}

void remove_range_names(const Document& document, const std::vector<std::string>& names) {
    if (names.empty())
        return;
    const LockedNames locked(document);
    for (const std::string& name : names)
        remove_range_name(document, name);
}

std::vector<std::string> range_names_from(const Document& document, std::string_view prefix) {
    std::vector<std::string> found;
    for (const OUString& name : range_names(document)->getElementNames())
        if (std::string narrowed = narrow(name); narrowed.starts_with(prefix))
            found.push_back(std::move(narrowed));
    return found;
}

bool stands_for(const Document& document, const std::string& name, const std::string& sheet_name,
                const dashboard::Area& area) {
    const CellRange cells = named_cells(document, name);
    if (!cells.is() || sheet_of(cells) != sheet_name)
        return false;
    const table::CellRangeAddress address = address_of(cells);
    return address.StartColumn == area.first.column && address.StartRow == area.first.row &&
           address.EndColumn == area.last().column && address.EndRow == area.last().row;
}

void set_range_name(const Document& document, const std::string& name, const std::string& sheet_name,
                    const dashboard::Area& area) {
    if (stands_for(document, name, sheet_name, area))
        return;
    const LockedNames locked(document);
    remove_range_name(document, name);
    range_names(document)->addNewByName(
        wide(name), wide("$" + dashboard::sheet_reference(sheet_name) + "." + dashboard::absolute(area)),
        table::CellAddress(), 0);
}

std::vector<std::string> user_sheets(const Document& document) {
    const std::vector<std::string> own = marked_sheets(document);
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
    ranges.reserve(static_cast<std::size_t>(columns));
    for (sal_Int32 column = 0; column < columns; ++column)
        ranges.push_back(from->getCellRangeByPosition(column, 0, column, rows - 1));
    dashboard::Sample result{.sheet = sheet_name, .columns = {}};
    for (const SharedColumn& column : read_columns(ranges, document))
        result.columns.push_back(*column);
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
        if (address.EndRow < last_row_of_sheet(document, mapping.sheet))
            mapping.last_row = address.EndRow;
        mapping.columns.emplace_back(address.StartColumn);
    }
    mapping.text_dates = range_names(document)->hasByName(wide(text_dates_name(kind)));
    return mapping.complete() ? std::optional(mapping) : std::nullopt;
}

std::vector<std::string> mapped_sheets(const Document& document) {
    std::vector<std::string> sheets;
    for (const dashboard::SheetKind kind : dashboard::sheet_kinds)
        if (const auto mapping = stored_mapping(document, kind))
            sheets.push_back(mapping->sheet);
    return sheets;
}

namespace {

void name_columns(const Document& document, const dashboard::Mapping& mapping) {
    const LockedNames locked(document);
    const sal_Int32 last_row = mapping.last_row.value_or(last_row_of_sheet(document, mapping.sheet));
    const auto kinds_roles = dashboard::roles(mapping.kind);
    for (std::size_t index = 0; index < kinds_roles.size(); ++index) {
        const std::string name = dashboard::range_name(mapping.kind, kinds_roles[index]);
        if (const auto column = mapping.columns[index])
            set_range_name(document, name, mapping.sheet,
                           {{*column, mapping.first_row}, 1, last_row - mapping.first_row + 1});
        else
            remove_range_name(document, name);
    }
    const std::string mark = text_dates_name(mapping.kind);
    remove_range_name(document, mark);
    if (mapping.text_dates)
        range_names(document)->addNewByName(wide(mark), "1", table::CellAddress(), 0);
}

std::vector<std::string> names_of(dashboard::SheetKind kind) {
    std::vector<std::string> names{text_dates_name(kind)};
    for (const dashboard::Role& role : dashboard::roles(kind))
        names.push_back(dashboard::range_name(kind, role));
    return names;
}

} // namespace

void store_mapping(const Document& document, const dashboard::Mapping& mapping) {
    if (stored_mapping(document, mapping.kind) == mapping)
        return;
    UndoStep step(document, shown(catalog::text("Map the client sheet")));
    name_columns(document, mapping);
    step.keep();
}

bool forget_mapping(const Document& document, dashboard::SheetKind kind) {
    if (!stored_mapping(document, kind))
        return false;
    UndoStep step(document, shown(catalog::text("Stop using the client sheet")));
    remove_range_names(document, names_of(kind));
    step.keep();
    return true;
}

std::optional<int> find_table_end(const Document& document, const dashboard::Mapping& mapping) {
    dashboard::Mapping whole = mapping;
    whole.last_row.reset();
    const auto end = dashboard::table_end(whole, MappedCells(document, whole).columns());
    return end ? std::optional(mapping.first_row + static_cast<int>(*end)) : std::nullopt;
}

bool has_header(const Document& document, const dashboard::Mapping& mapping) {
    dashboard::Mapping top = mapping;
    top.last_row = std::min(mapping.first_row + sample_rows, last_row_of_sheet(document, mapping.sheet));
    const MappedCells cells(document, top);
    return report_on(document, top, cells).has_header;
}

CheckResult check(const Document& document, const dashboard::Mapping& mapping,
                  const dashboard::Breath& breath) {
    constexpr double share_of_reading = 0.6;
    CheckResult result;
    if (!mapping.complete())
        return result;
    const MappedCells cells(document, mapping, part(breath, 0, share_of_reading));
    const dashboard::SheetReport report =
        report_on(document, mapping, cells, part(breath, share_of_reading, 1));
    result.rows_used = report.good;
    result.rows = cells.rows();
    result.extent = report.extent;
    result.text_dates = report.text_dates;
    if (result.rows > 0)
        result.hidden_rows = hidden_rows(
            spreadsheet(document, mapping.sheet)
                ->getCellRangeByPosition(*mapping.columns.front(), mapping.first_row,
                                         *mapping.columns.front(), mapping.first_row + result.rows - 1));
    std::map<std::pair<std::size_t, metrics::Reason>, std::string> sentences;
    result.findings.reserve(report.faults.size());
    for (const dashboard::RowFault& fault : report.faults) {
        std::string& words = sentences[{fault.role, fault.reason}];
        if (words.empty())
            words = sentence(fault, mapping.kind);
        // A contract without any value may have no column for it; the finding then leads to its client.
        const int column = mapping.columns[fault.role].value_or(*mapping.columns.front());
        result.findings.push_back(
            {mapping.sheet, column, mapping.first_row + static_cast<int>(fault.row), words, fault.reason});
    }
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
