#pragma once

#include "dashboard/canvas.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>

/// What range names a page will have and what its cells will hold, without drawing it.
namespace perennial::dashboard {

class PageContent : public Canvas {
public:
    /// An array formula with the cells that it fills.
    using Table = std::pair<Area, std::string>;

    const std::map<std::string, Area>& names() const { return names_; }
    const std::map<Spot, std::string>& texts() const { return texts_; }
    const std::map<Spot, std::string>& formulas() const { return formulas_; }
    const std::map<Spot, Table>& tables() const { return tables_; }

    void grid(const Grid&) override {}
    void style(const Area&, Style) override {}
    void merge(const Area&) override {}
    void text(Spot spot, const std::string& text) override {
        formulas_.erase(spot);
        if (text.empty())
            texts_.erase(spot);
        else
            texts_[spot] = text;
    }
    void formula(Spot spot, const std::string& formula) override {
        texts_.erase(spot);
        formulas_[spot] = formula;
    }
    void conditions(const Area&, std::span<const Condition>) override {}
    void array_formula(const Area& area, const std::string& formula, std::span<const Condition>) override {
        tables_[area.first] = {area, formula};
    }
    void choice(Spot, std::span<const std::string>) override {}
    void chart(const Chart&) override {}
    void name(const std::string& name, const Area& area) override { names_[name] = area; }
    void print(const Area&) override {}
    void step(catalog::Text, double) override {}

private:
    std::map<std::string, Area> names_;
    std::map<Spot, std::string> texts_, formulas_;
    std::map<Spot, Table> tables_;
};

} // namespace perennial::dashboard
