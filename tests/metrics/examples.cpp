#include "examples.hpp"

#include "catalog/sample.hpp"

#include <cctype>
#include <cmath>
#include <cstdlib>

namespace perennial::metrics::test {
namespace {

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

} // namespace

Node parsed(std::string_view formula) {
    return Parser(formula).expression();
}

const std::map<std::string, Column, std::less<>>& sample_columns() {
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

double number_of(const Node& node) {
    if (node.kind == Node::Kind::call && node.text == "DATE")
        return date(static_cast<int>(node.children.at(0).number),
                    static_cast<unsigned>(node.children.at(1).number),
                    static_cast<unsigned>(node.children.at(2).number));
    if (node.kind != Node::Kind::number)
        throw std::invalid_argument("an example has no number where one belongs");
    return node.number;
}

void expect_value(const Value& value, const catalog::Example& example) {
    if (const auto* expected = std::get_if<double>(&example.result)) {
        ASSERT_TRUE(std::holds_alternative<double>(value)) << example.formula;
        EXPECT_NEAR(std::get<double>(value), *expected, std::abs(*expected) * 1e-9) << example.formula;
    } else {
        ASSERT_TRUE(std::holds_alternative<std::string>(value)) << example.formula;
        EXPECT_EQ(std::get<std::string>(value), std::get<std::string_view>(example.result))
            << example.formula;
    }
}

} // namespace perennial::metrics::test
