#pragma once

#include "catalog/texts.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>

#include <string>
#include <string_view>

/// The office's strings are UTF-16, the project's UTF-8.
namespace perennial::uno {

rtl::OUString wide(std::string_view text);
std::string narrow(const rtl::OUString& text);

/// Learns the language of the office's interface, which does not change while it runs. Each component calls
/// it when it is made, since only then it is handed the office's context.
void learn_language(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);
catalog::Language office_language();

/// A text in the language of the office.
std::string shown(catalog::Text text);

} // namespace perennial::uno
