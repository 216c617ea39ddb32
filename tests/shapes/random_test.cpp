// Random well-formed shapes over random small graphs: the engine against the naive evaluator.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "core/rdf/vocabulary.hpp"
#include "tests/shapes/inline.hpp"
#include "tests/shapes/naive.hpp"

using namespace entente;

namespace {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string data() {
    std::string out = "ex:C1 rdfs:subClassOf ex:C0 . ex:C2 rdfs:subClassOf ex:C1 .\n";
    for (unsigned i = 0; i < 24 + pick(20); ++i) {
      out += node() + (pick(4) == 0 ? " a ex:C" + number(3) : " " + predicate() + " " + (pick(2) ? node() : literal())) + " .\n";
    }
    return out;
  }

  // Shapes 0 .. n-1; each refers only to later ones, so none is recursive. Odd ones are property shapes.
  std::string shapes() {
    count_ = 4 + pick(6);
    std::string out;
    for (unsigned i = 0; i < count_; ++i) {
      const bool property = i % 2 == 1;
      out += "ex:S" + std::to_string(i) + (property ? " sh:path " + path(3) : " a sh:NodeShape") + " ;\n";
      if (i < 2 || pick(3) == 0) out += pick(2) ? "  sh:targetClass ex:C" + number(3) + " ;\n" : "  sh:targetNode " + node_iri() + ", " + (pick(3) ? node_iri() : literal()) + " ;\n";
      if (pick(12) == 0) out += "  sh:deactivated true ;\n";
      if (pick(6) == 0) out += "  sh:severity sh:Warning ;\n";
      for (unsigned k = 1 + pick(4); k > 0; --k) out += constraint(i, property);
      out += "  .\n";
    }
    return out;
  }

 private:
  unsigned pick(unsigned n) { return random_() % n; }
  std::string number(unsigned n) { return std::to_string(pick(n)); }
  std::string node() { return pick(6) == 0 ? "_:b" + number(2) : "ex:n" + number(7); }
  std::string predicate() { return "ex:p" + number(3); }
  std::string literal() {
    switch (pick(4)) {
      case 0: return number(5);
      case 1: return "\"" + std::string(1 + pick(4), 'x') + "\"";
      case 2: return "\"w" + number(3) + "\"@en";
      default: return "\"w" + number(3) + "\"@fr";
    }
  }

  std::string path(unsigned depth) {
    if (depth == 0 || pick(3) == 0) return predicate();
    const auto part = [&] { return path(depth - 1); };
    switch (pick(6)) {
      case 0: return "[ sh:inversePath " + part() + " ]";
      case 1: return "( " + part() + " " + part() + " )";
      case 2: return "[ sh:alternativePath ( " + part() + " " + part() + " ) ]";
      case 3: return "[ sh:zeroOrMorePath " + part() + " ]";
      case 4: return "[ sh:oneOrMorePath " + part() + " ]";
      default: return "[ sh:zeroOrOnePath " + part() + " ]";
    }
  }

  // A later shape, or an own little one.
  std::string shape(unsigned after) {
    if (after + 1 < count_ && pick(3) != 0) return "ex:S" + std::to_string(after + 1 + pick(count_ - after - 1));
    return pick(2) ? "[ sh:class ex:C" + number(3) + " ]" : "[ sh:nodeKind sh:IRI ]";
  }

  std::string property_shape(unsigned after) {
    std::vector<unsigned> later;
    for (unsigned i = after + 1; i < count_; ++i) {
      if (i % 2 == 1) later.push_back(i);
    }
    if (!later.empty() && pick(2)) return "ex:S" + std::to_string(later[pick(static_cast<unsigned>(later.size()))]);
    return "[ sh:path " + path(1) + " ; sh:maxCount 1 ; sh:qualifiedValueShape [ sh:class ex:C" + number(3) + " ] ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ]";
  }

  std::string constraint(unsigned i, bool property) {
    static const char* kKinds[] = {"IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"};
    const auto once = [&](const std::string& name, const std::string& value) {
      return used_.insert(std::to_string(i) + name).second ? "  sh:" + name + " " + value + " ;\n" : std::string();
    };
    switch (pick(property ? 24U : 17U)) {
      case 0: return "  sh:class ex:C" + number(3) + " ;\n";
      case 1: return once("datatype", pick(2) ? "xsd:integer" : "rdf:langString");
      case 2: return once("nodeKind", std::string("sh:") + kKinds[pick(6)]);
      case 3: return once("minInclusive", number(5));
      case 4: return once("maxInclusive", number(5));
      case 5: return once("minLength", number(24));
      case 6: return once("maxLength", number(24));
      case 7: return once("in", "( " + node_iri() + " " + literal() + " " + literal() + " )");
      case 8: return "  sh:hasValue " + (pick(2) ? node_iri() : literal()) + " ;\n";
      case 9: return "  sh:equals " + predicate() + " ;\n";
      case 10: return "  sh:disjoint " + predicate() + " ;\n";
      case 11: return "  sh:not " + shape(i) + " ;\n";
      case 12: return "  sh:node " + shape(i) + " ;\n";
      case 13: return "  sh:" + std::string(pick(2) ? "and" : "or") + " ( " + shape(i) + " " + shape(i) + " ) ;\n";
      case 14: return "  sh:xone ( " + shape(i) + " " + shape(i) + " ) ;\n";
      case 15: return "  sh:property " + property_shape(i) + " , " + property_shape(i) + " ;\n";
      case 16: return once("closed", "true ; sh:ignoredProperties ( rdf:type " + predicate() + " )");
      case 17: return once("minCount", number(4));
      case 18: return once("maxCount", number(4));
      case 19: return once("uniqueLang", "true");
      case 20: return "  sh:lessThan " + predicate() + " ;\n";
      case 21: return "  sh:lessThanOrEquals " + predicate() + " ;\n";
      default: return once("qualifiedValueShape", shape(i) + " ; sh:qualifiedMinCount " + number(3) + " ; sh:qualifiedMaxCount " + number(3));
    }
  }

  std::string node_iri() { return "ex:n" + number(7); }

  std::mt19937 random_;
  unsigned count_ = 0;
  std::set<std::string> used_;
};

std::multiset<tests::NaiveResult> engine_results(const rdf::Graph& data, const shapes::Plan& plan) {
  std::multiset<tests::NaiveResult> out;
  const auto report = shapes::validate(plan, data);
  REQUIRE(report.ok());
  for (const auto& r : report->results) {
    std::string component = r.component.value.substr(r.component.value.find('#') + 1);
    component.resize(component.rfind("ConstraintComponent"));
    out.insert({r.focus, r.path ? to_text(*r.path) : "", r.value, component, r.shape, r.severity.value});
  }
  return out;
}

std::string text(const std::multiset<tests::NaiveResult>& results) {
  std::string out;
  for (const auto& r : results) {
    out += rdf::to_ntriples(r.focus) + " " + r.path + " " + (r.value.kind == rdf::TermKind::None ? "-" : rdf::to_ntriples(r.value)) + " " +
           r.component + " " + rdf::to_ntriples(r.shape) + " " + r.severity + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("random shapes over random graphs: engine and naive evaluator agree") {
  std::size_t results = 0;
  std::set<std::string> components;
  const char* more = std::getenv("ENTENTE_RANDOM_SEEDS");  // e.g. 50000
  const unsigned seeds = more != nullptr ? static_cast<unsigned>(std::strtoul(more, nullptr, 10)) : 1500;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    Generator generator(seed);
    const std::string data_text = generator.data();
    const std::string shapes_text = generator.shapes();
    const rdf::Graph data = tests::turtle(data_text);
    const rdf::Graph shapes_graph = tests::turtle(shapes_text);
    Diagnostics diagnostics;
    const auto plan = shapes::compile(shapes_graph, {}, diagnostics);
    std::string why;
    for (const auto& item : diagnostics.items()) why += item.message + "\n";
    REQUIRE_MESSAGE(plan.has_value(), why << shapes_text);
    const auto expected = tests::naive_validate(data, shapes_graph);
    const auto actual = engine_results(data, *plan);
    for (const auto& r : actual) components.insert(r.component);
    results += actual.size();
    REQUIRE_MESSAGE(text(actual) == text(expected), "seed " << seed << "\n" << data_text << shapes_text);
  }
  CHECK(results > 10'000);
  CHECK(components.size() == 24);  // all that the naive evaluator knows
}

TEST_CASE("every form of path nested in every other") {
  const char* const forms[] = {"ex:p", "[ sh:inversePath @ ]", "( @ ex:q )", "[ sh:alternativePath ( @ ex:q ) ]",
                               "[ sh:zeroOrMorePath @ ]", "[ sh:oneOrMorePath @ ]", "[ sh:zeroOrOnePath @ ]"};
  const auto put = [](std::string form, const std::string& inner) {
    const std::size_t at = form.find('@');
    return at == std::string::npos ? form : form.replace(at, 1, inner);
  };
  const rdf::Graph data = tests::turtle("ex:a ex:p ex:b, ex:a ; ex:q ex:c . ex:b ex:p ex:c ; ex:q ex:a, 1 . ex:c ex:p ex:a . ex:d ex:q ex:a .");
  for (const char* outer : forms) {
    for (const char* middle : forms) {
      for (const char* inner : forms) {
        const std::string path = put(outer, put(middle, put(inner, "ex:p")));
        const rdf::Graph shapes_graph = tests::turtle("ex:S sh:targetNode ex:a, ex:b, ex:c, ex:d, ex:e, 1 ; sh:path " + path + " ; sh:in () .");
        Diagnostics diagnostics;
        const auto plan = shapes::compile(shapes_graph, {}, diagnostics);
        REQUIRE(plan.has_value());
        CHECK_MESSAGE(text(engine_results(data, *plan)) == text(tests::naive_validate(data, shapes_graph)), path);
      }
    }
  }
}
