// What each syntax brings: how a term is written, and how the texts of terms are put together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/rdf/prefixes.hpp"
#include "core/rdf/term.hpp"
#include "emit/text.hpp"

namespace entente::emit {

// Bytes go to the end of `out`; terms are checked already. Statements of one graph and subject come between
// begin() and end(); those of one predicate should come together.
class Layout {
 public:
  virtual ~Layout() = default;

  virtual void append_term(std::string& out, const rdf::TermView& term) const = 0;
  // How append_term writes an IRI and a literal, for who writes many: "prefix:local" where this gives both parts, ...
  virtual std::optional<rdf::ShortIri> shorten(std::string_view iri) const { return (void)iri, std::nullopt; }
  // ... and the lexical form alone where this is true.
  virtual bool is_bare(const rdf::TermView& literal) const { return (void)literal, false; }
  virtual void append_predicate(std::string& out, const rdf::TermView& predicate) const { append_term(out, predicate); }

  // What a file starts with. Without it what follows is a body that may stand behind others.
  virtual void head(std::string& out) { (void)out; }
  // `graph` is empty for the default graph. All texts must live until end().
  virtual void begin(std::string& out, const Text& graph, const Text& subject) = 0;
  virtual void put(std::string& out, const Text& predicate, const Text& object) = 0;
  virtual void end(std::string& out) { (void)out; }
  // Closes what is open; nothing may come after it.
  virtual void finish(std::string& out) { (void)out; }

  // Where nested blank nodes may be written, and how far in: see nesting.hpp.
  virtual bool nests() const { return false; }
  virtual std::size_t indent() const { return 0; }
};

}  // namespace entente::emit
