#pragma once

#include <string>

/// Places on a sheet, counted from 0, and how formulas write them.
namespace perennial::dashboard {

struct Spot {
    int column = 0;
    int row = 0;

    Spot right(int columns) const { return {column + columns, row}; }
    Spot down(int rows) const { return {column, row + rows}; }

    bool operator<(const Spot& other) const {
        return column != other.column ? column < other.column : row < other.row;
    }
};

struct Area {
    Spot first;
    int columns = 1;
    int rows = 1;

    Spot last() const { return {first.column + columns - 1, first.row + rows - 1}; }
    Area column(int index) const { return {first.right(index), 1, rows}; }
    /// Without the header row.
    Area body() const { return {first.down(1), columns, rows - 1}; }
    Area row(int index) const { return {first.down(index), columns, 1}; }
};

/// "C7" and "$C$7", "$C7".
std::string relative(Spot spot);
std::string absolute(Spot spot);
std::string fixed_column(Spot spot);
/// "$C$7:$E$9"
std::string absolute(const Area& area);

} // namespace perennial::dashboard
