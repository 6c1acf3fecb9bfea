#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

#include <algorithm>
#include <chrono>

/// What reading cells costs and nothing else: a job inside the office that asks for the cells of a range and
/// drops them. It is the floor under every function that reads them.
namespace {

namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using com::sun::star::beans::NamedValue;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY_THROW;
using rtl::OUString;

class BareReading
    : public cppu::WeakImplHelper2<com::sun::star::task::XJob, com::sun::star::lang::XServiceInfo> {
public:
    /// Takes "Range", and "Rows" to read at a time; gives the seconds that it took.
    Any SAL_CALL execute(const Sequence<NamedValue>& arguments) override {
        Reference<table::XCellRange> range;
        sal_Int32 rows_at_a_time = 0;
        for (const NamedValue& argument : arguments)
            if (argument.Name == "Range")
                argument.Value >>= range;
            else if (argument.Name == "Rows")
                argument.Value >>= rows_at_a_time;
        const table::CellRangeAddress area =
            Reference<sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
        const sal_Int32 columns = area.EndColumn - area.StartColumn;
        const sal_Int32 last = area.EndRow - area.StartRow;

        const auto start = std::chrono::steady_clock::now();
        for (sal_Int32 row = 0; row <= last; row += rows_at_a_time) {
            const Reference<sheet::XCellRangeData> part(
                range->getCellRangeByPosition(0, row, columns, std::min(last, row + rows_at_a_time - 1)),
                UNO_QUERY_THROW);
            part->getDataArray();
        }
        return Any(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }

    OUString SAL_CALL getImplementationName() override { return "org.perennial.bench.BareReading"; }
    sal_Bool SAL_CALL supportsService(const OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<OUString> SAL_CALL getSupportedServiceNames() override {
        const OUString name = getImplementationName();
        return {&name, 1};
    }
};

} // namespace

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
bare_reading_get(com::sun::star::uno::XComponentContext*, const Sequence<Any>&) {
    return cppu::acquire(static_cast<cppu::OWeakObject*>(new BareReading));
}
