// Regular expressions of XPath (fn:matches, XPath and XQuery Functions 3.1, section 5.6) as RE2 writes them.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace entente::shapes {

// `flags`: any of i, s, m, x, q. Gives an expression for RE2 that matches the same strings, or SH004 with the
// reason: a broken expression, or one that needs what a linear-time matcher cannot do (back-references, class
// subtraction, look-around, Unicode blocks).
Result<std::string> to_re2(std::string_view expression, std::string_view flags);

}  // namespace entente::shapes
