#pragma once

#include "catalog/texts.hpp"
#include "metrics/date_text.hpp"

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>

#include <string>
#include <string_view>

/// The office's strings are UTF-16, the project's UTF-8.
namespace perennial::uno {

rtl::OUString wide(std::string_view text);
std::string narrow(const rtl::OUString& text);

/// Learns the language of the office's interface, which does not change while it runs, and where to look up
/// what is usual in other locales. Each component calls it when it is made, since only then it is handed the
/// office's context, which is kept.
void learn_language(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);
catalog::Language office_language();
const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& office_context();

/// How dates are written in a locale; where nothing is known of it, nothing is guessed: year first.
metrics::DateOrder date_order(const com::sun::star::lang::Locale& locale);
/// What stands before the decimals in a locale, empty where nothing is known of it.
rtl::OUString decimal_separator(const com::sun::star::lang::Locale& locale);

/// A text in the language of the office.
std::string shown(catalog::Text text);

} // namespace perennial::uno
