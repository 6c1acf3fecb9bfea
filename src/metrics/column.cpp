#include "metrics/column.hpp"

#include "metrics/text.hpp"

#include <algorithm>

namespace perennial::metrics {

Column Column::from(std::size_t row) const {
    const auto first = static_cast<std::ptrdiff_t>(std::min(row, size()));
    Column rest;
    rest.values_.assign(values_.begin() + first, values_.end());
    rest.kinds_.assign(kinds_.begin() + first, kinds_.end());
    rest.texts_ = texts_;
    rest.blank_texts_ = blank_texts_;
    return rest;
}

std::uint32_t Column::add_text(std::string_view text) {
    const std::uint32_t number = texts_.number_of(text);
    if (number == blank_texts_.size())
        blank_texts_.push_back(trim(text).empty() ? 1 : 0);
    repeat_text(number);
    return number;
}

} // namespace perennial::metrics
