#include "uno/dashboards.hpp"

#include "catalog/languages.hpp"
#include "dashboard/referral.hpp"
#include "dashboard/retention.hpp"
#include "dashboard/warnings.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using catalog::Text;
using catalog::text;
using com::sun::star::beans::XPropertySet;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::SheetKind;

/// A mapped sheet and what was found in it.
struct Checked {
    dashboard::Mapping mapping;
    CheckResult result;
};

std::optional<Checked> checked(const Document& document, SheetKind kind, Progress& progress) {
    auto mapping = stored_mapping(document, kind);
    if (!mapping)
        return std::nullopt;
    const std::string step = shown(text("Checking the client sheets"));
    constexpr double most_sheets = std::size(dashboard::sheet_kinds);
    const double before = static_cast<double>(kind) / most_sheets;
    CheckResult result = check(document, *mapping, [&](double done) {
        progress.step(step, share_of_planning * (before + done / most_sheets));
    });
    return Checked{std::move(*mapping), std::move(result)};
}

/// A sheet without which a page cannot be drawn.
Checked require(const Document& document, SheetKind kind, Text unmapped, Text unusable, Progress& progress) {
    auto found = checked(document, kind, progress);
    if (!found)
        throw Refusal(shown(unmapped));
    if (found->result.rows_used == 0)
        throw Refusal(shown(unusable));
    return std::move(*found);
}

/// The number format of a role's amounts, when they have one of their own.
std::optional<sal_Int32> amount_format(const Document& document, const Checked& from, std::string_view role) {
    const auto all = dashboard::roles(from.mapping.kind);
    const auto index = std::find_if(all.begin(), all.end(),
                                    [role](const dashboard::Role& each) { return each.key == role; }) -
                       all.begin();
    const auto column = from.mapping.columns[static_cast<std::size_t>(index)];
    if (!column)
        return std::nullopt;
    const Reference<table::XCellRange> cells(document->getSheets()->getByName(wide(from.mapping.sheet)),
                                             UNO_QUERY_THROW);
    constexpr int looked_at = 50;
    const int first = from.mapping.first_row;
    const int last = std::min(first + from.result.rows - 1, first + looked_at);
    for (int row = first; row <= last; ++row) {
        const Reference<table::XCell> cell = cells->getCellByPosition(*column, row);
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

/// A count and room for so many more, or down to half of that: sizes come in coarse steps, since each refresh
/// that finds another one has the office compute all pages anew.
int with_room(int count, int more) {
    const int step = static_cast<int>(std::bit_floor(static_cast<unsigned>(std::max(more / 2, 1))));
    return (count + more) / step * step;
}

/// A ledger's months and room for those of a year of new orders, in whole half-years: most refreshes find the
/// page as it would be drawn.
int months_with_room(int months) {
    constexpr int new_months = 12;
    constexpr int step = 6;
    return (months + new_months + step - 1) / step * step;
}

/// Rows that a copy of a sheet's columns has: those that are there, and such that may still be typed below
/// them before the table or the sheet ends.
int rows_with_room(const Document& document, const Checked& from, bool headed) {
    constexpr int least_new_rows = 1000;
    const Reference<table::XColumnRowRange> lines(document->getSheets()->getByName(wide(from.mapping.sheet)),
                                                  UNO_QUERY_THROW);
    const int last_row = from.mapping.last_row.value_or(lines->getRows()->getCount() - 1);
    const int possible = last_row - from.mapping.first_row + 1 - (headed ? 1 : 0);
    return std::min(possible, with_room(from.result.rows, std::max(least_new_rows, from.result.rows / 10)));
}

/// Whether the functions themselves can pass over all rows that were found: those that a look at their own
/// cells shows. An error in a cell is left to the functions that are given it.
bool can_be_passed_over(std::span<const dashboard::Finding> findings) {
    return std::all_of(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.cause == metrics::Reason::missing || finding.cause == metrics::Reason::is_text ||
               finding.cause == metrics::Reason::out_of_range ||
               finding.cause == metrics::Reason::written_number;
    });
}

/// A mapped sheet as a page reads it.
dashboard::Source source(const Document& document, const Checked& from) {
    const bool headed = has_header(document, from.mapping);
    dashboard::Source result{.kind = from.mapping.kind,
                             .sheet = from.mapping.sheet,
                             .mapped = {},
                             .headed = headed,
                             .rows = rows_with_room(document, from, headed),
                             .has_faults = !from.result.findings.empty(),
                             .excluded = {},
                             .has_repeats = false,
                             .reads_dates = from.mapping.text_dates && from.result.text_dates > 0,
                             .date_order = date_order(document)};
    for (const auto& column : from.mapping.columns)
        result.mapped.push_back(column.has_value());
    result.passes_over = ((result.kind == SheetKind::ledger && (result.has_faults || result.reads_dates)) ||
                          result.kind == SheetKind::clients) &&
                         can_be_passed_over(from.result.findings);
    constexpr std::size_t most_excluded = 2000;
    for (const dashboard::Finding& finding : from.result.findings) {
        if (finding.cause != metrics::Reason::duplicate && finding.cause != metrics::Reason::total &&
            finding.cause != metrics::Reason::second_referrer && finding.cause != metrics::Reason::circle)
            continue;
        if (result.excluded.size() < most_excluded)
            result.excluded.push_back(finding.row);
        else
            result.has_repeats = true;
    }
    return result;
}

/// A copy of a ledger takes the memory and the time of several tables as long as it is.
void require_copy(const dashboard::Source& ledger) {
    constexpr int most_copied = 600'000;
    if (ledger.rows > most_copied && (ledger.reads_dates || ledger.has_faults) && !ledger.passes_over)
        throw Refusal(shown(text(
            "A ledger of so many rows is only read as it stands: turn its text dates into dates, and "
            "delete the rows that are totals, repeat others or hold errors (Check data lists them), then "
            "build again")));
}

std::optional<dashboard::Source> optional_source(const Document& document, SheetKind kind,
                                                 Progress& progress) {
    const auto found = checked(document, kind, progress);
    return found ? std::optional(source(document, *found)) : std::nullopt;
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

Plan plan_retention(const Document& document, const std::optional<std::string>& as_of, Progress& progress) {
    const Checked ledger =
        require(document, SheetKind::ledger,
                text("Choose the sheet with your orders first: no ledger is mapped in this document"),
                text("The ledger has no row that can be used: check the mapping and the data"), progress);
    dashboard::RetentionInput input{.language = office_language(),
                                    .as_of = as_of,
                                    .measure = standing_measure(document),
                                    .most_months = months_with_room(ledger.result.extent.months),
                                    .ledger = source(document, ledger),
                                    .contracts = {},
                                    .referrals = optional_source(document, SheetKind::referrals, progress),
                                    .clients = optional_source(document, SheetKind::clients, progress)};
    // The warnings look for dates with functions of Calc's own, which read none from text.
    if (input.ledger.reads_dates && input.clients && dashboard::has_signs(*input.clients))
        input.ledger.passes_over = false;
    require_copy(input.ledger);
    Plan plan{.draw = {},
              .amount_format = amount_format(document, ledger, "amount"),
              .rows_used = ledger.result.rows_used,
              .rows_aside = ledger.result.findings.size()};
    if (const auto contracts = checked(document, SheetKind::contracts, progress)) {
        input.contracts = source(document, *contracts);
        plan.rows_used += contracts->result.rows_used;
        plan.rows_aside += contracts->result.findings.size();
    }
    plan.draw = [input = std::move(input)](dashboard::Canvas& canvas) {
        dashboard::draw_retention(canvas, input);
    };
    return plan;
}

/// What the user typed over the rules of the page that was built.
std::map<dashboard::Rule, std::string> standing_rules(const Document& document) {
    std::map<dashboard::Rule, std::string> standing;
    for (const dashboard::Rule rule : dashboard::rules) {
        const Reference<table::XCell> cell = named_cell(document, dashboard::rule_name(rule));
        if (!cell.is())
            continue;
        const std::string content = narrow(cell->getFormula());
        if (content.starts_with('='))
            standing[rule] = content.substr(1);
        else if (cell->getType() == table::CellContentType_VALUE)
            standing[rule] = content;
    }
    return standing;
}

Plan plan_referral(const Document& document, const std::optional<std::string>& as_of, Progress& progress) {
    const Checked referrals = require(
        document, SheetKind::referrals,
        text("Choose the sheet with your referrals first: no sheet of referrals is mapped in this document"),
        text("The sheet of referrals has no row that can be used: check the mapping and the data"), progress);
    const auto ledger = checked(document, SheetKind::ledger, progress);
    dashboard::ReferralInput input{.language = office_language(),
                                   .as_of = as_of,
                                   .rules = standing_rules(document),
                                   .referrals = source(document, referrals),
                                   .ledger = {},
                                   .clients = optional_source(document, SheetKind::clients, progress)};
    Plan plan{.draw = {},
              .amount_format = amount_format(document, referrals, "deal"),
              .rows_used = referrals.result.rows_used,
              .rows_aside = referrals.result.findings.size()};
    if (ledger && ledger->result.rows_used > 0) {
        input.ledger = source(document, *ledger);
        require_copy(*input.ledger);
        if (const auto format = amount_format(document, *ledger, "amount"))
            plan.amount_format = format;
        plan.rows_used += ledger->result.rows_used;
        plan.rows_aside += ledger->result.findings.size();
    }
    plan.draw = [input = std::move(input)](dashboard::Canvas& canvas) {
        dashboard::draw_referral(canvas, input);
    };
    return plan;
}

constexpr Dashboard all[] = {
    {.key = "retention",
     .mark = "pn_sheet_retention",
     .prefix = dashboard::retention_prefix,
     .as_of_name = dashboard::as_of_name,
     .needs = SheetKind::ledger,
     .title = text("Retention"),
     .undo_title = text("Build the retention dashboard"),
     .built = text("The retention dashboard is built from {rows} rows in {seconds} s"),
     .built_with_faults =
         text("The retention dashboard is built from {rows} rows in {seconds} s; rows set aside: {aside}"),
     .plan = plan_retention},
    {.key = "referral",
     .mark = "pn_sheet_referral",
     .prefix = dashboard::referral_prefix,
     .as_of_name = dashboard::referral_as_of_name,
     .needs = SheetKind::referrals,
     .title = text("Referral"),
     .undo_title = text("Build the referral dashboard"),
     .built = text("The referral dashboard is built from {rows} rows in {seconds} s"),
     .built_with_faults =
         text("The referral dashboard is built from {rows} rows in {seconds} s; rows set aside: {aside}"),
     .plan = plan_referral},
};

} // namespace

std::span<const Dashboard> dashboards() {
    return all;
}

Reference<table::XCell> named_cell(const Document& document, std::string_view name) {
    const Reference<XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<sheet::XNamedRanges> names(properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW);
    if (!names->hasByName(wide(name)))
        return {};
    const Reference<sheet::XCellRangeReferrer> referrer(names->getByName(wide(name)), UNO_QUERY);
    const Reference<table::XCellRange> cells = referrer.is() ? referrer->getReferredCells() : nullptr;
    return cells.is() ? cells->getCellByPosition(0, 0) : nullptr;
}

std::optional<std::string> standing_as_of(const Document& document, std::string_view name) {
    const Reference<table::XCell> cell = named_cell(document, name);
    if (!cell.is())
        return std::nullopt;
    if (cell->getType() == table::CellContentType_VALUE)
        return fmt::format("{}", cell->getValue());
    const std::string formula = narrow(cell->getFormula());
    return formula.starts_with("=") && !formula.starts_with("=MAX") ? std::optional(formula.substr(1))
                                                                    : std::nullopt;
}

} // namespace perennial::uno
