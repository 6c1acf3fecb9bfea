#include "dashboard/style.hpp"

#include <algorithm>
#include <iterator>

namespace perennial::dashboard {
namespace {

using namespace colour;

constexpr double title_size = 18;
constexpr double figure_size = 16;
constexpr double part_size = 10.5;
constexpr double text_size = 9;
constexpr double small_size = 8;
constexpr double definition_size = 7.5;

constexpr Look heat(Style style, std::string_view name, std::uint32_t fill, std::uint32_t figure = ink) {
    return {.style = style,
            .name = name,
            .points = text_size,
            .ink = figure,
            .align = Align::centre,
            .format = Format::count,
            .fill = fill,
            .shrink = true};
}

constexpr Look all[] = {
    {.style = Style::page, .name = "Perennial Page", .points = text_size},
    {.style = Style::title, .name = "Perennial Title", .points = title_size, .bold = true},
    {.style = Style::subtitle,
     .name = "Perennial Subtitle",
     .points = text_size,
     .ink = muted,
     .rule_below = ink},
    {.style = Style::status,
     .name = "Perennial Status",
     .points = text_size,
     .ink = muted,
     .align = Align::right,
     .rule_below = ink},
    {.style = Style::status_attention,
     .name = "Perennial Status Attention",
     .points = text_size,
     .bold = true,
     .ink = attention,
     .align = Align::right,
     .rule_below = ink},
    {.style = Style::card_label,
     .name = "Perennial Card Label",
     .points = text_size,
     .ink = muted,
     .rule_above = main},
    {.style = Style::card_count,
     .name = "Perennial Card Count",
     .points = figure_size,
     .bold = true,
     .format = Format::count},
    {.style = Style::card_share,
     .name = "Perennial Card Share",
     .points = figure_size,
     .bold = true,
     .format = Format::share},
    {.style = Style::card_amount,
     .name = "Perennial Card Amount",
     .points = figure_size,
     .bold = true,
     .format = Format::amount},
    {.style = Style::change_count,
     .name = "Perennial Change Count",
     .points = text_size,
     .ink = muted,
     .format = Format::change_count,
     .rule_below = hairline,
     .shrink = true},
    {.style = Style::change_points,
     .name = "Perennial Change Points",
     .points = text_size,
     .ink = muted,
     .format = Format::change_points,
     .rule_below = hairline,
     .shrink = true},
    {.style = Style::change_percent,
     .name = "Perennial Change Percent",
     .points = text_size,
     .ink = muted,
     .format = Format::change_percent,
     .rule_below = hairline,
     .shrink = true},
    {.style = Style::part_title, .name = "Perennial Part Title", .points = part_size, .bold = true},
    {.style = Style::head_left,
     .name = "Perennial Head Left",
     .points = small_size,
     .ink = muted,
     .rule_below = hairline},
    {.style = Style::head_right,
     .name = "Perennial Head Right",
     .points = small_size,
     .ink = muted,
     .align = Align::right,
     .rule_below = hairline,
     .shrink = true},
    {.style = Style::head_centre,
     .name = "Perennial Head Centre",
     .points = small_size,
     .ink = muted,
     .align = Align::centre,
     .rule_below = hairline},
    {.style = Style::head_text,
     .name = "Perennial Head Text",
     .points = small_size,
     .ink = muted,
     .rule_below = hairline,
     .indent = true},
    {.style = Style::label, .name = "Perennial Label", .points = text_size},
    {.style = Style::text,
     .name = "Perennial Text",
     .points = small_size,
     .ink = muted,
     .wrap = true,
     .indent = true},
    {.style = Style::count,
     .name = "Perennial Count",
     .points = text_size,
     .align = Align::right,
     .format = Format::count,
     .shrink = true},
    {.style = Style::share,
     .name = "Perennial Share",
     .points = text_size,
     .align = Align::right,
     .format = Format::share,
     .shrink = true},
    {.style = Style::amount,
     .name = "Perennial Amount",
     .points = text_size,
     .align = Align::right,
     .format = Format::amount,
     .shrink = true},
    {.style = Style::cohort,
     .name = "Perennial Cohort",
     .points = text_size,
     .align = Align::centre,
     .format = Format::count,
     .shrink = true},
    heat(Style::heat_1, "Perennial Heat 1", 0xF3F8FA),
    heat(Style::heat_2, "Perennial Heat 2", 0xDCECF1),
    heat(Style::heat_3, "Perennial Heat 3", 0xBFDCE5),
    heat(Style::heat_4, "Perennial Heat 4", 0x93C3D2),
    heat(Style::heat_5, "Perennial Heat 5", 0x5FA3B8, white),
    heat(Style::heat_6, "Perennial Heat 6", 0x2F829D, white),
    heat(Style::heat_7, "Perennial Heat 7", 0x0B5F7A, white),
    {.style = Style::definition,
     .name = "Perennial Definition",
     .points = definition_size,
     .ink = muted,
     .wrap = true,
     .from_top = true},
    {.style = Style::working_head, .name = "Perennial Working Head", .points = small_size, .bold = true},
    {.style = Style::working, .name = "Perennial Working", .points = small_size, .ink = muted},
    {.style = Style::working_date,
     .name = "Perennial Working Date",
     .points = small_size,
     .ink = muted,
     .format = Format::date},
    {.style = Style::working_room, .name = "Perennial Working Room", .points = small_size, .ink = white},
};

} // namespace

std::span<const Look> looks() {
    return all;
}

const Look& look(Style style) {
    return *std::find_if(std::begin(all), std::end(all),
                         [style](const Look& candidate) { return candidate.style == style; });
}

Style heat_style(int step) {
    return static_cast<Style>(static_cast<int>(Style::heat_1) + step - 1);
}

} // namespace perennial::dashboard
