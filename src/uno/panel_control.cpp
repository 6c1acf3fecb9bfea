#include "uno/panel_control.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>

namespace perennial::uno {

namespace awt = com::sun::star::awt;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

/// For controls that cannot say how large they want to be: the progress bar.
constexpr int bar_height = 8;

} // namespace

Control::Control(const Reference<awt::XControl>& control)
    : control_(control), window_(control, UNO_QUERY_THROW), model_(control->getModel(), UNO_QUERY_THROW) {}

Extent Control::natural() const {
    const Reference<awt::XLayoutConstrains> constraints(control_, UNO_QUERY);
    if (!constraints.is())
        return {bar_height, bar_height};
    const awt::Size size = constraints->getPreferredSize();
    return {size.Width, size.Height};
}

int Control::height_at(int width) const {
    const Reference<awt::XLayoutConstrains> constraints(control_, UNO_QUERY);
    if (!constraints.is())
        return bar_height;
    if (model_->getPropertySetInfo()->hasPropertyByName("MultiLine"))
        return constraints->calcAdjustedSize({width, 0}).Height;
    return constraints->getPreferredSize().Height;
}

void Control::place(const Box& box) {
    window_->setPosSize(box.left, box.top, box.width, box.height, awt::PosSize::POSSIZE);
}

void Control::show(bool visible) {
    visible_ = visible;
    window_->setVisible(visible);
}

void Control::set(const char* property, const Any& value) {
    model_->setPropertyValue(OUString::createFromAscii(property), value);
}

void Control::enable(bool enabled) {
    set("Enabled", Any(enabled));
}

void Control::focus() {
    window_->setFocus();
}

bool Control::is(const Reference<com::sun::star::uno::XInterface>& source) const {
    return control_ == source;
}

void set_text(Control& control, const std::string& text) {
    control.set("Label", Any(wide(text)));
}

void set_choices(Control& list, const std::vector<std::string>& choices, std::size_t chosen) {
    Sequence<OUString> items(static_cast<sal_Int32>(choices.size()));
    for (std::size_t index = 0; index < choices.size(); ++index)
        items.getArray()[index] = wide(choices[index]);
    const sal_Int16 selected = static_cast<sal_Int16>(chosen);
    list.set("StringItemList", Any(items));
    list.set("SelectedItems",
             Any(chosen < choices.size() ? Sequence<sal_Int16>(&selected, 1) : Sequence<sal_Int16>()));
}

std::optional<std::size_t> chosen(const Control& list) {
    const sal_Int16 position = list.as<awt::XListBox>()->getSelectedItemPos();
    return position < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(position));
}

} // namespace perennial::uno
