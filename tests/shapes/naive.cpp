#include "tests/shapes/naive.hpp"

#include <algorithm>
#include <optional>

#include "core/rdf/vocabulary.hpp"

namespace entente::tests {
namespace {

using rdf::Term;
using Terms = std::set<Term>;
using Results = std::multiset<NaiveResult>;
namespace sh = vocab::sh;

struct Fact {
  Term s, p, o;
};

class Facts {
 public:
  explicit Facts(const rdf::Graph& graph) {
    graph.for_each(0, 0, 0, [&](const rdf::Triple& t) {
      all_.push_back({graph.term(t.subject), graph.term(t.predicate), graph.term(t.object)});
    });
  }
  Terms objects(const Term& s, std::string_view p) const {
    Terms out;
    for (const Fact& f : all_) {
      if (f.s == s && f.p.value == p) out.insert(f.o);
    }
    return out;
  }
  Terms subjects(std::string_view p, const Term& o) const {
    Terms out;
    for (const Fact& f : all_) {
      if (f.o == o && f.p.value == p) out.insert(f.s);
    }
    return out;
  }
  std::vector<Term> list(const Term& head) const {
    if (head.value == vocab::rdf::nil) return {};
    auto out = list(*objects(head, vocab::rdf::rest).begin());
    out.insert(out.begin(), *objects(head, vocab::rdf::first).begin());
    return out;
  }
  const std::vector<Fact>& all() const { return all_; }

 private:
  std::vector<Fact> all_;
};

bool is_literal(const Term& t) { return t.kind == rdf::TermKind::Literal; }

std::optional<long> number(const Term& t) {
  if (!is_literal(t) || t.datatype != vocab::xsd::integer) return std::nullopt;
  return std::stol(t.value);
}

class Naive {
 public:
  Naive(const rdf::Graph& data, const rdf::Graph& shapes) : data_(data), shapes_(shapes) {}

  Results run() {
    Results out;
    Terms roots;
    for (const Fact& f : shapes_.all()) {
      if (f.p.value == sh::targetNode || f.p.value == sh::targetClass) roots.insert(f.s);
    }
    for (const Term& shape : roots) {
      for (const Term& focus : targets(shape)) {
        const Results some = validate(shape, focus);
        out.insert(some.begin(), some.end());
      }
    }
    return out;
  }

 private:
  Terms targets(const Term& shape) const {
    Terms out = shapes_.objects(shape, sh::targetNode);
    for (const Term& type : shapes_.objects(shape, sh::targetClass)) {
      for (const Fact& f : data_.all()) {
        if (f.p.value == vocab::rdf::type && is_instance(f.s, type)) out.insert(f.s);
      }
    }
    return out;
  }

  bool is_instance(const Term& node, const Term& type) const {
    for (const Term& own : data_.objects(node, vocab::rdf::type)) {
      Terms above{own};
      for (bool grown = true; grown;) {
        const std::size_t before = above.size();
        for (const Term& t : Terms(above)) above.merge(data_.objects(t, vocab::rdfs::subClassOf));
        grown = above.size() > before;
      }
      if (above.count(type) != 0) return true;
    }
    return false;
  }

  // Value nodes of `node` by the path at `path`, walked backwards if `inverse`.
  Terms walk(const Term& path, const Term& node, bool inverse) const {
    if (path.kind == rdf::TermKind::Iri) return inverse ? data_.subjects(path.value, node) : data_.objects(node, path.value);
    const auto form = [&](std::string_view predicate) { return shapes_.objects(path, predicate); };
    if (const auto inner = form(sh::inversePath); !inner.empty()) return walk(*inner.begin(), node, !inverse);
    Terms out;
    if (const auto inner = form(sh::alternativePath); !inner.empty()) {
      for (const Term& part : shapes_.list(*inner.begin())) out.merge(walk(part, node, inverse));
      return out;
    }
    if (const auto inner = form(sh::zeroOrOnePath); !inner.empty()) {
      out = walk(*inner.begin(), node, inverse);
      out.insert(node);
      return out;
    }
    for (const bool zero : {true, false}) {
      const auto inner = form(zero ? sh::zeroOrMorePath : sh::oneOrMorePath);
      if (inner.empty()) continue;
      out = zero ? Terms{node} : walk(*inner.begin(), node, inverse);
      for (std::size_t before = 0; before != out.size();) {
        before = out.size();
        for (const Term& t : Terms(out)) out.merge(walk(*inner.begin(), t, inverse));
      }
      return out;
    }
    auto parts = shapes_.list(path);
    if (inverse) std::reverse(parts.begin(), parts.end());
    out = {node};
    for (const Term& part : parts) {
      Terms next;
      for (const Term& t : out) next.merge(walk(part, t, inverse));
      out = std::move(next);
    }
    return out;
  }

  std::string path_text(const Term& path) const {
    if (path.kind == rdf::TermKind::Iri) return "<" + path.value + ">";
    const auto part = [&](const Term& p) { return p.kind == rdf::TermKind::Iri ? path_text(p) : "(" + path_text(p) + ")"; };
    const auto joined = [&](const Term& head, const char* between) {
      std::string out;
      for (const Term& p : shapes_.list(head)) {
        const bool loose = p.kind != rdf::TermKind::Iri && (!shapes_.objects(p, vocab::rdf::first).empty() || !shapes_.objects(p, sh::alternativePath).empty());
        out += (out.empty() ? "" : between) + (loose ? part(p) : path_text(p));
      }
      return out;
    };
    if (const auto i = shapes_.objects(path, sh::inversePath); !i.empty()) return "^" + part(*i.begin());
    if (const auto i = shapes_.objects(path, sh::alternativePath); !i.empty()) return joined(*i.begin(), "|");
    if (const auto i = shapes_.objects(path, sh::zeroOrMorePath); !i.empty()) return part(*i.begin()) + "*";
    if (const auto i = shapes_.objects(path, sh::oneOrMorePath); !i.empty()) return part(*i.begin()) + "+";
    if (const auto i = shapes_.objects(path, sh::zeroOrOnePath); !i.empty()) return part(*i.begin()) + "?";
    return joined(path, "/");
  }

  bool conforms(const Term& node, const Term& shape) const { return validate(shape, node).empty(); }

  Results validate(const Term& shape, const Term& focus) const {
    Results out;
    if (shapes_.objects(shape, sh::deactivated).count(rdf::literal("true", vocab::xsd::boolean_)) != 0) return out;
    const Terms paths = shapes_.objects(shape, sh::path);
    const Terms values = paths.empty() ? Terms{focus} : walk(*paths.begin(), focus, false);
    const std::string path = paths.empty() ? "" : path_text(*paths.begin());
    const Terms severities = shapes_.objects(shape, sh::severity);
    const std::string severity(severities.empty() ? std::string(sh::Violation) : severities.begin()->value);
    const auto fail = [&](std::string component, const Term& value, const std::string* other_path = nullptr) {
      out.insert({focus, other_path != nullptr ? *other_path : path, value, std::move(component), shape, severity});
    };
    const auto each = [&](std::string_view parameter, auto check) {
      for (const Term& value : shapes_.objects(shape, parameter)) check(value);
    };
    const auto test = [&](std::string_view parameter, const char* component, auto good) {
      each(parameter, [&](const Term& p) {
        for (const Term& v : values) {
          if (!good(p, v)) fail(component, v);
        }
      });
    };
    test(sh::class_, "Class", [&](const Term& p, const Term& v) { return is_instance(v, p); });
    test(sh::datatype, "Datatype", [](const Term& p, const Term& v) { return is_literal(v) && v.datatype == p.value; });
    test(sh::nodeKind, "NodeKind", [](const Term& p, const Term& v) {
      const bool iri = v.kind == rdf::TermKind::Iri;
      const bool blank = v.kind == rdf::TermKind::Blank;
      if (p.value == sh::IRI) return iri;
      if (p.value == sh::Literal) return is_literal(v);
      return p.value == sh::BlankNode ? blank : p.value == sh::BlankNodeOrIRI ? blank || iri : p.value == sh::IRIOrLiteral ? !blank : !iri;
    });
    test(sh::minInclusive, "MinInclusive", [](const Term& p, const Term& v) { return number(v) && *number(v) >= *number(p); });
    test(sh::maxInclusive, "MaxInclusive", [](const Term& p, const Term& v) { return number(v) && *number(v) <= *number(p); });
    test(sh::minLength, "MinLength", [](const Term& p, const Term& v) { return v.kind != rdf::TermKind::Blank && static_cast<long>(v.value.size()) >= *number(p); });
    test(sh::maxLength, "MaxLength", [](const Term& p, const Term& v) { return v.kind != rdf::TermKind::Blank && static_cast<long>(v.value.size()) <= *number(p); });
    test(sh::in, "In", [&](const Term& p, const Term& v) {
      const auto members = shapes_.list(p);
      return std::find(members.begin(), members.end(), v) != members.end();
    });
    each(sh::minCount, [&](const Term& p) { if (static_cast<long>(values.size()) < *number(p)) fail("MinCount", {}); });
    each(sh::maxCount, [&](const Term& p) { if (static_cast<long>(values.size()) > *number(p)) fail("MaxCount", {}); });
    each(sh::hasValue, [&](const Term& p) { if (values.count(p) == 0) fail("HasValue", {}); });
    each(sh::uniqueLang, [&](const Term& p) {
      if (p.value != "true") return;
      std::multiset<std::string> tags;
      for (const Term& v : values) {
        if (!v.language.empty()) tags.insert(v.language);
      }
      for (const std::string& tag : std::set<std::string>(tags.begin(), tags.end())) {
        if (tags.count(tag) > 1) fail("UniqueLang", {});
      }
    });
    each(sh::equals, [&](const Term& p) {
      const Terms others = data_.objects(focus, p.value);
      for (const Term& v : values) if (others.count(v) == 0) fail("Equals", v);
      for (const Term& o : others) if (values.count(o) == 0) fail("Equals", o);
    });
    each(sh::disjoint, [&](const Term& p) {
      for (const Term& v : values) if (data_.objects(focus, p.value).count(v) != 0) fail("Disjoint", v);
    });
    for (const bool strict : {true, false}) {
      each(strict ? sh::lessThan : sh::lessThanOrEquals, [&](const Term& p) {
        for (const Term& v : values) {
          for (const Term& o : data_.objects(focus, p.value)) {
            const bool strings = v.datatype == rdf::kXsdString && o.datatype == rdf::kXsdString;
            const bool good = strings ? (strict ? v.value < o.value : v.value <= o.value)
                                      : number(v) && number(o) && (strict ? *number(v) < *number(o) : *number(v) <= *number(o));
            if (!good) fail(strict ? "LessThan" : "LessThanOrEquals", v);
          }
        }
      });
    }
    test(sh::not_, "Not", [&](const Term& p, const Term& v) { return !conforms(v, p); });
    test(sh::node, "Node", [&](const Term& p, const Term& v) { return conforms(v, p); });
    const auto count = [&](const Term& head, const Term& v) {
      std::pair<std::size_t, std::size_t> out_of{0, 0};
      for (const Term& member : shapes_.list(head)) {
        ++out_of.second;
        if (conforms(v, member)) ++out_of.first;
      }
      return out_of;
    };
    test(sh::and_, "And", [&](const Term& p, const Term& v) { return count(p, v).first == count(p, v).second; });
    test(sh::or_, "Or", [&](const Term& p, const Term& v) { return count(p, v).first > 0; });
    test(sh::xone, "Xone", [&](const Term& p, const Term& v) { return count(p, v).first == 1; });
    each(sh::property, [&](const Term& p) {
      for (const Term& v : values) {
        const Results inner = validate(p, v);
        out.insert(inner.begin(), inner.end());
      }
    });
    each(sh::qualifiedValueShape, [&](const Term& q) {
      const bool disjoint = shapes_.objects(shape, sh::qualifiedValueShapesDisjoint).count(rdf::literal("true", vocab::xsd::boolean_)) != 0;
      Terms siblings;
      for (const Term& parent : shapes_.subjects(sh::property, shape)) {
        for (const Term& beside : shapes_.objects(parent, sh::property)) siblings.merge(shapes_.objects(beside, sh::qualifiedValueShape));
      }
      siblings.erase(q);
      long conforming = 0;
      for (const Term& v : values) {
        const bool other = disjoint && std::any_of(siblings.begin(), siblings.end(), [&](const Term& s) { return conforms(v, s); });
        conforming += conforms(v, q) && !other ? 1 : 0;
      }
      each(sh::qualifiedMinCount, [&](const Term& p) { if (conforming < *number(p)) fail("QualifiedMinCount", {}); });
      each(sh::qualifiedMaxCount, [&](const Term& p) { if (conforming > *number(p)) fail("QualifiedMaxCount", {}); });
    });
    each(sh::closed, [&](const Term& p) {
      if (p.value != "true") return;
      Terms allowed;
      each(sh::ignoredProperties, [&](const Term& head) { for (const Term& t : shapes_.list(head)) allowed.insert(t); });
      each(sh::property, [&](const Term& property) { allowed.merge(shapes_.objects(property, sh::path)); });
      for (const Term& v : values) {
        for (const Fact& f : data_.all()) {
          const std::string text = "<" + f.p.value + ">";
          if (f.s == v && allowed.count(f.p) == 0) fail("Closed", f.o, &text);
        }
      }
    });
    return out;
  }

  Facts data_;
  Facts shapes_;
};

}  // namespace

std::multiset<NaiveResult> naive_validate(const rdf::Graph& data, const rdf::Graph& shapes) { return Naive(data, shapes).run(); }

}  // namespace entente::tests
