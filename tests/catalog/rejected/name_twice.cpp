#include "row.hpp"

#include "catalog/joined.hpp"

namespace perennial::catalog::test {

constexpr Function one[] = {row<&share>(share_row())};
constexpr Function other[] = {row<&share>(share_row())};
constexpr auto rows = joined(one, other);

} // namespace perennial::catalog::test
