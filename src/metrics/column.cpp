#include "metrics/column.hpp"

#include "metrics/expect.hpp"
#include "metrics/text.hpp"

#include <algorithm>

namespace perennial::metrics {

// The loops below look at every cell without a branch, so that nothing waits for the outcome of another cell.

void Column::expect(std::size_t first, std::size_t last) const {
    constexpr std::size_t ahead = 1024;
    constexpr std::size_t line = 64 / sizeof(Value);
    for (std::size_t row = first + ahead; row < std::min(last + ahead, size()); row += line)
        metrics::expect(values_, row);
}

Column::KindRange Column::kinds(std::size_t first, std::size_t last) const {
    auto lowest = static_cast<std::uint8_t>(Kind::error);
    auto highest = static_cast<std::uint8_t>(Kind::empty);
    for (std::size_t row = first; row < last; ++row) {
        const auto kind = static_cast<std::uint8_t>(kinds_[row]);
        lowest = std::min(lowest, kind);
        highest = std::max(highest, kind);
    }
    return {static_cast<Kind>(lowest), static_cast<Kind>(highest)};
}

bool Column::are_filled_texts(std::size_t first, std::size_t last) const {
    const auto [lowest, highest] = kinds(first, last);
    if (lowest != Kind::text || highest != Kind::text)
        return false;
    expect(first, last);
    if (!has_blank_text_)
        return true;
    unsigned blank = 0;
    for (std::size_t row = first; row < last; ++row)
        blank |= blank_texts_[text_number(row)];
    return blank == 0;
}

bool Column::read_texts(std::size_t first, std::span<std::uint32_t> numbers) const {
    const auto [lowest, highest] = kinds(first, first + numbers.size());
    if (lowest != Kind::text || highest != Kind::text)
        return false;
    for (std::uint32_t& number : numbers)
        number = text_number(first++);
    return true;
}

bool Column::are_numbers(std::size_t first, std::size_t last, double least, double below,
                         bool may_be_empty) const {
    const auto [lowest, highest] = kinds(first, last);
    if (highest > Kind::number || (lowest == Kind::empty && !may_be_empty))
        return false;
    expect(first, last);
    // A double, as what it depends on, so that the compiler has two cells compared at once.
    double outside = 0;
    for (std::size_t row = first; row < last; ++row) {
        const double number = values_[row].number;
        const bool is_inside = (number >= least) & (number < below);
        outside = is_inside ? outside : 1;
    }
    return outside == 0;
}

Column Column::from(std::size_t row) const {
    const auto first = static_cast<std::ptrdiff_t>(std::min(row, size()));
    Column rest;
    rest.values_.assign(values_.begin() + first, values_.end());
    rest.kinds_.assign(kinds_.begin() + first, kinds_.end());
    rest.texts_ = texts_;
    rest.blank_texts_ = blank_texts_;
    rest.has_blank_text_ = has_blank_text_;
    return rest;
}

std::uint32_t Column::add_text(std::string_view text) {
    const std::uint32_t number = texts_.number_of(text);
    if (number == blank_texts_.size()) {
        const bool is_blank = trim(text).empty();
        blank_texts_.push_back(is_blank ? 1 : 0);
        has_blank_text_ = has_blank_text_ || is_blank;
    }
    repeat_text(number);
    return number;
}

} // namespace perennial::metrics
