#include "row.hpp"

namespace perennial::catalog::test {

consteval Function faulty() {
    Function row = share_row();
    row.errors = {};
    return row;
}
constexpr Function made = row<&share>(faulty());

} // namespace perennial::catalog::test
