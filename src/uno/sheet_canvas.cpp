#include "uno/sheet_canvas.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/page.hpp"
#include "uno/number_formats.hpp"
#include "uno/sheet_chart.hpp"
#include "uno/strings.hpp"
#include "uno/undo_step.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/i18n/NumberFormatIndex.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/TableValidationVisibility.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheets2.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <set>

namespace perennial::uno {
namespace {

namespace drawing = com::sun::star::drawing;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::beans::PropertyValue;
using com::sun::star::beans::XPropertySet;
using com::sun::star::container::XNameContainer;
using com::sun::star::lang::XMultiServiceFactory;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY_THROW;
using dashboard::Align;
using dashboard::Area;
using dashboard::Format;
using dashboard::Look;
using rtl::OUString;

constexpr std::string_view page_style = "Perennial Landscape";
constexpr sal_Int32 a4_long = 29700;
constexpr sal_Int32 a4_short = 21000;
constexpr sal_Int32 page_margin = 1000;
constexpr sal_Int16 text_indent = 250;
constexpr sal_Int32 text_inset = 600;

Reference<XNameContainer> style_family(const Document& document, const char* family) {
    const Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
    return {supplier->getStyleFamilies()->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW};
}

/// The style, made when the document does not have it yet; one that it has may have been restyled by the
/// user.
template <class Fill>
void ensure_style(const Document& document, const char* family, const char* service, std::string_view name,
                  Fill fill) {
    const Reference<XNameContainer> styles = style_family(document, family);
    if (styles->hasByName(wide(name)))
        return;
    const Reference<XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<XPropertySet> style(factory->createInstance(OUString::createFromAscii(service)),
                                        UNO_QUERY_THROW);
    styles->insertByName(wide(name), Any(style));
    fill(style);
}

table::BorderLine2 rule(std::uint32_t colour, sal_Int16 width) {
    table::BorderLine2 line;
    line.Color = static_cast<sal_Int32>(colour);
    line.OuterLineWidth = width;
    line.LineWidth = static_cast<sal_uInt32>(width);
    return line;
}

table::CellHoriJustify justify(Align align) {
    switch (align) {
    case Align::centre:
        return table::CellHoriJustify_CENTER;
    case Align::right:
        return table::CellHoriJustify_RIGHT;
    case Align::left:
        break;
    }
    return table::CellHoriJustify_LEFT;
}

void set(const Reference<XPropertySet>& properties, const char* name, const Any& value) {
    properties->setPropertyValue(OUString::createFromAscii(name), value);
}

void fill_look(const Reference<XPropertySet>& style, const Look& look, sal_Int32 number_format) {
    const dashboard::Fonts fonts = dashboard::fonts(office_language());
    set(style, "CharFontName", Any(wide(fonts.western)));
    set(style, "CharFontNameAsian", Any(wide(fonts.asian)));
    set(style, "CharHeight", Any(static_cast<float>(look.points)));
    set(style, "CharHeightAsian", Any(static_cast<float>(look.points)));
    const float weight =
        look.bold ? com::sun::star::awt::FontWeight::BOLD : com::sun::star::awt::FontWeight::NORMAL;
    set(style, "CharWeight", Any(weight));
    set(style, "CharWeightAsian", Any(weight));
    set(style, "CharColor", Any(static_cast<sal_Int32>(look.ink)));
    set(style, "HoriJustify", Any(justify(look.align)));
    set(style, "VertJustify",
        Any(look.from_top ? table::CellVertJustify2::TOP : table::CellVertJustify2::CENTER));
    set(style, "CellBackColor", Any(static_cast<sal_Int32>(look.fill.value_or(dashboard::colour::white))));
    set(style, "NumberFormat", Any(number_format));
    set(style, "IsTextWrapped", Any(look.wrap));
    set(style, "ShrinkToFit", Any(look.shrink));
    set(style, "ParaIndent", Any(look.indent ? text_indent : sal_Int16(0)));
    if (look.inset)
        for (const char* side : {"ParaLeftMargin", "ParaRightMargin"})
            set(style, side, Any(text_inset));
    if (look.rule_above)
        set(style, "TopBorder", Any(rule(*look.rule_above, 75)));
    if (look.rule_below)
        set(style, "BottomBorder", Any(rule(*look.rule_below, 18)));
}

bool has_protected_sheet(const Document& document) {
    const Reference<sheet::XSpreadsheets> sheets = document->getSheets();
    const Sequence<OUString> names = sheets->getElementNames();
    return std::any_of(names.begin(), names.end(), [&](const OUString& name) {
        return Reference<com::sun::star::util::XProtectable>(sheets->getByName(name), UNO_QUERY_THROW)
            ->isProtected();
    });
}

/// An empty document that nobody sees.
class ScratchDocument {
public:
    ScratchDocument() {
        Sequence<PropertyValue> hidden(1);
        hidden.getArray()[0].Name = "Hidden";
        hidden.getArray()[0].Value <<= true;
        document_.set(com::sun::star::frame::Desktop::create(office_context())
                          ->loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden),
                      UNO_QUERY_THROW);
    }
    ~ScratchDocument() {
        try {
            Reference<com::sun::star::util::XCloseable>(document_, UNO_QUERY_THROW)->close(true);
        } catch (const com::sun::star::uno::Exception&) {
            // The office is closing, and its documents with it.
            document_.clear();
        }
    }
    ScratchDocument(const ScratchDocument&) = delete;
    ScratchDocument& operator=(const ScratchDocument&) = delete;

    const Document& document() const { return document_; }

private:
    Document document_;
};

table::CellRangeAddress address(const Reference<table::XCellRange>& range) {
    return Reference<sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

Reference<table::XCellRange> cells_of(const Reference<table::XCellRange>& all, const Area& area) {
    return all->getCellRangeByPosition(area.first.column, area.first.row, area.last().column,
                                       area.last().row);
}

} // namespace

SheetCanvas::SheetCanvas(const Document& document, const std::string& sheet, Progress& progress)
    : document_(document),
      sheet_name_(sheet),
      sheet_(document->getSheets()->getByName(wide(sheet)), UNO_QUERY_THROW),
      progress_(progress) {}

Reference<table::XCellRange> SheetCanvas::range(const Area& area) const {
    return cells_of(sheet_.get(), area);
}

sal_Int32 SheetCanvas::number_format(Format format) const {
    const auto key = [this](const std::string& code) { return number_format_key(document_, code); };
    const auto change = [&key](const std::string& figure, catalog::Text words) {
        return key(fmt::format("+{0}\" {1}\";−{0}\" {1}\";±{0}\" {1}\"", figure, shown(words)));
    };
    switch (format) {
    case Format::count:
        return key("#,##0");
    case Format::share:
        return key("0.0%");
    case Format::figure:
        return key("General;-General");
    case Format::ratio:
        return key("0.00");
    case Format::index:
        return key("0.000");
    case Format::amount:
        return amount_format_.value_or(key("#,##0.00"));
    case Format::change_count:
        return change("#,##0", catalog::text("on last month"));
    case Format::change_points:
        return change("0.0", catalog::text("points on last month"));
    case Format::change_percent:
        return change("0.0%", catalog::text("on last month"));
    case Format::date:
        return Reference<com::sun::star::util::XNumberFormatTypes>(
                   Reference<com::sun::star::util::XNumberFormatsSupplier>(document_, UNO_QUERY_THROW)
                       ->getNumberFormats(),
                   UNO_QUERY_THROW)
            ->getFormatIndex(com::sun::star::i18n::NumberFormatIndex::DATE_SYS_DDMMYYYY,
                             com::sun::star::lang::Locale());
    case Format::plain:
        break;
    }
    return 0;
}

OUString SheetCanvas::style_name(dashboard::Style style) {
    const Look& look = dashboard::look(style);
    ensure_style(
        document_, "CellStyles", "com.sun.star.style.CellStyle", look.name,
        [&](const Reference<XPropertySet>& made) { fill_look(made, look, number_format(look.format)); });
    return wide(look.name);
}

void SheetCanvas::grid(const dashboard::Grid& grid) {
    breathe();
    const Reference<table::XColumnRowRange> lines(sheet_, UNO_QUERY_THROW);
    for (std::size_t column = 0; column < grid.column_widths.size(); ++column)
        set(Reference<XPropertySet>(lines->getColumns()->getByIndex(static_cast<sal_Int32>(column)),
                                    UNO_QUERY_THROW),
            "Width", Any(static_cast<sal_Int32>(grid.column_widths[column])));
    for (std::size_t row = 0; row < grid.row_heights.size(); ++row)
        set(Reference<XPropertySet>(lines->getRows()->getByIndex(static_cast<sal_Int32>(row)),
                                    UNO_QUERY_THROW),
            "Height", Any(static_cast<sal_Int32>(grid.row_heights[row])));
}

void SheetCanvas::style(const Area& area, dashboard::Style style) {
    if (leaves_looks(area))
        return;
    breathe();
    set(Reference<XPropertySet>(range(area), UNO_QUERY_THROW), "CellStyle", Any(style_name(style)));
}

void SheetCanvas::merge(const Area& area) {
    if (leaves_looks(area))
        return;
    Reference<com::sun::star::util::XMergeable>(range(area), UNO_QUERY_THROW)->merge(true);
}

void SheetCanvas::text(dashboard::Spot spot, const std::string& text) {
    if (leaves_content_)
        return;
    Reference<com::sun::star::text::XText>(sheet_->getCellByPosition(spot.column, spot.row), UNO_QUERY_THROW)
        ->setString(wide(text));
}

void SheetCanvas::formula(dashboard::Spot spot, const std::string& formula) {
    breathe();
    if (!leaves_content_)
        sheet_->getCellByPosition(spot.column, spot.row)->setFormula(wide(formula));
    formulas_.push_back(spot);
}

void SheetCanvas::array_formula(const Area& area, const std::string& formula,
                                std::span<const Condition> conditions) {
    // While the cells are empty: a change of conditions records what they hold, which takes as long as
    // filling them.
    if (!conditions.empty())
        this->conditions(area, conditions);
    breathe();
    formulas_.push_back(area.first);
    if (leaves_content_)
        return;
    const Reference<table::XCellRange> cells = range(area);
    Reference<sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)->setArrayFormula(wide(formula));
    // The office's own redo reads the text of the formula as if it had been typed, where the functions' full
    // names are not known.
    on_redo(document_, [name = wide(sheet_name_), area, text = wide(formula),
                        entered = cells->getCellByPosition(0, 0)->getFormula()](const Document& document) {
        const Reference<table::XCellRange> all(document->getSheets()->getByName(name), UNO_QUERY_THROW);
        const Reference<table::XCellRange> again = cells_of(all, area);
        if (again->getCellByPosition(0, 0)->getFormula() != entered)
            Reference<sheet::XArrayFormulaRange>(again, UNO_QUERY_THROW)->setArrayFormula(text);
    });
}

void SheetCanvas::conditions(const Area& area, std::span<const Condition> conditions) {
    if (leaves_looks(area))
        return;
    breathe();
    const Reference<XPropertySet> cells(range(area), UNO_QUERY_THROW);
    const Reference<sheet::XSheetConditionalEntries> entries(cells->getPropertyValue("ConditionalFormat"),
                                                             UNO_QUERY_THROW);
    entries->clear();
    const table::CellRangeAddress place = address(range(area));
    for (const Condition& condition : conditions) {
        Sequence<PropertyValue> entry(4);
        PropertyValue* value = entry.getArray();
        value[0].Name = "Operator";
        value[0].Value <<= sheet::ConditionOperator_FORMULA;
        value[1].Name = "Formula1";
        value[1].Value <<= wide(condition.formula);
        value[2].Name = "SourcePosition";
        value[2].Value <<= table::CellAddress(place.Sheet, place.StartColumn, place.StartRow);
        value[3].Name = "StyleName";
        value[3].Value <<= style_name(condition.style);
        entries->addNew(entry);
    }
    cells->setPropertyValue("ConditionalFormat", Any(entries));
}

void SheetCanvas::choice(dashboard::Spot spot, std::span<const std::string> words) {
    const Reference<XPropertySet> cell(sheet_->getCellByPosition(spot.column, spot.row), UNO_QUERY_THROW);
    const Reference<XPropertySet> validation(cell->getPropertyValue("Validation"), UNO_QUERY_THROW);
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ";") + dashboard::quoted(word);
    set(validation, "Type", Any(sheet::ValidationType_LIST));
    set(validation, "ShowList", Any(sheet::TableValidationVisibility::UNSORTED));
    Reference<sheet::XSheetCondition>(validation, UNO_QUERY_THROW)->setFormula1(wide(list));
    set(cell, "Validation", Any(validation));
}

void SheetCanvas::chart(const dashboard::Chart& chart) {
    charts_.push_back(chart);
}

void SheetCanvas::name(const std::string& name, const Area& area) {
    set_range_name(document_, name, sheet_name_, area);
}

void SheetCanvas::print(const Area& area) {
    ensure_style(document_, "PageStyles", "com.sun.star.style.PageStyle", page_style,
                 [](const Reference<XPropertySet>& made) {
                     set(made, "IsLandscape", Any(true));
                     set(made, "Width", Any(a4_long));
                     set(made, "Height", Any(a4_short));
                     for (const char* side : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"})
                         set(made, side, Any(page_margin));
                     set(made, "HeaderIsOn", Any(false));
                     set(made, "FooterIsOn", Any(false));
                     set(made, "CenterHorizontally", Any(true));
                     set(made, "ScaleToPagesX", Any(sal_Int16(1)));
                     set(made, "ScaleToPagesY", Any(sal_Int16(1)));
                 });
    set(Reference<XPropertySet>(sheet_, UNO_QUERY_THROW), "PageStyle", Any(wide(page_style)));
    Sequence<table::CellRangeAddress> areas(1);
    areas.getArray()[0] = address(range(area));
    Reference<sheet::XPrintAreas>(sheet_, UNO_QUERY_THROW)->setPrintAreas(areas);
}

void SheetCanvas::step(catalog::Text name, double share) {
    step_ = Step{shown(name), share};
    breathe();
}

void SheetCanvas::breathe() {
    if (step_)
        progress_.step(step_->name, step_->share);
}

/// Undo of conditions enters all formulas under them anew, and has them computed.
bool SheetCanvas::leaves_looks(const Area& area) const {
    return leaves_content_ && area.first.column >= dashboard::workings_column;
}

void SheetCanvas::compute(double before, double after) {
    double done = 0;
    for (const dashboard::Spot& spot : formulas_) {
        step(catalog::text("Calculating"),
             before + (after - before) * done++ / static_cast<double>(formulas_.size()));
        // The office computes a cell that is asked whether it holds an error.
        sheet_->getCellByPosition(spot.column, spot.row)->getError();
    }
}

void SheetCanvas::draw_charts(double before, double after) {
    const NumberCode plain{"#,##0", {"en", "US", ""}};
    const NumberCode amounts = amount_format_ ? whole_number_code(document_, *amount_format_) : plain;
    double done = 0;
    for (const dashboard::Chart& chart : charts_) {
        step(catalog::text("Drawing the charts"),
             before + (after - before) * done++ / static_cast<double>(charts_.size()));
        draw_chart(document_, sheet_, chart, amounts);
    }
}

void bring_styles(const Document& document, std::optional<sal_Int32> amount_format, Progress& progress) {
    if (has_styles(document) || !has_protected_sheet(document))
        return;
    const ScratchDocument scratch;
    const std::string from = narrow(scratch.document()->getSheets()->getElementNames()[0]);
    SheetCanvas canvas(scratch.document(), from, progress);
    if (amount_format)
        canvas.use_amount_format(
            number_format_key(scratch.document(), number_code(document, *amount_format)));
    int row = 0;
    for (const Look& look : dashboard::looks())
        canvas.style({{0, row++}, 1, 1}, look.style);

    const Reference<sheet::XSpreadsheets2> sheets(document->getSheets(), UNO_QUERY_THROW);
    const SwitchedOff undo(document, "IsUndoEnabled");
    const sal_Int32 place =
        sheets->importSheet(scratch.document(), wide(from), sheets->getElementNames().getLength());
    sheets->removeByName(sheets->getElementNames()[place]);
}

bool has_styles(const Document& document) {
    const Reference<XNameContainer> styles = style_family(document, "CellStyles");
    const auto looks = dashboard::looks();
    return std::all_of(looks.begin(), looks.end(),
                       [&](const Look& look) { return styles->hasByName(wide(look.name)); });
}

namespace {

/// As shapes of their sheet: the office's own way to remove a chart by its name ends it where nothing is
/// recorded for undo, since it then looks at a chart that is gone.
void remove_charts(const Document& document, const Reference<sheet::XSpreadsheet>& from) {
    std::set<OUString> names;
    for (const OUString& name :
         Reference<table::XTableChartsSupplier>(from, UNO_QUERY_THROW)->getCharts()->getElementNames())
        names.insert(name);
    const Reference<drawing::XShapes> shapes(Reference<drawing::XDrawPagesSupplier>(document, UNO_QUERY_THROW)
                                                 ->getDrawPages()
                                                 ->getByIndex(address({from, UNO_QUERY_THROW}).Sheet),
                                             UNO_QUERY_THROW);
    for (sal_Int32 index = shapes->getCount(); index-- > 0;) {
        const Reference<drawing::XShape> shape(shapes->getByIndex(index), UNO_QUERY_THROW);
        const Reference<XPropertySet> properties(shape, UNO_QUERY_THROW);
        const OUString persistent_name = "PersistName";
        OUString name;
        if (properties->getPropertySetInfo()->hasPropertyByName(persistent_name) &&
            (properties->getPropertyValue(persistent_name) >>= name) && names.contains(name))
            shapes->remove(shape);
    }
}

namespace flags = com::sun::star::sheet::CellFlags;
constexpr sal_Int32 looks =
    flags::ANNOTATION | flags::HARDATTR | flags::STYLES | flags::OBJECTS | flags::EDITATTR | flags::FORMATTED;

void clear_cells(const Reference<table::XCellRange>& cleared, sal_Int32 what) {
    Reference<sheet::XSheetOperation>(cleared, UNO_QUERY_THROW)->clearContents(what);
    Reference<com::sun::star::util::XMergeable>(cleared, UNO_QUERY_THROW)->merge(false);
}

} // namespace

void clear_sheet(const Document& document, const std::string& name, const std::function<void()>& between) {
    const Reference<sheet::XSpreadsheet> cleared(document->getSheets()->getByName(wide(name)),
                                                 UNO_QUERY_THROW);
    remove_charts(document, cleared);

    // The long tables one by one.
    constexpr sal_Int32 long_table = 5000;
    const Reference<sheet::XCellRangesQuery> query(cleared, UNO_QUERY_THROW);
    for (const table::CellRangeAddress& cells : query->queryContentCells(flags::FORMULA)->getRangeAddresses())
        if (cells.EndRow - cells.StartRow >= long_table) {
            between();
            const Reference<table::XCellRange> part = cleared->getCellRangeByPosition(
                cells.StartColumn, cells.StartRow, cells.EndColumn, cells.EndRow);
            Reference<sheet::XSheetOperation>(part, UNO_QUERY_THROW)->clearContents(flags::FORMULA);
        }
    between();
    clear_cells({cleared, UNO_QUERY_THROW},
                looks | flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA);
}

void clear_sheet_looks(const Document& document, const std::string& name) {
    const Reference<sheet::XSpreadsheet> cleared(document->getSheets()->getByName(wide(name)),
                                                 UNO_QUERY_THROW);
    remove_charts(document, cleared);
    const sal_Int32 rows = Reference<table::XColumnRowRange>(cleared, UNO_QUERY_THROW)->getRows()->getCount();
    clear_cells(cleared->getCellRangeByPosition(0, 0, dashboard::workings_column - 1, rows - 1), looks);
}

} // namespace perennial::uno
