#pragma once

#include "catalog/function.hpp"
#include "metrics/state.hpp"
#include "uno/cell_error.hpp"
#include "uno/columns.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

/// From a call of Calc to a call of a function of the catalogue and back: each argument is converted by the
/// parameter type of the C++ function, and each error becomes what a cell shows.
namespace perennial::uno {

using com::sun::star::uno::Any;
using DocumentProperties = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

metrics::NullDate null_date(const DocumentProperties& document);

/// An argument that may be left out; text where a number belongs is bad data.
std::optional<double> number(const Any& given);
/// A number or text for a keyword, empty when left out.
std::optional<std::variant<double, std::string>> word(const Any& given);
/// One number, a range or an array, row by row; a cell without a value is NaN, text is bad data.
std::optional<std::vector<double>> numbers(const Any& given);
std::optional<std::vector<std::string>> labels(const Any& given);
/// A range or an array, row by row, without the empty cells at its end.
std::optional<metrics::Cells> cells(const Any& given);
/// A day or, in a range of two cells, a day and a number above 0 where rows that cannot be used are to be
/// passed over, or a word for the order in which dates written as text are read, too; either may be empty.
metrics::Until until(const Any& given);
/// A number of generations or, in a range of two cells, such a number or nothing, and a heading.
metrics::Generations generations(const Any& given);
/// What such a range says of the state of the columns, in its third cell.
metrics::StateSaid state_said(const Any& given);
/// A number of days, or the word for a period.
metrics::Cadence cadence(const Any& given);

Any to_calc(double value);
Any to_calc(const std::string& value);
Any to_calc(const metrics::Table& value);

/// Keeps what a converted argument refers to for the length of the call.
template <class Parameter>
struct Held;

/// The columns of one call, read in one go, handed out in the order of the arguments.
class CallColumns {
public:
    template <class... Given>
    explicit CallColumns(std::optional<double> state, const Given&... given) {
        (collect(given), ...);
        columns_ = read_columns(ranges_, document_, {}, state);
    }

    const metrics::Column& next() { return *columns_[next_++]; }

    /// What was found out of them, where they are kept.
    metrics::KeptHistories* histories() const { return histories_of(columns_); }

    /// Remembers them, and gives the number of their state.
    double remember() const { return uno::remember(ranges_, columns_, document_); }

private:
    void collect(const CellRange& range) { ranges_.push_back(range); }
    void collect(const DocumentProperties& properties) { document_ = properties; }
    template <class Other>
    void collect(const Other&) {}

    std::vector<CellRange> ranges_;
    DocumentIdentity document_;
    std::vector<SharedColumn> columns_;
    std::size_t next_ = 0;
};

template <>
struct Held<metrics::NullDate> {
    Held(const DocumentProperties& given, CallColumns&) : value(null_date(given)) {}
    metrics::NullDate value;
};

template <>
struct Held<double> {
    Held(double given, CallColumns&) : value(given) {}
    double value;
};

template <>
struct Held<std::optional<double>> {
    Held(const Any& given, CallColumns&) : value(number(given)) {}
    std::optional<double> value;
};

template <>
struct Held<metrics::Until> {
    Held(const Any& given, CallColumns& columns) : value(until(given)) { value.kept = columns.histories(); }
    metrics::Until value;
};

template <>
struct Held<metrics::Generations> {
    Held(const Any& given, CallColumns&) : value(generations(given)) {}
    metrics::Generations value;
};

template <metrics::Keyword Word>
struct Held<std::optional<Word>> {
    Held(const Any& given, CallColumns&) {
        if (const auto text = word(given))
            value = std::visit([](const auto& which) { return metrics::parse_keyword<Word>(which); }, *text);
    }
    std::optional<Word> value;
};

template <metrics::Keyword Word>
struct Held<Word> {
    Held(const Any& given, CallColumns& columns)
        : value(Held<std::optional<Word>>(given, columns).value.value()) {}
    Word value;
};

template <>
struct Held<metrics::Column> {
    Held(const CellRange&, CallColumns& columns) : value(columns.next()) {}
    const metrics::Column& value;
};

template <>
struct Held<std::optional<metrics::Cells>> {
    Held(const Any& given, CallColumns&) : value(cells(given)) {}
    std::optional<metrics::Cells> value;
};

template <>
struct Held<metrics::Cells> {
    Held(const Any& given, CallColumns&) : value(cells(given).value_or(metrics::Cells())) {}
    metrics::Cells value;
};

template <>
struct Held<metrics::Cadence> {
    Held(const Any& given, CallColumns&) : value(cadence(given)) {}
    metrics::Cadence value;
};

template <class Element>
struct HeldVector {
    std::optional<std::vector<Element>> storage;
    std::optional<std::span<const Element>> value =
        storage ? std::optional<std::span<const Element>>(*storage) : std::nullopt;
};

template <>
struct Held<std::optional<std::span<const double>>> : HeldVector<double> {
    Held(const Any& given, CallColumns&) : HeldVector{numbers(given)} {}
};

template <>
struct Held<std::optional<std::span<const std::string>>> : HeldVector<std::string> {
    Held(const Any& given, CallColumns&) : HeldVector{labels(given)} {}
};

template <class Element>
struct Held<std::span<const Element>> {
    Held(const Any& given, CallColumns& columns)
        : held(given, columns), value(held.value.value_or(std::span<const Element>())) {}
    Held<std::optional<std::span<const Element>>> held;
    std::span<const Element> value;
};

template <auto function, class Signature = decltype(function)>
struct Call;

template <auto function, class Return, class... Parameters>
struct Call<function, Return (*)(Parameters...)> {
    template <class... Given>
    static Any with(const Given&... given) {
        metrics::StateSaid state;
        (find_state<std::remove_cvref_t<Parameters>>(state, given), ...);
        CallColumns columns(state.known, given...);
        if (state.is_asked_for)
            return to_calc(columns.remember());
        // Braces keep the order of the arguments, which CallColumns relies on.
        const std::tuple<Held<std::remove_cvref_t<Parameters>>...> held{
            Held<std::remove_cvref_t<Parameters>>(given, columns)...};
        return std::apply([](const auto&... argument) { return to_calc(function(argument.value...)); }, held);
    }

private:
    template <class Parameter, class Given>
    static void find_state(metrics::StateSaid& state, const Given& given) {
        if constexpr (std::is_same_v<Parameter, metrics::Until>)
            state = state_said(given);
    }
};

template <auto function, class... Given>
Any invoke(const Given&... given) {
    try {
        return Call<function>::with(given...);
    } catch (...) {
        return current_error();
    }
}

} // namespace perennial::uno
