#pragma once

#include "cells.hpp"

#include "catalog/function.hpp"
#include "catalog/sample.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The examples of the catalogue's rows, computed by the C++ functions: enough of Calc's grammar for calls
/// with numbers, words, arrays in braces, dates and the columns of the sample ledger.
namespace perennial::metrics::test {

struct Node {
    enum class Kind { number, text, name, call, array };
    Kind kind{};
    double number = 0;
    std::string text;
    std::vector<Node> children;
};

/// A formula of an example, read.
Node parsed(std::string_view formula);

/// The columns of the sample tables by their names.
const std::map<std::string, Column, std::less<>>& sample_columns();

/// Keeps the arrays alive that the spans of a call point to.
struct Storage {
    std::deque<std::vector<double>> numbers;
    std::deque<std::vector<std::string>> words;
};

double number_of(const Node& node);

template <class Type>
struct Convert;

template <>
struct Convert<double> {
    static double from(const Node& node, Storage&) { return number_of(node); }
};
template <Keyword Type>
struct Convert<Type> {
    static Type from(const Node& node, Storage&) {
        return node.kind == Node::Kind::text ? parse_keyword<Type>(node.text)
                                             : parse_keyword<Type>(number_of(node));
    }
};
template <>
struct Convert<Column> {
    static const Column& from(const Node& node, Storage&) {
        const auto found = sample_columns().find(node.text);
        if (node.kind != Node::Kind::name || found == sample_columns().end())
            throw std::invalid_argument("an example names unknown cells: " + node.text);
        return found->second;
    }
};
template <>
struct Convert<Cells> {
    static Cells from(const Node& node, Storage& storage) {
        if (node.kind == Node::Kind::name)
            return {Convert<Column>::from(node, storage)};
        Cells cells;
        for (const Node& child : node.children) {
            if (child.kind == Node::Kind::text)
                cells.column.add_text(child.text);
            else
                cells.column.add_number(number_of(child));
        }
        return cells;
    }
};
template <>
struct Convert<Cadence> {
    static Cadence from(const Node& node, Storage&) {
        if (node.kind == Node::Kind::text)
            return {parse_keyword<Unit>(node.text)};
        return {number_of(node)};
    }
};
template <>
struct Convert<std::span<const double>> {
    static std::span<const double> from(const Node& node, Storage& storage) {
        auto& numbers = storage.numbers.emplace_back();
        if (node.kind == Node::Kind::number)
            numbers.push_back(node.number);
        for (const Node& child : node.children)
            numbers.push_back(number_of(child));
        return numbers;
    }
};
template <>
struct Convert<std::span<const std::string>> {
    static std::span<const std::string> from(const Node& node, Storage& storage) {
        auto& words = storage.words.emplace_back();
        for (const Node& child : node.children)
            words.push_back(child.text);
        return words;
    }
};
template <class Type>
struct Convert<std::optional<Type>> {
    static std::optional<Type> from(const Node& node, Storage& storage) {
        if (node.kind == Node::Kind::name && node.text.empty())
            return std::nullopt;
        return Convert<Type>::from(node, storage);
    }
};

/// Of what may be said in several cells, the number alone.
template <class Type>
requires std::is_same_v<Type, Until> || std::is_same_v<Type, Generations>
struct Convert<Type> {
    static Type from(const Node& node, Storage& storage) {
        return Convert<std::optional<double>>::from(node, storage);
    }
};

template <class Type>
decltype(auto) argument(std::span<const Node> nodes, std::size_t index, Storage& storage) {
    static const Node left_out{Node::Kind::name, 0, {}, {}};
    return Convert<std::remove_cvref_t<Type>>::from(index < nodes.size() ? nodes[index] : left_out, storage);
}

template <class Return, class... Types>
Return call(Return (*function)(NullDate, Types...), std::span<const Node> nodes) {
    Storage storage;
    return [&]<std::size_t... indices>(std::index_sequence<indices...>) {
        return function(NullDate{}, argument<Types>(nodes, indices, storage)...);
    }
    (std::index_sequence_for<Types...>{});
}

template <class Return, class... Types>
Return call(Return (*function)(Types...), std::span<const Node> nodes) {
    Storage storage;
    return [&]<std::size_t... indices>(std::index_sequence<indices...>) {
        return function(argument<Types>(nodes, indices, storage)...);
    }
    (std::index_sequence_for<Types...>{});
}

void expect_value(const Value& value, const catalog::Example& example);

/// That the examples of a row have the results that the row states.
template <auto function>
void expect_examples(std::span<const catalog::Function> rows, std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [name](const catalog::Function& row) { return row.name == name; });
    ASSERT_NE(found, rows.end()) << name << " has no row";
    for (const catalog::Example& example : found->example_list()) {
        const Node formula = parsed(example.formula);
        if constexpr (catalog::Signature<function>::result == catalog::Result::table) {
            ASSERT_EQ(formula.text, "INDEX") << example.formula;
            ASSERT_EQ(formula.children.at(0).text, name);
            const Table table = call(function, formula.children.at(0).children);
            expect_value(table.at(static_cast<std::size_t>(formula.children.at(1).number) - 1,
                                  static_cast<std::size_t>(formula.children.at(2).number) - 1),
                         example);
        } else {
            ASSERT_EQ(formula.text, name);
            expect_value(call(function, formula.children), example);
        }
    }
}

} // namespace perennial::metrics::test
