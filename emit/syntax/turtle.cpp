#include "emit/formats.hpp"
#include "emit/syntax/turtle_block.hpp"

namespace entente::emit {
namespace {

class TurtleLayout final : public Layout {
 public:
  explicit TurtleLayout(const rdf::PrefixMap& prefixes) : prefixes_(prefixes) {}

  void append_term(std::string& out, const rdf::TermView& term) const override { append_turtle(out, term, prefixes_); }
  void append_predicate(std::string& out, const rdf::TermView& term) const override { append_verb(out, term, prefixes_); }
  std::optional<rdf::ShortIri> shorten(std::string_view iri) const override { return prefixes_.shorten(iri); }
  bool is_bare(const rdf::TermView& literal) const override { return emit::is_bare(literal); }

  void head(std::string& out) override {
    append_prefixes(out, prefixes_);
    blank_line_ = !prefixes_.all().empty();
  }

  void begin(std::string&, const Text&, const Text& subject) override { block_.begin(subject); }
  void put(std::string&, const Text& predicate, const Text& object) override { block_.put(predicate, object); }

  void end(std::string& out) override {
    if (blank_line_) out += '\n';
    blank_line_ = true;
    block_.append(out);
  }

  bool nests() const override { return true; }

 private:
  const rdf::PrefixMap& prefixes_;
  TurtleBlock block_{0};
  bool blank_line_ = true;
};

}  // namespace

std::unique_ptr<Layout> make_turtle(const rdf::PrefixMap& prefixes) { return std::make_unique<TurtleLayout>(prefixes); }

}  // namespace entente::emit
