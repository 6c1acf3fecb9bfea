#include "catalog/texts.hpp"

namespace perennial::catalog::test {

constexpr Text unknown = text("no such text");

} // namespace perennial::catalog::test
