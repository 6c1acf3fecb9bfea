#include "metrics/state.hpp"

#include "metrics/text.hpp"

#include <bit>
#include <charconv>
#include <cstdint>
#include <functional>

namespace perennial::metrics {
namespace {

/// Takes in one number after the other; each step can be undone, so that none is lost.
class Mixture {
public:
    void add(std::uint64_t value) {
        mixed_ = (mixed_ ^ value) * 0x9E37'79B9'7F4A'7C15U;
        mixed_ ^= mixed_ >> 29U;
    }

    std::uint64_t value() const { return mixed_; }

private:
    std::uint64_t mixed_ = 1;
};

/// What a cell holds; equal texts of a column have equal numbers.
std::uint64_t content(const Column& column, std::size_t row) {
    switch (column.kind(row)) {
    case Column::Kind::number:
        return std::bit_cast<std::uint64_t>(column.number(row));
    case Column::Kind::text:
        return column.text_number(row);
    case Column::Kind::error:
        return static_cast<std::uint64_t>(column.error(row));
    case Column::Kind::empty:
        break;
    }
    return 0;
}

} // namespace

double state_of(std::span<const Column* const> columns) {
    constexpr std::uint64_t states = 1'000'000'000'000'000;
    constexpr std::uint64_t kinds = 0xD1B5'4A32'D192'ED03U;
    Mixture mixture;
    for (const Column* const column : columns) {
        mixture.add(column->size());
        for (std::uint32_t number = 0; number < column->texts(); ++number)
            mixture.add(std::hash<std::string_view>()(column->text_of(number)));
        for (std::size_t row = 0; row < column->size(); ++row)
            mixture.add(content(*column, row) + kinds * static_cast<std::uint64_t>(column->kind(row)));
    }
    return static_cast<double>(mixture.value() % states);
}

StateSaid take_state(std::string& words) {
    const std::size_t before = words.rfind(';');
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string said = fold(std::string_view(words).substr(begin));
    if (begin == 0 && said == state_word) {
        words.clear();
        return {.is_asked_for = true};
    }
    if (!said.starts_with(state_word) || said[state_word.size()] != '=')
        return {};
    double number = 0;
    const char* const end = said.data() + said.size();
    const auto [rest, error] = std::from_chars(said.data() + state_word.size() + 1, end, number);
    if (error != std::errc() || rest != end)
        return {};
    words.erase(begin == 0 ? 0 : before);
    return {.known = number};
}

} // namespace perennial::metrics
