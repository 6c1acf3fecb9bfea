#include "row.hpp"

#include "catalog/joined.hpp"

namespace perennial::catalog::test {

consteval Function faulty() {
    Function row = share_row();
    row.see_also[0] = "NOWHERE";
    return row;
}
constexpr Function one[] = {row<&share>(faulty())};
constexpr auto rows = joined(one);

} // namespace perennial::catalog::test
