#pragma once

#include "uno/panel_layout.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>

#include <optional>
#include <string>
#include <vector>

/// A control of a panel: the office's own, so that it looks and behaves as everywhere in the office.
namespace perennial::uno {

class Control : public Part {
public:
    explicit Control(const com::sun::star::uno::Reference<com::sun::star::awt::XControl>& control);

    bool yields() const override;
    Extent natural() const override;
    int height_at(int width) const override;
    void place(const Box& box) override;
    void show(bool visible) override;
    bool visible() const override { return visible_; }

    void set(const char* property, const com::sun::star::uno::Any& value);
    void enable(bool enabled);
    void focus();
    bool is(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& source) const;

    /// The text on it or beside it; "~" stands before the letter that leads to it.
    void set_label(const std::string& text);
    /// A text as it is.
    void set_text(const std::string& text);

    /// What a list offers. Where it is too narrow for an entry, a part of that entry gives way to "…", so
    /// that its end, the column's letter, can still be read.
    void set_choices(const std::vector<std::string>& choices, std::size_t chosen);
    std::optional<std::size_t> chosen() const;
    void choose(std::size_t entry);

    /// Takes back the letters that the office marks by itself when a panel is first seen: it does not know
    /// which ones the menu bar keeps for itself.
    void restore_label();

    /// Whether the keyboard can reach it now.
    bool takes_focus() const;

    template <class Interface>
    com::sun::star::uno::Reference<Interface> as() const {
        return {control_, com::sun::star::uno::UNO_QUERY_THROW};
    }

private:
    Extent preferred() const;
    int text_width(const std::string& text) const;
    int widest(const std::vector<std::string>& entries) const;
    void offer(const std::vector<std::string>& entries);
    void fit_choices(int width);

    com::sun::star::uno::Reference<com::sun::star::awt::XControl> control_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> model_;
    std::string label_;
    std::vector<std::string> choices_;
    std::vector<std::string> offered_; ///< the choices as they fit
    Extent fitted_;                    ///< the width they were fitted to, and the height that a line had then
    bool visible_ = true;
};

/// Letters that lead to controls. Those of the menu bar are given away from the start: with GTK, Alt and such
/// a letter opens the menu, wherever the focus is.
class Mnemonics {
public:
    /// Keeps the letter that is marked in a text from other texts.
    void keep(const std::string& text);

    /// Marks a letter in each text, as far as there are free ones: the first letter of a word where that
    /// does, and where letters are short, earlier texts have one before later ones.
    std::vector<std::string> mark(const std::vector<std::string>& texts) const;

private:
    std::string taken_ = "defhilostvwy";
};

} // namespace perennial::uno
