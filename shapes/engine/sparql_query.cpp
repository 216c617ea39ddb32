// Running the queries of SHACL-SPARQL. Variables are pre-bound as values (appendix A), not by editing the text;
// only $PATH is text, which the parser puts in place.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/run.hpp"
#include "shapes/engine/sparql.hpp"

namespace entente::shapes {
namespace {

using Parameters = std::vector<std::pair<std::string, Term>>;

struct Prepared {
  query::Query query;
  std::vector<query::Binding> fixed;  // parameters, $currentShape
  std::vector<Term> messages;         // to fill with a solution's values; may be empty
  bool node_shape = false;
  rdf::PrefixMap prefixes;            // for messages
};

struct Bound {
  const Data& data;
  query::Source source;
  std::vector<query::Binding> fixed;

  Bound(const Data& d, const Prepared& prepared) : data(d), fixed(prepared.fixed) {
    source.graph = d.graph();
    if (d.shapes_graph) {
      source.named.push_back({d.shapes_graph_name, *d.shapes_graph});
      fixed.push_back({"shapesGraph", d.shapes_graph_name});
    }
  }

  std::optional<query::Answer> ask(const Prepared& prepared, std::vector<query::Binding> own) const {
    own.insert(own.end(), fixed.begin(), fixed.end());
    query::Limits limits;
    limits.now = data.now;
    auto answer = query::evaluate(prepared.query, source, own, limits);
    if (answer) return std::move(*answer);
    Diagnostic why = answer.error();
    why.message = "A SPARQL constraint failed at " + short_text(own.front().value) + ": " + why.message;
    data.failure.set(std::move(why));
    return std::nullopt;
  }
};

Failure failure_of(const query::Answer& answer, const std::vector<Term>& row, const Prepared& prepared, const Term& focus) {
  Failure::More more;
  Parameters values;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].kind == rdf::TermKind::None) continue;
    const std::string& name = answer.variables[i];
    values.emplace_back(name, row[i]);
    if (name == "value") more.value = row[i];
    if (name == "path" && row[i].kind == rdf::TermKind::Iri) more.path = predicate_path(row[i]);
    if (name == "message") more.messages.push_back(row[i]);
  }
  if (!more.value && prepared.node_shape) more.value = focus;
  if (more.messages.empty()) {
    for (const query::Binding& binding : prepared.fixed) values.emplace_back(binding.variable, binding.value);
    for (Term message : prepared.messages) {
      message.value = fill_message(message.value, values, prepared.prefixes);
      more.messages.push_back(std::move(message));
    }
  }
  Failure out;
  out.more = std::make_shared<const Failure::More>(std::move(more));
  return out;
}

// SHACL 5.3.1: ?failure true in a solution is a failure of the validation.
bool reports_failure(const query::Answer& answer, const std::vector<Term>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (answer.variables[i] == "failure" && row[i] == rdf::literal("true", vocab::xsd::boolean_)) return true;
  }
  return false;
}

SetRule select_rule(std::shared_ptr<const Prepared> prepared) {
  return {[prepared](const Data& data) -> SetCheck {
    const auto bound = std::make_shared<const Bound>(data, *prepared);
    return [prepared, bound](TermId focus_id, std::span<const TermId>, Failures& failures) {
      const Term focus = bound->data.terms().term(focus_id);
      const auto answer = bound->ask(*prepared, {{"this", focus}});
      if (!answer) return;
      for (const auto& row : answer->rows) {
        if (reports_failure(*answer, row)) {
          bound->data.failure.set({Severity::Error, Code::ShapesSparql, {}, "A SPARQL constraint reports a failure at " + short_text(focus)});
        }
        failures.add(failure_of(*answer, row, *prepared, focus));
      }
    };
  }};
}

SetRule ask_rule(std::shared_ptr<const Prepared> prepared) {
  return {[prepared](const Data& data) -> SetCheck {
    const auto bound = std::make_shared<const Bound>(data, *prepared);
    return [prepared, bound](TermId focus, std::span<const TermId> values, Failures& failures) {
      const rdf::Dictionary& terms = bound->data.terms();
      for (const TermId value : values) {
        const auto answer = bound->ask(*prepared, {{"this", terms.term(focus)}, {"value", terms.term(value)}});
        if (answer && !answer->boolean) failures.add(value);
      }
    };
  }};
}

}  // namespace

bool add_query(Compiler& compiler, Source& source, Shape& shape, const SparqlText& text, Constraint constraint,
               const std::vector<std::string>& parameter_names, std::string_view section) {
  const std::string_view predicate = text.ask ? vocab::sh::ask : vocab::sh::select;
  const auto refuse = [&](const std::string& why) {
    source.refuse(text.node, predicate, why, section);
    return false;
  };
  query::ParseOptions options;
  if (shape.path) options.path = to_text(*shape.path);
  auto parsed = query::parse(text.text, text.prefixes, options);
  if (!parsed) return refuse(to_string(parsed.error()));
  if (parsed->form() != (text.ask ? query::Form::Ask : query::Form::Select)) return refuse("the query has another form than its property says");
  std::vector<std::string> names = {"this", "shapesGraph", "currentShape"};
  if (text.ask) names.push_back("value");
  names.insert(names.end(), parameter_names.begin(), parameter_names.end());
  if (const auto allowed = query::check_prebinding(*parsed, names); !allowed) return refuse(allowed.error().message);
  const auto& projected = parsed->variables();
  if (!text.ask && std::find(projected.begin(), projected.end(), "this") == projected.end()) return refuse("the query must project $this");
  if (text.text.find("shapesGraph") != std::string::npos) compiler.want_shapes_graph();
  auto prepared = std::make_shared<Prepared>(Prepared{*parsed, {{"currentShape", shape.id}}, {}, !shape.path.has_value(), compiler.options().prefixes});
  for (const auto& [name, value] : constraint.parameters) prepared->fixed.push_back({name, value});
  prepared->messages = constraint.messages.empty() ? shape.messages : constraint.messages;
  if (text.ask) constraint.rule = ask_rule(prepared);
  else constraint.rule = select_rule(prepared);
  shape.constraints.push_back(std::move(constraint));
  return true;
}

}  // namespace entente::shapes
