#pragma once

#include "dashboard/geometry.hpp"
#include "dashboard/style.hpp"

#include "catalog/texts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The sheet that a dashboard is drawn on. The office has one behind it, a test records the calls.
namespace perennial::dashboard {

/// Sizes in hundredths of a millimetre.
struct Grid {
    std::vector<int> column_widths;
    std::vector<int> row_heights;
};

/// A row of figures in a chart: one column of cells, header cell first. Bands come before lines.
struct Series {
    enum class Kind {
        column,
        line,
        dotted_line,
        band_floor, ///< what lies below a band, drawn as nothing; the band follows it and stands on it
        band,
        label, ///< no line: the name of the series stands at each of its points
    };
    Area cells;
    std::uint32_t colour = colour::main;
    Kind kind = Kind::column;
};

struct Chart {
    enum class Form {
        columns, ///< that stand on each other, losses below the axis
        bars,    ///< one per category, the first on top, beside the cells that name them
        lines,
        trend, ///< a small line without axes
    };
    std::string name;
    Form form = Form::columns;
    Area place;      ///< the cells that the chart covers
    Area categories; ///< one column, header cell first; not for a trend
    std::vector<Series> series;
    Format axis = Format::count;
};

class Canvas {
public:
    virtual ~Canvas() = default;

    virtual void grid(const Grid& grid) = 0;
    virtual void style(const Area& area, Style style) = 0;
    virtual void merge(const Area& area) = 0;
    virtual void text(Spot spot, const std::string& text) = 0;
    /// Formulas begin with "=", name functions as files do, and separate arguments with ";".
    virtual void formula(Spot spot, const std::string& formula) = 0;
    /// Cells for which a formula, written for the first cell, holds get another style; the first that holds
    /// wins.
    struct Condition {
        std::string formula;
        Style style;
    };
    virtual void conditions(const Area& area, std::span<const Condition> conditions) = 0;
    virtual void array_formula(const Area& area, const std::string& formula,
                               std::span<const Condition> conditions) = 0;
    /// A cell in which the user picks one of these words.
    virtual void choice(Spot spot, std::span<const std::string> words) = 0;
    virtual void chart(const Chart& chart) = 0;
    /// A range name of the document.
    virtual void name(const std::string& name, const Area& area) = 0;
    /// What is printed, on one landscape page of A4.
    virtual void print(const Area& area) = 0;
    /// A step of the work begins; share is what is done, 0 to 1. May throw to give the work up.
    virtual void step(catalog::Text name, double share) = 0;
};

} // namespace perennial::dashboard
