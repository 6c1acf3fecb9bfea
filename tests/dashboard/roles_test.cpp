#include "dashboard/roles.hpp"

#include "metrics/text.hpp"

#include <gtest/gtest.h>

#include <set>

namespace perennial::dashboard {
namespace {

TEST(Roles, StandRequiredOnesFirst) {
    for (const SheetKind kind : sheet_kinds) {
        bool optional = false;
        for (const Role& role : roles(kind)) {
            EXPECT_FALSE(optional && role.required) << key(kind) << " " << role.key;
            optional = !role.required;
        }
    }
}

TEST(Roles, HaveKeysOfTheirOwn) {
    for (const SheetKind kind : sheet_kinds) {
        std::set<std::string_view> keys;
        for (const Role& role : roles(kind))
            EXPECT_TRUE(keys.insert(role.key).second) << key(kind) << " " << role.key;
    }
}

TEST(Roles, HaveWordsInTheFormInWhichHeadersAreCompared) {
    for (const SheetKind kind : sheet_kinds)
        for (const Role& role : roles(kind))
            for (const std::string_view word : role.words)
                EXPECT_EQ(metrics::label_words(word), word) << key(kind) << " " << role.key;
}

TEST(Roles, HaveEachWordOnce) {
    for (const SheetKind kind : sheet_kinds)
        for (const Role& role : roles(kind)) {
            std::set<std::string_view> words;
            for (const std::string_view word : role.words)
                EXPECT_TRUE(words.insert(word).second) << key(kind) << " " << role.key << " " << word;
        }
}

TEST(SheetKind, IsFoundByItsKey) {
    for (const SheetKind kind : sheet_kinds)
        EXPECT_EQ(sheet_kind(key(kind)), kind);
    EXPECT_EQ(sheet_kind("orders"), std::nullopt);
}

TEST(RangeName, JoinsKindAndRole) {
    EXPECT_EQ(range_name(SheetKind::ledger, roles(SheetKind::ledger)[0]), "pn_ledger_client");
}

} // namespace
} // namespace perennial::dashboard
