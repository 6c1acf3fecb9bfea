#include "uno/number_formats.hpp"

#include "uno/strings.hpp"

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace perennial::uno {

using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY_THROW;

sal_Int32 number_format_key(const Reference<com::sun::star::uno::XInterface>& owner,
                            const std::string& code) {
    const com::sun::star::lang::Locale english("en", "US", "");
    const Reference<com::sun::star::util::XNumberFormats> formats =
        Reference<com::sun::star::util::XNumberFormatsSupplier>(owner, UNO_QUERY_THROW)->getNumberFormats();
    const sal_Int32 known = formats->queryKey(wide(code), english, false);
    return known == -1 ? formats->addNew(wide(code), english) : known;
}

} // namespace perennial::uno
