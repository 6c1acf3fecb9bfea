#include "catalog/catalog.hpp"

#include "catalog/joined.hpp"
#include "metrics/clients_functions.hpp"
#include "metrics/cohort_functions.hpp"
#include "metrics/due_functions.hpp"
#include "metrics/investment_functions.hpp"
#include "metrics/ledger_functions.hpp"
#include "metrics/lifecycle_functions.hpp"
#include "metrics/loyalty_functions.hpp"
#include "metrics/ltv_functions.hpp"
#include "metrics/models_functions.hpp"
#include "metrics/mrr_functions.hpp"
#include "metrics/referral_functions.hpp"
#include "metrics/retention_functions.hpp"
#include "metrics/survival_functions.hpp"
#include "metrics/trust_functions.hpp"

namespace perennial::catalog {
namespace {

constexpr auto rows =
    joined(trust_functions, loyalty_functions, ltv_functions, lifecycle_functions, retention_functions,
           mrr_functions, cohort_functions, due_functions, survival_functions, referral_functions,
           investment_functions, ledger_functions, clients_functions, models_functions);

} // namespace

std::span<const Function> functions() {
    return rows;
}

} // namespace perennial::catalog
