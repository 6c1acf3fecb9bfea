#pragma once

#include <cstddef>
#include <optional>
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

    /// Whether its text can go on in a further line, or be shortened.
    virtual bool yields() const = 0;

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
        field,   ///< a label and what it names: side by side where nothing of any field is cut off then
        buttons, ///< side by side while there is room, then on a further line
        ends,    ///< text at the left that may break, a link at the right
    };

    /// Adds a row below the others and gives its number.
    std::size_t add(Shape shape, std::vector<Part*> parts);
    /// Shows or hides a row with all its parts.
    void show(std::size_t row, bool visible);

    /// The width below which buttons would be cut off.
    int narrowest(int unit) const;
    /// The height that all rows need at a width; `unit` is half the height of a line of text.
    int height(int width, int unit) const;
    void arrange(int width, int unit) const;

private:
    struct Row {
        Shape shape;
        std::vector<Part*> parts;
        bool visible = true;
    };

    /// Where the fields' labels end; none where they stand above what they name.
    using LabelColumn = std::optional<int>;

    int run(int width, int unit, bool place) const;
    static int run_row(const Row& row, const Box& room, int unit, LabelColumn labels, bool place);
    static int stack(const Row& row, const Box& room, bool place);
    static int flow(const Row& row, const Box& room, int gap, bool place);
    LabelColumn label_column(int room, int unit) const;

    std::vector<Row> rows_;
};

} // namespace perennial::uno
