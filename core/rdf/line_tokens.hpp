// Private to the scanner: one line of N-Triples or N-Quads as raw tokens, and a raw token as a term.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/rdf/term.hpp"

namespace entente::rdf {

enum class LineKind { Statement, Empty, Bad };

struct LineTokens {
  std::array<std::string_view, 4> raw;  // subject, predicate, object, graph (empty: default) as written
  const char* fault = nullptr;          // what is wrong with a Bad line,
  const char* fault_at = nullptr;       // and where
};

// Finds the tokens of the line in [p, end), which holds no line feed. Checks the structure, not the terms.
LineKind split_line(const char* p, const char* end, bool quads, LineTokens& out);

// Decodes and checks a token that split_line found. The view borrows from the token or from `buffer`; language
// tags come in lower case, the prefix stands before blank node labels. On a fault gives false and a sentence.
bool decode_token(std::string_view raw, std::string_view blank_prefix, std::string& buffer, TermView& out, std::string& fault);

}  // namespace entente::rdf
