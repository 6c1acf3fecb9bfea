#pragma once

#include <cstddef>
#include <vector>

/// Rows of controls that fill whatever width a sidebar has.
namespace perennial::uno {

struct Extent {
    int width = 0;
    int height = 0;
};

struct Box {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// What a row is made of; a control, for the panels.
class Part {
public:
    virtual ~Part() = default;

    /// On one line, without anything cut off.
    virtual Extent natural() const = 0;
    /// At this width: more where text has to break.
    virtual int height_at(int width) const = 0;
    virtual void place(const Box& box) = 0;
    virtual void show(bool visible) = 0;
    virtual bool visible() const = 0;
};

class PanelLayout {
public:
    enum class Shape {
        stacked, ///< one below the other, each over the full width
        field,   ///< a label and what it names: in line with the other fields where the panel is wide enough
        buttons, ///< side by side while there is room, then on a further line
        ends,    ///< text at the left that may break, a link at the right
    };

    /// Adds a row below the others and gives its number.
    std::size_t add(Shape shape, std::vector<Part*> parts);
    void show(std::size_t row, bool visible);

    /// The height that all rows need at a width; `unit` is half the height of a line of text.
    int height(int width, int unit) const;
    void arrange(int width, int unit) const;

private:
    struct Row {
        Shape shape;
        std::vector<Part*> parts;
        bool visible = true;
    };

    int run(int width, int unit, bool place) const;
    int run_row(const Row& row, const Box& room, int unit, int label_width, bool place) const;
    static int stack(const Row& row, const Box& room, bool place);
    int widest_label() const;

    std::vector<Row> rows_;
};

} // namespace perennial::uno
