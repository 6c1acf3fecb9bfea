#include "uno/number_formats.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <rtl/ustrbuf.hxx>

#include <algorithm>

namespace perennial::uno {
namespace {

using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;
using Owner = Reference<com::sun::star::uno::XInterface>;

Reference<com::sun::star::util::XNumberFormats> formats_of(const Owner& owner) {
    return Reference<com::sun::star::util::XNumberFormatsSupplier>(owner, UNO_QUERY_THROW)
        ->getNumberFormats();
}

/// The end of what stands at a place in a format code and is one: a text in quotes, a part in brackets, a
/// letter with the sign that says how it is shown, or a letter alone.
sal_Int32 end_of_part(const rtl::OUString& code, sal_Int32 at) {
    const sal_Unicode letter = code[at];
    if (letter == '"' || letter == '[') {
        const sal_Int32 close = code.indexOf(letter == '"' ? '"' : ']', at + 1);
        return close == -1 ? code.getLength() : close + 1;
    }
    const bool is_sign = letter == '\\' || letter == '_' || letter == '*';
    return std::min(at + (is_sign ? 2 : 1), code.getLength());
}

/// The end of the decimals that begin at a place in a format code; the place itself where none do.
sal_Int32 end_of_decimals(const rtl::OUString& code, sal_Int32 at, const rtl::OUString& separator) {
    if (separator.isEmpty() || !code.match(separator, at))
        return at;
    const sal_Int32 first = at + separator.getLength();
    // Written as digits, or as hyphens where there are none.
    const rtl::OUString letters = code.match("-", first) ? rtl::OUString("-") : rtl::OUString("0#?");
    sal_Int32 end = first;
    while (end < code.getLength() && letters.indexOf(code[end]) != -1)
        ++end;
    return end == first ? at : end;
}

/// A code without its decimals, in each of its parts; the office would make a new one, with the currency
/// where its locale has it.
rtl::OUString without_decimals(const rtl::OUString& code, const rtl::OUString& separator) {
    rtl::OUStringBuffer kept;
    for (sal_Int32 at = 0; at < code.getLength();) {
        const sal_Int32 past_decimals = end_of_decimals(code, at, separator);
        const sal_Int32 end = past_decimals == at ? end_of_part(code, at) : past_decimals;
        if (past_decimals == at)
            kept.append(code.copy(at, end - at));
        at = end;
    }
    return kept.makeStringAndClear();
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
    code.code = without_decimals(code.code, decimal_separator(code.locale));
    return code;
}

} // namespace perennial::uno
