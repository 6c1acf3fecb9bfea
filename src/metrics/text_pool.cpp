#include "metrics/text_pool.hpp"

#include <algorithm>
#include <bit>
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

/// Texts of up to eight letters have a mark of their own among those of their length.
std::uint64_t mark_of(std::string_view text) {
    const char* letters = text.data();
    const std::size_t size = text.size();
    std::uint64_t mark = 0;
    // Words that overlap take the last letters without a loop.
    if (size > 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8)
            mark = mixed(mark ^ word_at<std::uint64_t>(letters + at));
        return mixed(mark ^ word_at<std::uint64_t>(letters + size - 8));
    }
    if (size >= 4)
        return word_at<std::uint32_t>(letters) << 32 | word_at<std::uint32_t>(letters + size - 4);
    for (const char letter : text)
        mark = mark << 8 | static_cast<unsigned char>(letter);
    return mark;
}

} // namespace

std::uint32_t TextPool::number_of(std::string_view text) {
    index_all();
    const std::uint64_t mark = mark_of(text);
    const std::size_t place = slot_for(text, mark);
    if (slots_[place].number != vacant)
        return slots_[place].number;
    const std::uint32_t number = add_new(text);
    slots_[place] = {mark, static_cast<std::uint32_t>(text.size()), number};
    ++indexed_;
    return number;
}

std::optional<std::uint32_t> TextPool::find(std::string_view text) const {
    index_all();
    const std::uint32_t number = slots_[slot_for(text, mark_of(text))].number;
    return number == vacant ? std::nullopt : std::optional(number);
}

std::uint32_t TextPool::add_new(std::string_view text) {
    const auto number = static_cast<std::uint32_t>(size());
    letters_ += text;
    ends_.push_back(letters_.size());
    return number;
}

void TextPool::add_new(const TextPool& others) {
    const std::size_t letters = letters_.size();
    letters_ += others.letters_;
    ends_.reserve(ends_.size() + others.size());
    for (const std::size_t end : others.ends_)
        ends_.push_back(letters + end);
}

/// Where the search for a text begins.
std::size_t TextPool::place_of(std::uint64_t mark, std::uint32_t length) const {
    return mixed(mixed(mark ^ length)) & (slots_.size() - 1);
}

/// The slot that holds a text or, where none does, the one that it would be given.
std::size_t TextPool::slot_for(std::string_view text, std::uint64_t mark) const {
    const auto length = static_cast<std::uint32_t>(text.size());
    std::size_t place = place_of(mark, length);
    for (; slots_[place].number != vacant; place = (place + 1) & (slots_.size() - 1)) {
        const Slot& slot = slots_[place];
        if (slot.mark == mark && slot.length == length && (length <= 8 || (*this)[slot.number] == text))
            break;
    }
    return place;
}

/// Enters a text that has no slot yet in the next one that is vacant.
void TextPool::enter(const Slot& slot) const {
    std::size_t place = place_of(slot.mark, slot.length);
    while (slots_[place].number != vacant)
        place = (place + 1) & (slots_.size() - 1);
    slots_[place] = slot;
}

/// Gives a slot to each text that has none, and leaves room for one more.
void TextPool::index_all() const {
    if (2 * (size() + 1) > slots_.size()) {
        constexpr std::size_t fewest_texts = 8;
        const std::size_t texts = std::max({fewest_texts, size() + 1, ends_.capacity()});
        const auto known = std::exchange(slots_, std::vector<Slot>(std::bit_ceil(2 * texts)));
        for (const Slot& slot : known)
            if (slot.number != vacant)
                enter(slot);
    }
    for (; indexed_ < size(); ++indexed_) {
        const std::string_view text = (*this)[indexed_];
        enter({mark_of(text), static_cast<std::uint32_t>(text.size()), indexed_});
    }
}

} // namespace perennial::metrics
