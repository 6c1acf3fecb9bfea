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

class Parser {
public:
    explicit Parser(std::string_view formula) : rest_(formula) { take('='); }

    Node expression() {
        const char next = peek();
        if (next == '"')
            return {Node::Kind::text, 0, quoted(), {}};
        if (next == '{')
            return {Node::Kind::array, 0, {}, list('{', '}')};
        if (std::isalpha(static_cast<unsigned char>(next)) != 0)
            return name();
        char* end = nullptr;
        const std::string digits(rest_);
        const double number = std::strtod(digits.c_str(), &end);
        rest_.remove_prefix(static_cast<std::size_t>(end - digits.c_str()));
        return {Node::Kind::number, number, {}, {}};
    }

private:
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

    void take(char expected) {
        if (peek() != expected)
            throw std::invalid_argument("an example is no formula: " + std::string(rest_));
        rest_.remove_prefix(1);
    }

    std::string quoted() {
        take('"');
        const std::size_t end = rest_.find('"');
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end);
        take('"');
        return text;
    }

    std::vector<Node> list(char open, char close) {
        std::vector<Node> nodes;
        take(open);
        while (peek() != close) {
            if (!nodes.empty())
                take(';');
            // An argument between two separators may be left out.
            nodes.push_back(peek() == ';' ? Node{Node::Kind::name, 0, {}, {}} : expression());
        }
        take(close);
        return nodes;
    }

    Node name() {
        std::string word;
        while (std::isalnum(static_cast<unsigned char>(peek())) != 0 || peek() == '_') {
            word += peek();
            rest_.remove_prefix(1);
        }
        if (peek() == '(')
            return {Node::Kind::call, 0, word, list('(', ')')};
        return {Node::Kind::name, 0, word, {}};
    }

    std::string_view rest_;
};

/// The columns of the sample tables by their names.
inline const std::map<std::string, Column, std::less<>>& sample_columns() {
    static const auto columns = [] {
        const auto serial = [](std::chrono::year_month_day date) {
            return serial_of({}, std::chrono::sys_days{date});
        };
        std::map<std::string, Column, std::less<>> made;
        for (const catalog::SampleOrder& order : catalog::sample_ledger) {
            made["orders_client"].add_text(order.client);
            made["orders_date"].add_number(serial(order.date));
            made["orders_amount"].add_number(order.amount);
        }
        for (const catalog::SampleReferral& referral : catalog::sample_referrals) {
            made["referrals_client"].add_text(referral.client);
            made["referrals_referrer"].add_text(referral.referrer);
            made["referrals_value"].add_number(referral.value);
        }
        for (const catalog::SampleContract& contract : catalog::sample_contracts) {
            made["contracts_client"].add_text(contract.client);
            made["contracts_start"].add_number(serial(contract.start));
            if (contract.end)
                made["contracts_end"].add_number(serial(*contract.end));
            else
                made["contracts_end"].add_empty();
            made["contracts_mrr"].add_number(contract.mrr);
        }
        return made;
    }();
    return columns;
}

/// Keeps the arrays alive that the spans of a call point to.
struct Storage {
    std::deque<std::vector<double>> numbers;
    std::deque<std::vector<std::string>> words;
};

inline double number_of(const Node& node) {
    if (node.kind == Node::Kind::call && node.text == "DATE")
        return date(static_cast<int>(node.children.at(0).number),
                    static_cast<unsigned>(node.children.at(1).number),
                    static_cast<unsigned>(node.children.at(2).number));
    if (node.kind != Node::Kind::number)
        throw std::invalid_argument("an example has no number where one belongs");
    return node.number;
}

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

inline void expect_value(const Value& value, const catalog::Example& example) {
    if (const auto* expected = std::get_if<double>(&example.result)) {
        ASSERT_TRUE(std::holds_alternative<double>(value)) << example.formula;
        EXPECT_NEAR(std::get<double>(value), *expected, std::abs(*expected) * 1e-9) << example.formula;
    } else {
        ASSERT_TRUE(std::holds_alternative<std::string>(value)) << example.formula;
        EXPECT_EQ(std::get<std::string>(value), std::get<std::string_view>(example.result))
            << example.formula;
    }
}

/// That the examples of a row have the results that the row states.
template <auto function>
void expect_examples(std::span<const catalog::Function> rows, std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [name](const catalog::Function& row) { return row.name == name; });
    ASSERT_NE(found, rows.end()) << name << " has no row";
    for (const catalog::Example& example : found->example_list()) {
        const Node formula = Parser(example.formula).expression();
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
