#include "uno/build.hpp"

#include "dashboard/check_list.hpp"
#include "dashboard/name_list.hpp"
#include "dashboard/page.hpp"
#include "uno/columns.hpp"
#include "uno/dashboards.hpp"
#include "uno/edits.hpp"
#include "uno/sheet_canvas.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
using catalog::text;
using com::sun::star::beans::XPropertySet;
using com::sun::star::container::XNamed;
using com::sun::star::frame::XModel;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::SheetKind;

constexpr std::string_view check_mark = "pn_sheet_check";
/// Range names of copies began so on pages of earlier versions.
constexpr std::string_view former_prefix = "pn_clean_";

/// Keeps the columns of the client sheets that are read from one step to the next, until somebody changes one
/// of those sheets. At a step the window hears events; steps that follow each other at once are passed over.
class Keeping : public Progress {
public:
    Keeping(const Document& document, Progress& progress)
        : document_(document), progress_(progress), kept_(document, {}) {
        begin();
    }

    /// What follows is the work between two shares of the whole.
    void begin_part(double from, double to) {
        part_from_ = from;
        part_to_ = to;
    }

    /// What follows, in steps from one share to another, is the turn of one of several pages, counted from 0.
    void begin_turn(double from, double to, std::size_t page, std::size_t pages) {
        pages_ = static_cast<double>(pages);
        before_turn_ = from + ((to - from) * static_cast<double>(page) - from) / pages_;
    }

    void step(const std::string& name, double share) override {
        constexpr std::chrono::milliseconds shortest{50};
        if (name == name_ && std::chrono::steady_clock::now() - heard_ < shortest)
            return;
        // What is looked at again does not go back.
        share_ = std::max(share_, part_from_ + (part_to_ - part_from_) * (before_turn_ + share / pages_));
        try {
            edits_->listen_during([&] { progress_.step(name, share_); });
        } catch (...) {
            if (edits_->heard())
                ++renewals_;
            throw;
        }
        if (edits_->heard())
            begin();
        name_ = name;
        heard_ = std::chrono::steady_clock::now();
    }

    /// Grows when somebody changes a sheet.
    int renewals() const { return renewals_; }

    /// Lets go of columns that may hold what somebody changed since the work began.
    void let_go_of_edited() {
        if (renewals_ > 1)
            kept_.renew({});
    }

private:
    void begin() {
        ++renewals_;
        std::vector<std::string> mapped;
        for (const SheetKind kind : dashboard::sheet_kinds)
            if (const auto mapping = stored_mapping(document_, kind))
                mapped.push_back(mapping->sheet);
        edits_.emplace(document_, mapped);
        std::vector<sal_Int16> sheets;
        sal_Int16 sheet = 0;
        for (const rtl::OUString& name : document_->getSheets()->getElementNames()) {
            if (std::find(mapped.begin(), mapped.end(), narrow(name)) != mapped.end())
                sheets.push_back(sheet);
            ++sheet;
        }
        kept_.renew(std::move(sheets));
    }

    Document document_;
    Progress& progress_;
    KeptColumns kept_;
    std::optional<Edits> edits_;
    int renewals_ = 0;
    std::string name_;
    double part_from_ = 0;
    double part_to_ = 1;
    double before_turn_ = 0;
    double pages_ = 1;
    double share_ = 0;
    std::chrono::steady_clock::time_point heard_;
};

/// Thrown out of a step in which a client sheet was changed.
class Edited : public std::runtime_error {
public:
    Edited() : std::runtime_error("edited") {}
};

/// The steps of a look at the client sheets, which is given up when they change meanwhile.
class Looking : public Progress {
public:
    explicit Looking(Keeping& keeping) : keeping_(keeping) {}

    void step(const std::string& name, double share) override {
        const int before = keeping_.renewals();
        keeping_.step(name, share);
        if (keeping_.renewals() != before)
            throw Edited();
    }

private:
    Keeping& keeping_;
};

/// Goes on without hearing events.
class Deaf : public Progress {
public:
    void step(const std::string&, double) override {}
};

/// Looks at the client sheets again when they change meanwhile, at last without letting them.
template <class Look>
auto look_at_sheets(Keeping& keeping, Look look) {
    constexpr int tries = 3;
    for (int number = 0; number < tries; ++number)
        try {
            Looking looking(keeping);
            return look(looking);
        } catch (const Edited&) {
            continue;
        }
    Deaf deaf;
    return look(deaf);
}

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

/// Steps at which the window computes nothing of what it shows: a page that waits to be drawn anew would be
/// computed as it was.
class Uncomputed : public Progress {
public:
    Uncomputed(const Document& document, Progress& progress) : document_(document), progress_(progress) {}

    void step(const std::string& name, double share) override {
        const Uncalculated uncalculated(document_);
        progress_.step(name, share);
    }

private:
    Document document_;
    Progress& progress_;
};

/// Keeps the office from fitting the height of a row to each cell that is entered, for which it would compute
/// the formulas that stand there already.
class KeptHeights {
public:
    explicit KeptHeights(const Document& document) : document_(document, UNO_QUERY_THROW) {
        was_enabled_ = document_->getPropertyValue(property);
        document_->setPropertyValue(property, Any(false));
    }
    ~KeptHeights() { document_->setPropertyValue(property, was_enabled_); }
    KeptHeights(const KeptHeights&) = delete;
    KeptHeights& operator=(const KeptHeights&) = delete;

private:
    static inline const rtl::OUString property{"IsAdjustHeightEnabled"};

    Reference<XPropertySet> document_;
    Any was_enabled_;
};

std::string free_name(const Document& document, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; document->getSheets()->hasByName(wide(name)); ++number)
        name = fmt::format("{} {}", wanted, number);
    return name;
}

/// A new page needs room for a sheet; an old one is drawn in place.
void require_room(const Document& document, std::string_view mark) {
    if (!marked_sheet(document, std::string(mark)) &&
        Reference<com::sun::star::util::XProtectable>(document, UNO_QUERY_THROW)->isProtected())
        throw Refusal(shown(text("No sheet can be added while the structure of the spreadsheet is protected: "
                                 "take the protection off with Tools ▸ Protect Spreadsheet Structure, build, "
                                 "and protect it again")));
}

/// Takes away the styles that a build made and does not keep: undo leaves them behind.
class NewStyles {
public:
    explicit NewStyles(const Document& document)
        : families_(Reference<com::sun::star::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)
                        ->getStyleFamilies()) {
        for (const rtl::OUString& family : families_->getElementNames())
            for (const rtl::OUString& style : styles(family)->getElementNames())
                standing_.emplace(family, style);
    }

    ~NewStyles() {
        if (kept_)
            return;
        try {
            for (const rtl::OUString& family : families_->getElementNames())
                for (const rtl::OUString& style : styles(family)->getElementNames())
                    if (!standing_.contains({family, style}))
                        styles(family)->removeByName(style);
        } catch (const com::sun::star::uno::Exception&) {
            // The document is closing, and its styles go with it.
            kept_ = true;
        }
    }
    NewStyles(const NewStyles&) = delete;
    NewStyles& operator=(const NewStyles&) = delete;

    void keep() { kept_ = true; }

private:
    Reference<com::sun::star::container::XNameContainer> styles(const rtl::OUString& family) const {
        return {families_->getByName(family), UNO_QUERY_THROW};
    }

    Reference<com::sun::star::container::XNameAccess> families_;
    std::set<std::pair<rtl::OUString, rtl::OUString>> standing_;
    bool kept_ = false;
};

/// The document's range names with what they stand for.
class StandingNames {
public:
    explicit StandingNames(const Document& document) : document_(document), names_(range_names(document)) {
        for (const rtl::OUString& name : names_->getElementNames()) {
            const Reference<sheet::XNamedRange> range(names_->getByName(name), UNO_QUERY_THROW);
            standing_.push_back({name, range->getContent(), range->getReferencePosition(), range->getType()});
        }
    }

    /// Puts back those that are gone, or stand for something else, and takes away those that came.
    void put_back() const {
        const LockedNames locked(document_);
        for (const rtl::OUString& name : names_->getElementNames())
            if (std::none_of(standing_.begin(), standing_.end(),
                             [&](const Standing& each) { return each.name == name; }))
                names_->removeByName(name);
        for (const Standing& each : standing_) {
            if (names_->hasByName(each.name)) {
                const Reference<sheet::XNamedRange> range(names_->getByName(each.name), UNO_QUERY_THROW);
                if (range->getContent() == each.content)
                    continue;
                names_->removeByName(each.name);
            }
            names_->addNewByName(each.name, each.content, each.position, each.type);
        }
    }

private:
    struct Standing {
        rtl::OUString name, content;
        com::sun::star::table::CellAddress position;
        sal_Int32 type;
    };

    Document document_;
    Reference<sheet::XNamedRanges> names_;
    std::vector<Standing> standing_;
};

Reference<sheet::XSpreadsheetView> view_of(const Document& document) {
    return {Reference<XModel>(document, UNO_QUERY_THROW)->getCurrentController(), UNO_QUERY};
}

/// The sheet in view, or nothing.
std::optional<std::string> shown_sheet(const Document& document) {
    const Reference<sheet::XSpreadsheetView> view = view_of(document);
    const Reference<XNamed> shown(view.is() ? view->getActiveSheet() : nullptr, UNO_QUERY);
    return shown.is() ? std::optional(narrow(shown->getName())) : std::nullopt;
}

void show_sheet(const Document& document, const std::string& name) {
    if (const Reference<sheet::XSpreadsheetView> view = view_of(document); view.is())
        view->setActiveSheet({document->getSheets()->getByName(wide(name)), UNO_QUERY_THROW});
}

/// The marked sheet, empty: the one that stands in the document, or a new one behind the others. Where the
/// document cannot undo, a sheet that is not kept is put back by hand.
class FreshSheet {
public:
    FreshSheet(const Document& document, std::string_view mark, const std::string& wanted, bool can_undo)
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
            sheets->insertNewByName(wide(name_),
                                    static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            is_new_ = true;
        }
    }

    ~FreshSheet() {
        if (kept_ || can_undo_)
            return;
        try {
            take_back();
        } catch (const com::sun::star::uno::Exception&) {
            // The document is closing: there is nothing left to put back.
            kept_ = true;
        }
    }
    FreshSheet(const FreshSheet&) = delete;
    FreshSheet& operator=(const FreshSheet&) = delete;

    const std::string& name() const { return name_; }

    /// Puts the range name on it that marks it.
    void mark() const {
        if (is_new_)
            set_range_name(document_, mark_, name_, {{0, 0}, 1, 1});
    }

    void clear(Progress& progress) {
        if (!is_new_)
            clear_sheet(document_, name_,
                        [&progress] { progress.step(shown(text("Drawing the page")), share_of_planning); });
    }

    void keep() {
        kept_ = true;
        if (!backup_.empty())
            document_->getSheets()->removeByName(wide(backup_));
    }

private:
    void take_back() const {
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

    Document document_;
    std::string mark_, name_, backup_;
    bool can_undo_;
    bool is_new_ = false;
    bool kept_ = false;
};

/// What one command does to a document, in one undoable step. Unless kept it is taken back, styles included;
/// that happens unpainted as well, since each of its parts would have the page computed and painted anew.
/// Where the document cannot undo, range names are put back by hand.
class Work {
public:
    Work(const Document& document, Progress& progress, const std::string& title)
        : uncomputed_(document, progress),
          steps_(document, uncomputed_),
          unpainted_(document),
          heights_(document),
          styles_(document),
          step_(document, title) {
        if (!step_.can_undo())
            names_.emplace(document);
    }
    /// Changes that others made meanwhile are taken back, too.
    ~Work() {
        steps_.let_go_of_edited();
        try {
            if (names_)
                names_->put_back();
        } catch (const com::sun::star::uno::Exception&) {
            // The document is closing, and its names go with it.
            names_.reset();
        }
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    Keeping& steps() { return steps_; }
    bool can_undo() const { return step_.can_undo(); }

    void keep() {
        step_.keep();
        styles_.keep();
        names_.reset();
    }

private:
    Uncomputed uncomputed_;
    Keeping steps_;
    Unpainted unpainted_;
    KeptHeights heights_;
    NewStyles styles_;
    UndoStep step_;
    std::optional<StandingNames> names_; ///< where the document cannot undo
};

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

// What of the work on pages is done when they are drawn, computed, and have their charts.
constexpr double share_of_drawing = 0.5;
constexpr double share_of_computing = 0.8;
constexpr double share_before_others = 0.95;

/// A page on its way into a document, step by step; `as_of` is a formula.
class NewPage {
public:
    NewPage(const Document& document, const Dashboard& dashboard, std::optional<std::string> as_of)
        : document_(document), dashboard_(dashboard), as_of_(std::move(as_of)) {}

    void plan(Progress& progress) {
        progress.step(shown(text("Checking the client sheets")), 0);
        plan_ = dashboard_.plan(document_, as_of_, progress);
    }

    void clear(Work& work) {
        work.steps().step(shown(text("Drawing the page")), share_of_planning);
        require_room(document_, dashboard_.mark);
        bring_styles(document_, plan_.amount_format, work.steps());
        sheet_.emplace(document_, dashboard_.mark, shown(dashboard_.title), work.can_undo());
        sheet_->clear(work.steps());
    }

    /// Looks which range names the page will have.
    void list_names() {
        dashboard::NameList list;
        plan_.draw(list);
        names_ = list.names();
    }

    bool changes_names() const {
        return !outdated_names().empty() ||
               std::any_of(names_.begin(), names_.end(), [this](const auto& name) { return !stands(name); });
    }

    void draw(Progress& progress) {
        sheet_->mark();
        remove_range_names(document_, outdated_names());
        canvas_.emplace(document_, sheet_->name(), progress);
        if (plan_.amount_format)
            canvas_->use_amount_format(*plan_.amount_format);
        plan_.draw(*canvas_);
    }

    void compute() { canvas_->compute(share_of_drawing, share_of_computing); }
    void draw_charts() { canvas_->draw_charts(share_of_computing, share_before_others); }
    void keep() { sheet_->keep(); }

    const std::string& name() const { return sheet_->name(); }

    /// Says that the page is built, in so many seconds.
    std::string sentence(std::chrono::duration<double> taken) const {
        return fmt::format(
            fmt::runtime(shown(plan_.rows_aside == 0 ? dashboard_.built : dashboard_.built_with_faults)),
            fmt::arg("rows", fmt::group_digits(plan_.rows_used)),
            fmt::arg("seconds", fmt::format("{:.1f}", taken.count())),
            fmt::arg("aside", fmt::group_digits(plan_.rows_aside)));
    }

private:
    bool stands(const std::pair<const std::string, dashboard::Area>& name) const {
        return stands_for(document_, name.first, sheet_->name(), name.second);
    }

    /// Range names of the page that stood here that it will not have, or not where they are.
    std::vector<std::string> outdated_names() const {
        std::vector<std::string> outdated = range_names_from(document_, dashboard_.prefix);
        std::erase_if(outdated, [this](const std::string& standing) {
            const auto wanted = names_.find(standing);
            return wanted != names_.end() && stands(*wanted);
        });
        return outdated;
    }

    Document document_;
    const Dashboard& dashboard_;
    std::optional<std::string> as_of_;
    Plan plan_;
    std::map<std::string, dashboard::Area> names_;
    std::optional<FreshSheet> sheet_;
    std::optional<SheetCanvas> canvas_;
};

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
    on_each(share_of_planning, share_of_planning, [&](NewPage& page) { page.clear(work); });
    for (NewPage& page : pages)
        page.list_names();
    {
        const std::vector<std::string> former = range_names_from(document, former_prefix);
        std::optional<LockedNames> locked;
        // Not before the sheets are cleared: undo would bring back formulas that are not compiled.
        if (!former.empty() ||
            std::any_of(pages.begin(), pages.end(), [](const NewPage& page) { return page.changes_names(); }))
            locked.emplace(document);
        remove_range_names(document, former);
        on_each(share_of_planning, share_of_drawing, [&](NewPage& page) { page.draw(work.steps()); });
    }
    on_each(share_of_drawing, share_of_computing, [](NewPage& page) { page.compute(); });
    on_each(share_of_computing, share_before_others, [](NewPage& page) { page.draw_charts(); });

    const auto start = std::chrono::steady_clock::now();
    std::set<std::string> drawn;
    for (const NewPage& page : pages)
        drawn.insert(page.name());
    compute_other_pages(document, drawn, work.steps());
    work.steps().step(shown(text("Calculating")), share_before_others);
    Reference<sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculate();
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
