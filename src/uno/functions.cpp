#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"
#include "metrics/investment.hpp"
#include "metrics/ledger.hpp"
#include "metrics/lifecycle.hpp"
#include "metrics/loyalty.hpp"
#include "metrics/ltv.hpp"
#include "metrics/retention.hpp"
#include "metrics/trust.hpp"
#include "uno/invoke.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/perennial/XPerennial.hpp>

namespace perennial::uno {
namespace {

using com::sun::star::table::XCellRange;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using rtl::OUString;

/// The add-in: one line per function, in the order of the catalogue. It has no state, since the office shares
/// one object between all documents.
class Functions
    : public cppu::WeakImplHelper2<org::perennial::XPerennial, com::sun::star::lang::XServiceInfo> {
public:
    // clang-format off
    Any SAL_CALL trustcompound(double initial, double delivery, double retention, double proof, double periods) override { return invoke<&metrics::trust_compound>(initial, delivery, retention, proof, periods); }
    Any SAL_CALL trustdecay(double initial, double months, const Any& halfLife) override { return invoke<&metrics::trust_decay>(initial, months, halfLife); }
    Any SAL_CALL trustscore(double visibility, double response, double ritual, double proof, const Any& weights) override { return invoke<&metrics::trust_score>(visibility, response, ritual, proof, weights); }
    Any SAL_CALL r3index(double repeat, double renew, double refer) override { return invoke<&metrics::r3_index>(repeat, renew, refer); }
    Any SAL_CALL repeatrate(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const Any& from, const Any& to) override { return invoke<&metrics::repeat_rate>(document, clients, dates, from, to); }
    Any SAL_CALL ltv(double margin, double churn, const Any& discount, const Any& timing) override { return invoke<&metrics::ltv>(margin, churn, discount, timing); }
    Any SAL_CALL lifecyclestage(const DocumentProperties& document, double first, double last, double asOf, const Any& dormantMonths, const Any& introMonths, const Any& growthMonths, const Any& labels) override { return invoke<&metrics::lifecycle_stage_word>(document, first, last, asOf, dormantMonths, introMonths, growthMonths, labels); }
    Any SAL_CALL retentionrate(double start, double end, double newValue) override { return invoke<&metrics::retention_rate>(start, end, newValue); }
    Any SAL_CALL nrr(double start, double expansion, double contraction, double churn) override { return invoke<&metrics::nrr>(start, expansion, contraction, churn); }
    Any SAL_CALL cohort(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& unit, const Any& measure, const Any& asOf) override { return invoke<&metrics::cohort>(document, clients, dates, amounts, unit, measure, asOf); }
    Any SAL_CALL potentialscore(double walletShare, double crossBuy, double engagement, const Any& stage, const Any& weights, const Any& timing) override { return invoke<&metrics::potential_score>(walletShare, crossBuy, engagement, stage, weights, timing); }
    Any SAL_CALL clienttable(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& asOf) override { return invoke<&metrics::client_table>(document, clients, dates, amounts, asOf); }
    Any SAL_CALL ledgercheck(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts) override { return invoke<&metrics::ledger_check>(document, clients, dates, amounts); }
    // clang-format on

    OUString SAL_CALL getImplementationName() override { return "Perennial"; }
    sal_Bool SAL_CALL supportsService(const OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<OUString> SAL_CALL getSupportedServiceNames() override { return {&service_, 1}; }

private:
    const OUString service_ = "Perennial";
};

} // namespace
} // namespace perennial::uno

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
perennial_functions_get(com::sun::star::uno::XComponentContext*,
                        const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return cppu::acquire(new perennial::uno::Functions);
}
