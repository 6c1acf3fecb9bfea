#include "uno/cell_error.hpp"

#include <bit>

namespace perennial::uno {

double boxed_error(int code) {
    constexpr std::uint64_t quiet_nan = 0x7ff8000000000000;
    return std::bit_cast<double>(quiet_nan | static_cast<std::uint32_t>(code));
}

double boxed_error(metrics::Fault fault) {
    switch (fault) {
    case metrics::Fault::domain:
        return boxed_error(err_illegal_argument);
    case metrics::Fault::bad_data:
        return boxed_error(err_no_value);
    case metrics::Fault::missing_value:
        return boxed_error(err_not_available);
    case metrics::Fault::division_by_zero:
        return boxed_error(err_division_by_zero);
    case metrics::Fault::no_convergence:
        return boxed_error(err_no_convergence);
    }
    return boxed_error(err_no_value);
}

com::sun::star::uno::Any current_error() {
    try {
        throw;
    } catch (const metrics::Error& error) {
        return com::sun::star::uno::Any(boxed_error(error.fault()));
    } catch (const metrics::CellError& error) {
        return com::sun::star::uno::Any(boxed_error(error.code()));
    } catch (...) {
        // Whatever else fails (no memory, a range whose sheet has gone) must not leave the add-in.
        return com::sun::star::uno::Any(boxed_error(err_no_value));
    }
}

} // namespace perennial::uno
