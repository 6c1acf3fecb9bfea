#include "uno/panel_control.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XFont.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>

#include <algorithm>
#include <map>
#include <set>

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

/// A text with as many letters taken out before its last word in brackets as it takes to fit.
template <class Fits>
std::string shortened(const std::string& text, const Fits& fits) {
    if (fits(text))
        return text;
    const std::size_t bracket = text.ends_with(')') ? text.rfind(" (") : std::string::npos;
    const std::string tail = bracket == std::string::npos ? std::string() : text.substr(bracket);
    OUString start = wide(text.substr(0, text.size() - tail.size()));
    while (!start.isEmpty()) {
        start = start.copy(0, start.getLength() - 1);
        std::string shorter = narrow(start.trim()) + "…" + tail;
        if (fits(shorter))
            return shorter;
    }
    return text;
}

} // namespace

Control::Control(const Reference<awt::XControl>& control)
    : control_(control), window_(control, UNO_QUERY_THROW), model_(control->getModel(), UNO_QUERY_THROW) {}

Extent Control::preferred() const {
    const Reference<awt::XLayoutConstrains> constraints(control_, UNO_QUERY);
    if (!constraints.is())
        return {bar_height, bar_height};
    const awt::Size size = constraints->getPreferredSize();
    return {size.Width, size.Height};
}

int Control::widest(const std::vector<std::string>& entries) const {
    int widest = 0;
    for (const std::string& entry : entries)
        widest = std::max(widest, text_width(entry));
    return widest;
}

Extent Control::natural() const {
    Extent extent = preferred();
    if (offered_ != choices_)
        extent.width += widest(choices_) - widest(offered_);
    return extent;
}

bool Control::yields() const {
    return !Reference<awt::XButton>(control_, UNO_QUERY).is();
}

int Control::height_at(int width) const {
    const Reference<awt::XLayoutConstrains> constraints(control_, UNO_QUERY);
    if (!constraints.is())
        return bar_height;
    if (yields() && model_->getPropertySetInfo()->hasPropertyByName("MultiLine"))
        return constraints->calcAdjustedSize({width, 0}).Height;
    return constraints->getPreferredSize().Height;
}

void Control::place(const Box& box) {
    if (!choices_.empty())
        fit_choices(box.width);
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

void Control::set_label(const std::string& text) {
    if (text == label_)
        return;
    label_ = text;
    set("Label", Any(wide(text)));
}

void Control::restore_label() {
    if (label_.empty())
        return;
    set("Label", Any(OUString()));
    set("Label", Any(wide(label_)));
}

bool Control::takes_focus() const {
    bool tabstop = false;
    bool enabled = false;
    if (model_->getPropertySetInfo()->hasPropertyByName("Tabstop"))
        model_->getPropertyValue("Tabstop") >>= tabstop;
    model_->getPropertyValue("Enabled") >>= enabled;
    return visible_ && tabstop && enabled;
}

void Control::set_text(const std::string& text) {
    std::string escaped;
    for (const char letter : text)
        escaped += letter == '~' ? std::string("~~") : std::string(1, letter);
    set_label(escaped);
}

int Control::text_width(const std::string& text) const {
    const Reference<awt::XDevice> device(control_->getPeer(), UNO_QUERY);
    // An empty description is the control's own font.
    const Reference<awt::XFont> font = device.is() ? device->getFont({}) : Reference<awt::XFont>();
    return font.is() ? font->getStringWidth(wide(text)) : 0;
}

void Control::offer(const std::vector<std::string>& entries) {
    if (entries == offered_)
        return;
    offered_ = entries;
    const auto selected = chosen();
    Sequence<OUString> items(static_cast<sal_Int32>(entries.size()));
    for (std::size_t index = 0; index < entries.size(); ++index)
        items.getArray()[index] = wide(entries[index]);
    set("StringItemList", Any(items));
    if (selected)
        choose(*selected);
}

/// Through the model: the list itself would tell its listeners, as if the user had chosen.
void Control::choose(std::size_t entry) {
    const auto position = static_cast<sal_Int16>(entry);
    set("SelectedItems", Any(Sequence<sal_Int16>(&position, entry < choices_.size() ? 1 : 0)));
}

void Control::set_choices(const std::vector<std::string>& choices, std::size_t chosen) {
    if (choices != choices_) {
        choices_ = choices;
        fitted_ = {};
        offer(choices);
        fit_choices(window_->getPosSize().Width);
    }
    if (this->chosen() != chosen)
        choose(chosen);
}

std::optional<std::size_t> Control::chosen() const {
    const sal_Int16 position = as<awt::XListBox>()->getSelectedItemPos();
    return position < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(position));
}

void Control::fit_choices(int width) {
    const Extent own = preferred();
    if (width <= 0 || (width == fitted_.width && own.height == fitted_.height))
        return;
    fitted_ = {width, own.height};
    const int room = width - (own.width - widest(offered_));
    std::vector<std::string> fitted = choices_;
    for (std::string& entry : fitted)
        entry = shortened(entry, [&](const std::string& text) { return text_width(text) <= room; });
    offer(fitted);
}

namespace {

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// The places of a text's letters that may be marked, those at which words begin first.
std::vector<std::size_t> places_to_mark(const std::string& text, const std::string& taken) {
    std::vector<std::size_t> places;
    for (const bool at_word : {true, false})
        for (std::size_t place = 0; place < text.size(); ++place) {
            const char letter = small(text[place]);
            if (letter >= 'a' && letter <= 'z' && taken.find(letter) == std::string::npos &&
                at_word == (place == 0 || text[place - 1] == ' '))
                places.push_back(place);
        }
    return places;
}

/// Which text has which letter. A text that finds its letters given away has another one move, if that can.
class Marking {
public:
    Marking(const std::vector<std::string>& texts, const std::string& taken) : texts_(texts) {
        for (const std::string& text : texts)
            places_.push_back(places_to_mark(text, taken));
        chosen_.resize(texts.size());
        for (std::size_t text = 0; text < texts.size(); ++text) {
            std::set<char> tried;
            find_place(text, tried);
        }
    }

    std::optional<std::size_t> place(std::size_t text) const { return chosen_[text]; }

private:
    bool find_place(std::size_t text, std::set<char>& tried) {
        for (const bool may_move : {false, true})
            for (const std::size_t place : places_[text]) {
                const char letter = small(texts_[text][place]);
                const auto owner = owners_.find(letter);
                const bool given = owner != owners_.end();
                if (given && (!may_move || !tried.insert(letter).second || !find_place(owner->second, tried)))
                    continue;
                owners_[letter] = text;
                chosen_[text] = place;
                return true;
            }
        return false;
    }

    const std::vector<std::string>& texts_;
    std::vector<std::vector<std::size_t>> places_;
    std::vector<std::optional<std::size_t>> chosen_;
    std::map<char, std::size_t> owners_;
};

} // namespace

void Mnemonics::keep(const std::string& text) {
    if (const std::size_t marked = text.find('~'); marked != std::string::npos && marked + 1 < text.size())
        taken_ += small(text[marked + 1]);
}

std::vector<std::string> Mnemonics::mark(const std::vector<std::string>& texts) const {
    const Marking marking(texts, taken_);
    std::vector<std::string> marked;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const auto place = marking.place(text);
        marked.push_back(place ? texts[text].substr(0, *place) + '~' + texts[text].substr(*place)
                               : texts[text]);
    }
    return marked;
}

} // namespace perennial::uno
