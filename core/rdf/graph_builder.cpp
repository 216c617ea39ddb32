// Three counting sorts, each fed by the order before it, so that only the few triples of one subject are ever
// sorted by comparison: SPO by subject (then each subject's pairs), OSP from SPO by object (its pairs come in
// order), POS from OSP by predicate. Threads share a sort by ranges of its key; all see all input, each writes
// its own range, so the result does not depend on their number.
#include <algorithm>
#include <thread>

#include "core/base/parallel.hpp"
#include "core/rdf/graph_state.hpp"

namespace entente::rdf {

struct GraphBuilder::State {
  std::shared_ptr<Dictionary> dictionary = std::make_shared<Dictionary>();
  std::vector<std::vector<Triple>> pieces;
  std::vector<Triple> open;
};

namespace {

constexpr std::size_t kPieceSize = std::size_t{1} << 16U;
constexpr std::size_t kSmall = 20'000;  // below, one thread is faster

// Calls work(first, last) for equal parts of [0, end), one part a thread.
template <typename Work>
void in_parts(unsigned threads, std::size_t end, Work work) {
  if (threads <= 1) return work(std::size_t{0}, end);
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i) {
    pool.emplace_back([=] { work(end * i / threads, end * (i + 1) / threads); });
  }
  for (auto& thread : pool) thread.join();
}

// counts[k + 1] holds how often k occurs -> counts[k] is where k starts.
void to_starts(std::vector<std::uint32_t>& counts) {
  std::uint32_t sum = 0;
  for (auto& count : counts) count = sum += count;
}

class Sorter {
 public:
  Sorter(Graph::State& state, std::vector<std::vector<Triple>> pieces, unsigned threads)
      : state_(state), pieces_(std::move(pieces)), threads_(threads) {
    for (const auto& piece : pieces_) triples_ += piece.size();
    if (triples_ < kSmall) threads_ = 1;
  }

  void run() {
    by_subject();
    by_object();
    by_predicate();
  }

 private:
  // Parts of the id space that hold about equally many triples, by the start table of a sort.
  std::vector<std::size_t> balanced(const std::vector<std::uint32_t>& starts) const {
    std::vector<std::size_t> cuts{0};
    for (unsigned i = 1; i < threads_; ++i) {
      const auto goal = static_cast<std::uint32_t>(triples_ * i / threads_);
      cuts.push_back(static_cast<std::size_t>(std::lower_bound(starts.begin(), starts.end(), goal) - starts.begin()));
    }
    cuts.push_back(starts.size() - 1);
    return cuts;
  }

  template <typename Work>
  void over_keys(const std::vector<std::uint32_t>& starts, Work work) const {
    const auto cuts = balanced(starts);
    in_parts(threads_, threads_, [&](std::size_t first, std::size_t last) {
      for (; first < last; ++first) work(static_cast<TermId>(cuts[first]), static_cast<TermId>(std::max(cuts[first], cuts[first + 1])));
    });
  }

  void by_subject() {
    auto& starts = state_.subject_start;
    starts.assign(static_cast<std::size_t>(state_.terms) + 2, 0);
    for (const auto& piece : pieces_) {
      for (const Triple& t : piece) ++starts[t.subject + 1];
    }
    to_starts(starts);
    state_.spo = Column<PredicateObject>(triples_);
    std::vector<std::uint32_t> kept(starts.size(), 0);  // kept[s + 1]: triples of s without repetitions
    over_keys(starts, [&](TermId from, TermId to) {
      std::vector<std::uint32_t> next(starts.begin() + from, starts.begin() + to);
      for (const auto& piece : pieces_) {
        for (const Triple& t : piece) {
          if (t.subject >= from && t.subject < to) state_.spo[next[t.subject - from]++] = {t.predicate, t.object};
        }
      }
      for (TermId s = from; s < to; ++s) kept[s + 1] = sort_unique(starts[s], starts[s + 1]);
    });
    std::vector<std::vector<Triple>>().swap(pieces_);
    close_gaps(kept);
  }

  std::uint32_t sort_unique(std::size_t from, std::size_t to) {
    PredicateObject* begin = &state_.spo[0] + from;
    PredicateObject* end = &state_.spo[0] + to;
    if (!std::is_sorted(begin, end)) std::sort(begin, end);
    return static_cast<std::uint32_t>(std::unique(begin, end) - begin);
  }

  void close_gaps(std::vector<std::uint32_t>& kept) {
    to_starts(kept);
    if (kept.back() != triples_) {
      for (TermId s = 0; s <= state_.terms; ++s) {
        const std::uint32_t count = kept[s + 1] - kept[s];
        for (std::uint32_t i = 0; i < count; ++i) state_.spo[kept[s] + i] = state_.spo[state_.subject_start[s] + i];
      }
      state_.spo.cut(kept.back());
      triples_ = kept.back();
    }
    state_.subject_start.swap(kept);
  }

  void by_object() {
    auto& starts = state_.object_start;
    starts.assign(static_cast<std::size_t>(state_.terms) + 2, 0);
    for (std::size_t i = 0; i < triples_; ++i) ++starts[state_.spo[i].object + 1];
    to_starts(starts);
    state_.osp = Column<SubjectPredicate>(triples_);
    over_keys(starts, [&](TermId from, TermId to) {
      std::vector<std::uint32_t> next(starts.begin() + from, starts.begin() + to);
      for (TermId s = 1; s <= state_.terms; ++s) {
        for (std::size_t i = state_.subject_start[s]; i < state_.subject_start[s + 1]; ++i) {
          const PredicateObject& t = state_.spo[i];
          if (t.object >= from && t.object < to) state_.osp[next[t.object - from]++] = {s, t.predicate};
        }
      }
    });
  }

  void by_predicate() {
    std::vector<std::uint32_t> count(static_cast<std::size_t>(state_.terms) + 1, 0);
    for (std::size_t i = 0; i < triples_; ++i) ++count[state_.spo[i].predicate];
    state_.predicate_start.assign(1, 0);
    for (TermId p = 0; p <= state_.terms; ++p) {
      if (count[p] == 0) continue;
      state_.predicates.push_back(p);
      state_.predicate_start.push_back(state_.predicate_start.back() + count[p]);
      count[p] = state_.predicate_start[state_.predicate_start.size() - 2];  // from here on: where the next goes
    }
    state_.pos = Column<ObjectSubject>(triples_);
    for (TermId o = 1; o <= state_.terms; ++o) {
      for (std::size_t i = state_.object_start[o]; i < state_.object_start[o + 1]; ++i) {
        const SubjectPredicate& t = state_.osp[i];
        state_.pos[count[t.predicate]++] = {o, t.subject};
      }
    }
  }

  Graph::State& state_;
  std::vector<std::vector<Triple>> pieces_;
  unsigned threads_;
  std::size_t triples_ = 0;
};

}  // namespace

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}

GraphBuilder::GraphBuilder(const Graph& base) : GraphBuilder() {
  state_->dictionary = std::make_shared<Dictionary>(base.shared_dictionary());
}

GraphBuilder::GraphBuilder(std::shared_ptr<Dictionary> terms) : state_(std::make_unique<State>(State{std::move(terms), {}, {}})) {}

GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

Dictionary& GraphBuilder::dictionary() { return *state_->dictionary; }

void GraphBuilder::add(const TermView& s, const TermView& p, const TermView& o) {
  const TermId subject = intern(s);
  const TermId predicate = intern(p);
  add(subject, predicate, intern(o));
}

void GraphBuilder::add(TermId s, TermId p, TermId o) {
  if (state_->open.size() == kPieceSize) state_->pieces.push_back(std::exchange(state_->open, {}));
  state_->open.push_back({s, p, o});
}

void GraphBuilder::add(std::vector<Triple> triples) { state_->pieces.push_back(std::move(triples)); }

Graph GraphBuilder::build(unsigned threads) {
  auto state = std::make_shared<Graph::State>();
  if (!state_->open.empty()) state_->pieces.push_back(std::move(state_->open));
  state_->dictionary->settle();
  state->terms = state_->dictionary->count();
  state->dictionary = state_->dictionary;
  Sorter(*state, std::move(state_->pieces), thread_count(threads)).run();
  *state_ = State{};
  return Graph(std::move(state));
}

}  // namespace entente::rdf
