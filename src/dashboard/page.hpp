#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What all dashboards share: a page of 24 equal columns on the left, and to its right, outside of what is
/// printed, the workings: the figures and tables that the page shows.
namespace perennial::dashboard {

inline constexpr int page_columns = 24;
inline constexpr int card_columns = 4;
/// Where the figures of the workings begin, and their tables.
inline constexpr int workings_column = page_columns + 2;
inline constexpr int tables_column = workings_column + 3;

/// A name of the catalogue's as files write it, with its arguments: PERENNIAL.LTV(100;0.2).
std::string call(std::string_view function, const std::string& arguments);

class Page {
public:
    /// Heights of the rows from top to bottom, in hundredths of a millimetre.
    Page(Canvas& canvas, catalog::Language language, std::vector<int> row_heights);

    Canvas& canvas() { return canvas_; }
    std::string words(catalog::Text which) const;

    /// A text or, where it begins with "=", a formula. Formulas are entered when the page is finished: each
    /// later change of a style would make the office compute them to measure the height of their row.
    void put(Spot spot, const std::string& content, Style style, int columns = 1, int rows = 1);
    void put(Spot spot, catalog::Text content, Style style, int columns = 1, int rows = 1);
    /// A formula in a cell that has its style already.
    void formula(Spot spot, std::string formula);
    /// An array formula of one cell, given with its "=".
    void put_array(Spot spot, const std::string& formula, Style style, int columns = 1);

    struct Card {
        catalog::Text label;
        std::string value; ///< formulas without "="; an error shows as a dash, in a note as nothing
        Style value_style = Style::card_count;
        std::string note = {};
        Style note_style = Style::note;
        std::optional<Area> trend = {}; ///< figures of the last months, oldest first
    };
    /// Four columns wide: label, figure with its small trend line, note.
    void card(Spot spot, const Card& card);

    /// Formulas without "=".
    struct Status {
        std::string used, aside;  ///< rows of the client sheets
        std::string without_room; ///< how much has come that the tables have no room for
        std::string fault;        ///< whether a row was spoilt after the page was built
    };
    /// How many rows the page uses and sets aside, or why it has to be refreshed.
    void status(Spot spot, int columns, const Status& status);

    /// A part that has no data says what would bring them.
    void missing(const Area& area, catalog::Text sentence);

    /// A column of heads; a part's table begins with them.
    struct Head {
        catalog::Text text;
        Style style = Style::head_right;
        int columns = 1;
    };
    void heads(Spot spot, const std::vector<Head>& heads);

    /// One named figure in the workings, a formula without "="; gives its cell.
    std::string figure(catalog::Text label, const std::string& formula, Style style = Style::working,
                       bool array = false);
    /// A figure that the tables refer to: it is entered before them.
    std::string leading_figure(catalog::Text label, const std::string& formula, Style style);
    /// The cell of the figure drawn last.
    Spot last_figure() const { return figure_; }
    /// A table in the workings that one array formula, without "=", fills: what lies beyond its present rows
    /// is room and shown as nothing. It is drawn when the page is finished.
    Area table(catalog::Text title, int columns, int rows, std::string formula,
               std::vector<int> date_columns = {});
    /// Room for cells in the workings that the caller fills, under heads in their first row.
    Area block(catalog::Text title, const std::vector<catalog::Text>& heads, int rows);
    /// Fills a part of a block by one array formula, without "=", when the page is finished.
    void fill(const Area& area, std::string formula, std::vector<int> date_columns = {});
    /// A block of days, which rise, and how many of some dates, an expression, there are up to each of them
    /// and after the day before. Of two equal days, the office gives either the dates.
    Area counts_up_to(catalog::Text title, catalog::Text counted, const std::vector<std::string>& days,
                      const std::string& dates);

    /// Drawn when the page is finished.
    void chart(Chart chart) { charts_.push_back(std::move(chart)); }

    /// Draws tables and charts, and says what is printed.
    void finish();

private:
    struct Table {
        Area area;
        std::string formula;
        std::vector<int> date_columns;
    };

    struct Formula {
        Spot spot;
        std::string formula;
        bool array = false;
    };

    void next_figure(catalog::Text label);

    Canvas& canvas_;
    catalog::Language language_;
    Grid grid_;
    int page_rows_;
    int figures_ = 0;
    int next_column_;
    Spot figure_;
    Spot cut_spot_;
    std::string cut_tables_;
    std::vector<Table> tables_;
    std::vector<Formula> formulas_;
    std::vector<Chart> charts_;
};

} // namespace perennial::dashboard
