#include "emit/renderer.hpp"

#include <utility>

#include "emit/check.hpp"
#include "emit/nesting.hpp"

namespace entente::emit {
namespace {

using rdf::kNoTerm;
using rdf::QuadIds;
using rdf::TermId;
using rdf::TermKind;

}  // namespace

Renderer::Renderer(const rdf::Dictionary& terms, const Format& format, const rdf::PrefixMap& prefixes)
    : terms_(terms), format_(format), prefixes_(prefixes), layout_(format.make(prefixes)), texts_(terms, format.make(prefixes)) {}

// Private functions are inline: in position-independent code others are called, even in their own file.
inline bool Renderer::check_terms(const QuadIds& q) {
  return texts_.check(q.graph) && texts_.check(q.subject) && texts_.check(q.predicate) && texts_.check(q.object);
}

inline bool Renderer::make_terms(const QuadIds& q) {
  return texts_.make(q.graph) && texts_.make(q.subject) && texts_.make(q.predicate) && texts_.make(q.object);
}

// What stands in which place, of terms that are checked.
inline bool Renderer::check_places(const QuadIds& q) {
  const bool plain = q.graph == kNoTerm && texts_.kind(q.subject) == TermKind::Iri && texts_.kind(q.predicate) == TermKind::Iri;
  if (plain && q.object != kNoTerm) return true;
  const auto why = misplaced(texts_.kind(q.subject), texts_.kind(q.predicate), texts_.kind(q.object), texts_.kind(q.graph), format_.graphs);
  if (why.empty()) return true;
  const auto view = [this](TermId id) { return id == kNoTerm ? rdf::TermView{} : terms_.view(id); };
  texts_.fault() = misplaced_quad(why, {view(q.subject), view(q.predicate), view(q.object), view(q.graph)});
  return false;
}

inline bool Renderer::put(const QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out) {
  if (!make_terms(quad) || !check_places(quad)) return false;
  if (nesting != nullptr && nesting->is_nested(quad.object)) {
    scratch_.clear();
    nesting->text(quad.object, layout.indent() + 4, scratch_);
    const Text nested = texts_.keep(scratch_);
    layout.put(out, texts_.predicate(quad.predicate), nested);
  } else {
    layout.put(out, texts_.predicate(quad.predicate), texts_.term(quad.object));
  }
  return true;
}

void Renderer::lay_out(std::span<const QuadIds> quads, const Nesting* nesting, Layout& layout, std::string& out, Output* output) {
  for (std::size_t i = 0; i < quads.size();) {
    const QuadIds& first = quads[i];
    const auto together = [&] { return i < quads.size() && quads[i].subject == first.subject && quads[i].graph == first.graph; };
    if (nesting != nullptr && nesting->is_nested(first.subject)) {
      while (together()) ++i;
      continue;
    }
    texts_.forget_if_large();
    if (!make_terms(first)) return;
    layout.begin(out, texts_.term(first.graph), texts_.term(first.subject));
    for (; together(); ++i) {
      if (!put(quads[i], nesting, layout, out)) return;
      if (output != nullptr) output->done();
    }
    layout.end(out);
    if (output != nullptr) output->done();
  }
  layout.finish(out);
}

Result<Done> Renderer::body(std::span<const QuadIds> quads, std::string& out) {
  texts_.make_room();
  lay_out(quads, nullptr, *layout_, out, nullptr);
  if (!texts_.fault()) return Done{};
  layout_ = format_.make(prefixes_);  // without what is half done
  return *std::exchange(texts_.fault(), std::nullopt);
}

void Renderer::file(std::span<const QuadIds> quads, const Nesting* nesting, Output& output) {
  texts_.make_room();
  for (const QuadIds& quad : quads) {
    if (!check_terms(quad) || !check_places(quad)) return output.fail(*std::exchange(texts_.fault(), std::nullopt));
  }
  const auto layout = format_.make(prefixes_);
  layout->head(output.buffer());
  lay_out(quads, nesting, *layout, output.buffer(), &output);
}

}  // namespace entente::emit
