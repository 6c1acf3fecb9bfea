#include "uno/strings.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace perennial::uno {
namespace {

catalog::Language& learned() {
    static catalog::Language language = catalog::Language::english;
    return language;
}

} // namespace

rtl::OUString wide(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

std::string narrow(const rtl::OUString& text) {
    const rtl::OString converted = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {converted.getStr(), static_cast<std::size_t>(converted.getLength())};
}

void learn_language(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context) {
    namespace uno = com::sun::star::uno;
    uno::Sequence<uno::Any> arguments(1);
    arguments.getArray()[0] <<=
        com::sun::star::beans::NamedValue("nodepath", uno::Any(rtl::OUString("/org.openoffice.Setup/L10N")));
    const uno::Reference<com::sun::star::container::XNameAccess> settings(
        com::sun::star::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        uno::UNO_QUERY_THROW);
    rtl::OUString locale;
    settings->getByName("ooLocale") >>= locale;
    if (locale.startsWith("zh-TW") || locale.startsWith("zh-HK") || locale.startsWith("zh-Hant"))
        learned() = catalog::Language::traditional_chinese;
    else if (locale.startsWith("zh"))
        learned() = catalog::Language::simplified_chinese;
    else
        learned() = catalog::Language::english;
}

catalog::Language office_language() {
    return learned();
}

std::string shown(catalog::Text text) {
    return std::string(catalog::translated(text, office_language()));
}

} // namespace perennial::uno
