#include "uno/build.hpp"

#include "dashboard/check_list.hpp"
#include "dashboard/page.hpp"
#include "uno/dashboards.hpp"
#include "uno/fresh_sheet.hpp"
#include "uno/new_page.hpp"
#include "uno/sheet_canvas.hpp"
#include "uno/strings.hpp"
#include "uno/view.hpp"
#include "uno/work.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
using catalog::text;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::SheetKind;

constexpr std::string_view check_mark = "pn_sheet_check";
/// Range names of copies began so on pages of earlier versions.
constexpr std::string_view former_prefix = "pn_clean_";

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

/// Cells in the order in which a page is computed: tables refer to those on their left, figures to all
/// tables.
struct ComputedInOrder {
    bool operator()(const dashboard::Spot& one, const dashboard::Spot& other) const {
        return key(one) < key(other);
    }

private:
    static std::tuple<bool, int, int> key(const dashboard::Spot& cell) {
        return {cell.column < dashboard::tables_column, cell.column, cell.row};
    }
};

/// Computes the pages that were not drawn cell by cell: a change of range names has the office compute all
/// that refer to any, and to compute them in one go would leave no ear for Cancel.
void compute_other_pages(const Document& document, const std::set<std::string>& drawn, Progress& progress) {
    // Long tables are array formulas: with one of its cells all are computed.
    constexpr sal_Int32 most_rows = 100;
    for (const std::string& name : marked_sheets(document)) {
        if (drawn.contains(name))
            continue;
        const Reference<sheet::XSpreadsheet> page(document->getSheets()->getByName(wide(name)),
                                                  UNO_QUERY_THROW);
        std::set<dashboard::Spot, ComputedInOrder> cells;
        const Reference<sheet::XCellRangesQuery> query(page, UNO_QUERY_THROW);
        for (const auto& range : query->queryContentCells(sheet::CellFlags::FORMULA)->getRangeAddresses())
            for (int column = range.StartColumn; column <= range.EndColumn; ++column)
                for (int row = range.StartRow; row <= std::min(range.EndRow, range.StartRow + most_rows);
                     ++row)
                    cells.insert({column, row});
        for (const dashboard::Spot& cell : cells) {
            progress.step(shown(text("Calculating")), share_before_others);
            page->getCellByPosition(cell.column, cell.row)->getError();
        }
    }
}

void add_sentence(std::string& said, const std::string& sentence) {
    said += (said.empty() ? "" : " · ") + sentence;
}

/// Sets the range names of all pages, before anything is drawn: with each name that is redone later, the
/// office would compile again what stands there, and array formulas would lose their room. After the sheets
/// are cleared: undo would bring back formulas that are not compiled.
void set_names(const Document& document, std::deque<NewPage>& pages) {
    const std::vector<std::string> former = range_names_from(document, former_prefix);
    if (former.empty() &&
        std::none_of(pages.begin(), pages.end(), [](const NewPage& page) { return page.changes_names(); }))
        return;
    const LockedNames locked(document);
    remove_range_names(document, former);
    for (const NewPage& page : pages)
        page.set_names();
}

/// Draws pages and gives the sentences that say so. All of them go through a step before any goes through the
/// next: each change of range names would have the office compute the pages that stand already.
std::string draw_pages(const Document& document, std::deque<NewPage>& pages, Work& work) {
    std::vector<std::chrono::duration<double>> taken(pages.size());
    const auto on_each = [&](double from, double to, const auto& part) {
        for (std::size_t index = 0; index < pages.size(); ++index) {
            const auto start = std::chrono::steady_clock::now();
            work.steps().begin_turn(from, to, index, pages.size());
            part(pages[index]);
            taken[index] += std::chrono::steady_clock::now() - start;
        }
    };
    look_at_sheets(work.steps(), [&](Progress& steps) {
        on_each(0, share_of_planning, [&](NewPage& page) { page.plan(steps); });
    });
    // Before any is cleared: they read each other.
    on_each(share_of_planning, share_of_planning, [](NewPage& page) { page.compare(); });
    on_each(share_of_planning, share_of_planning, [&](NewPage& page) { page.clear(work); });
    set_names(document, pages);
    on_each(share_of_planning, share_of_drawing, [&](NewPage& page) { page.draw(work.steps()); });
    on_each(share_of_drawing, share_of_computing, [](NewPage& page) { page.compute(); });
    on_each(share_of_computing, share_before_others, [](NewPage& page) { page.draw_charts(); });

    const auto start = std::chrono::steady_clock::now();
    std::set<std::string> drawn;
    for (const NewPage& page : pages)
        drawn.insert(page.name());
    compute_other_pages(document, drawn, work.steps());
    work.steps().step(shown(text("Calculating")), share_before_others);
    const Reference<sheet::XCalculatable> all(document, UNO_QUERY_THROW);
    // Changes meanwhile had the office compute cells of pages that stood, from columns of before. And where
    // it waits to be asked, it takes array formulas for computed that are not.
    if (work.steps().renewals() > 1 || !all->isAutomaticCalculationEnabled())
        all->calculateAll();
    else
        all->calculate();
    taken.back() += std::chrono::steady_clock::now() - start;

    std::string said;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        pages[index].keep();
        add_sentence(said, pages[index].sentence(taken[index]));
    }
    return said;
}

void bring_to_front(const Document& document, std::string_view mark) {
    if (const auto name = marked_sheet(document, std::string(mark)))
        show_sheet(document, *name);
}

/// Draws the list of rows that cannot be used and gives the sentence that says so.
std::string draw_check_page(const Document& document, Work& work, std::optional<FreshSheet>& fresh) {
    const auto checked =
        look_at_sheets(work.steps(), [&](Progress& steps) { return check_all(document, steps); });
    require_room(document, check_mark);
    bring_styles(document, {}, work.steps());
    fresh.emplace(document, check_mark, shown(text("Data check")), work.can_undo());
    fresh->clear(work.steps());
    fresh->mark();
    SheetCanvas canvas(document, fresh->name(), work.steps());
    dashboard::draw_check_list(canvas, checked, office_language());
    return dashboard::check_sentence(checked, office_language());
}

/// The name of the step in which a sheet is checked.
std::string checking(const dashboard::Mapping& mapping) {
    return fmt::format(fmt::runtime(shown(text("Checking the sheet: {sheet}"))),
                       fmt::arg("sheet", mapping.sheet));
}

} // namespace

CheckResult check_sheet(const Document& document, const dashboard::Mapping& mapping, Progress& progress) {
    Keeping keeping(document, progress);
    return look_at_sheets(keeping, [&](Progress& steps) {
        return check(document, mapping, [&](double done) { steps.step(checking(mapping), done); });
    });
}

std::vector<dashboard::CheckedSheet> check_all(const Document& document, Progress& progress) {
    std::vector<dashboard::CheckedSheet> all;
    for (const SheetKind kind : dashboard::sheet_kinds) {
        const auto mapping = stored_mapping(document, kind);
        if (!mapping)
            continue;
        const std::string step = checking(*mapping);
        constexpr double share_of_sheet = 0.19;
        const double before = share_of_sheet * static_cast<double>(all.size());
        CheckResult checked = check(
            document, *mapping, [&](double done) { progress.step(step, before + share_of_sheet * done); });
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

std::string build_dashboards(const Document& document, std::span<const Dashboard* const> wanted,
                             const std::optional<std::string>& as_of, Progress& progress) {
    const auto formula = as_of ? std::optional(as_of_formula(*as_of)) : std::nullopt;
    std::string said;
    {
        Work work(document, progress,
                  shown(wanted.size() == 1 ? wanted.front()->undo_title : text("Build the dashboards")));
        std::deque<NewPage> pages;
        for (const Dashboard* dashboard : wanted)
            pages.emplace_back(document, *dashboard, formula);
        said = draw_pages(document, pages, work);
        work.keep();
    }
    bring_to_front(document, wanted.front()->mark);
    return said;
}

std::string refresh(const Document& document, Progress& progress) {
    std::vector<const Dashboard*> standing;
    for (const Dashboard& dashboard : dashboards())
        if (marked_sheet(document, std::string(dashboard.mark)))
            standing.push_back(&dashboard);
    const bool listed = marked_sheet(document, std::string(check_mark)).has_value();
    if (standing.empty() && !listed)
        throw Refusal(shown(text("There is nothing to refresh: build a dashboard first")));
    Work work(document, progress, shown(text("Refresh the dashboards")));
    std::string said;
    std::optional<FreshSheet> check_page;
    if (listed) {
        const double share = 1 / static_cast<double>(standing.size() + 1);
        work.steps().begin_part(0, share);
        said = draw_check_page(document, work, check_page);
        work.steps().begin_part(share, 1);
    }
    std::deque<NewPage> pages;
    for (const Dashboard* dashboard : standing)
        pages.emplace_back(document, *dashboard, standing_as_of(document, dashboard->as_of_name));
    if (!pages.empty())
        said = draw_pages(document, pages, work);
    if (check_page)
        check_page->keep();
    work.keep();
    return said;
}

std::string write_check_list(const Document& document, Progress& progress) {
    std::string done;
    {
        Work work(document, progress, shown(text("List rows that cannot be used")));
        std::optional<FreshSheet> page;
        done = draw_check_page(document, work, page);
        page->keep();
        work.keep();
    }
    bring_to_front(document, check_mark);
    return done;
}

} // namespace perennial::uno
