#include "emit/check.hpp"
#include "emit/formats.hpp"
#include "emit/syntax/turtle_block.hpp"

namespace entente::emit {
namespace {

class TrigWriter final : public Writer {
 public:
  TrigWriter(ByteSink sink, const rdf::PrefixMap& prefixes)
      : output_(std::move(sink)), prefixes_(prefixes), outer_(prefixes_, 0), inner_(prefixes_, 4) {
    append_prefixes(output_.buffer(), prefixes_);
  }

  void write(const rdf::QuadView& q) override {
    if (!accept(q, true, trusted_, output_)) return;
    if (graph_.view() != q.graph) change_graph(q.graph);
    if (!block().is_about(q.subject)) end_block();
    std::string text;
    if (q.object.is_blank() && nested_ && nested_(q.object, block().indent() + 4, text)) {
      block().add_text(q.subject, q.predicate, std::move(text));
    } else {
      block().add(q.subject, q.predicate, q.object);
    }
  }

  void nest(NestedText nested) override { nested_ = std::move(nested); }

  Result<Done> finish() override {
    change_graph({});
    return output_.finish();
  }

 private:
  TurtleBlock& block() { return in_graph() ? inner_ : outer_; }
  bool in_graph() const { return graph_.kind != rdf::TermKind::None; }

  void end_block() {
    if (block().empty()) return;
    if (blank_line_) output_.buffer() += '\n';
    blank_line_ = true;
    block().flush(output_.buffer());
    output_.done();
  }

  void change_graph(const rdf::TermView& graph) {
    end_block();
    std::string& out = output_.buffer();
    if (in_graph()) out += "}\n";
    graph_ = rdf::Term(graph);
    blank_line_ = true;
    if (!in_graph()) return;
    out += '\n';
    append_turtle(out, graph, prefixes_);
    out += " {\n";
    blank_line_ = false;
  }

  Output output_;
  rdf::PrefixMap prefixes_;
  NestedText nested_;
  TurtleBlock outer_, inner_;
  rdf::Term graph_;
  bool blank_line_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_trig(ByteSink sink, const rdf::PrefixMap& prefixes) {
  return std::make_unique<TrigWriter>(std::move(sink), prefixes);
}

}  // namespace entente::emit
