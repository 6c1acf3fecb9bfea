#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// What a result calls things, clients above all, that are numbered from 0: each by a number or a text.
/// Sixteen bytes each, so that none lies in two lines of a cache, and the letters of the texts.
class Names {
public:
    std::size_t size() const { return names_.size(); }
    void reserve(std::size_t names) { names_.reserve(names); }

    /// Adds a name, for now the number 0.
    void add() { names_.emplace_back(); }
    void set(std::uint32_t thing, double number) { names_[thing] = {{.number = number}, 0}; }
    /// A text of at least one letter.
    void set(std::uint32_t thing, std::string_view text) {
        names_[thing] = {{.begin = letters_.size()}, static_cast<std::uint32_t>(text.size())};
        letters_ += text;
    }
    /// Adds the names of others, which are all texts.
    void add(const Names& texts) {
        names_.reserve(size() + texts.size());
        for (const Name& name : texts.names_)
            names_.push_back({{.begin = letters_.size() + name.place.begin}, name.length});
        letters_ += texts.letters_;
    }

    bool is_number(std::uint32_t thing) const { return names_[thing].length == 0; }
    /// The number of one that is a number.
    double number(std::uint32_t thing) const { return names_[thing].place.number; }
    /// The text of one that is a text; valid until the next one is set.
    std::string_view text(std::uint32_t thing) const {
        return {letters_.data() + names_[thing].place.begin, names_[thing].length};
    }

private:
    union Place {
        double number;
        std::size_t begin; ///< of the text, in `letters_`
    };
    struct Name {
        Place place{.number = 0};
        std::uint32_t length = 0; ///< 0 for a number
    };

    std::vector<Name> names_;
    std::string letters_; ///< one after the other: a text of its own for each would lie far away
};

} // namespace perennial::metrics
