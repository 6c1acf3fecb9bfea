#include "uno/sheet_chart.hpp"

#include "uno/number_formats.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart/ChartAxisLabelPosition.hpp>
#include <com/sun/star/chart/ChartAxisMarks.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/ChartSymbolType.hpp>
#include <com/sun/star/chart/DataLabelPlacement.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart/XDiagramPositioning.hpp>
#include <com/sun/star/chart2/DataPointLabel.hpp>
#include <com/sun/star/chart2/StackingDirection.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineDash.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace perennial::uno {
namespace {

namespace chart = com::sun::star::chart;
namespace chart2 = com::sun::star::chart2;
namespace drawing = com::sun::star::drawing;
namespace table = com::sun::star::table;
using com::sun::star::beans::XPropertySet;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::Area;
using dashboard::Series;
using Form = dashboard::Chart::Form;
using Sheet = Reference<com::sun::star::sheet::XSpreadsheet>;

constexpr float text_points = 8;
constexpr sal_Int32 gap_between_columns = 60; ///< in percent of a column's width
constexpr sal_Int32 space_before_bars = 200;  ///< in hundredths of a millimetre
constexpr sal_Int32 line_width = 70;          ///< in hundredths of a millimetre

void set(const Reference<XPropertySet>& properties, const char* name, const Any& value) {
    properties->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

Any colour(std::uint32_t value) {
    return Any(static_cast<sal_Int32>(value));
}

Reference<table::XCellRange> range(const Sheet& sheet, const Area& area) {
    return sheet->getCellRangeByPosition(area.first.column, area.first.row, area.last().column,
                                         area.last().row);
}

table::CellRangeAddress address(const Sheet& sheet, const Area& area) {
    return Reference<com::sun::star::sheet::XCellRangeAddressable>(range(sheet, area), UNO_QUERY_THROW)
        ->getRangeAddress();
}

void quiet_text(const Reference<XPropertySet>& properties) {
    set(properties, "CharHeight", Any(text_points));
    set(properties, "CharHeightAsian", Any(text_points));
    set(properties, "CharColor", colour(dashboard::colour::muted));
    const dashboard::Fonts fonts = dashboard::fonts(office_language());
    set(properties, "CharFontName", Any(wide(fonts.western)));
    set(properties, "CharFontNameAsian", Any(wide(fonts.asian)));
}

void without_frame(const Reference<XPropertySet>& properties) {
    set(properties, "LineStyle", Any(drawing::LineStyle_NONE));
    set(properties, "FillStyle", Any(drawing::FillStyle_NONE));
}

void dress_axes(const Reference<chart::XChartDocument>& document, const dashboard::Chart& drawn,
                const NumberCode& amounts) {
    const Reference<chart::XDiagram> diagram = document->getDiagram();
    const Reference<XPropertySet> across =
        Reference<chart::XAxisXSupplier>(diagram, UNO_QUERY_THROW)->getXAxis();
    quiet_text(across);
    set(across, "LineColor", colour(dashboard::colour::muted));
    // Below the columns of losses, not across them.
    set(across, "LabelPosition", Any(chart::ChartAxisLabelPosition_OUTSIDE_START));
    set(across, "Marks", Any(chart::ChartAxisMarks::NONE));
    const Reference<chart::XAxisYSupplier> vertical(diagram, UNO_QUERY_THROW);
    const Reference<XPropertySet> up = vertical->getYAxis();
    quiet_text(up);
    set(up, "LineStyle", Any(drawing::LineStyle_NONE));
    set(up, "LinkNumberFormatToSource", Any(false));
    set(up, "NumberFormat",
        Any(drawn.axis == dashboard::Format::amount
                ? number_format_key(document, amounts)
                : number_format_key(document, drawn.axis == dashboard::Format::share ? "0%" : "#,##0")));
    if (drawn.form == Form::columns)
        set(up, "GapWidth", Any(gap_between_columns));
    if (drawn.axis == dashboard::Format::share) {
        set(up, "Min", Any(0.0));
        set(up, "Max", Any(1.0));
        set(up, "StepMain", Any(0.25));
    }
    set(vertical->getYMainGrid(), "LineColor", colour(dashboard::colour::hairline));
}

/// Bars lie beside the cells that name them: the first on top, without axes, over the whole chart.
void lay_bars(const Reference<chart::XChartDocument>& document, const com::sun::star::awt::Size& size) {
    const Reference<chart::XDiagram> diagram = document->getDiagram();
    set(Reference<chart::XAxisXSupplier>(diagram, UNO_QUERY_THROW)->getXAxis(), "ReverseDirection",
        Any(true));
    const Reference<XPropertySet> values =
        Reference<chart::XAxisYSupplier>(diagram, UNO_QUERY_THROW)->getYAxis();
    set(values, "Min", Any(0.0));
    set(values, "GapWidth", Any(gap_between_columns));
    Reference<chart::XDiagramPositioning>(diagram, UNO_QUERY_THROW)
        ->setDiagramPositionExcludingAxes(
            {space_before_bars, 0, size.Width - space_before_bars, size.Height});
}

void dress_legend(const Reference<chart::XChartDocument>& document) {
    const Reference<XPropertySet> legend(document->getLegend(), UNO_QUERY_THROW);
    set(legend, "Alignment", Any(chart::ChartLegendPosition_TOP));
    without_frame(legend);
    quiet_text(legend);
}

/// Chart types of a chart. The older way to its series does not reach the colour of lines.
Reference<chart2::XChartTypeContainer> types_of(const Reference<chart::XChartDocument>& document) {
    const Reference<chart2::XCoordinateSystemContainer> systems(
        Reference<chart2::XChartDocument>(document, UNO_QUERY_THROW)->getFirstDiagram(), UNO_QUERY_THROW);
    return {systems->getCoordinateSystems()[0], UNO_QUERY_THROW};
}

Reference<chart2::XDataSeriesContainer> series_of(const Reference<chart2::XChartType>& type) {
    return {type, UNO_QUERY_THROW};
}

/// Takes the bands out of the lines and lays them behind, each on its floor.
void lay_bands(const Reference<chart2::XChartTypeContainer>& types,
               const std::vector<Reference<chart2::XDataSeries>>& bands) {
    const Reference<chart2::XChartType> lines = types->getChartTypes()[0];
    const Reference<chart2::XChartType> areas(
        office_context()->getServiceManager()->createInstanceWithContext("com.sun.star.chart2.AreaChartType",
                                                                         office_context()),
        UNO_QUERY_THROW);
    for (const Reference<chart2::XDataSeries>& band : bands) {
        series_of(lines)->removeDataSeries(band);
        set({band, UNO_QUERY_THROW}, "StackingDirection", Any(chart2::StackingDirection_Y_STACKING));
        series_of(areas)->addDataSeries(band);
    }
    Sequence<Reference<chart2::XChartType>> both(2);
    both.getArray()[0] = areas;
    both.getArray()[1] = lines;
    types->setChartTypes(both);
}

/// The series' name stands in the middle of its points.
void label(const Reference<XPropertySet>& row, std::uint32_t ink) {
    chart2::DataPointLabel shown;
    row->getPropertyValue("Label") >>= shown;
    shown.ShowNumber = false;
    shown.ShowSeriesName = true;
    set(row, "Label", Any(shown));
    set(row, "LabelPlacement", Any(chart::DataLabelPlacement::CENTER));
    quiet_text(row);
    set(row, "CharColor", colour(ink));
    set(row, "CharWeight", Any(com::sun::star::awt::FontWeight::BOLD));
    set(row, "CharWeightAsian", Any(com::sun::star::awt::FontWeight::BOLD));
}

/// The chart's own dots, by their name: lines know no others.
rtl::OUString dots_of(const Reference<chart::XChartDocument>& document) {
    constexpr sal_Int32 length = 110;
    const rtl::OUString name = "Perennial dots";
    const Reference<com::sun::star::container::XNameContainer> dashes(
        Reference<com::sun::star::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
            ->createInstance("com.sun.star.drawing.DashTable"),
        UNO_QUERY_THROW);
    if (!dashes->hasByName(name))
        dashes->insertByName(name, Any(drawing::LineDash(drawing::DashStyle_RECT, 1, length, 0, 0, length)));
    return name;
}

void dress_series(const Reference<XPropertySet>& row, const Series& series, const rtl::OUString& dots) {
    set(row, "Color", colour(series.colour));
    switch (series.kind) {
    case Series::Kind::band_floor:
        set(row, "FillStyle", Any(drawing::FillStyle_NONE));
        [[fallthrough]];
    case Series::Kind::column:
    case Series::Kind::band:
        set(row, "BorderStyle", Any(drawing::LineStyle_NONE));
        return;
    case Series::Kind::label:
        set(row, "LineStyle", Any(drawing::LineStyle_NONE));
        label(row, series.colour);
        return;
    case Series::Kind::line:
    case Series::Kind::dotted_line:
        break;
    }
    set(row, "LineWidth", Any(line_width));
    set(row, "LineStyle", Any(drawing::LineStyle_SOLID));
    if (series.kind == Series::Kind::dotted_line) {
        set(row, "LineDashName", Any(dots));
        set(row, "LineStyle", Any(drawing::LineStyle_DASH));
    }
}

void dress_all_series(const Reference<chart::XChartDocument>& document, const std::vector<Series>& drawn) {
    const Reference<chart2::XChartTypeContainer> types = types_of(document);
    const auto rows = series_of(types->getChartTypes()[0])->getDataSeries();
    const rtl::OUString dots = dots_of(document);
    std::vector<Reference<chart2::XDataSeries>> bands;
    for (std::size_t index = 0; index < drawn.size() && index < static_cast<std::size_t>(rows.getLength());
         ++index) {
        const Reference<chart2::XDataSeries>& row = rows[static_cast<sal_Int32>(index)];
        dress_series({row, UNO_QUERY_THROW}, drawn[index], dots);
        if (drawn[index].kind == Series::Kind::band_floor || drawn[index].kind == Series::Kind::band)
            bands.push_back(row);
    }
    if (!bands.empty())
        lay_bands(types, bands);
}

/// Labels say what a legend would.
bool has_legend(const dashboard::Chart& drawn) {
    return drawn.series.size() > 1 &&
           std::none_of(drawn.series.begin(), drawn.series.end(),
                        [](const Series& series) { return series.kind == Series::Kind::label; });
}

void dress(const Reference<chart::XChartDocument>& document, const dashboard::Chart& drawn,
           const com::sun::star::awt::Size& size, const NumberCode& amounts) {
    const bool bare = drawn.form == Form::trend || drawn.form == Form::bars;
    const bool columns = drawn.form == Form::columns || drawn.form == Form::bars;
    const Reference<XPropertySet> whole(document, UNO_QUERY_THROW);
    set(whole, "HasMainTitle", Any(false));
    set(whole, "HasLegend", Any(has_legend(drawn)));
    without_frame(document->getArea());

    const Reference<com::sun::star::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<chart::XDiagram> diagram(
        factory->createInstance(columns ? rtl::OUString("com.sun.star.chart.BarDiagram")
                                        : rtl::OUString("com.sun.star.chart.LineDiagram")),
        UNO_QUERY_THROW);
    document->setDiagram(diagram);
    const Reference<XPropertySet> look(diagram, UNO_QUERY_THROW);
    if (columns) {
        set(look, "Vertical", Any(drawn.form == Form::bars));
        set(look, "Stacked", Any(true));
    } else {
        set(look, "Lines", Any(true));
        set(look, "SymbolType", Any(chart::ChartSymbolType::NONE));
    }
    for (const char* part :
         {"HasXAxis", "HasYAxis", "HasXAxisDescription", "HasYAxisDescription", "HasYAxisGrid"})
        set(look, part, Any(!bare));
    without_frame(Reference<chart::X3DDisplay>(diagram, UNO_QUERY_THROW)->getWall());
    if (!bare)
        dress_axes(document, drawn, amounts);
    if (drawn.form == Form::bars)
        lay_bars(document, size);
    if (has_legend(drawn))
        dress_legend(document);
    dress_all_series(document, drawn.series);
}

/// The first number to try behind the name of a chart. Where nothing is recorded for undo, the office forgets
/// a removed chart but not who listened for it, and ends at a second chart of that name. Then it is a number
/// that no chart had yet, be it in a file.
int first_number(const Document& document) {
    if (records_steps(document))
        return 1;
    static int unused = static_cast<int>(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
    return unused++;
}

/// No two charts of a document have one name, on whatever sheets they stand, be it a user's copy of a page.
rtl::OUString add_under_free_name(const Reference<table::XTableCharts>& charts, const std::string& wanted,
                                  const com::sun::star::awt::Rectangle& place,
                                  const Sequence<table::CellRangeAddress>& ranges, bool headed, int first) {
    constexpr int tried = 100;
    for (int number = first;; ++number) {
        const rtl::OUString name = wide(number == 1 ? wanted : fmt::format("{}_{}", wanted, number));
        try {
            charts->addNewByName(name, place, ranges, headed, headed);
            return name;
        } catch (const com::sun::star::uno::RuntimeException&) {
            if (number == first + tried)
                throw;
        }
    }
}

} // namespace

void draw_chart(const Document& document, const Sheet& sheet, const dashboard::Chart& drawn,
                const NumberCode& amounts) {
    const Reference<XPropertySet> place(range(sheet, drawn.place), UNO_QUERY_THROW);
    com::sun::star::awt::Point position;
    com::sun::star::awt::Size size;
    place->getPropertyValue("Position") >>= position;
    place->getPropertyValue("Size") >>= size;

    const bool headed = drawn.form != Form::trend;
    Sequence<table::CellRangeAddress> ranges(static_cast<sal_Int32>(drawn.series.size()) + (headed ? 1 : 0));
    table::CellRangeAddress* next = ranges.getArray();
    if (headed)
        *next++ = address(sheet, drawn.categories);
    for (const Series& series : drawn.series)
        *next++ = address(sheet, series.cells);

    const Reference<table::XTableCharts> charts =
        Reference<table::XTableChartsSupplier>(sheet, UNO_QUERY_THROW)->getCharts();
    const rtl::OUString name =
        add_under_free_name(charts, drawn.name, {position.X, position.Y, size.Width, size.Height}, ranges,
                            headed, first_number(document));
    const Reference<com::sun::star::document::XEmbeddedObjectSupplier> object(
        Reference<com::sun::star::container::XNameAccess>(charts, UNO_QUERY_THROW)->getByName(name),
        UNO_QUERY_THROW);
    dress(Reference<chart::XChartDocument>(object->getEmbeddedObject(), UNO_QUERY_THROW), drawn, size,
          amounts);
}

} // namespace perennial::uno
