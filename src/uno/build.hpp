#pragma once

#include "uno/commands.hpp"

#include <optional>
#include <string>
#include <vector>

/// Builds what Perennial makes out of a document's mapped sheets. What goes wrong is a Refusal.
namespace perennial::uno {

/// A command that cannot be carried out, with the sentence for the user.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The mapped ledger; a Refusal that says what to do where there is none.
dashboard::Mapping require_ledger(const Document& document);

/// Checks all mapped sheets, in the order of their kinds; a Refusal where there is none.
std::vector<dashboard::CheckedSheet> check_all(const Document& document, Progress& progress);

/// Draws the retention dashboard on a sheet of its own, in one undoable step: on the sheet it stands on when
/// the document has it already. `as_of` is an ISO date; without one the latest date in the data counts. Gives
/// the sentence that says what was done.
std::string build_retention(const Document& document, const std::optional<std::string>& as_of,
                            Progress& progress);

/// Draws all that was built in the document again, in place and in one undoable step.
std::string refresh(const Document& document, Progress& progress);

/// Writes the rows that cannot be used to a sheet, in one undoable step, and says how many there are.
std::string write_check_list(const Document& document, Progress& progress);

} // namespace perennial::uno
