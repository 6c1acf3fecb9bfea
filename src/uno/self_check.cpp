#include "uno/self_check.hpp"

#include "catalog/naming.hpp"
#include "uno/strings.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <fmt/format.h>

namespace perennial::uno {
namespace {

namespace uno = com::sun::star::uno;
using catalog::text;
using uno::UNO_QUERY_THROW;

/// The folder of the templates in the office's language, as the registry's Paths.xcu says.
std::string_view template_folder() {
    static constexpr std::string_view folders[] = {"en-US", "zh-CN", "zh-TW"};
    return folders[static_cast<std::size_t>(office_language())];
}

/// The count in the cell with this name.
int count(const Document& document, std::string_view name) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNameAccess> names(
        properties->getPropertyValue("NamedRanges"), UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XCellRangeReferrer> named(names->getByName(wide(name)),
                                                                          UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::table::XCellRange> cells(named->getReferredCells(), UNO_QUERY_THROW);
    return static_cast<int>(cells->getCellByPosition(0, 0)->getValue());
}

} // namespace

Outcome open_self_check(const uno::Reference<uno::XComponentContext>& context) {
    const rtl::OUString place =
        com::sun::star::deployment::PackageInformationProvider::get(context)->getPackageLocation(
            wide(catalog::extension_identifier));
    const rtl::OUString url =
        place + wide(fmt::format("/templates/{}/Perennial/self_check.ots", template_folder()));
    uno::Sequence<com::sun::star::beans::PropertyValue> options(1);
    options.getArray()[0].Name = "AsTemplate";
    options.getArray()[0].Value <<= true;
    const Document document(
        com::sun::star::frame::Desktop::create(context)->loadComponentFromURL(url, "_blank", 0, options),
        UNO_QUERY_THROW);
    const int all = count(document, "self_check_all");
    const int agreeing = count(document, "self_check_agreeing");
    const catalog::Text sentence = agreeing == all
                                       ? text("All {all} checks agree with the published results")
                                       : text("{agreeing} of {all} checks agree with the published results");
    return {agreeing == all,
            fmt::format(fmt::runtime(shown(sentence)), fmt::arg("agreeing", agreeing), fmt::arg("all", all))};
}

} // namespace perennial::uno
