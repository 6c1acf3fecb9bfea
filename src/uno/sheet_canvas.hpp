#pragma once

#include "dashboard/canvas.hpp"
#include "uno/commands.hpp"
#include "uno/document.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// A sheet of the office as a canvas.
namespace perennial::uno {

class SheetCanvas : public dashboard::Canvas {
public:
    SheetCanvas(const Document& document, const std::string& sheet, Progress& progress);

    /// The number format of amounts; without it amounts are written with two decimals.
    void use_amount_format(sal_Int32 key) { amount_format_ = key; }

    /// The cells hold what is drawn already: those in front of the tables get their looks, and all else is
    /// left.
    void leave_content() { leaves_content_ = true; }

    void grid(const dashboard::Grid& grid) override;
    void style(const dashboard::Area& area, dashboard::Style style) override;
    void merge(const dashboard::Area& area) override;
    void text(dashboard::Spot spot, const std::string& text) override;
    void formula(dashboard::Spot spot, const std::string& formula) override;
    void array_formula(const dashboard::Area& area, const std::string& formula,
                       std::span<const Condition> conditions) override;
    void conditions(const dashboard::Area& area, std::span<const Condition> conditions) override;
    void choice(dashboard::Spot spot, std::span<const std::string> words) override;
    /// Takes note of the chart: draw_charts draws it.
    void chart(const dashboard::Chart& chart) override;
    void name(const std::string& name, const dashboard::Area& area) override;
    void print(const dashboard::Area& area) override;
    void step(catalog::Text name, double share) override;

    /// Computes the formulas one after the other, in the order in which they were written; those that read
    /// others come after them. The shares of the progress are those before and after.
    void compute(double before, double after);

    /// Draws the charts, which read what is computed.
    void draw_charts(double before, double after);

private:
    struct Step {
        std::string name;
        double share;
    };

    /// Says the present step again, so that Cancel is heard between the calls that take long.
    void breathe();
    bool leaves_looks(const dashboard::Area& area) const;
    com::sun::star::uno::Reference<com::sun::star::table::XCellRange>
    range(const dashboard::Area& area) const;
    rtl::OUString style_name(dashboard::Style style);
    sal_Int32 number_format(dashboard::Format format) const;

    Document document_;
    std::string sheet_name_;
    com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet> sheet_;
    Progress& progress_;
    std::optional<Step> step_;
    std::optional<sal_Int32> amount_format_;
    bool leaves_content_ = false;
    std::vector<dashboard::Spot> formulas_;
    std::vector<dashboard::Chart> charts_;
};

/// Makes the cell styles of the dashboards where a sheet is protected: the office then makes none by its
/// interface, but a sheet from another document brings its own along; it is taken out again at once. The
/// user's styles stay as they are. To be called before anything else in an undoable step, since it would
/// forget what the step holds.
void bring_styles(const Document& document, std::optional<sal_Int32> amount_format, Progress& progress);

/// Whether the document has all cell styles of the dashboards already.
bool has_styles(const Document& document);

/// Empties a sheet that Perennial built, so that it can be drawn again in place. What is called between the
/// parts that take long may throw.
void clear_sheet(const Document& document, const std::string& sheet, const std::function<void()>& between);

/// Takes the looks, charts and notes in front of the tables of such a sheet away, and leaves what its cells
/// hold.
void clear_sheet_looks(const Document& document, const std::string& sheet);

} // namespace perennial::uno
