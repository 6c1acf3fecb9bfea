#include "uno/strings.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/i18n/LocaleData2.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace perennial::uno {
namespace {

catalog::Language& learned() {
    static catalog::Language language = catalog::Language::english;
    return language;
}

/// Never destroyed, as the locales: they would be released after the office has gone.
com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& kept_context() {
    static auto* const context = new com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
    return *context;
}

com::sun::star::uno::Reference<com::sun::star::i18n::XLocaleData5>& locales() {
    static auto* const data = new com::sun::star::uno::Reference<com::sun::star::i18n::XLocaleData5>;
    return *data;
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
    kept_context() = context;
    uno::Sequence<uno::Any> arguments(1);
    arguments.getArray()[0] <<=
        com::sun::star::beans::NamedValue("nodepath", uno::Any(rtl::OUString("/org.openoffice.Setup/L10N")));
    const uno::Reference<com::sun::star::container::XNameAccess> settings(
        com::sun::star::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        uno::UNO_QUERY_THROW);
    if (!locales().is())
        locales() = com::sun::star::i18n::LocaleData2::create(context);
    rtl::OUString locale;
    settings->getByName("ooLocale") >>= locale;
    if (locale.startsWith("zh-TW") || locale.startsWith("zh-HK") || locale.startsWith("zh-Hant"))
        learned() = catalog::Language::traditional_chinese;
    else if (locale.startsWith("zh"))
        learned() = catalog::Language::simplified_chinese;
    else
        learned() = catalog::Language::english;
}

const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& office_context() {
    return kept_context();
}

catalog::Language office_language() {
    return learned();
}

metrics::DateOrder date_order(const com::sun::star::lang::Locale& locale) {
    std::vector<std::string> patterns;
    if (locales().is())
        for (const rtl::OUString& pattern : locales()->getDateAcceptancePatterns(locale))
            patterns.push_back(narrow(pattern));
    return metrics::date_order(patterns);
}

rtl::OUString decimal_separator(const com::sun::star::lang::Locale& locale) {
    return locales().is() ? locales()->getLocaleItem(locale).decimalSeparator : rtl::OUString();
}

std::string shown(catalog::Text text) {
    return std::string(catalog::translated(text, office_language()));
}

} // namespace perennial::uno
