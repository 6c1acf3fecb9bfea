#pragma once

#include "uno/commands.hpp"
#include "uno/dashboards.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Builds what Perennial makes out of a document's mapped sheets. What goes wrong is a Refusal.
namespace perennial::uno {

/// Checks all mapped sheets, in the order of their kinds; a Refusal where there is none.
std::vector<dashboard::CheckedSheet> check_all(const Document& document, Progress& progress);

/// Checks one mapped sheet, again where it is changed meanwhile.
CheckResult check_sheet(const Document& document, const dashboard::Mapping& mapping, Progress& progress);

/// Draws dashboards, each on a sheet of its own, in one undoable step: on the sheet it stands on when the
/// document has it already. `as_of` is an ISO date; without one the latest date in the data counts. Gives the
/// sentence that says what was done.
std::string build_dashboards(const Document& document, std::span<const Dashboard* const> wanted,
                             const std::optional<std::string>& as_of, Progress& progress);

/// Draws all that was built in the document again, in place and in one undoable step.
std::string refresh(const Document& document, Progress& progress);

/// Writes the rows that cannot be used to a sheet, in one undoable step, and says how many there are.
std::string write_check_list(const Document& document, Progress& progress);

} // namespace perennial::uno
