// Colours blank nodes by their neighbours until nothing changes, then tries partners of equal colour.
#include "tests/shapes/isomorphism.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace entente::tests {
namespace {

using rdf::Term;
using Colours = std::map<std::string, std::size_t>;

bool is_blank(const Term& term) { return term.kind == rdf::TermKind::Blank; }

Colours colours_of(const std::vector<Statement>& graph) {
  Colours colours;
  for (const Statement& s : graph) {
    if (is_blank(s.subject)) colours[s.subject.value] = 0;
    if (is_blank(s.object)) colours[s.object.value] = 0;
  }
  const auto text = [&](const Term& term, const std::string& self) {
    if (!is_blank(term)) return rdf::to_ntriples(term);
    return term.value == self ? std::string("self") : "#" + std::to_string(colours[term.value]);
  };
  for (int round = 0; round < 12; ++round) {
    Colours next;
    for (const auto& [name, colour] : colours) {
      std::multiset<std::string> around;
      for (const Statement& s : graph) {
        if ((is_blank(s.subject) && s.subject.value == name) || (is_blank(s.object) && s.object.value == name)) {
          around.insert(text(s.subject, name) + " " + s.predicate.value + " " + text(s.object, name));
        }
      }
      std::string all = std::to_string(colour);
      for (const auto& one : around) all += "\n" + one;
      next[name] = std::hash<std::string>{}(all);
    }
    colours = std::move(next);
  }
  return colours;
}

Term renamed(const Term& term, const std::map<std::string, std::string>& names) {
  return is_blank(term) ? rdf::blank(names.at(term.value)) : term;
}

bool match(const std::vector<Statement>& a, const std::set<Statement>& b, const Colours& of_a, const Colours& of_b,
           Colours::const_iterator next, std::map<std::string, std::string>& names, std::set<std::string>& taken, int& budget) {
  if (next == of_a.end()) {
    return std::all_of(a.begin(), a.end(), [&](const Statement& s) {
      return b.count({renamed(s.subject, names), s.predicate, renamed(s.object, names)}) != 0;
    });
  }
  for (const auto& [name, colour] : of_b) {
    if (colour != next->second || taken.count(name) != 0 || --budget < 0) continue;
    names[next->first] = name;
    taken.insert(name);
    if (match(a, b, of_a, of_b, std::next(next), names, taken, budget)) return true;
    taken.erase(name);
  }
  return false;
}

}  // namespace

bool isomorphic(std::vector<Statement> a, std::vector<Statement> b) {
  for (auto* graph : {&a, &b}) {
    std::sort(graph->begin(), graph->end());
    graph->erase(std::unique(graph->begin(), graph->end()), graph->end());
  }
  if (a.size() != b.size()) return false;
  const Colours of_a = colours_of(a);
  const Colours of_b = colours_of(b);
  std::map<std::string, std::string> names;
  std::set<std::string> taken;
  int budget = 100'000;
  return of_a.size() == of_b.size() && match(a, {b.begin(), b.end()}, of_a, of_b, of_a.begin(), names, taken, budget);
}

}  // namespace entente::tests
