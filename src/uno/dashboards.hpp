#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"
#include "uno/commands.hpp"
#include "uno/document.hpp"

#include <com/sun/star/table/XCell.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

/// The dashboards that can be built, and what each of them takes from a document.
namespace perennial::uno {

/// A command that cannot be carried out, with the sentence for the user.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What was read from a document before its page is drawn.
struct Plan {
    std::function<void(dashboard::Canvas&)> draw;
    std::optional<sal_Int32> amount_format; ///< that of the user's amounts, when they have one of their own
    std::size_t rows_used = 0;
    std::size_t rows_aside = 0;
};

/// The share of a page's work after which drawing begins.
inline constexpr double share_of_planning = 0.1;

struct Dashboard {
    std::string_view key;        ///< name in commands
    std::string_view mark;       ///< range name that marks its sheet
    std::string_view prefix;     ///< all range names that it brings along begin so
    std::string_view as_of_name; ///< range name of its as-of date
    dashboard::SheetKind needs;  ///< the sheet without which it cannot be built
    catalog::Text title;         ///< of its sheet
    catalog::Text undo_title;
    catalog::Text built; ///< the sentence that says so, with places for rows and seconds
    catalog::Text built_with_faults;
    /// `as_of` is a formula. What stands on the page already, and is the user's choice, is kept. A Refusal
    /// says what is missing. A step of the progress in which a client sheet was changed must throw.
    Plan (*plan)(const Document& document, const std::optional<std::string>& as_of, Progress& progress);
};

std::span<const Dashboard> dashboards();

/// The cell that a range name of a built page points to, or none.
com::sun::star::uno::Reference<com::sun::star::table::XCell> named_cell(const Document& document,
                                                                        std::string_view name);

/// What stands in the as-of cell of a page that was built, as a formula, unless it follows the data.
std::optional<std::string> standing_as_of(const Document& document, std::string_view name);

} // namespace perennial::uno
