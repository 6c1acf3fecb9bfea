#include "catalog/catalog.hpp"

#include "catalog/naming.hpp"
#include "catalog/systems.hpp"
#include "generate/idl.hpp"
#include "generate/syntax.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace perennial::catalog::test {
namespace {

const Function& function(std::string_view name) {
    const auto all = functions();
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Function& row) { return row.name == name; });
    if (found == all.end())
        throw std::invalid_argument(std::string(name));
    return *found;
}

// Words that the IDL of UNO keeps for itself, and those of C++, into which the office's tools turn it.
const std::set<std::string> reserved = {
    "FALSE",
    "TRUE",
    "any",
    "attribute",
    "boolean",
    "bound",
    "byte",
    "char",
    "const",
    "constants",
    "constrained",
    "context",
    "double",
    "enum",
    "exception",
    "float",
    "get",
    "hyper",
    "in",
    "inout",
    "interface",
    "long",
    "maybeambiguous",
    "maybedefault",
    "maybevoid",
    "module",
    "needs",
    "observes",
    "oneway",
    "optional",
    "out",
    "property",
    "published",
    "raises",
    "readonly",
    "removable",
    "sequence",
    "service",
    "set",
    "short",
    "singleton",
    "string",
    "struct",
    "switch",
    "transient",
    "type",
    "typedef",
    "union",
    "unsigned",
    "void",
    "alignas",
    "alignof",
    "and",
    "asm",
    "auto",
    "bool",
    "break",
    "case",
    "catch",
    "class",
    "concept",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "explicit",
    "export",
    "extern",
    "false",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "mutable",
    "namespace",
    "new",
    "not",
    "operator",
    "or",
    "private",
    "protected",
    "public",
    "register",
    "requires",
    "return",
    "signed",
    "sizeof",
    "static",
    "template",
    "this",
    "throw",
    "true",
    "try",
    "typename",
    "using",
    "virtual",
    "volatile",
    "while",
    "xor",
};

TEST(ParameterNames, AreLowerCamelAndFreeInTheTypeLibraryAndInCpp) {
    static const std::regex lower_camel("[a-z][A-Za-z0-9]*");
    for (const Function& row : functions()) {
        std::set<std::string> seen = {"document"}; // the hidden parameter
        for (const Argument& argument : row.argument_list()) {
            const std::string name = parameter_name(argument.name);
            EXPECT_TRUE(std::regex_match(name, lower_camel)) << row.name << ' ' << name;
            EXPECT_FALSE(reserved.contains(name)) << row.name << ' ' << name;
            EXPECT_TRUE(seen.insert(name).second) << row.name << " has two parameters " << name;
        }
    }
}

TEST(FunctionNames, CannotBeTakenForCells) {
    // R3C5 is a cell in one of Calc's notations, LTV1 in the other.
    static const std::regex cell("[A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*");
    for (const Function& row : functions())
        EXPECT_FALSE(std::regex_match(std::string(row.name), cell)) << row.name;
}

TEST(Texts, ArePhrases) {
    for (const Function& row : functions()) {
        std::vector<std::string_view> texts = {row.summary, row.errors};
        for (const Argument& argument : row.argument_list())
            texts.push_back(argument.text);
        for (const std::string_view text : texts) {
            EXPECT_FALSE(text.ends_with('.')) << row.name << ": " << text;
            EXPECT_FALSE(text.starts_with("This function")) << row.name << ": " << text;
            EXPECT_FALSE(text.front() >= 'a' && text.front() <= 'z') << row.name << ": " << text;
        }
    }
}

TEST(Examples, CallTheirFunction) {
    for (const Function& row : functions())
        for (const Example& example : row.example_list()) {
            EXPECT_TRUE(example.formula.starts_with('=')) << example.formula;
            EXPECT_NE(example.formula.find(std::string(row.name) + "("), std::string_view::npos)
                << example.formula;
        }
}

TEST(Systems, CoverAllFunctions) {
    for (const Function& row : functions())
        EXPECT_EQ(std::count_if(std::begin(systems), std::end(systems),
                                [&row](const NamedSystem& system) { return system.system == row.system; }),
                  1)
            << row.name;
}

TEST(Syntax, PutsOptionalArgumentsIntoBrackets) {
    EXPECT_EQ(generate::syntax(function("LTV")), "LTV(margin; churn; [discount]; [timing])");
    EXPECT_EQ(generate::syntax(function("LEDGERCHECK")), "LEDGERCHECK(clients; dates; amounts)");
}

TEST(Idl, GivesEachKindItsType) {
    const std::string idl = generate::idl();
    EXPECT_THAT(idl, testing::HasSubstr("any ltv([in] double margin, [in] double churn, [in] any discount, "
                                        "[in] any timing);"));
    EXPECT_THAT(idl, testing::HasSubstr("any repeatrate([in] com::sun::star::beans::XPropertySet document, "
                                        "[in] com::sun::star::table::XCellRange clients, "));
}

TEST(Naming, IsTheFileFormat) {
    EXPECT_EQ(method_name("R3INDEX"), "r3index");
    EXPECT_EQ(saved_name("LTV"), "PERENNIAL.LTV");
    EXPECT_EQ(parameter_name("halfLife"), "halfLife");
}

} // namespace
} // namespace perennial::catalog::test
