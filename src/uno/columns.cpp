#include "uno/columns.hpp"

#include "metrics/error.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <rtl/ustring.hxx>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <optional>

namespace perennial::uno {
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY_THROW;

/// Rows that are held by the office's own representation at a time; bounds the memory of a long ledger.
constexpr sal_Int32 rows_at_a_time = 4096;

struct Place {
    Reference<sheet::XSpreadsheet> spreadsheet;
    table::CellRangeAddress address;
};

struct Kept {
    table::CellRangeAddress address;
    metrics::Column column;
};

/// What is kept while a KeptColumns stands. The office runs one calculation at a time, under its own lock.
struct Keeper {
    DocumentIdentity document;
    std::vector<sal_Int16> sheets;
    std::deque<Kept> columns;

    bool keeps(const DocumentIdentity& other, const table::CellRangeAddress& address) const {
        return other == document && std::find(sheets.begin(), sheets.end(), address.Sheet) != sheets.end();
    }

    const metrics::Column* find(const table::CellRangeAddress& address) const {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const Kept& each) { return each.address == address; });
        return found == columns.end() ? nullptr : &found->column;
    }
};

std::optional<Keeper> keeper;

Place place(const CellRange& range) {
    Place found;
    found.spreadsheet = Reference<sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet();
    found.address = Reference<sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
    return found;
}

sal_Int32 last_used_row(const Reference<sheet::XSpreadsheet>& spreadsheet) {
    const Reference<sheet::XSheetCellCursor> cursor = spreadsheet->createCursor();
    Reference<sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    return Reference<sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress().EndRow;
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
        const auto [known, is_new] = numbers_.try_emplace(text.pData, Known{text, 0});
        if (is_new)
            known->second.number = column.add_text(converted(text));
        else
            column.repeat_text(known->second.number);
    }

private:
    struct Known {
        rtl::OUString text;
        std::uint32_t number;
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

    boost::unordered_flat_map<const rtl_uString*, Known> numbers_;
    std::string buffer_;
};

/// Reads the columns first … last of one block of rows into those columns that are asked for.
void read_block(const Place& block, std::span<metrics::Column* const> wanted) {
    const table::CellRangeAddress& area = block.address;
    std::vector<TextReader> texts(wanted.size());
    for (sal_Int32 start = area.StartRow; start <= area.EndRow; start += rows_at_a_time) {
        const sal_Int32 end = std::min(area.EndRow, start + rows_at_a_time - 1);
        const CellRange part =
            block.spreadsheet->getCellRangeByPosition(area.StartColumn, start, area.EndColumn, end);
        const Sequence<Sequence<Any>> rows =
            Reference<sheet::XCellRangeData>(part, UNO_QUERY_THROW)->getDataArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            const Any* cells = rows.getConstArray()[row].getConstArray();
            for (std::size_t index = 0; index < wanted.size(); ++index) {
                if (wanted[index] == nullptr)
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

KeptColumns::KeptColumns(const DocumentIdentity& document, std::vector<sal_Int16> sheets) {
    keeper = Keeper{document, std::move(sheets), {}};
}

KeptColumns::~KeptColumns() {
    keeper.reset();
}

std::deque<metrics::Column> read_columns(std::span<const CellRange> ranges,
                                         const DocumentIdentity& document) {
    std::vector<Place> places;
    for (const CellRange& range : ranges) {
        Place found = place(range);
        if (found.address.StartColumn != found.address.EndColumn)
            metrics::fail(metrics::Fault::bad_data, "a column is wanted, not a range of {} columns",
                          found.address.EndColumn - found.address.StartColumn + 1);
        found.address.EndRow = std::min(found.address.EndRow, last_used_row(found.spreadsheet));
        places.push_back(found);
    }

    std::deque<metrics::Column> columns(ranges.size());
    std::vector<bool> done(ranges.size(), false);
    for (std::size_t index = 0; index < places.size(); ++index)
        if (keeper && keeper->keeps(document, places[index].address))
            if (const metrics::Column* column = keeper->find(places[index].address)) {
                columns[index] = *column;
                done[index] = true;
            }
    for (std::size_t first = 0; first < places.size(); ++first) {
        if (done[first])
            continue;
        // Everything in the same rows of the same sheet joins the block while the block stays mostly wanted.
        Place block = places[first];
        std::vector<std::size_t> members;
        for (std::size_t other = first; other < places.size(); ++other) {
            const table::CellRangeAddress& area = places[other].address;
            const sal_Int32 start = std::min(block.address.StartColumn, area.StartColumn);
            const sal_Int32 end = std::max(block.address.EndColumn, area.EndColumn);
            const auto count = static_cast<sal_Int32>(members.size()) + 1;
            if (done[other] || area.Sheet != block.address.Sheet || area.StartRow != block.address.StartRow ||
                area.EndRow != block.address.EndRow || end - start + 1 > 2 * count)
                continue;
            block.address.StartColumn = start;
            block.address.EndColumn = end;
            members.push_back(other);
            done[other] = true;
        }
        const sal_Int32 rows = std::max<sal_Int32>(0, block.address.EndRow - block.address.StartRow + 1);
        std::vector<metrics::Column*> wanted(
            static_cast<std::size_t>(block.address.EndColumn - block.address.StartColumn + 1), nullptr);
        std::vector<std::size_t> copies;
        for (const std::size_t member : members) {
            metrics::Column*& slot = wanted[static_cast<std::size_t>(places[member].address.StartColumn -
                                                                     block.address.StartColumn)];
            if (slot == nullptr) {
                slot = &columns[member];
                slot->reserve(static_cast<std::size_t>(rows));
            } else {
                copies.push_back(member); // the same column given for two arguments
            }
        }
        if (rows > 0)
            read_block(block, wanted);
        for (const std::size_t member : copies)
            columns[member] = *wanted[static_cast<std::size_t>(places[member].address.StartColumn -
                                                               block.address.StartColumn)];
        for (const std::size_t member : members)
            if (keeper && keeper->keeps(document, places[member].address))
                keeper->columns.push_back({places[member].address, columns[member]});
    }
    return columns;
}

} // namespace perennial::uno
