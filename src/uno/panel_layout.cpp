#include "uno/panel_layout.hpp"

#include <algorithm>

namespace perennial::uno {
namespace {

/// Labels may take this share of a row in percent; longer ones break.
constexpr int most_for_labels = 42;

int put(Part& part, const Box& box, bool place) {
    if (place)
        part.place(box);
    return box.height;
}

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

int PanelLayout::narrowest(int unit) const {
    int widest = 0;
    for (const Row& row : rows_)
        for (const Part* part : row.parts)
            if (!part->yields())
                widest = std::max(widest, part->natural().width);
    return widest + 2 * unit;
}

int PanelLayout::height(int width, int unit) const {
    return run(width, unit, false);
}

void PanelLayout::arrange(int width, int unit) const {
    run(width, unit, true);
}

PanelLayout::LabelColumn PanelLayout::label_column(int room, int unit) const {
    int widest_label = 0;
    int widest_named = 0;
    for (const Row& row : rows_)
        if (row.visible && row.shape == Shape::field) {
            widest_label = std::max(widest_label, row.parts[0]->natural().width);
            widest_named = std::max(widest_named, row.parts[1]->natural().width);
        }
    const int labels = std::min(widest_label + unit, room * most_for_labels / 100);
    return room - labels < widest_named ? LabelColumn() : labels;
}

int PanelLayout::run(int width, int unit, bool place) const {
    const int margin = unit;
    const int inner = std::max(width - 2 * margin, 1);
    const LabelColumn labels = label_column(inner, unit);
    const int gap = std::max(unit / 2, 2);
    int top = margin / 2;
    for (const Row& row : rows_)
        if (row.visible)
            top += run_row(row, {margin, top, inner, 0}, unit, labels, place) + gap;
    return top + margin / 2;
}

int PanelLayout::stack(const Row& row, const Box& room, bool place) {
    int height = 0;
    for (Part* part : row.parts)
        if (part->visible())
            height +=
                put(*part, {room.left, room.top + height, room.width, part->height_at(room.width)}, place);
    return height;
}

int PanelLayout::flow(const Row& row, const Box& room, int gap, bool place) {
    int left = 0;
    int top = 0;
    int line = 0;
    for (Part* part : row.parts) {
        if (!part->visible())
            continue;
        const int own = std::min(part->natural().width, room.width);
        if (left > 0 && left + own > room.width) {
            top += line + gap / 2;
            left = line = 0;
        }
        line =
            std::max(line, put(*part, {room.left + left, room.top + top, own, part->height_at(own)}, place));
        left += own + gap;
    }
    return top + line;
}

int PanelLayout::run_row(const Row& row, const Box& room, int unit, LabelColumn labels, bool place) {
    switch (row.shape) {
    case Shape::stacked:
        return stack(row, room, place);
    case Shape::buttons:
        return flow(row, room, unit, place);
    case Shape::field: {
        if (!labels)
            return stack(row, room, place);
        Part& label = *row.parts[0];
        Part& named = *row.parts[1];
        const int own_width = std::max(*labels - unit / 2, 1);
        const int rest = room.width - *labels;
        const int label_height = label.height_at(own_width);
        const int named_height = named.height_at(rest);
        const int height = std::max(label_height, named_height);
        put(label, {room.left, room.top + (height - label_height) / 2, own_width, label_height}, place);
        put(named, {room.left + *labels, room.top + (height - named_height) / 2, rest, named_height}, place);
        return height;
    }
    case Shape::ends:
        break;
    }
    Part& text = *row.parts[0];
    Part& link = *row.parts[1];
    const Extent right = link.visible() ? link.natural() : Extent();
    const int rest = std::max(room.width - right.width - (right.width > 0 ? unit : 0), 1);
    if (right.width > 0 && text.natural().width > rest && right.width * 2 > rest)
        return stack(row, room, place);
    const int text_height = put(text, {room.left, room.top, rest, text.height_at(rest)}, place);
    if (link.visible())
        put(link, {room.left + room.width - right.width, room.top, right.width, right.height}, place);
    return std::max(text_height, right.height);
}

} // namespace perennial::uno
