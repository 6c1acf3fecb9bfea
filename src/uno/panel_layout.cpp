#include "uno/panel_layout.hpp"

#include <algorithm>

namespace perennial::uno {
namespace {

/// Labels may take this share of a row in percent; longer ones break.
constexpr int most_for_labels = 42;

/// Below this width, in units, a picker cannot show what is picked, and its label stands above it.
constexpr int least_for_fields = 20;

} // namespace

std::size_t PanelLayout::add(Shape shape, std::vector<Part*> parts) {
    rows_.push_back({shape, std::move(parts)});
    return rows_.size() - 1;
}

void PanelLayout::show(std::size_t row, bool visible) {
    rows_[row].visible = visible;
    for (Part* part : rows_[row].parts)
        part->show(visible);
}

int PanelLayout::height(int width, int unit) const {
    return run(width, unit, false);
}

void PanelLayout::arrange(int width, int unit) const {
    run(width, unit, true);
}

int PanelLayout::widest_label() const {
    int widest = 0;
    for (const Row& row : rows_)
        if (row.visible && row.shape == Shape::field)
            widest = std::max(widest, row.parts.front()->natural().width);
    return widest;
}

int PanelLayout::run(int width, int unit, bool place) const {
    const int margin = unit;
    const int inner = std::max(width - 2 * margin, 1);
    const int labels = std::min(widest_label() + unit, inner * most_for_labels / 100);
    const int gap = std::max(unit / 2, 2);
    int top = margin / 2;
    for (const Row& row : rows_)
        if (row.visible)
            top += run_row(row, {margin, top, inner, 0}, unit, labels, place) + gap;
    return top + margin / 2;
}

int PanelLayout::stack(const Row& row, const Box& room, bool place) {
    int height = 0;
    for (Part* part : row.parts) {
        const int own = part->height_at(room.width);
        if (place)
            part->place({room.left, room.top + height, room.width, own});
        height += own;
    }
    return height;
}

int PanelLayout::run_row(const Row& row, const Box& room, int unit, int label_width, bool place) const {
    const int gap = unit;
    const auto put = [place](Part& part, const Box& box) {
        if (place)
            part.place(box);
    };
    switch (row.shape) {
    case Shape::stacked:
        return stack(row, room, place);
    case Shape::field: {
        if (room.width - label_width < least_for_fields * unit)
            return stack(row, room, place);
        Part& label = *row.parts[0];
        Part& named = *row.parts[1];
        const int own_width = std::max(label_width - gap / 2, 1);
        const int rest = room.width - label_width;
        const int label_height = label.height_at(own_width);
        const int named_height = named.height_at(rest);
        const int height = std::max(label_height, named_height);
        put(label, {room.left, room.top + (height - label_height) / 2, own_width, label_height});
        put(named, {room.left + label_width, room.top + (height - named_height) / 2, rest, named_height});
        return height;
    }
    case Shape::buttons: {
        int left = 0;
        int top = 0;
        int line = 0;
        for (Part* part : row.parts) {
            const Extent size = part->natural();
            const int own = std::min(size.width, room.width);
            if (left > 0 && left + own > room.width) {
                top += line + gap / 2;
                left = line = 0;
            }
            put(*part, {room.left + left, room.top + top, own, size.height});
            left += own + gap / 2;
            line = std::max(line, size.height);
        }
        return top + line;
    }
    case Shape::ends:
        break;
    }
    Part& text = *row.parts[0];
    Part& link = *row.parts[1];
    const Extent right = link.visible() ? link.natural() : Extent();
    const int rest = std::max(room.width - right.width - (right.width > 0 ? gap : 0), 1);
    if (right.width > 0 && text.natural().width > rest && right.width * 2 > rest)
        return stack(row, room, place);
    const int text_height = text.height_at(rest);
    put(text, {room.left, room.top, rest, text_height});
    if (link.visible())
        put(link, {room.left + room.width - right.width, room.top, right.width, right.height});
    return std::max(text_height, right.height);
}

} // namespace perennial::uno
