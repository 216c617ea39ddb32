#include "emit/formats.hpp"
#include "emit/syntax/turtle_block.hpp"

namespace entente::emit {
namespace {

class TrigLayout final : public Layout {
 public:
  explicit TrigLayout(const rdf::PrefixMap& prefixes) : prefixes_(prefixes) {}

  void append_term(std::string& out, const rdf::TermView& term) const override { append_turtle(out, term, prefixes_); }
  void append_predicate(std::string& out, const rdf::TermView& term) const override { append_verb(out, term, prefixes_); }
  std::optional<rdf::ShortIri> shorten(std::string_view iri) const override { return prefixes_.shorten(iri); }
  bool is_bare(const rdf::TermView& literal) const override { return emit::is_bare(literal); }
  void head(std::string& out) override { append_prefixes(out, prefixes_); }

  void begin(std::string& out, const Text& graph, const Text& subject) override {
    if (graph.view() != graph_) change_graph(out, graph.view());
    block().begin(subject);
  }

  void put(std::string&, const Text& predicate, const Text& object) override { block().put(predicate, object); }

  void end(std::string& out) override {
    if (blank_line_) out += '\n';
    blank_line_ = true;
    block().append(out);
  }

  void finish(std::string& out) override { change_graph(out, {}); }
  bool nests() const override { return true; }
  std::size_t indent() const override { return graph_.empty() ? 0 : 4; }

 private:
  TurtleBlock& block() { return graph_.empty() ? outer_ : inner_; }

  void change_graph(std::string& out, std::string_view graph) {
    if (!graph_.empty()) out += "}\n";
    graph_ = graph;
    blank_line_ = graph_.empty();
    if (!graph_.empty()) ((out += '\n') += graph_) += " {\n";
  }

  const rdf::PrefixMap& prefixes_;
  TurtleBlock outer_{0}, inner_{4};
  std::string graph_;  // empty: the default graph
  bool blank_line_ = true;
};

}  // namespace

std::unique_ptr<Layout> make_trig(const rdf::PrefixMap& prefixes) { return std::make_unique<TrigLayout>(prefixes); }

}  // namespace entente::emit
