#pragma once

#include <com/sun/star/uno/XInterface.hpp>
#include <sal/types.h>

#include <string>

namespace perennial::uno {

/// The key of a format code, written as in English, in a document or a chart.
sal_Int32 number_format_key(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& owner,
                            const std::string& code);

} // namespace perennial::uno
