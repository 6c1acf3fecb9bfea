#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"
#include "metrics/due.hpp"
#include "metrics/investment.hpp"
#include "metrics/ledger.hpp"
#include "metrics/lifecycle.hpp"
#include "metrics/loyalty.hpp"
#include "metrics/ltv.hpp"
#include "metrics/models.hpp"
#include "metrics/mrr.hpp"
#include "metrics/referral.hpp"
#include "metrics/retention.hpp"
#include "metrics/survival.hpp"
#include "metrics/trust.hpp"
#include "uno/invoke.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/perennial/XPerennial.hpp>

namespace perennial::uno {
namespace {

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
    Any SAL_CALL trustperiods(double target, double initial, double delivery, double retention, double proof) override { return invoke<&metrics::trust_periods>(target, initial, delivery, retention, proof); }
    Any SAL_CALL trusthalflife(double initial, double final, double months) override { return invoke<&metrics::trust_half_life>(initial, final, months); }
    Any SAL_CALL trustpath(double initial, double delivery, double retention, double proof, const Any& touches, const Any& halfLife, const Any& monthsPerPeriod) override { return invoke<&metrics::trust_path>(initial, delivery, retention, proof, touches, halfLife, monthsPerPeriod); }
    Any SAL_CALL flywheelstage(double orders, double deliveries, double proofs, double expansions, double renewals, double referrals, const Any& labels) override { return invoke<&metrics::flywheel_stage>(orders, deliveries, proofs, expansions, renewals, referrals, labels); }
    Any SAL_CALL repeatrate(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const Any& from, const Any& to) override { return invoke<&metrics::repeat_rate>(document, clients, dates, from, to); }
    Any SAL_CALL renewalrate(const DocumentProperties& document, const CellRange& ends, const CellRange& renewed, const Any& from, const Any& to) override { return invoke<&metrics::renewal_rate>(document, ends, renewed, from, to); }
    Any SAL_CALL returningshare(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, double from, double to) override { return invoke<&metrics::returning_share>(document, clients, dates, amounts, from, to); }
    Any SAL_CALL averageticket(const CellRange& clients, const CellRange& amounts, const Any& per) override { return invoke<&metrics::average_ticket>(clients, amounts, per); }
    Any SAL_CALL upgradetime(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& tiers, const Any& statistic) override { return invoke<&metrics::upgrade_time>(document, clients, dates, tiers, statistic); }
    Any SAL_CALL ltv(double margin, double churn, const Any& discount, const Any& timing) override { return invoke<&metrics::ltv>(margin, churn, discount, timing); }
    Any SAL_CALL ltvhorizon(double margin, double churn, double periods, const Any& discount, const Any& timing) override { return invoke<&metrics::ltv_horizon>(margin, churn, periods, discount, timing); }
    Any SAL_CALL ltvpotential(const Any& values, const Any& probabilities) override { return invoke<&metrics::ltv_potential>(values, probabilities); }
    Any SAL_CALL ltvcapture(double earned, double potential) override { return invoke<&metrics::ltv_capture>(earned, potential); }
    Any SAL_CALL cacpayback(double cost, double margin) override { return invoke<&metrics::cac_payback>(cost, margin); }
    Any SAL_CALL retentiongain(double margin, double churn, double points, const Any& discount) override { return invoke<&metrics::retention_gain>(margin, churn, points, discount); }
    Any SAL_CALL annualsaving(double monthly, double annual) override { return invoke<&metrics::annual_saving>(monthly, annual); }
    Any SAL_CALL clientsneeded(double goal, double price) override { return invoke<&metrics::clients_needed>(goal, price); }
    Any SAL_CALL valueroi(double delivered, double invested) override { return invoke<&metrics::value_roi>(delivered, invested); }
    Any SAL_CALL lifecyclestage(const DocumentProperties& document, double first, double last, double asOf, const Any& dormantMonths, const Any& introMonths, const Any& growthMonths, const Any& labels) override { return invoke<&metrics::lifecycle_stage_word>(document, first, last, asOf, dormantMonths, introMonths, growthMonths, labels); }
    Any SAL_CALL retentionrate(double start, double end, double newValue) override { return invoke<&metrics::retention_rate>(start, end, newValue); }
    Any SAL_CALL nrr(double start, double expansion, double contraction, double churn) override { return invoke<&metrics::nrr>(start, expansion, contraction, churn); }
    Any SAL_CALL churnrate(double start, double lost) override { return invoke<&metrics::churn_rate>(start, lost); }
    Any SAL_CALL grr(double start, double contraction, double churn) override { return invoke<&metrics::grr>(start, contraction, churn); }
    Any SAL_CALL netchurn(double start, double expansion, double contraction, double churn, const Any& reactivation) override { return invoke<&metrics::net_churn>(start, expansion, contraction, churn, reactivation); }
    Any SAL_CALL quickratio(double newValue, double expansion, double contraction, double churn, const Any& reactivation) override { return invoke<&metrics::quick_ratio>(newValue, expansion, contraction, churn, reactivation); }
    Any SAL_CALL expansionshare(double newValue, double expansion) override { return invoke<&metrics::expansion_share>(newValue, expansion); }
    Any SAL_CALL monthlyvalue(double amount, double months) override { return invoke<&metrics::monthly_value>(amount, months); }
    Any SAL_CALL churnrisk(const Any& signals, const Any& weights) override { return invoke<&metrics::churn_risk>(signals, weights); }
    Any SAL_CALL rateinterval(double successes, double trials, const Any& confidence) override { return invoke<&metrics::rate_interval>(successes, trials, confidence); }
    Any SAL_CALL mrrmovements(const DocumentProperties& document, const CellRange& clients, const CellRange& starts, const CellRange& ends, const CellRange& mrr, double from, double to, const Any& reactivationGap) override { return invoke<&metrics::mrr_movements>(document, clients, starts, ends, mrr, from, to, reactivationGap); }
    Any SAL_CALL cohort(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& unit, const Any& measure, const Any& asOf) override { return invoke<&metrics::cohort>(document, clients, dates, amounts, unit, measure, asOf); }
    Any SAL_CALL nexttouch(const DocumentProperties& document, double last, const Any& cadence) override { return invoke<&metrics::next_touch>(document, last, cadence); }
    Any SAL_CALL onboardingdue(const DocumentProperties& document, double start, const Any& done, const Any& days) override { return invoke<&metrics::onboarding_due>(document, start, done, days); }
    Any SAL_CALL kaplanmeier(const Any& durations, const Any& ended, const Any& entries, const Any& confidence) override { return invoke<&metrics::kaplan_meier>(durations, ended, entries, confidence); }
    Any SAL_CALL referraltier(double annualSpend, double activeDays, const Any& spendCut, const Any& activeCut, const Any& labels) override { return invoke<&metrics::referral_tier>(annualSpend, activeDays, spendCut, activeCut, labels); }
    Any SAL_CALL referralreward(double deal, const Any& size, const Any& rates) override { return invoke<&metrics::referral_reward>(deal, size, rates); }
    Any SAL_CALL referralfunnel(const CellRange& referred, const CellRange& clicked, const CellRange& registered, const CellRange& closed) override { return invoke<&metrics::referral_funnel>(referred, clicked, registered, closed); }
    Any SAL_CALL referreractivity(const DocumentProperties& document, const CellRange& referrers, const CellRange& dates, double from, double to) override { return invoke<&metrics::referrer_activity>(document, referrers, dates, from, to); }
    Any SAL_CALL referredlift(const Any& referred, const Any& values) override { return invoke<&metrics::referred_lift>(referred, values); }
    Any SAL_CALL kfactor(double invites, double conversion) override { return invoke<&metrics::k_factor>(invites, conversion); }
    Any SAL_CALL ktotal(double seeds, double k) override { return invoke<&metrics::k_total>(seeds, k); }
    Any SAL_CALL nps(const Any& scores) override { return invoke<&metrics::nps>(scores); }
    Any SAL_CALL referraladvice(double activity, double closeRate, double valueLift, const Any& targets, const Any& labels) override { return invoke<&metrics::referral_advice>(activity, closeRate, valueLift, targets, labels); }
    Any SAL_CALL referralvalue(const CellRange& clients, const CellRange& referrers, const CellRange& values, const Any& share, const Any& generations) override { return invoke<&metrics::referral_value>(clients, referrers, values, share, generations); }
    Any SAL_CALL referralrate(const CellRange& clients, const CellRange& referrers) override { return invoke<&metrics::referral_rate>(clients, referrers); }
    Any SAL_CALL potentialscore(double walletShare, double crossBuy, double engagement, const Any& stage, const Any& weights, const Any& timing) override { return invoke<&metrics::potential_score>(walletShare, crossBuy, engagement, stage, weights, timing); }
    Any SAL_CALL walletshare(double ours, double total) override { return invoke<&metrics::wallet_share>(ours, total); }
    Any SAL_CALL crossbuy(const Any& owned, const Any& weights) override { return invoke<&metrics::cross_buy>(owned, weights); }
    Any SAL_CALL engagement(const Any& counts, const Any& targets, const Any& weights) override { return invoke<&metrics::engagement>(counts, targets, weights); }
    Any SAL_CALL quadrant(double potential, double activity, const Any& potentialCut, const Any& activityCut, const Any& labels) override { return invoke<&metrics::quadrant>(potential, activity, potentialCut, activityCut, labels); }
    Any SAL_CALL allocate(double budget, const Any& scores, const Any& minimum, const Any& maximum, const Any& decimals) override { return invoke<&metrics::allocate>(budget, scores, minimum, maximum, decimals); }
    Any SAL_CALL misallocation(const Any& spend, const Any& potential) override { return invoke<&metrics::misallocation>(spend, potential); }
    Any SAL_CALL relationshiproi(double gain, double cost) override { return invoke<&metrics::relationship_roi>(gain, cost); }
    Any SAL_CALL ledgercheck(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts) override { return invoke<&metrics::ledger_check>(document, clients, dates, amounts); }
    Any SAL_CALL clienttable(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& asOf) override { return invoke<&metrics::client_table>(document, clients, dates, amounts, asOf); }
    Any SAL_CALL rfm(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& asOf, const Any& bins) override { return invoke<&metrics::rfm>(document, clients, dates, amounts, asOf, bins); }
    Any SAL_CALL rfsummary(const DocumentProperties& document, const CellRange& clients, const CellRange& dates, const CellRange& amounts, const Any& asOf, const Any& unit) override { return invoke<&metrics::rfm_summary>(document, clients, dates, amounts, asOf, unit); }
    Any SAL_CALL bgnbdfit(const Any& x, const Any& tx, const Any& age) override { return invoke<&metrics::bgnbd_fit>(x, tx, age); }
    Any SAL_CALL bgnbdalive(const Any& parameters, double x, double tx, double age) override { return invoke<&metrics::bgnbd_alive>(parameters, x, tx, age); }
    Any SAL_CALL bgnbdexpect(const Any& parameters, double x, double tx, double age, double horizon) override { return invoke<&metrics::bgnbd_expect>(parameters, x, tx, age, horizon); }
    Any SAL_CALL gammagammafit(const Any& x, const Any& value) override { return invoke<&metrics::gammagamma_fit>(x, value); }
    Any SAL_CALL gammagammamean(const Any& parameters, double x, double value) override { return invoke<&metrics::gammagamma_mean>(parameters, x, value); }
    Any SAL_CALL ltvpredict(const Any& bgnbd, const Any& gammagamma, double x, double tx, double age, double value, double horizon, const Any& discount) override { return invoke<&metrics::ltv_predict>(bgnbd, gammagamma, x, tx, age, value, horizon, discount); }
    Any SAL_CALL sbgfit(const Any& survivors) override { return invoke<&metrics::sbg_fit>(survivors); }
    Any SAL_CALL sbgsurvival(double alpha, double beta, double t) override { return invoke<&metrics::sbg_survival>(alpha, beta, t); }
    Any SAL_CALL sbgretention(double alpha, double beta, double t) override { return invoke<&metrics::sbg_retention>(alpha, beta, t); }
    Any SAL_CALL sbgresidual(double alpha, double beta, double renewals, double discount) override { return invoke<&metrics::sbg_residual>(alpha, beta, renewals, discount); }
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
