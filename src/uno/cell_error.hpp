#pragma once

#include "metrics/error.hpp"

#include <com/sun/star/uno/Any.hxx>

#include <cstdint>

/// What a cell shows for each error. Calc reads the error number from the low bits of a quiet NaN, in single
/// results and inside tables; a UNO exception could say only three of them.
namespace perennial::uno {

enum CalcError : std::uint16_t {
    err_illegal_argument = 502,
    err_illegal_number = 503,
    err_no_value = 519, // #VALUE!
    err_no_convergence = 523,
    err_division_by_zero = 532,
    err_not_available = 0x7fff,
};

double boxed_error(int code);
double boxed_error(metrics::Fault fault);

/// The error of the exception being handled, for a catch (...) around a call.
com::sun::star::uno::Any current_error();

} // namespace perennial::uno
