#include "emit/renderer.hpp"

#include <utility>

#include "emit/check.hpp"
#include "emit/nesting.hpp"

namespace entente::emit {
namespace {

constexpr std::size_t kMostText = std::size_t{1} << 24U;  // texts kept of one data set; then they are made anew

using rdf::kNoTerm;
using rdf::QuadIds;
using rdf::TermId;
using rdf::TermKind;

}  // namespace

Renderer::Renderer(const rdf::Dictionary& terms, const Format& format, const rdf::PrefixMap& prefixes)
    : terms_(terms), format_(format), prefixes_(prefixes), layout_(format.make(prefixes)) {}

// Private functions are inline: in position-independent code others are called, even in their own file.
inline void Renderer::make_room() {
  if (made_.size() <= terms_.count()) made_.resize(terms_.count() + std::size_t{1});
}

inline bool Renderer::check_term(TermId id) {
  if (id == kNoTerm || made_[id].kind != TermKind::None) return true;
  const auto term = terms_.view(id);
  fault_ = rdf::find_fault(term);
  if (fault_) return false;
  made_[id].kind = term.kind;
  if (writing_) make_text(term, made_[id].text);
  return true;
}

// Each term by itself, then what stands in which place.
inline bool Renderer::check_quad(const QuadIds& q) {
  if (!check_term(q.graph) || !check_term(q.subject) || !check_term(q.predicate) || !check_term(q.object)) return false;
  const bool plain = q.graph == kNoTerm && made_[q.subject].kind == TermKind::Iri && made_[q.predicate].kind == TermKind::Iri;
  if (plain && q.object != kNoTerm) return true;
  const auto why = misplaced(made_[q.subject].kind, made_[q.predicate].kind, made_[q.object].kind, made_[q.graph].kind, format_.graphs);
  if (why.empty()) return true;
  const auto view = [this](TermId id) { return id == kNoTerm ? rdf::TermView{} : terms_.view(id); };
  fault_ = misplaced_quad(why, {view(q.subject), view(q.predicate), view(q.object), view(q.graph)});
  return false;
}

inline const Text& Renderer::term(TermId id) {
  Text& text = made_[id].text;
  if (text.data == nullptr && id != kNoTerm) make_text(terms_.view(id), text);
  return text;
}

inline void Renderer::make_text(const rdf::TermView& term, Text& text) {
  scratch_.clear();
  layout_->append_term(scratch_, term);
  text = arena_.keep(scratch_);
}

inline const Text& Renderer::predicate(TermId id) {
  if (predicate_texts_.size() <= id) predicate_texts_.resize(id + std::size_t{1});
  Text& text = predicate_texts_[id];
  if (text.data == nullptr) {
    scratch_.clear();
    layout_->append_predicate(scratch_, terms_.view(id));
    text = arena_.keep(scratch_);
  }
  return text;
}

inline void Renderer::forget_if_large() {
  if (arena_.bytes() < kMostText) return;
  arena_.clear();
  for (Made& made : made_) made.text = {};
  predicate_texts_.clear();
}

inline bool Renderer::put(const QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out) {
  if (!check_quad(quad)) return false;
  if (nesting != nullptr && nesting->is_nested(quad.object)) {
    scratch_.clear();
    nesting->text(quad.object, layout.indent() + 4, scratch_);
    const Text nested = arena_.keep(scratch_);
    layout.put(out, predicate(quad.predicate), nested);
  } else {
    layout.put(out, predicate(quad.predicate), term(quad.object));
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
    forget_if_large();
    if (!check_quad(first)) return;
    layout.begin(out, term(first.graph), term(first.subject));
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
  make_room();
  writing_ = true;
  lay_out(quads, nullptr, *layout_, out, nullptr);
  writing_ = false;
  if (!fault_) return Done{};
  layout_ = format_.make(prefixes_);  // without what is half done
  return *std::exchange(fault_, std::nullopt);
}

void Renderer::file(std::span<const QuadIds> quads, const Nesting* nesting, Output& output) {
  make_room();
  for (const QuadIds& quad : quads) {
    if (!check_quad(quad)) return output.fail(*std::exchange(fault_, std::nullopt));
  }
  const auto layout = format_.make(prefixes_);
  layout->head(output.buffer());
  lay_out(quads, nesting, *layout, output.buffer(), &output);
}

}  // namespace entente::emit
