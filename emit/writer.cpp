#include "emit/writer.hpp"

#include "emit/check.hpp"

namespace entente::emit {

Writer::Writer(const Format& format, ByteSink sink, const rdf::PrefixMap& prefixes)
    : format_(format), prefixes_(prefixes), layout_(format.make(prefixes_)), output_(std::move(sink)) {
  layout_->head(output_.buffer());
}

Text Writer::text(const rdf::TermView& term) {
  scratch_.clear();
  if (term.kind != rdf::TermKind::None) layout_->append_term(scratch_, term);
  return arena_.keep(scratch_);
}

void Writer::write(const rdf::QuadView& quad) {
  if (!accept(quad, format_.graphs, output_)) return;
  if (!open_ || subject_.view() != quad.subject || graph_.view() != quad.graph) {
    end();
    subject_ = rdf::Term(quad.subject);
    graph_ = rdf::Term(quad.graph);
    open_ = true;
    layout_->begin(output_.buffer(), text(quad.graph), text(quad.subject));
  }
  scratch_.clear();
  layout_->append_predicate(scratch_, quad.predicate);
  const Text predicate = arena_.keep(scratch_);
  layout_->put(output_.buffer(), predicate, text(quad.object));
  output_.done();
}

void Writer::end() {
  if (!open_) return;
  layout_->end(output_.buffer());
  output_.done();
  arena_.clear();
  open_ = false;
}

Result<Done> Writer::finish() {
  end();
  layout_->finish(output_.buffer());
  return output_.finish();
}

}  // namespace entente::emit
