#include "metrics/text_pool.hpp"

#include <functional>
#include <utility>

namespace perennial::metrics {

std::uint32_t TextPool::number_of(std::string_view text) {
    if (3 * (size() + 1) > 2 * slots_.size())
        grow();
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    for (; slots_[place].number != vacant; place = (place + 1) & mask)
        if (slots_[place].hash == hash && (*this)[slots_[place].number] == text)
            return slots_[place].number;
    const auto number = static_cast<std::uint32_t>(size());
    slots_[place] = {number, hash};
    letters_ += text;
    ends_.push_back(letters_.size());
    return number;
}

void TextPool::grow() {
    constexpr std::size_t fewest_slots = 16;
    std::vector<Slot> more(slots_.empty() ? fewest_slots : 2 * slots_.size());
    const std::size_t mask = more.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number == vacant)
            continue;
        std::size_t place = slot.hash & mask;
        while (more[place].number != vacant)
            place = (place + 1) & mask;
        more[place] = slot;
    }
    slots_ = std::move(more);
}

} // namespace perennial::metrics
