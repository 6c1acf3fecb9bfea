#include "dashboard/geometry.hpp"

#include "dashboard/mapping.hpp"

#include <fmt/format.h>

namespace perennial::dashboard {

std::string relative(Spot spot) {
    return fmt::format("{}{}", column_letters(spot.column), spot.row + 1);
}

std::string absolute(Spot spot) {
    return fmt::format("${}${}", column_letters(spot.column), spot.row + 1);
}

std::string fixed_column(Spot spot) {
    return fmt::format("${}{}", column_letters(spot.column), spot.row + 1);
}

std::string absolute(const Area& area) {
    return absolute(area.first) + ":" + absolute(area.last());
}

} // namespace perennial::dashboard
