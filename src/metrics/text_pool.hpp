#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// Texts, each stored once and numbered from 0 as they turn up. A column of a million names costs a few bytes
/// a cell where they repeat, and some forty bytes a text beyond its letters where none does.
class TextPool {
public:
    std::size_t size() const { return ends_.size(); }

    /// Makes room for so many texts at once.
    void reserve(std::size_t texts) { ends_.reserve(texts); }

    /// The text with this number; valid until the next one is added.
    std::string_view operator[](std::uint32_t number) const {
        const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
        return {letters_.data() + begin, ends_[number] - begin};
    }

    /// The number of a text, a new one where it is met for the first time.
    std::uint32_t number_of(std::string_view text);

    /// The number of a text, if it is in the pool.
    std::optional<std::uint32_t> find(std::string_view text) const;

    /// The number of a text that is not in the pool; nothing is looked up.
    std::uint32_t add_new(std::string_view text);

    /// Adds the texts of another pool, none of which is in this one.
    void add_new(const TextPool& others);

private:
    static constexpr std::uint32_t vacant = UINT32_MAX;

    /// A place of the index. It holds up to eight letters themselves, of longer texts a hash: short names are
    /// recognised without a look at the letters, which lie far from each other in a pool of many texts.
    struct Slot {
        std::uint64_t mark = 0;
        std::uint32_t length = 0;
        std::uint32_t number = vacant;
    };

    std::size_t place_of(std::uint64_t mark, std::uint32_t length) const;
    std::size_t slot_for(std::string_view text, std::uint64_t mark) const;
    void enter(const Slot& slot) const;
    void index_all() const;

    std::string letters_;
    std::vector<std::size_t> ends_;
    // The index is made when it is asked for first.
    mutable std::uint32_t indexed_ = 0; ///< so many of the texts have a slot, the first ones
    /// A power of two of them, at most half of them taken, probed one after the other.
    mutable std::vector<Slot> slots_;
};

} // namespace perennial::metrics
