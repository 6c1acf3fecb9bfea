#pragma once

#include "dashboard/geometry.hpp"
#include "dashboard/roles.hpp"

#include <map>
#include <string>
#include <string_view>

/// Pieces of formulas.
namespace perennial::dashboard {

/// A text as a formula writes it: quoted, its own quotes doubled.
std::string quoted(std::string_view text);

/// The name of a sheet as references write it, quoted: 'Client''s orders'.
std::string sheet_reference(std::string_view sheet);

/// A sentence with named places in braces, as an expression that joins its words with the expressions given
/// for the places: "{used} rows used" and FIXED(A1;0) make FIXED(A1;0)&" rows used".
std::string sentence(std::string_view words, const std::map<std::string_view, std::string>& places);

/// A change as text with its sign and so many decimals: +3.1, −0.4, ±0.0.
std::string signed_number(std::string_view change, int decimals);

/// Where a numbered largest or smallest value stands in a column, for the values of a list one below the
/// other: equal ones come one after the other. `value` is the cell of the value, empty behind the last.
std::string place_in(std::string_view column, Spot value, Spot place, bool first);

/// A date cell as text, the same in every locale: 2024-12-31, and 2024-12.
std::string iso_date(std::string_view cell);
std::string iso_month(std::string_view cell);
/// The month alone, for the narrow axis of a chart: 07.
std::string month_digits(std::string_view cell);

} // namespace perennial::dashboard
