// Functions on numbers (17.4.4).
#include <cmath>

#include "query/functions.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
using Args = std::span<const Value>;

// Keeps the kind; `exact` for integers and decimals, `inexact` for the others.
template <typename Exact, typename Inexact>
Value map(const Value& v, Exact exact, Inexact inexact) {
  switch (v.kind) {
    case Kind::Integer: {
      Value whole = integer_value(0);
      whole.decimal = exact(v.decimal);
      return whole;
    }
    case Kind::Decimal: return decimal_value(exact(v.decimal));
    case Kind::Float: return float_value(inexact(v.number));
    case Kind::Double: return double_value(inexact(v.number));
    default: return error_value();
  }
}

Value abs(Args a, CallContext&) {
  return map(a[0], [](const Decimal& d) { return d.units < 0 ? negate(d) : d; }, [](double v) { return std::fabs(v); });
}

Value floor_of(Args a, CallContext&) {
  return map(a[0], [](const Decimal& d) { return floor(d); }, [](double v) { return std::floor(v); });
}

Value ceil_of(Args a, CallContext&) {
  return map(a[0], [](const Decimal& d) { return negate(floor(negate(d))); }, [](double v) { return std::ceil(v); });
}

// Halves go up, also for negative numbers.
Value round_of(Args a, CallContext&) {
  return map(a[0], [](const Decimal& d) { return floor(add(d, Decimal{5, 1}).value_or(d)); },
             [](double v) { return std::floor(v + 0.5); });
}

Value rand(Args, CallContext& context) { return double_value(static_cast<double>(context.random() >> 11) * 0x1.0p-53); }

constexpr Function kFunctions[] = {
    {"ABS", 1, 1, &abs}, {"FLOOR", 1, 1, &floor_of}, {"CEIL", 1, 1, &ceil_of}, {"ROUND", 1, 1, &round_of}, {"RAND", 0, 0, &rand},
};

}  // namespace

std::span<const Function> number_functions() { return kFunctions; }

}  // namespace entente::query
