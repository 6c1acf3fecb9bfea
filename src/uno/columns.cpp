#include "uno/columns.hpp"

#include "metrics/error.hpp"
#include "metrics/state.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/util/XModifiable2.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <rtl/ustring.hxx>

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <optional>

namespace perennial::uno {
namespace {

namespace events = com::sun::star::document;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::container::XNamed;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;

/// Rows that are held by the office's own representation at a time; bounds the memory of a long ledger.
constexpr sal_Int32 rows_at_a_time = 4096;

struct Place {
    Reference<sheet::XSpreadsheet> spreadsheet;
    std::string sheet; ///< its name: sheets that come or go have others counted anew
    table::CellRangeAddress address;
};

/// The columns of a document that were read, to be given again. They do not keep the document alive. The
/// office runs one calculation at a time, under its own lock.
class Keeper {
public:
    /// Without sheets, those of all are kept.
    explicit Keeper(const DocumentIdentity& document,
                    std::optional<std::vector<std::string>> sheets = std::nullopt)
        : document_(document), sheets_(std::move(sheets)) {}

    bool is_of(const DocumentIdentity& document) const {
        return document.is() && document_.get() == document;
    }
    bool is_of_none() const { return !document_.get().is(); }

    SharedColumn find(const Place& place) const {
        const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) {
            return each.sheet == place.sheet && each.address == place.address;
        });
        return found == kept_.end() ? nullptr : found->column;
    }

    /// Whether these very columns are kept.
    bool holds(std::span<const Place> places, std::span<const SharedColumn> columns) const {
        return std::equal(
            places.begin(), places.end(), columns.begin(), columns.end(),
            [this](const Place& place, const SharedColumn& column) { return find(place) == column; });
    }

    bool holds(const SharedColumn& column) const {
        return std::any_of(kept_.begin(), kept_.end(),
                           [&column](const Kept& each) { return each.column == column; });
    }

    metrics::KeptHistories& histories() { return histories_; }

    void keep(const Place& place, const SharedColumn& column) {
        if (!sheets_ || std::find(sheets_->begin(), sheets_->end(), place.sheet) != sheets_->end())
            kept_.push_back({place.sheet, place.address, column});
    }

private:
    struct Kept {
        std::string sheet;
        table::CellRangeAddress address;
        SharedColumn column;
    };

    com::sun::star::uno::WeakReference<com::sun::star::uno::XInterface> document_;
    std::optional<std::vector<std::string>> sheets_;
    std::vector<Kept> kept_;
    metrics::KeptHistories histories_;
};

std::optional<Keeper> of_calculation; ///< while a KeptColumns stands
std::optional<Keeper> of_opening;     ///< while a document is opened

/// The columns that one formula reads, in the state that they were in.
struct Remembered {
    std::string sheet; ///< that the first of them is on
    double state = 0;
    Keeper columns;
};

std::vector<Remembered> remembered;

/// Forgets what is remembered of a document, or of one of its sheets, and of documents that are no more.
void forget(const DocumentIdentity& document, std::string_view sheet = {}) {
    std::erase_if(remembered, [&](const Remembered& each) {
        return each.columns.is_of_none() ||
               (each.columns.is_of(document) && (sheet.empty() || each.sheet == sheet));
    });
}

bool is_remembered(const DocumentIdentity& document) {
    return std::any_of(remembered.begin(), remembered.end(),
                       [&](const Remembered& each) { return each.columns.is_of(document); });
}

/// Forgets what is remembered of a document that is closed.
class DocumentEnd : public cppu::WeakImplHelper1<com::sun::star::lang::XEventListener> {
public:
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override {
        forget(DocumentIdentity(event.Source, UNO_QUERY));
    }
};

/// Lets go of the columns when the document stands in its window.
class OpeningEnd : public cppu::WeakImplHelper1<events::XDocumentEventListener> {
public:
    void SAL_CALL documentEventOccured(const events::DocumentEvent& event) override {
        if (event.EventName != "OnViewCreated")
            return;
        of_opening.reset();
        Reference<events::XDocumentEventBroadcaster>(event.Source, UNO_QUERY_THROW)
            ->removeDocumentEventListener(this);
    }
    void SAL_CALL disposing(const com::sun::star::lang::EventObject&) override { of_opening.reset(); }
};

/// What is kept of a document that is being opened, or none. While the office reads its file, the document
/// has no window and takes no notice of changes. Then it comes into its window, for which the office computes
/// what is to be seen, and nobody has changed anything yet.
Keeper* keeper_of_opening(const DocumentIdentity& document) {
    const Reference<com::sun::star::frame::XModel> model(document, UNO_QUERY);
    const Reference<com::sun::star::util::XModifiable2> changes(document, UNO_QUERY);
    if (!model.is() || !changes.is())
        return nullptr;
    const bool is_known = of_opening && of_opening->is_of(document);
    const bool has_window = model->getCurrentController().is();
    const bool is_read = !changes->isSetModifiedEnabled() && !has_window;
    if (is_read && !is_known) {
        of_opening.emplace(document);
        Reference<events::XDocumentEventBroadcaster>(document, UNO_QUERY_THROW)
            ->addDocumentEventListener(new OpeningEnd);
    } else if (is_known && !is_read && (!has_window || changes->isModified())) {
        of_opening.reset();
    }
    return of_opening && of_opening->is_of(document) ? &*of_opening : nullptr;
}

/// The keeper that holds columns of a document, or none.
Keeper* keeper_of(const DocumentIdentity& document) {
    return of_calculation && of_calculation->is_of(document) ? &*of_calculation : keeper_of_opening(document);
}

Place place(const CellRange& range) {
    Place found;
    found.spreadsheet = Reference<sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet();
    found.sheet = sheet_of(range);
    found.address = Reference<sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
    return found;
}

sal_Int32 last_used_row(const Reference<sheet::XSpreadsheet>& spreadsheet) {
    const Reference<sheet::XSheetCellCursor> cursor = spreadsheet->createCursor();
    Reference<sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    return Reference<sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress().EndRow;
}

/// Where columns lie, cut to the used area of their sheets.
std::vector<Place> places_of(std::span<const CellRange> ranges) {
    std::vector<Place> places;
    for (const CellRange& range : ranges) {
        Place found = place(range);
        if (found.address.StartColumn != found.address.EndColumn)
            metrics::fail(metrics::Fault::bad_data, "a column is wanted, not a range of {} columns",
                          found.address.EndColumn - found.address.StartColumn + 1);
        found.address.EndRow = std::min(found.address.EndRow, last_used_row(found.spreadsheet));
        places.push_back(found);
    }
    return places;
}

/// The keeper that may hold columns, or none.
Keeper* keeper_with(std::span<const Place> places, const DocumentIdentity& document,
                    std::optional<double> state) {
    if (Keeper* const keeper = keeper_of(document))
        return keeper;
    const auto found = std::find_if(remembered.begin(), remembered.end(), [&](const Remembered& each) {
        return state == each.state && each.columns.is_of(document) && each.sheet == places.front().sheet;
    });
    return found == remembered.end() ? nullptr : &found->columns;
}

/// Puts texts into a column. The office shares the letters of equal texts, so most of them are known by where
/// their letters stand; the texts are held, since a place could else be used anew.
class TextReader {
public:
    void add(metrics::Column& column, const rtl::OUString& text) {
        if (text.isEmpty()) {
            column.add_empty();
            return;
        }
        const auto [known, is_new] = numbers_.try_emplace(text, 0);
        if (is_new)
            known->second = column.add_text(converted(text));
        else
            column.repeat_text(known->second);
    }

private:
    /// By their letters' place, not by the letters.
    struct Place {
        std::size_t operator()(const rtl::OUString& text) const {
            return boost::hash<const rtl_uString*>()(text.pData);
        }
        bool operator()(const rtl::OUString& one, const rtl::OUString& other) const {
            return one.pData == other.pData;
        }
    };

    std::string_view converted(const rtl::OUString& text) {
        const sal_Unicode* letters = text.getStr();
        buffer_.clear();
        for (sal_Int32 index = 0; index < text.getLength(); ++index) {
            if (letters[index] >= 0x80) {
                const rtl::OString utf8 = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
                buffer_.assign(utf8.getStr(), static_cast<std::size_t>(utf8.getLength()));
                break;
            }
            buffer_.push_back(static_cast<char>(letters[index]));
        }
        return buffer_;
    }

    boost::unordered_flat_map<rtl::OUString, std::uint32_t, Place, Place> numbers_;
    std::string buffer_;
};

/// Reads the columns first … last of one block of rows into those columns that are asked for.
void read_block(const Place& block, std::span<const std::shared_ptr<metrics::Column>> wanted,
                const dashboard::Breath& breath) {
    const table::CellRangeAddress& area = block.address;
    std::vector<TextReader> texts(wanted.size());
    for (sal_Int32 start = area.StartRow; start <= area.EndRow; start += rows_at_a_time) {
        if (breath)
            breath(static_cast<double>(start - area.StartRow) / (area.EndRow - area.StartRow + 1));
        const sal_Int32 end = std::min(area.EndRow, start + rows_at_a_time - 1);
        const CellRange part =
            block.spreadsheet->getCellRangeByPosition(area.StartColumn, start, area.EndColumn, end);
        const Sequence<Sequence<Any>> rows =
            Reference<sheet::XCellRangeData>(part, UNO_QUERY_THROW)->getDataArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            const Any* cells = rows.getConstArray()[row].getConstArray();
            for (std::size_t index = 0; index < wanted.size(); ++index) {
                if (!wanted[index])
                    continue;
                const Any& cell = cells[index];
                if (cell.getValueTypeClass() == com::sun::star::uno::TypeClass_DOUBLE)
                    wanted[index]->add_number(*static_cast<const double*>(cell.getValue()));
                else if (cell.getValueTypeClass() == com::sun::star::uno::TypeClass_STRING)
                    texts[index].add(*wanted[index], *static_cast<const rtl::OUString*>(cell.getValue()));
                else
                    wanted[index]->add_error(
                        part->getCellByPosition(static_cast<sal_Int32>(index), row)->getError());
            }
        }
    }
}

} // namespace

std::string sheet_of(const CellRange& cells) {
    const Reference<sheet::XSheetCellRange> range(cells, UNO_QUERY_THROW);
    return narrow(Reference<XNamed>(range->getSpreadsheet(), UNO_QUERY_THROW)->getName());
}

KeptColumns::KeptColumns(const DocumentIdentity& document, const std::vector<std::string>& sheets)
    : document_(document), is_outer_(!of_calculation) {
    if (is_outer_)
        renew(sheets);
}

KeptColumns::~KeptColumns() {
    if (is_outer_)
        of_calculation.reset();
}

void KeptColumns::renew(const std::vector<std::string>& sheets) {
    of_calculation.emplace(document_, sheets);
}

std::vector<SharedColumn> read_columns(std::span<const CellRange> ranges, const DocumentIdentity& document,
                                       const dashboard::Breath& breath, std::optional<double> state) {
    const std::vector<Place> places = places_of(ranges);
    std::vector<SharedColumn> columns(ranges.size());
    if (const Keeper* const keeper = keeper_with(places, document, state))
        std::transform(places.begin(), places.end(), columns.begin(),
                       [&](const Place& each) { return keeper->find(each); });
    for (std::size_t first = 0; first < places.size(); ++first) {
        if (columns[first])
            continue;
        // Everything in the same rows of the same sheet joins the block while the block stays mostly wanted.
        Place block = places[first];
        std::vector<std::size_t> members;
        for (std::size_t other = first; other < places.size(); ++other) {
            const table::CellRangeAddress& area = places[other].address;
            const sal_Int32 start = std::min(block.address.StartColumn, area.StartColumn);
            const sal_Int32 end = std::max(block.address.EndColumn, area.EndColumn);
            const auto count = static_cast<sal_Int32>(members.size()) + 1;
            if (columns[other] || area.Sheet != block.address.Sheet ||
                area.StartRow != block.address.StartRow || area.EndRow != block.address.EndRow ||
                end - start + 1 > 2 * count)
                continue;
            block.address.StartColumn = start;
            block.address.EndColumn = end;
            members.push_back(other);
        }
        const sal_Int32 rows = std::max<sal_Int32>(0, block.address.EndRow - block.address.StartRow + 1);
        // The same column may be given for two arguments.
        std::vector<std::shared_ptr<metrics::Column>> wanted(
            static_cast<std::size_t>(block.address.EndColumn - block.address.StartColumn + 1));
        for (const std::size_t member : members) {
            const table::CellRangeAddress& address = places[member].address;
            auto& column = wanted[static_cast<std::size_t>(address.StartColumn - block.address.StartColumn)];
            if (!column) {
                column = std::make_shared<metrics::Column>();
                column->reserve(static_cast<std::size_t>(rows));
            }
            columns[member] = column;
        }
        if (rows > 0)
            read_block(block, wanted, breath);
        // Asked for anew, since cells that hold formulas were computed meanwhile.
        if (Keeper* const keeper = keeper_of(document))
            for (const std::size_t member : members)
                keeper->keep(places[member], columns[member]);
    }
    return columns;
}

metrics::KeptHistories* histories_of(std::span<const SharedColumn> columns) {
    const auto holds_all = [columns](const Keeper& keeper) {
        return std::all_of(columns.begin(), columns.end(),
                           [&keeper](const SharedColumn& column) { return keeper.holds(column); });
    };
    for (std::optional<Keeper>* const keeper : {&of_calculation, &of_opening})
        if (*keeper && holds_all(**keeper))
            return &(*keeper)->histories();
    for (Remembered& each : remembered)
        if (holds_all(each.columns))
            return &each.columns.histories();
    return nullptr;
}

double remember(std::span<const CellRange> ranges, std::span<const SharedColumn> columns,
                const DocumentIdentity& document) {
    const std::vector<Place> places = places_of(ranges);
    // Another formula may have remembered what was read once for both.
    for (const Remembered& each : remembered)
        if (each.columns.is_of(document) && each.columns.holds(places, columns))
            return each.state;
    std::vector<const metrics::Column*> read;
    for (const SharedColumn& column : columns)
        read.push_back(column.get());
    const double state = metrics::state_of(read);
    if (!document.is() || places.empty())
        return state;
    if (!is_remembered(document))
        Reference<com::sun::star::lang::XComponent>(document, UNO_QUERY_THROW)
            ->addEventListener(new DocumentEnd);
    forget(document, places.front().sheet);
    Remembered& now = remembered.emplace_back(Remembered{places.front().sheet, state, Keeper(document)});
    for (std::size_t index = 0; index < places.size(); ++index)
        now.columns.keep(places[index], columns[index]);
    return state;
}

} // namespace perennial::uno
