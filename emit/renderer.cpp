#include "emit/renderer.hpp"

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
    : terms_(terms), format_(format), prefixes_(prefixes), texts_(format.make(prefixes)) {}

void Renderer::make_room() {
  const std::size_t size = terms_.count() + std::size_t{1};
  if (kinds_.size() >= size) return;
  kinds_.resize(size);
  term_texts_.resize(size);
  predicate_texts_.resize(size);
}

std::optional<Diagnostic> Renderer::check_term(TermId id) {
  if (id == kNoTerm || kinds_[id] != TermKind::None) return std::nullopt;
  const auto term = terms_.view(id);
  if (auto fault = rdf::find_fault(term)) return fault;
  kinds_[id] = term.kind;
  return std::nullopt;
}

std::optional<Diagnostic> Renderer::check(std::span<const QuadIds> quads) {
  for (const QuadIds& q : quads) {
    for (const TermId id : {q.graph, q.subject, q.predicate, q.object}) {
      if (auto fault = check_term(id)) return fault;
    }
    const auto why = misplaced(kinds_[q.subject], kinds_[q.predicate], kinds_[q.object], kinds_[q.graph], format_.graphs);
    if (why.empty()) continue;
    const auto view = [this](TermId id) { return id == kNoTerm ? rdf::TermView{} : terms_.view(id); };
    return misplaced_quad(why, {view(q.subject), view(q.predicate), view(q.object), view(q.graph)});
  }
  return std::nullopt;
}

const Text& Renderer::term(TermId id) {
  Text& text = term_texts_[id];
  if (text.data == nullptr && id != kNoTerm) {
    scratch_.clear();
    texts_->append_term(scratch_, terms_.view(id));
    text = arena_.keep(scratch_);
  }
  return text;
}

const Text& Renderer::predicate(TermId id) {
  Text& text = predicate_texts_[id];
  if (text.data == nullptr) {
    scratch_.clear();
    texts_->append_predicate(scratch_, terms_.view(id));
    text = arena_.keep(scratch_);
  }
  return text;
}

void Renderer::forget_if_large() {
  if (arena_.bytes() < kMostText) return;
  arena_.clear();
  term_texts_.assign(term_texts_.size(), {});
  predicate_texts_.assign(predicate_texts_.size(), {});
}

void Renderer::put(const QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out) {
  if (nesting != nullptr && nesting->is_nested(quad.object)) {
    scratch_.clear();
    nesting->text(quad.object, layout.indent() + 4, scratch_);
    const Text nested = arena_.keep(scratch_);
    layout.put(out, predicate(quad.predicate), nested);
  } else {
    layout.put(out, predicate(quad.predicate), term(quad.object));
  }
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
    layout.begin(out, term(first.graph), term(first.subject));
    for (; together(); ++i) {
      put(quads[i], nesting, layout, out);
      if (output != nullptr) output->done();
    }
    layout.end(out);
    if (output != nullptr) output->done();
  }
  layout.finish(out);
}

Result<Done> Renderer::body(std::span<const QuadIds> quads, std::string& out) {
  make_room();
  if (auto fault = check(quads)) return std::move(*fault);
  const auto layout = format_.make(prefixes_);
  lay_out(quads, nullptr, *layout, out, nullptr);
  return Done{};
}

void Renderer::file(std::span<const QuadIds> quads, const Nesting* nesting, Output& output) {
  make_room();
  if (auto fault = check(quads)) return output.fail(std::move(*fault));
  const auto layout = format_.make(prefixes_);
  layout->head(output.buffer());
  lay_out(quads, nesting, *layout, output.buffer(), &output);
}

}  // namespace entente::emit
