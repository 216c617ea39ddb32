// sh:pattern and sh:flags (SHACL 4.4.3): each value matches somewhere, as XPath fn:matches; blank nodes do not.
#include <re2/re2.h>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/xpath_regex.hpp"

namespace entente::shapes::components {
namespace {

std::shared_ptr<const RE2> compile(const std::string& expression) {
  RE2::Options options;
  options.set_log_errors(false);
  return std::make_shared<const RE2>(expression, options);
}

}  // namespace

void pattern(ShapeScope& scope) {
  const auto expression = scope.string(vocab::sh::pattern);
  const auto flags = scope.string(vocab::sh::flags);
  if (!expression) return;
  auto translated = to_re2(*expression, flags.value_or(""));
  if (!translated) return scope.refuse(vocab::sh::pattern, translated.error().message);
  auto matcher = compile(*translated);
  if (!matcher->ok()) return scope.refuse(vocab::sh::pattern, "the pattern cannot be used: " + matcher->error());
  scope.add({{"pattern", rdf::literal(*expression)}, {"flags", rdf::literal(flags.value_or(""))}}, "Value does not match {pattern}",
            ValueRule{[matcher](const rdf::Dictionary& terms) -> ValueCheck {
              return [matcher, &terms](TermId value) {
                std::string buffer;
                const rdf::TermView term = terms.view(value, buffer);
                return !term.is_blank() && RE2::PartialMatch(re2::StringPiece(term.value.data(), term.value.size()), *matcher);
              };
            }});
}

}  // namespace entente::shapes::components
