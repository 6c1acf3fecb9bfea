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

    Extent natural() const override;
    int height_at(int width) const override;
    void place(const Box& box) override;
    void show(bool visible) override;
    bool visible() const override { return visible_; }

    void set(const char* property, const com::sun::star::uno::Any& value);
    void enable(bool enabled);
    void focus();
    bool is(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& source) const;

    template <class Interface>
    com::sun::star::uno::Reference<Interface> as() const {
        return {control_, com::sun::star::uno::UNO_QUERY_THROW};
    }

private:
    com::sun::star::uno::Reference<com::sun::star::awt::XControl> control_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> model_;
    bool visible_ = true;
};

/// A text that breaks where the panel is narrow.
void set_text(Control& control, const std::string& text);

/// A list to choose from.
void set_choices(Control& list, const std::vector<std::string>& choices, std::size_t chosen);
std::optional<std::size_t> chosen(const Control& list);

} // namespace perennial::uno
