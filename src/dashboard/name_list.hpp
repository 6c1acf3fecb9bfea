#pragma once

#include "dashboard/canvas.hpp"

#include <map>
#include <span>
#include <string>

/// What range names a page will have, without drawing it.
namespace perennial::dashboard {

class NameList : public Canvas {
public:
    const std::map<std::string, Area>& names() const { return names_; }

    void grid(const Grid&) override {}
    void style(const Area&, Style) override {}
    void merge(const Area&) override {}
    void text(Spot, const std::string&) override {}
    void formula(Spot, const std::string&) override {}
    void conditions(const Area&, std::span<const Condition>) override {}
    void array_formula(const Area&, const std::string&, std::span<const Condition>) override {}
    void choice(Spot, std::span<const std::string>) override {}
    void chart(const Chart&) override {}
    void name(const std::string& name, const Area& area) override { names_[name] = area; }
    void print(const Area&) override {}
    void step(catalog::Text, double) override {}

private:
    std::map<std::string, Area> names_;
};

} // namespace perennial::dashboard
