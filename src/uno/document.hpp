#pragma once

#include "dashboard/breath.hpp"
#include "dashboard/check_list.hpp"
#include "dashboard/extent.hpp"
#include "dashboard/mapping.hpp"
#include "metrics/date_text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XActionLockable.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What a spreadsheet document holds for Perennial: the user's sheets, the stored mapping, faulty rows.
/// Texts are UTF-8, columns and rows count from 0.
namespace perennial::uno {

using Document = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

class Meanwhile;

/// Range names beginning so mark the sheets that Perennial built: they point to the first cell.
inline constexpr std::string_view mark_prefix = "pn_sheet_";

/// The sheet that carries a mark, by its name, or none.
std::optional<std::string> marked_sheet(const Document& document, const std::string& mark);
/// All sheets with marks.
std::vector<std::string> marked_sheets(const Document& document);

/// Keeps the window from painting what is half done, and the office from computing what the window shows: it
/// does so where the last of these goes, if anything was changed.
class Unpainted {
public:
    explicit Unpainted(const Document& document);
    ~Unpainted();
    Unpainted(const Unpainted&) = delete;
    Unpainted& operator=(const Unpainted&) = delete;

private:
    com::sun::star::uno::Reference<com::sun::star::frame::XModel> model_;
};

/// Switches a property of the document off while it lives.
class SwitchedOff {
public:
    SwitchedOff(const Document& document, const rtl::OUString& property);
    ~SwitchedOff();
    SwitchedOff(const SwitchedOff&) = delete;
    SwitchedOff& operator=(const SwitchedOff&) = delete;

private:
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> document_;
    rtl::OUString property_;
    com::sun::star::uno::Any was_;
};

/// Keeps the office from compiling every formula of the document that reads a range name anew with each name
/// that comes or goes. Compiled anew, an array formula shrinks to what its next result fills, and the rest of
/// it would be lost when the document is saved: when the names are free again, and where they are undone or
/// redone, the pages keep their room. For that, nothing but names may change meanwhile.
class LockedNames {
public:
    explicit LockedNames(const Document& document);
    ~LockedNames();
    LockedNames(const LockedNames&) = delete;
    LockedNames& operator=(const LockedNames&) = delete;

private:
    Document document_;
    com::sun::star::uno::Reference<com::sun::star::document::XActionLockable> names_;
    std::unique_ptr<Meanwhile> undone_; ///< none where the names are locked already
};

com::sun::star::uno::Reference<com::sun::star::sheet::XNamedRanges> range_names(const Document& document);

/// Those that begin so.
std::vector<std::string> range_names_from(const Document& document, std::string_view prefix);
/// Whether a range name stands for an area of a sheet.
bool stands_for(const Document& document, const std::string& name, const std::string& sheet,
                const dashboard::Area& area);
/// Puts a range name on an area of a sheet, in place of an earlier one. Where it stands for that area already
/// nothing changes, and the office compiles nothing anew.
void set_range_name(const Document& document, const std::string& name, const std::string& sheet,
                    const dashboard::Area& area);
void remove_range_name(const Document& document, const std::string& name);
void remove_range_names(const Document& document, const std::vector<std::string>& names);

/// In which order the document writes the parts of a date.
metrics::DateOrder date_order(const Document& document);

/// The names of the user's own sheets, in order; sheets that Perennial built are left out.
std::vector<std::string> user_sheets(const Document& document);

/// The first rows of a sheet.
dashboard::Sample sample(const Document& document, const std::string& sheet);

/// The mapping stored in the document, or none. Whether dates written as text are read is marked by a name of
/// its own beside those of the columns, "pn_ledger_text_dates".
std::optional<dashboard::Mapping> stored_mapping(const Document& document, dashboard::SheetKind kind);
/// The client sheets, as far as they are known, by their names; one that holds several kinds comes as often.
std::vector<std::string> mapped_sheets(const Document& document);

/// Stores a mapping as range names, in place of an earlier one, in one undoable step.
void store_mapping(const Document& document, const dashboard::Mapping& mapping);

/// Removes the stored mapping of a kind of sheet in one undoable step; false when there is none.
bool forget_mapping(const Document& document, dashboard::SheetKind kind);

/// The last row of the mapped table where another one follows below, found in the whole sheet.
std::optional<int> find_table_end(const Document& document, const dashboard::Mapping& mapping);

/// Whether the first row of a mapping holds headers, as the check and the functions see it.
bool has_header(const Document& document, const dashboard::Mapping& mapping);

struct CheckResult {
    std::size_t rows_used = 0;                ///< rows without a finding
    std::vector<dashboard::Finding> findings; ///< at most one per row, in the order of the rows
    dashboard::Extent extent;                 ///< of the rows that are used
    int rows = 0;                             ///< from the mapping's first row to the last one in use
    /// Rows with a date that is written as text, or as the number 20241231, and can be read. They are used
    /// when the mapping says so, and findings otherwise.
    std::size_t text_dates = 0;
    std::size_t hidden_rows = 0; ///< rows that are hidden or filtered out; they count like the others
};

/// Looks at every row of a mapped sheet. A breath in which the sheet was changed must throw.
CheckResult check(const Document& document, const dashboard::Mapping& mapping,
                  const dashboard::Breath& breath = {});

/// Shows a cell: makes its sheet the active one and selects it.
void show_cell(const Document& document, const std::string& sheet, int column, int row);

} // namespace perennial::uno
