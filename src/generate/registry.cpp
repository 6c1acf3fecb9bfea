#include "generate/registry.hpp"

#include "catalog/catalog.hpp"
#include "catalog/languages.hpp"
#include "catalog/naming.hpp"
#include "generate/markup.hpp"

#include <fmt/format.h>

#include <string_view>

namespace perennial::generate {
namespace {

/// Writes nodes and properties, indented by their depth.
class Registry {
public:
    explicit Registry(const Translations& translations) : translations_(translations) {}

    void open(std::string_view name, std::string_view operation = {}) {
        const std::string attribute =
            operation.empty() ? std::string() : fmt::format(" oor:op=\"{}\"", operation);
        line(fmt::format("<node oor:name=\"{}\"{}>", escaped(name), attribute));
        ++depth_;
    }
    void close() {
        --depth_;
        line("</node>");
    }
    void value(std::string_view property, std::string_view text) {
        line(fmt::format("<prop oor:name=\"{}\"><value>{}</value></prop>", property, escaped(text)));
    }
    /// A name, which is the same in every language: formulas can be typed and read in each alike.
    void name(std::string_view property, std::string_view text) {
        localised(property, [text](catalog::Language) { return text; });
    }
    void text(std::string_view property, std::string_view english) {
        localised(property, [&](catalog::Language language) { return translations_.in(language, english); });
    }
    /// A property with a value for English alone.
    void english(std::string_view property, std::string_view text) {
        line(fmt::format("<prop oor:name=\"{}\"><value xml:lang=\"{}\">{}</value></prop>", property,
                         catalog::languages[0].code, escaped(text)));
    }
    const std::string& written() const { return written_; }

private:
    template <class Text>
    void localised(std::string_view property, Text text) {
        line(fmt::format("<prop oor:name=\"{}\">", property));
        ++depth_;
        for (const catalog::WrittenLanguage& written : catalog::languages)
            line(fmt::format("<value xml:lang=\"{}\">{}</value>", written.code,
                             escaped(text(written.language))));
        --depth_;
        line("</prop>");
    }
    void line(std::string_view markup) { written_.append(2 * depth_, ' ').append(markup).push_back('\n'); }

    const Translations& translations_;
    std::string written_;
    std::size_t depth_ = 1;
};

void write(Registry& registry, const catalog::Function& function) {
    registry.open(catalog::method_name(function.name), "replace");
    registry.name("DisplayName", function.name);
    registry.text("Description", function.summary);
    registry.value("Category", "Add-In");
    registry.english("CompatibilityName", function.name);
    registry.open("Parameters");
    for (const catalog::Argument& argument : function.argument_list()) {
        // The wizard finds the texts of a parameter by its name in the type library.
        registry.open(catalog::parameter_name(argument.name), "replace");
        registry.name("DisplayName", argument.name);
        registry.text("Description", argument.text);
        registry.close();
    }
    registry.close();
    registry.close();
}

} // namespace

std::string registry(const Translations& translations) {
    Registry registry(translations);
    registry.open("AddInInfo");
    registry.open(catalog::service, "replace");
    registry.open("AddInFunctions");
    for (const catalog::Function& function : catalog::functions())
        write(registry, function);
    registry.close();
    registry.close();
    registry.close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!-- Written by the target regenerate. -->\n"
           "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\"\n"
           "                    xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
           "                    oor:name=\"CalcAddIns\" oor:package=\"org.openoffice.Office\">\n" +
           registry.written() + "</oor:component-data>\n";
}

} // namespace perennial::generate
