#include "metrics/text_pool.hpp"

#include <cstring>
#include <utility>

namespace perennial::metrics {

namespace {

std::uint64_t mixed(std::uint64_t bits) {
    constexpr std::uint64_t golden_ratio = 0x9e3779b97f4a7c15;
    bits *= golden_ratio;
    return bits ^ (bits >> 32);
}

template <class Word>
std::uint64_t word_at(const char* letters) {
    Word word = 0;
    std::memcpy(&word, letters, sizeof word);
    return word;
}

/// Takes eight letters at a time, and the last ones by words that overlap: most names are short, and the hash
/// of the standard library costs as much as all else that a known text needs.
std::uint32_t hash_of(std::string_view text) {
    const char* letters = text.data();
    const std::size_t size = text.size();
    std::uint64_t hash = size;
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8)
            hash = mixed(hash ^ word_at<std::uint64_t>(letters + at));
        hash ^= word_at<std::uint64_t>(letters + size - 8);
    } else if (size >= 4) {
        hash ^= word_at<std::uint32_t>(letters) << 32 | word_at<std::uint32_t>(letters + size - 4);
    } else {
        for (const char letter : text)
            hash = hash << 8 ^ static_cast<unsigned char>(letter);
    }
    return static_cast<std::uint32_t>(mixed(mixed(hash)));
}

} // namespace

std::uint32_t TextPool::number_of(std::string_view text) {
    if (3 * (size() + 1) > 2 * slots_.size())
        grow();
    const auto hash = hash_of(text);
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
