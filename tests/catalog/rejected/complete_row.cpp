#include "row.hpp"

#include "catalog/joined.hpp"

namespace perennial::catalog::test {

constexpr Function one[] = {row<&share>(share_row())};
constexpr auto rows = joined(one);
static_assert(rows.size() == 1 && rows[0].user_parameters()[1].optional);

} // namespace perennial::catalog::test
