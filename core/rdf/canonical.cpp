#include "core/rdf/canonical.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <optional>

namespace entente::rdf {
namespace {

std::string digest(std::string_view text, bool sha384) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), bytes, &size, sha384 ? EVP_sha384() : EVP_sha256(), nullptr);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (unsigned i = 0; i < size; ++i) (out += kHex[bytes[i] >> 4]) += kHex[bytes[i] & 15];
  return out;
}

// Section 4.5: gives out labels in order.
class Issuer {
 public:
  explicit Issuer(std::string prefix) : prefix_(std::move(prefix)) {}

  const std::string& issue(TermId node) {
    const auto [at, fresh] = labels_.try_emplace(node);
    if (fresh) {
      at->second = prefix_ + std::to_string(order_.size());
      order_.push_back(node);
    }
    return at->second;
  }
  const std::string* find(TermId node) const {
    const auto at = labels_.find(node);
    return at == labels_.end() ? nullptr : &at->second;
  }
  const std::vector<TermId>& order() const { return order_; }

 private:
  std::string prefix_;
  std::map<TermId, std::string> labels_;
  std::vector<TermId> order_;
};

struct Hashed {
  std::string hash;
  Issuer issuer;
};

class Canonicalizer {
 public:
  Canonicalizer(const Dataset& dataset, const CanonicalOptions& options) : dataset_(dataset), options_(options) {}

  Result<CanonicalForm> run() {
    collect();
    std::map<std::string, std::vector<TermId>> by_hash;
    for (const auto& [node, quads] : quads_of_) by_hash[first_degree(node)].push_back(node);
    for (const auto& [hash, nodes] : by_hash) {
      if (nodes.size() == 1) canonical_.issue(nodes[0]);
    }
    for (const auto& [hash, nodes] : by_hash) {
      if (nodes.size() > 1 && !issue_group(nodes)) {
        return Diagnostic{Severity::Error, Code::RdfTooSymmetric, {}, "Blank nodes are too much alike to be told apart within the limit of steps"};
      }
    }
    return form();
  }

 private:
  bool is_blank(TermId id) const { return id != kNoTerm && dataset_.term(id).is_blank(); }

  void collect() {
    for (const QuadIds& q : dataset_.quads()) {
      for (const TermId id : {q.subject, q.object, q.graph}) {
        if (!is_blank(id)) continue;
        auto& quads = quads_of_[id];
        if (quads.empty() || quads.back() != &q) quads.push_back(&q);
      }
    }
  }

  // One canonical N-Quads line with blank nodes named by `label`.
  template <typename Label>
  std::string line(const QuadIds& q, Label label) const {
    std::string out;
    for (const TermId id : {q.subject, q.predicate, q.object, q.graph}) {
      if (id == kNoTerm) continue;
      if (is_blank(id)) {
        (out += "_:") += label(id);
      } else {
        append_ntriples(out, dataset_.term(id));
      }
      out += ' ';
    }
    return out += ".\n";
  }

  // Section 4.6.
  const std::string& first_degree(TermId node) {
    auto& hash = first_degree_[node];
    if (!hash.empty()) return hash;
    std::vector<std::string> lines;
    for (const QuadIds* q : quads_of_.at(node)) {
      lines.push_back(line(*q, [node](TermId id) { return id == node ? "a" : "z"; }));
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& one : lines) all += one;
    return hash = digest(all, options_.sha384);
  }

  // Section 4.4.3, step 5; false if the limit was passed.
  bool issue_group(const std::vector<TermId>& nodes) {
    std::vector<Hashed> results;
    for (const TermId node : nodes) {
      if (canonical_.find(node) != nullptr) continue;
      Issuer issuer("b");
      issuer.issue(node);
      auto result = n_degree(node, issuer);
      if (!result) return false;
      results.push_back(std::move(*result));
    }
    std::stable_sort(results.begin(), results.end(), [](const Hashed& a, const Hashed& b) { return a.hash < b.hash; });
    for (const Hashed& result : results) {
      for (const TermId node : result.issuer.order()) canonical_.issue(node);
    }
    return true;
  }

  // Section 4.7.
  std::string related_hash(TermId related, const QuadIds& quad, const Issuer& issuer, char position) {
    std::string input(1, position);
    if (position != 'g') append_ntriples(input, dataset_.term(quad.predicate));
    if (const auto* label = canonical_.find(related)) {
      (input += "_:") += *label;
    } else if (const auto* temporary = issuer.find(related)) {
      (input += "_:") += *temporary;
    } else {
      input += first_degree(related);
    }
    return digest(input, options_.sha384);
  }

  std::map<std::string, std::vector<TermId>> related(TermId node, const Issuer& issuer) {
    std::map<std::string, std::vector<TermId>> groups;
    for (const QuadIds* q : quads_of_.at(node)) {
      const std::pair<TermId, char> parts[] = {{q->subject, 's'}, {q->object, 'o'}, {q->graph, 'g'}};
      for (const auto& [id, position] : parts) {
        if (id == node || !is_blank(id)) continue;
        groups[related_hash(id, *q, issuer, position)].push_back(id);
      }
    }
    return groups;
  }

  bool step() { return ++steps_ <= options_.max_steps; }

  static bool is_worse(const std::string& path, const std::string& best) {
    return !best.empty() && path.size() >= best.size() && path > best;
  }

  // Section 4.8; nothing if the limit was passed.
  std::optional<Hashed> n_degree(TermId node, Issuer issuer) {
    if (!step() || depth_ > kMaxDepth) return std::nullopt;
    ++depth_;
    std::string data;
    for (auto& [hash, nodes] : related(node, issuer)) {
      data += hash;
      std::string best;
      Issuer best_issuer("b");
      auto order = nodes;
      std::sort(order.begin(), order.end());
      do {
        if (!step()) return std::nullopt;
        Issuer copy = issuer;
        std::string path;
        const auto whole = try_order(order, copy, best, path);
        if (!whole) return std::nullopt;
        if (!*whole || (!best.empty() && !(path < best))) continue;
        best = std::move(path);
        best_issuer = std::move(copy);
      } while (std::next_permutation(order.begin(), order.end()));
      data += best;
      issuer = std::move(best_issuer);
    }
    --depth_;
    return Hashed{digest(data, options_.sha384), std::move(issuer)};
  }

  // One permutation: false if it cannot be the best, nothing if the limit was passed.
  std::optional<bool> try_order(const std::vector<TermId>& order, Issuer& issuer, const std::string& best, std::string& path) {
    std::vector<TermId> open;
    for (const TermId id : order) {
      if (const auto* label = canonical_.find(id)) {
        (path += "_:") += *label;
      } else {
        if (issuer.find(id) == nullptr) open.push_back(id);
        (path += "_:") += issuer.issue(id);
      }
      if (is_worse(path, best)) return false;
    }
    for (const TermId id : open) {
      auto result = n_degree(id, issuer);
      if (!result) return std::nullopt;
      (path += "_:") += issuer.issue(id);
      ((path += '<') += result->hash) += '>';
      issuer = std::move(result->issuer);
      if (is_worse(path, best)) return false;
    }
    return true;
  }

  CanonicalForm form() {
    CanonicalForm out;
    std::vector<std::string> lines;
    for (const QuadIds& q : dataset_.quads()) lines.push_back(line(q, [this](TermId id) { return *canonical_.find(id); }));
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (const auto& one : lines) out.nquads += one;
    for (const TermId id : canonical_.order()) out.labels.emplace(dataset_.term(id).value, *canonical_.find(id));
    return out;
  }

  static constexpr int kMaxDepth = 1000;  // levels of some 4 KiB, sanitizers' marks included: half of a usual stack

  const Dataset& dataset_;
  const CanonicalOptions& options_;
  std::map<TermId, std::vector<const QuadIds*>> quads_of_;
  std::map<TermId, std::string> first_degree_;
  Issuer canonical_{"c14n"};
  std::uint64_t steps_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<CanonicalForm> canonicalize(const Dataset& dataset, const CanonicalOptions& options) {
  return Canonicalizer(dataset, options).run();
}

}  // namespace entente::rdf
