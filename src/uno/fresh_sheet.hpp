#pragma once

#include "uno/commands.hpp"
#include "uno/document.hpp"

#include <string>
#include <string_view>

/// The sheets that Perennial draws on.
namespace perennial::uno {

/// A new page needs room for a sheet; an old one is drawn in place.
void require_room(const Document& document, std::string_view mark);

/// The marked sheet, empty: the one that stands in the document, or a new one behind the others. Where the
/// document cannot undo, a sheet that is not kept is put back by hand.
class FreshSheet {
public:
    FreshSheet(const Document& document, std::string_view mark, const std::string& wanted, bool can_undo);
    ~FreshSheet();
    FreshSheet(const FreshSheet&) = delete;
    FreshSheet& operator=(const FreshSheet&) = delete;

    const std::string& name() const { return name_; }

    /// Puts the range name on it that marks it.
    void mark() const;
    void clear(Progress& progress);
    /// Leaves what the cells hold.
    void clear_looks();
    void keep();

private:
    void take_back() const;

    Document document_;
    std::string mark_, name_, backup_;
    bool can_undo_;
    bool is_new_ = false;
    bool kept_ = false;
};

} // namespace perennial::uno
