#pragma once

#include "catalog/texts.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The kinds of client sheets and the roles that their columns play.
namespace perennial::dashboard {

enum class SheetKind { ledger, contracts, referrals, clients, touches };

inline constexpr SheetKind sheet_kinds[] = {SheetKind::ledger, SheetKind::contracts, SheetKind::referrals,
                                            SheetKind::clients, SheetKind::touches};

/// What the cells of a column with this role hold; the guess looks at them when the header says nothing.
enum class Content { text, date, number };

struct Role {
    std::string_view key; ///< name in commands and in range names
    catalog::Text label;
    bool required;
    Content content;
    /// Header words that name this role, in all three languages, as metrics::label_words gives them.
    std::span<const std::string_view> words;
};

/// The name of a kind in commands and range names: "ledger".
std::string_view key(SheetKind kind);
catalog::Text label(SheetKind kind);
std::optional<SheetKind> sheet_kind(std::string_view key);

/// The roles of a kind, required ones first.
std::span<const Role> roles(SheetKind kind);

/// The range name of a role in a document: "pn_ledger_client".
std::string range_name(SheetKind kind, const Role& role);

} // namespace perennial::dashboard
