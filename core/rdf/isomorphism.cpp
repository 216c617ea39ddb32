// Isomorphism by colour refinement: blank nodes get the hash of what they are connected to until no more can be
// told apart; where classes of more than one node are left, pairs are tried in turn.
#include <algorithm>
#include <optional>

#include "core/base/hash.hpp"
#include "core/rdf/canonical.hpp"

namespace entente::rdf {
namespace {

using Colour = std::uint64_t;
constexpr std::uint64_t kMaxSteps = 20'000'000;  // quads hashed

Colour mix(Colour a, Colour b) {
  Colour h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32);
}

struct Side {
  explicit Side(const Dataset& d) : dataset(&d), colours(d.term_count() + std::size_t{1}, 0), blank(colours.size(), false) {
    for (TermId id = 1; id <= d.term_count(); ++id) {
      blank[id] = d.term(id).is_blank();
      colours[id] = blank[id] ? 1 : hash64(to_ntriples(d.term(id)), 7);
    }
    for (const QuadIds& q : d.quads()) {
      if (blank[q.subject] || blank[q.object] || blank[q.graph]) quads.push_back(q);
      for (const TermId id : {q.subject, q.object, q.graph}) {
        if (blank[id] && !seen(id)) nodes.push_back(id);
      }
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::sort(quads.begin(), quads.end());
    quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
  }
  bool seen(TermId id) const { return !nodes.empty() && nodes.back() == id; }

  const Dataset* dataset;
  std::vector<Colour> colours;  // of every term
  std::vector<bool> blank;
  std::vector<QuadIds> quads;   // those with blank nodes
  std::vector<TermId> nodes;
};

// One round; gives the number of different colours of blank nodes. Sums make the order of quads not matter.
std::size_t refine_once(Side& side) {
  std::vector<Colour> next(side.colours.size(), 0);
  for (const QuadIds& q : side.quads) {
    const Colour parts[] = {side.colours[q.subject], side.colours[q.predicate], side.colours[q.object], side.colours[q.graph]};
    Colour all = 3;
    for (const Colour part : parts) all = mix(all, part);
    if (side.blank[q.subject]) next[q.subject] += mix(all, 11);
    if (side.blank[q.object]) next[q.object] += mix(all, 13);
    if (side.blank[q.graph]) next[q.graph] += mix(all, 17);
  }
  std::vector<Colour> different;
  for (const TermId id : side.nodes) {
    side.colours[id] = mix(side.colours[id], next[id]);
    different.push_back(side.colours[id]);
  }
  std::sort(different.begin(), different.end());
  return static_cast<std::size_t>(std::unique(different.begin(), different.end()) - different.begin());
}

class Matcher {
 public:
  // Nothing if the limit was passed.
  std::optional<bool> match(Side a, Side b) {
    if (!refine(a, b)) return failed_ ? std::nullopt : std::optional<bool>(false);
    const auto by_a = sorted(a);
    const auto by_b = sorted(b);
    std::size_t begin = 0, end = 0;  // the smallest class of several nodes
    for (std::size_t i = 0; i < by_a.size();) {
      std::size_t j = i;
      while (j < by_a.size() && by_a[j].first == by_a[i].first) ++j;
      if (j - i > 1 && (end == begin || j - i < end - begin)) {
        begin = i;
        end = j;
      }
      i = j;
    }
    if (begin == end) return same_quads(a, b, by_a, by_b);
    a.colours[by_a[begin].second] = ++fresh_;
    for (std::size_t i = begin; i < end; ++i) {
      Side copy = b;
      copy.colours[by_b[i].second] = fresh_;
      const auto found = match(a, std::move(copy));
      if (!found || *found) return found;
    }
    return false;
  }

 private:
  static std::vector<std::pair<Colour, TermId>> sorted(const Side& side) {
    std::vector<std::pair<Colour, TermId>> out;
    for (const TermId id : side.nodes) out.emplace_back(side.colours[id], id);
    std::sort(out.begin(), out.end());
    return out;
  }

  bool spend(const Side& side) {
    steps_ += side.quads.size() + 1;
    failed_ = failed_ || steps_ > kMaxSteps;
    return !failed_;
  }

  static bool same_colours(const Side& a, const Side& b) {
    const auto x = sorted(a);
    const auto y = sorted(b);
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& p, const auto& q) { return p.first == q.first; });
  }

  bool refine(Side& a, Side& b) {
    std::size_t classes = 0;
    while (spend(a)) {
      const std::size_t now = refine_once(a);
      refine_once(b);
      if (!same_colours(a, b)) return false;
      if (now == classes || now == a.nodes.size()) return true;
      classes = now;
    }
    return false;
  }

  // With every node paired by its colour.
  static bool same_quads(const Side& a, const Side& b, const std::vector<std::pair<Colour, TermId>>& by_a,
                         const std::vector<std::pair<Colour, TermId>>& by_b) {
    const auto lines = [](const Side& side, const std::vector<std::pair<Colour, TermId>>& order) {
      std::map<TermId, std::size_t> place;
      for (std::size_t i = 0; i < order.size(); ++i) place.emplace(order[i].second, i);
      std::vector<std::string> out;
      for (const QuadIds& q : side.quads) {
        std::string line;
        for (const TermId id : {q.subject, q.predicate, q.object, q.graph}) {
          line += side.blank[id] ? "_:" + std::to_string(place.at(id)) : to_ntriples(side.dataset->term(id));
          line += ' ';
        }
        out.push_back(std::move(line));
      }
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
      return out;
    };
    return lines(a, by_a) == lines(b, by_b);
  }

  std::uint64_t steps_ = 0;
  Colour fresh_ = 100;
  bool failed_ = false;
};

// Quads without blank nodes, sorted.
std::vector<std::string> ground(const Dataset& dataset) {
  std::vector<std::string> out;
  for (const QuadIds& ids : dataset.quads()) {
    const QuadView q = dataset.view(ids);
    if (q.subject.is_blank() || q.object.is_blank() || q.graph.is_blank()) continue;
    out.push_back(to_ntriples(q.subject) + to_ntriples(q.predicate) + to_ntriples(q.object) + to_ntriples(q.graph));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Result<bool> isomorphic(const Dataset& a, const Dataset& b) {
  if (ground(a) != ground(b)) return false;
  const auto found = Matcher().match(Side(a), Side(b));
  if (found) return *found;
  return Diagnostic{Severity::Error, Code::RdfTooSymmetric, {}, "Blank nodes are too much alike to be matched within the limit of steps"};
}

}  // namespace entente::rdf
