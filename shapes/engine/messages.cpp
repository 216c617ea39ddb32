#include <algorithm>

#include "shapes/engine/run.hpp"

namespace entente::shapes {

std::string fill_message(std::string_view text, const std::vector<std::pair<std::string, Term>>& values, const rdf::PrefixMap& prefixes) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    std::string_view name = text.substr(open + 1, close - open - 1);
    if (!name.empty() && (name[0] == '$' || name[0] == '?')) name.remove_prefix(1);
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    out += text.substr(0, open);
    if (found == values.end()) {
      out += text.substr(open, close + 1 - open);
    } else {
      const Term& term = found->second;
      out += term.kind == rdf::TermKind::Literal ? term.value : short_text(term, prefixes);
    }
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

}  // namespace entente::shapes
