#pragma once

#include "catalog/texts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The look of all dashboards: each style becomes a cell style of the document, so that a firm restyles its
/// pages in one place. Nothing on a dashboard is formatted in any other way.
namespace perennial::dashboard {

enum class Style {
    page,
    title,
    subtitle,
    status,
    status_attention,
    card_label,
    card_count,
    card_share,
    card_amount,
    card_ratio,
    card_index,
    note,
    change_count,
    change_points,
    change_percent,
    part_title,
    head_left,
    head_right,
    head_centre,
    head_text,
    label,
    text,
    remark,
    tier,
    missing,
    choice,
    figure_text,
    count,
    share,
    amount,
    date,
    ratio,
    attention,
    attention_amount,
    total_label,
    whole,
    total_whole,
    total_share,
    total_amount,
    advice,
    advice_attention,
    verdict,
    verdict_attention,
    rule_count,
    rule_share,
    rule_ratio,
    cohort,
    heat_1,
    heat_2,
    heat_3,
    heat_4,
    heat_5,
    heat_6,
    heat_7,
    definition,
    working_head,
    working,
    working_date,
    working_room,
};

inline constexpr int heat_steps = 7;
Style heat_style(int step); ///< 1, lightest, to heat_steps

namespace colour {
inline constexpr std::uint32_t ink = 0x1F2933;
inline constexpr std::uint32_t muted = 0x66727F;
inline constexpr std::uint32_t main = 0x0B6E8A;
inline constexpr std::uint32_t main_tint = 0xBFDCE5;
inline constexpr std::uint32_t attention = 0xC8641B;
inline constexpr std::uint32_t attention_tint = 0xF0C9A6;
inline constexpr std::uint32_t gold = 0xC9A227;
inline constexpr std::uint32_t hairline = 0xE1E6EB;
inline constexpr std::uint32_t paper = 0xF7F9FA;
inline constexpr std::uint32_t white = 0xFFFFFF;
} // namespace colour

enum class Align { left, centre, right };

/// How a number is written; a plain one takes over the format of what its formula refers to. Changes carry
/// their words with them: "+6 on the month before".
enum class Format {
    plain,
    figure,
    count,
    share,
    ratio,
    index,
    amount,
    date,
    change_count,
    change_points,
    change_percent
};

struct Look {
    Style style;
    std::string_view name; ///< of the cell style, the same in every language
    double points;
    bool bold = false;
    std::uint32_t ink = colour::ink;
    Align align = Align::left;
    Format format = Format::plain;
    std::optional<std::uint32_t> fill = {};
    std::optional<std::uint32_t> rule_above = {};
    std::optional<std::uint32_t> rule_below = {};
    bool wrap = false;
    bool from_top = false; ///< otherwise in the middle of the cell's height
    bool indent = false;
    bool inset = false;  ///< away from both sides
    bool shrink = false; ///< a figure too wide for its cell is drawn smaller instead of as ###
};

/// One family for letters and figures, and one for Chinese. Where the page speaks Chinese they are the same:
/// the office remembers which of the two a cell needs, and a figure would change its face with the text that
/// stood there before.
struct Fonts {
    std::string_view western;
    std::string_view asian;
};
Fonts fonts(catalog::Language language);

std::span<const Look> looks();
const Look& look(Style style);

} // namespace perennial::dashboard
