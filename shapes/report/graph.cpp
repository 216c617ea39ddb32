#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/report.hpp"

namespace entente::shapes {
namespace {

namespace sh = vocab::sh;

class GraphWriter {
 public:
  rdf::Dataset run(const Report& report) {
    const Term node = fresh();
    add(node, vocab::rdf::type, rdf::iri(sh::ValidationReport));
    add(node, sh::conforms, rdf::literal(report.conforms ? "true" : "false", vocab::xsd::boolean_));
    for (const ValidationResult& result : report.results) add(node, sh::result, write(result));
    return std::move(out_);
  }

 private:
  Term fresh() { return rdf::blank("r" + std::to_string(next_++)); }

  void add(const Term& subject, std::string_view predicate, const Term& object) {
    out_.add(subject, rdf::iri(predicate), object);
  }

  static Term renamed(Term term) {
    if (term.kind == rdf::TermKind::Blank) term.value.insert(0, "d.");
    return term;
  }

  void add_if(const Term& subject, std::string_view predicate, const Term& object) {
    if (object.kind != rdf::TermKind::None) add(subject, predicate, renamed(object));
  }

  Term write(const ValidationResult& result) {
    const Term node = fresh();
    add(node, vocab::rdf::type, rdf::iri(sh::ValidationResult));
    add_if(node, sh::focusNode, result.focus);
    if (result.path) add(node, sh::resultPath, write(*result.path));
    add_if(node, sh::value, result.value);
    for (const Term& message : result.messages) add(node, sh::resultMessage, message);
    add_if(node, sh::resultSeverity, result.severity);
    add_if(node, sh::sourceConstraintComponent, result.component);
    add_if(node, sh::sourceShape, result.shape);
    add_if(node, sh::sourceConstraint, result.constraint);
    for (const ValidationResult& detail : result.details) add(node, sh::detail, write(detail));
    return node;
  }

  Term write(const Path& path) {
    switch (path.kind) {
      case PathKind::Predicate: return path.predicate;
      case PathKind::Sequence: return write_list(path.parts);
      case PathKind::Alternative: return write_form(sh::alternativePath, write_list(path.parts));
      case PathKind::Inverse: return write_form(sh::inversePath, write(path.parts[0]));
      case PathKind::ZeroOrMore: return write_form(sh::zeroOrMorePath, write(path.parts[0]));
      case PathKind::OneOrMore: return write_form(sh::oneOrMorePath, write(path.parts[0]));
      case PathKind::ZeroOrOne: return write_form(sh::zeroOrOnePath, write(path.parts[0]));
    }
    return {};
  }

  Term write_form(std::string_view predicate, const Term& inner) {
    const Term node = fresh();
    add(node, predicate, inner);
    return node;
  }

  Term write_list(const std::vector<Path>& parts) {
    Term rest = rdf::iri(vocab::rdf::nil);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const Term node = fresh();
      add(node, vocab::rdf::first, write(*part));
      add(node, vocab::rdf::rest, rest);
      rest = node;
    }
    return rest;
  }

  rdf::Dataset out_;
  std::size_t next_ = 0;
};

}  // namespace

rdf::Dataset to_dataset(const Report& report) { return GraphWriter().run(report); }

}  // namespace entente::shapes
