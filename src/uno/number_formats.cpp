#include "uno/number_formats.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace perennial::uno {
namespace {

using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;
using Owner = Reference<com::sun::star::uno::XInterface>;

Reference<com::sun::star::util::XNumberFormats> formats_of(const Owner& owner) {
    return Reference<com::sun::star::util::XNumberFormatsSupplier>(owner, UNO_QUERY_THROW)
        ->getNumberFormats();
}

} // namespace

sal_Int32 number_format_key(const Owner& owner, const std::string& code) {
    return number_format_key(owner, NumberCode{wide(code), {"en", "US", ""}});
}

sal_Int32 number_format_key(const Owner& owner, const NumberCode& code) {
    const auto formats = formats_of(owner);
    const sal_Int32 known = formats->queryKey(code.code, code.locale, false);
    return known == -1 ? formats->addNew(code.code, code.locale) : known;
}

NumberCode number_code(const Owner& owner, sal_Int32 key) {
    NumberCode code;
    const auto format = formats_of(owner)->getByKey(key);
    format->getPropertyValue("FormatString") >>= code.code;
    format->getPropertyValue("Locale") >>= code.locale;
    return code;
}

NumberCode whole_number_code(const Owner& owner, sal_Int32 key) {
    NumberCode code = number_code(owner, key);
    code.code = formats_of(owner)->generateFormat(key, code.locale, true, false, 0, 1);
    return code;
}

} // namespace perennial::uno
