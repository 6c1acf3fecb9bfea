#include "uno/build.hpp"

#include "dashboard/check_list.hpp"
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
#include <optional>
#include <set>
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

    /// What follows is the work on one of several pages, counted from 0.
    void begin_page(std::size_t page, std::size_t pages) {
        pages_ = static_cast<double>(pages);
        before_page_ = static_cast<double>(page) / pages_;
    }

    void step(const std::string& name, double share) override {
        constexpr std::chrono::milliseconds shortest{50};
        if (name == name_ && std::chrono::steady_clock::now() - heard_ < shortest)
            return;
        // What is looked at again does not go back.
        share_ = std::max(share_, before_page_ + share / pages_);
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
    double before_page_ = 0;
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
        : document_(document), mark_(mark) {
        if (!can_undo)
            names_.emplace(document);
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
            set_range_name(document, mark_, name_, {{0, 0}, 1, 1});
            is_new_ = true;
        }
    }

    ~FreshSheet() {
        if (kept_ || !names_)
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
        names_->put_back();
        if (shown && sheets->hasByName(wide(*shown)))
            show_sheet(document_, *shown);
    }

    Document document_;
    std::string mark_, name_, backup_;
    std::optional<StandingNames> names_; ///< where the document cannot undo
    bool is_new_ = false;
    bool kept_ = false;
};

/// What one command does to a document, in one undoable step. Unless kept it is taken back, styles included;
/// that happens unpainted as well, since each of its parts would have the page computed and painted anew.
class Work {
public:
    Work(const Document& document, Progress& progress, const std::string& title)
        : steps_(document, progress),
          unpainted_(document),
          heights_(document),
          styles_(document),
          step_(document, title) {}
    /// Changes that others made meanwhile are taken back, too.
    ~Work() { steps_.let_go_of_edited(); }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    Keeping& steps() { return steps_; }
    bool can_undo() const { return step_.can_undo(); }

    void keep() {
        step_.keep();
        styles_.keep();
    }

private:
    Keeping steps_;
    Unpainted unpainted_;
    KeptHeights heights_;
    NewStyles styles_;
    UndoStep step_;
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

/// What of a page is done when the office has still to compute what is left.
constexpr double share_before_others = 0.95;

/// Computes the tables of the other pages one by one: a change of range names has the office compute all that
/// refer to any, and to compute them in one go would leave no ear for Cancel. Tables refer to those on their
/// left, figures to all of them.
void compute_other_pages(const Document& document, const std::string& drawn, Progress& progress) {
    for (const std::string& name : marked_sheets(document)) {
        if (name == drawn)
            continue;
        const Reference<sheet::XSpreadsheet> page(document->getSheets()->getByName(wide(name)),
                                                  UNO_QUERY_THROW);
        std::set<std::pair<sal_Int32, sal_Int32>> tables;
        const Reference<sheet::XCellRangesQuery> query(page, UNO_QUERY_THROW);
        for (const auto& range : query->queryContentCells(sheet::CellFlags::FORMULA)->getRangeAddresses())
            for (sal_Int32 column = std::max<sal_Int32>(range.StartColumn, dashboard::tables_column);
                 column <= range.EndColumn; ++column)
                tables.emplace(column, range.StartRow);
        for (const auto& [column, row] : tables) {
            progress.step(shown(text("Calculating")), share_before_others);
            page->getCellByPosition(column, row)->getError();
        }
    }
}

/// Draws a page and gives the sentence that says so; `as_of` is a formula. The last of several pages has the
/// whole document computed.
std::string draw_page(const Document& document, const Dashboard& dashboard,
                      const std::optional<std::string>& as_of, Keeping& progress, bool can_undo,
                      bool is_last) {
    const auto start = std::chrono::steady_clock::now();
    progress.step(shown(text("Checking the client sheets")), 0);
    const Plan plan =
        look_at_sheets(progress, [&](Progress& steps) { return dashboard.plan(document, as_of, steps); });
    progress.step(shown(text("Drawing the page")), share_of_planning);
    require_room(document, dashboard.mark);
    bring_styles(document, plan.amount_format, progress);
    FreshSheet fresh(document, dashboard.mark, shown(dashboard.title), can_undo);
    fresh.clear(progress);
    // Not before the sheet is cleared: undo would bring back formulas that are not compiled.
    std::optional<LockedNames> locked(document);
    remove_range_names(document, dashboard.prefix);
    remove_range_names(document, former_prefix);
    SheetCanvas canvas(document, fresh.name(), progress);
    if (plan.amount_format)
        canvas.use_amount_format(*plan.amount_format);
    plan.draw(canvas);
    locked.reset();
    canvas.compute(0.5, 0.8);
    canvas.draw_charts(0.8, share_before_others);
    if (is_last) {
        compute_other_pages(document, fresh.name(), progress);
        progress.step(shown(text("Calculating")), share_before_others);
        Reference<sheet::XCalculatable>(document, UNO_QUERY_THROW)->calculate();
    }
    fresh.keep();

    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return fmt::format(
        fmt::runtime(shown(plan.rows_aside == 0 ? dashboard.built : dashboard.built_with_faults)),
        fmt::arg("rows", fmt::group_digits(plan.rows_used)),
        fmt::arg("seconds", fmt::format("{:.1f}", taken.count())),
        fmt::arg("aside", fmt::group_digits(plan.rows_aside)));
}

void add_sentence(std::string& said, const std::string& sentence) {
    said += (said.empty() ? "" : " · ") + sentence;
}

void bring_to_front(const Document& document, std::string_view mark) {
    if (const auto name = marked_sheet(document, std::string(mark)))
        show_sheet(document, *name);
}

std::string draw_check_page(const Document& document, Keeping& progress, bool can_undo) {
    const auto checked =
        look_at_sheets(progress, [&](Progress& steps) { return check_all(document, steps); });
    require_room(document, check_mark);
    bring_styles(document, {}, progress);
    FreshSheet fresh(document, check_mark, shown(text("Data check")), can_undo);
    fresh.clear(progress);
    SheetCanvas canvas(document, fresh.name(), progress);
    dashboard::draw_check_list(canvas, checked, office_language());
    fresh.keep();
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
        for (std::size_t page = 0; page < wanted.size(); ++page) {
            work.steps().begin_page(page, wanted.size());
            add_sentence(said, draw_page(document, *wanted[page], formula, work.steps(), work.can_undo(),
                                         page + 1 == wanted.size()));
        }
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
    const std::size_t pages = standing.size() + (listed ? 1 : 0);
    std::size_t page = 0;
    if (listed) {
        work.steps().begin_page(page++, pages);
        said = draw_check_page(document, work.steps(), work.can_undo());
    }
    if (!standing.empty())
        said.clear();
    for (const Dashboard* dashboard : standing) {
        work.steps().begin_page(page++, pages);
        add_sentence(said, draw_page(document, *dashboard, standing_as_of(document, dashboard->as_of_name),
                                     work.steps(), work.can_undo(), page == pages));
    }
    work.keep();
    return said;
}

std::string write_check_list(const Document& document, Progress& progress) {
    std::string done;
    {
        Work work(document, progress, shown(text("List rows that cannot be used")));
        done = draw_check_page(document, work.steps(), work.can_undo());
        work.keep();
    }
    bring_to_front(document, check_mark);
    return done;
}

} // namespace perennial::uno
