#pragma once

#include "dashboard/canvas.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace perennial::dashboard {

/// A canvas that keeps what is drawn on it.
class RecordingCanvas : public Canvas {
public:
    struct Array {
        Area area;
        std::string formula;
    };

    void grid(const Grid& drawn) override { grid_ = drawn; }
    void style(const Area& area, Style style) override {
        for (int column = area.first.column; column <= area.last().column; ++column)
            for (int row = area.first.row; row <= area.last().row; ++row)
                styles[{column, row}] = style;
    }
    void merge(const Area& area) override { merged.push_back(area); }
    void text(Spot spot, const std::string& text) override { texts[{spot.column, spot.row}] = text; }
    void formula(Spot spot, const std::string& formula) override {
        formulas[{spot.column, spot.row}] = formula;
    }
    void array_formula(const Area& area, const std::string& formula,
                       std::span<const Condition> drawn) override {
        arrays.push_back({area, formula});
        if (!drawn.empty())
            conditions(area, drawn);
    }
    void conditions(const Area& area, std::span<const Condition> drawn) override {
        conditional.emplace_back(area, std::vector<Condition>(drawn.begin(), drawn.end()));
    }
    void choice(Spot spot, std::span<const std::string> words) override {
        choices[{spot.column, spot.row}] = {words.begin(), words.end()};
    }
    void chart(const Chart& chart) override { charts.push_back(chart); }
    void name(const std::string& name, const Area& area) override { names[name] = area; }
    void print(const Area& area) override { printed = area; }
    void step(catalog::Text, double share) override {
        shares.push_back(share);
        if (give_up_at && shares.size() == *give_up_at)
            throw std::runtime_error("given up");
    }

    bool has_text(const std::string& wanted) const {
        for (const auto& [spot, text] : texts)
            if (text == wanted)
                return true;
        return false;
    }

    Grid grid_;
    std::map<std::pair<int, int>, Style> styles;
    std::map<std::pair<int, int>, std::string> texts;
    std::map<std::pair<int, int>, std::string> formulas;
    std::vector<Array> arrays;
    std::vector<Area> merged;
    std::vector<std::pair<Area, std::vector<Condition>>> conditional;
    std::map<std::pair<int, int>, std::vector<std::string>> choices;
    std::vector<Chart> charts;
    std::map<std::string, Area> names;
    std::optional<Area> printed;
    std::vector<double> shares;
    std::optional<std::size_t> give_up_at;
};

} // namespace perennial::dashboard
