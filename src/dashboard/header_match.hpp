#pragma once

#include "dashboard/roles.hpp"

#include <string>
#include <string_view>

/// How well a header names a role.
namespace perennial::dashboard {

/// From this score on a header names the role by itself.
inline constexpr double header_names_role = 50;

/// The form in which headers are compared: words in lower case, without punctuation, units and currencies.
/// "InvoiceDate" is "invoice date", "Amount in EUR" and "金额（元）" lose their units.
std::string header_words(std::string_view header);

/// Whether a cell of a header holds nothing but a unit: "EUR", "(in €)", "元", "yyyy-mm-dd".
bool is_unit(std::string_view header);

/// 0 to 100 for a header in that form: 100 for the very words; high where the words stand at the end, as in
/// "Our customer" or "主要客户"; below header_names_role where they stand in front, since "Customer type" and
/// "客户经理" are something else. A role's earlier words count a little more.
double header_score(std::string_view words, const Role& role);

} // namespace perennial::dashboard
