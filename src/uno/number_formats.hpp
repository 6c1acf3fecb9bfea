#pragma once

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/uno/XInterface.hpp>
#include <rtl/ustring.hxx>
#include <sal/types.h>

#include <string>

namespace perennial::uno {

/// The key of a format code, written as in English, in a document or a chart.
sal_Int32 number_format_key(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& owner,
                            const std::string& code);

/// A format's code as its locale writes it, to be taken to another document or to a chart.
struct NumberCode {
    rtl::OUString code;
    com::sun::star::lang::Locale locale;
};
NumberCode number_code(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& owner,
                       sal_Int32 key);
/// The same format without decimals.
NumberCode whole_number_code(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& owner,
                             sal_Int32 key);
sal_Int32 number_format_key(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& owner,
                            const NumberCode& code);

} // namespace perennial::uno
