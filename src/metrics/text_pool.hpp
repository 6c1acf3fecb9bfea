#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// Texts, each stored once and numbered from 0 as they turn up. A column of a million names costs a few bytes
/// a cell where they repeat, and 24 bytes a text beyond its letters where none does.
class TextPool {
public:
    std::size_t size() const { return ends_.size(); }

    /// The text with this number; valid until the next one is added.
    std::string_view operator[](std::uint32_t number) const {
        const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
        return {letters_.data() + begin, ends_[number] - begin};
    }

    /// The number of a text, a new one where it is met for the first time.
    std::uint32_t number_of(std::string_view text);

private:
    static constexpr std::uint32_t vacant = UINT32_MAX;

    /// A place of the index: half of the text's hash spares looking at texts that differ.
    struct Slot {
        std::uint32_t number = vacant;
        std::uint32_t hash = 0;
    };

    void grow();

    std::string letters_;
    std::vector<std::size_t> ends_;
    std::vector<Slot>
        slots_; ///< a power of two of them, at most two thirds taken, probed one after the other
};

} // namespace perennial::metrics
