#include "uno/work.hpp"

#include "uno/undo_step.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;

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

} // namespace

struct Work::Parts {
    Parts(const Document& document, Progress& progress, const std::string& title)
        : steps(document, progress),
          unpainted(document),
          heights(document, "IsAdjustHeightEnabled"),
          styles(document),
          step(document, title) {
        step.undo_quietly();
        if (!step.can_undo())
            names.emplace(document);
    }

    Keeping steps;
    Unpainted unpainted;
    /// Keeps the office from fitting the height of a row to each cell that is entered, for which it would
    /// compute the formulas that stand there already.
    SwitchedOff heights;
    NewStyles styles;
    UndoStep step;
    std::optional<StandingNames> names; ///< where the document cannot undo
};

Work::Work(const Document& document, Progress& progress, const std::string& title)
    : parts_(std::make_unique<Parts>(document, progress, title)) {}

Work::~Work() {
    parts_->steps.let_go_of_edited();
    try {
        if (parts_->names)
            parts_->names->put_back();
    } catch (const com::sun::star::uno::Exception&) {
        // The document is closing, and its names go with it.
        parts_->names.reset();
    }
}

Keeping& Work::steps() {
    return parts_->steps;
}

bool Work::can_undo() const {
    return parts_->step.can_undo();
}

void Work::keep() {
    parts_->step.keep();
    parts_->styles.keep();
    parts_->names.reset();
}

} // namespace perennial::uno
