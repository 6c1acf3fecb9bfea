#include "uno/build.hpp"

#include "catalog/languages.hpp"
#include "dashboard/check_list.hpp"
#include "dashboard/retention.hpp"
#include "uno/sheet_canvas.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using catalog::text;
using com::sun::star::beans::XPropertySet;
using com::sun::star::frame::XModel;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::SheetKind;

constexpr std::string_view retention_mark = "pn_sheet_retention";
constexpr std::string_view check_mark = "pn_sheet_check";
/// Range names of copies began so on pages of earlier versions.
constexpr std::string_view former_prefix = "pn_clean_";

/// Keeps the window from painting what is half done.
class Unpainted {
public:
    explicit Unpainted(const Document& document) : model_(document, UNO_QUERY_THROW) {
        model_->lockControllers();
    }
    ~Unpainted() { model_->unlockControllers(); }
    Unpainted(const Unpainted&) = delete;
    Unpainted& operator=(const Unpainted&) = delete;

private:
    Reference<XModel> model_;
};

std::string free_name(const Document& document, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; document->getSheets()->hasByName(wide(name)); ++number)
        name = fmt::format("{} {}", wanted, number);
    return name;
}

/// The marked sheet, empty: the one that stands in the document, or a new one behind the others. Where the
/// document cannot undo, a sheet that is not kept is put back by hand.
class FreshSheet {
public:
    FreshSheet(const Document& document, std::string_view mark, const std::string& wanted, bool can_undo)
        : document_(document), mark_(mark) {
        const auto standing = marked_sheet(document, mark_);
        const Reference<sheet::XSpreadsheets> sheets = document->getSheets();
        if (standing) {
            name_ = *standing;
            if (!can_undo) {
                backup_ = free_name(document, name_ + " (before)");
                sheets->copyByName(wide(name_), wide(backup_),
                                   static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            }
            clear_sheet(document, name_);
        } else {
            name_ = free_name(document, wanted);
            sheets->insertNewByName(wide(name_),
                                    static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            set_range_name(document, mark_, name_, {{0, 0}, 1, 1});
            is_new_ = true;
        }
        by_hand_ = !can_undo;
    }

    ~FreshSheet() {
        if (kept_ || !by_hand_)
            return;
        try {
            document_->getSheets()->removeByName(wide(name_));
            if (is_new_)
                remove_range_name(document_, mark_);
            else {
                const Reference<com::sun::star::container::XNamed> copy(
                    document_->getSheets()->getByName(wide(backup_)), UNO_QUERY_THROW);
                copy->setName(wide(name_));
                set_range_name(document_, mark_, name_, {{0, 0}, 1, 1});
            }
        } catch (const com::sun::star::uno::Exception&) {
            // The document is closing: there is nothing left to put back.
            kept_ = true;
        }
    }
    FreshSheet(const FreshSheet&) = delete;
    FreshSheet& operator=(const FreshSheet&) = delete;

    const std::string& name() const { return name_; }

    void keep() {
        kept_ = true;
        if (!backup_.empty())
            document_->getSheets()->removeByName(wide(backup_));
    }

private:
    Document document_;
    std::string mark_, name_, backup_;
    bool is_new_ = false;
    bool by_hand_ = false;
    bool kept_ = false;
};

/// The number format of the ledger's amounts, when they have one of their own.
std::optional<sal_Int32> amount_format(const Document& document, const dashboard::Mapping& ledger,
                                       const CheckResult& checked) {
    const Reference<table::XCellRange> cells(document->getSheets()->getByName(wide(ledger.sheet)),
                                             UNO_QUERY_THROW);
    const int column = ledger.columns[2].value();
    const int last = std::min(ledger.first_row + checked.rows - 1, ledger.first_row + 50);
    for (int row = ledger.first_row; row <= last; ++row) {
        const Reference<table::XCell> cell = cells->getCellByPosition(column, row);
        if (cell->getType() != table::CellContentType_VALUE)
            continue;
        sal_Int32 key = 0;
        Reference<XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("NumberFormat") >>= key;
        const Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(document, UNO_QUERY_THROW);
        sal_Int16 type = 0;
        supplier->getNumberFormats()->getByKey(key)->getPropertyValue("Type") >>= type;
        const bool currency = (type & com::sun::star::util::NumberFormat::CURRENCY) != 0;
        return currency ? std::optional(key) : std::nullopt;
    }
    return std::nullopt;
}

/// Space for a year of new months, and for a fifth more clients.
dashboard::Room room_for(const dashboard::Extent& extent) {
    constexpr int new_months = 12;
    constexpr int least_new_clients = 50;
    return {.months = extent.months + new_months,
            .clients = extent.clients + std::max(least_new_clients, extent.clients / 5)};
}

/// Rows that may still be typed under those of a sheet whose columns are copied.
int rows_with_room(int rows) {
    constexpr int least_new_rows = 1000;
    return rows + std::max(least_new_rows, rows / 10);
}

/// Another table below leaves no room.
int rows_to_copy(const dashboard::Mapping& mapping, const CheckResult& checked) {
    return mapping.last_row ? std::max(1, *mapping.last_row - mapping.first_row)
                            : rows_with_room(checked.rows);
}

/// A mapped sheet as a page reads it.
dashboard::Source source(const Document& document, const dashboard::Mapping& mapping,
                         const CheckResult& checked) {
    dashboard::Source result{.kind = mapping.kind,
                             .mapped = {},
                             .headed = has_header(document, mapping),
                             .rows = rows_to_copy(mapping, checked),
                             .has_faults = !checked.findings.empty(),
                             .has_repeats = false,
                             .circles = {},
                             .reads_dates = mapping.text_dates && checked.text_dates > 0};
    for (const auto& column : mapping.columns)
        result.mapped.push_back(column.has_value());
    const int above = mapping.first_row + (result.headed ? 1 : 0);
    for (const dashboard::Finding& finding : checked.findings) {
        result.has_repeats = result.has_repeats || finding.cause == metrics::Reason::duplicate ||
                             finding.cause == metrics::Reason::second_referrer;
        if (finding.cause == metrics::Reason::circle)
            result.circles.push_back(finding.row - above + 1);
    }
    return result;
}

std::optional<dashboard::Source> optional_source(const Document& document, SheetKind kind) {
    const auto mapping = stored_mapping(document, kind);
    return mapping ? std::optional(source(document, *mapping, check(document, *mapping))) : std::nullopt;
}

std::string as_of_formula(const std::string& iso) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int read = 0;
    const bool shaped = std::sscanf(iso.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &read) == 3 &&
                        static_cast<std::size_t>(read) == iso.size();
    if (!shaped || !(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)).ok())
        throw Refusal(fmt::format(fmt::runtime(shown(text("\"{date}\" is no date; write it as 2024-12-31"))),
                                  fmt::arg("date", iso)));
    return fmt::format("DATE({};{};{})", year, month, day);
}

/// The cell that a range name of a built page points to, or none.
Reference<table::XCell> named_cell(const Document& document, std::string_view name) {
    const Reference<XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<sheet::XNamedRanges> names(properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW);
    if (!names->hasByName(wide(name)))
        return {};
    const Reference<sheet::XCellRangeReferrer> referrer(names->getByName(wide(name)), UNO_QUERY);
    const Reference<table::XCellRange> cells = referrer.is() ? referrer->getReferredCells() : nullptr;
    return cells.is() ? cells->getCellByPosition(0, 0) : nullptr;
}

/// What stands in the as-of cell of the page that was built, unless it follows the data.
std::optional<std::string> standing_as_of(const Document& document) {
    const Reference<table::XCell> cell = named_cell(document, dashboard::as_of_name);
    if (!cell.is())
        return std::nullopt;
    if (cell->getType() == table::CellContentType_VALUE)
        return fmt::format("{}", cell->getValue());
    const std::string formula = narrow(cell->getFormula());
    return formula.starts_with("=") && !formula.starts_with("=MAX(") ? std::optional(formula.substr(1))
                                                                     : std::nullopt;
}

/// What the user picked for the cohort table of the page that was built, whatever the language was then.
int standing_measure(const Document& document) {
    const Reference<table::XCell> cell = named_cell(document, dashboard::measure_name);
    const std::string picked = cell.is() ? narrow(cell->getFormula()) : std::string();
    for (int measure = 0; measure < dashboard::cohort_measures; ++measure)
        for (const catalog::WrittenLanguage& written : catalog::languages)
            if (picked == catalog::translated(dashboard::cohort_measure(measure), written.language))
                return measure;
    return 0;
}

/// Writes the as-of cell once more, as the last change of the step. Redo puts tables back without telling the
/// cells that refer to them; all figures follow this cell, so this is what makes them compute again.
void rewrite_as_of(const Document& document) {
    const Reference<table::XCell> cell = named_cell(document, dashboard::as_of_name);
    cell->setFormula(cell->getFormula());
}

/// Draws the page and gives the sentence that says so; `as_of` is a formula.
std::string draw_retention_page(const Document& document, const std::optional<std::string>& as_of,
                                Progress& progress, bool can_undo) {
    const auto start = std::chrono::steady_clock::now();
    progress.step(shown(text("Checking the ledger")), 0);
    const dashboard::Mapping ledger = require_ledger(document);
    const CheckResult checked = check(document, ledger);
    if (checked.rows_used == 0)
        throw Refusal(shown(text("The ledger has no row that can be used: check the mapping and the data")));

    const Unpainted unpainted(document);
    FreshSheet fresh(document, retention_mark, shown(text("Retention")), can_undo);
    const int measure = standing_measure(document);
    remove_range_names(document, dashboard::retention_prefix);
    remove_range_names(document, former_prefix);
    SheetCanvas canvas(document, fresh.name(), progress);
    if (const auto format = amount_format(document, ledger, checked))
        canvas.use_amount_format(*format);
    const dashboard::RetentionInput input{.language = office_language(),
                                          .as_of = as_of,
                                          .measure = measure,
                                          .room = room_for(checked.extent),
                                          .ledger = source(document, ledger, checked),
                                          .contracts = optional_source(document, SheetKind::contracts),
                                          .referrals = optional_source(document, SheetKind::referrals),
                                          .clients = optional_source(document, SheetKind::clients)};
    dashboard::draw_retention(canvas, input);
    rewrite_as_of(document);
    progress.step(shown(text("Calculating")), 0.95);
    Reference<sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculate();
    fresh.keep();

    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const auto words = checked.findings.empty()
                           ? text("The retention dashboard is built from {rows} rows in {seconds} s")
                           : text("The retention dashboard is built from {rows} rows in {seconds} s; {aside} "
                                  "rows are set aside");
    return fmt::format(fmt::runtime(shown(words)), fmt::arg("rows", fmt::group_digits(checked.rows_used)),
                       fmt::arg("seconds", fmt::format("{:.1f}", taken.count())),
                       fmt::arg("aside", fmt::group_digits(checked.findings.size())));
}

void bring_to_front(const Document& document, std::string_view mark) {
    const auto name = marked_sheet(document, std::string(mark));
    const Reference<XModel> model(document, UNO_QUERY_THROW);
    const Reference<sheet::XSpreadsheetView> view(model->getCurrentController(), UNO_QUERY);
    if (name && view.is())
        view->setActiveSheet(
            Reference<sheet::XSpreadsheet>(document->getSheets()->getByName(wide(*name)), UNO_QUERY_THROW));
}

std::string draw_check_page(const Document& document, Progress& progress, bool can_undo) {
    const auto checked = check_all(document, progress);
    const Unpainted unpainted(document);
    FreshSheet fresh(document, check_mark, shown(text("Data check")), can_undo);
    SheetCanvas canvas(document, fresh.name(), progress);
    dashboard::draw_check_list(canvas, checked, office_language());
    fresh.keep();
    return dashboard::check_sentence(checked, office_language());
}

} // namespace

std::vector<dashboard::CheckedSheet> check_all(const Document& document, Progress& progress) {
    std::vector<dashboard::CheckedSheet> all;
    for (const SheetKind kind : dashboard::sheet_kinds) {
        const auto mapping = stored_mapping(document, kind);
        if (!mapping)
            continue;
        progress.step(fmt::format(fmt::runtime(shown(text("Checking the sheet: {sheet}"))),
                                  fmt::arg("sheet", mapping->sheet)),
                      0.1 * static_cast<double>(all.size()));
        CheckResult checked = check(document, *mapping);
        all.push_back({kind,
                       mapping->sheet,
                       checked.rows_used,
                       std::move(checked.findings),
                       {checked.text_dates, mapping->text_dates, checked.hidden_rows}});
    }
    if (all.empty())
        throw Refusal(shown(text("Choose a sheet with client data first: none is mapped in this document")));
    return all;
}

dashboard::Mapping require_ledger(const Document& document) {
    const auto ledger = stored_mapping(document, SheetKind::ledger);
    if (!ledger)
        throw Refusal(
            shown(text("Choose the sheet with your orders first: no ledger is mapped in this document")));
    return *ledger;
}

std::string build_retention(const Document& document, const std::optional<std::string>& as_of,
                            Progress& progress) {
    const auto formula = as_of ? std::optional(as_of_formula(*as_of)) : std::nullopt;
    UndoStep step(document, shown(text("Build the retention dashboard")));
    const std::string done = draw_retention_page(document, formula, progress, step.can_undo());
    step.keep();
    bring_to_front(document, retention_mark);
    return done;
}

std::string refresh(const Document& document, Progress& progress) {
    const bool retention = marked_sheet(document, std::string(retention_mark)).has_value();
    const bool listed = marked_sheet(document, std::string(check_mark)).has_value();
    if (!retention && !listed)
        throw Refusal(shown(text("There is nothing to refresh: build a dashboard first")));
    UndoStep step(document, shown(text("Refresh the dashboards")));
    std::string done;
    if (listed)
        done = draw_check_page(document, progress, step.can_undo());
    if (retention)
        done = draw_retention_page(document, standing_as_of(document), progress, step.can_undo());
    step.keep();
    return done;
}

std::string write_check_list(const Document& document, Progress& progress) {
    UndoStep step(document, shown(text("List rows that cannot be used")));
    const std::string done = draw_check_page(document, progress, step.can_undo());
    step.keep();
    bring_to_front(document, check_mark);
    return done;
}

} // namespace perennial::uno
