#include "extract/rules/scene.hpp"

#include <algorithm>

#include "extract/rules/run.hpp"

namespace entente::extract::rules {
namespace {

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  return value != 0 && std::binary_search(sorted.begin(), sorted.end(), value);
}

template <typename E>
std::uint64_t bit(E value) {
  return std::uint64_t{1} << static_cast<unsigned>(value);
}

}  // namespace

Scene::Scene(const Analysis& analysis, const Vocabulary& vocabulary, const Lexicons& lexicons)
    : analysis_(analysis), vocabulary_(vocabulary), lexicons_(lexicons) {
  rebuild();
}

Scene::~Scene() = default;

void Scene::rebuild() {
  matches_ = std::make_unique<Matches>();
  const std::size_t count = analysis_.words.size();
  mention_start_.assign(count + 1, 0);
  types_.assign(count, 0);
  forms_.assign(count, 0);
  begin_types_.assign(count, 0);
  begins_.resize(count);
  for (std::size_t t = 0; t < count; ++t) begins_[t] = static_cast<std::uint32_t>(bit(analysis_.words[t].upos));
  for (const auto& chunk : analysis_.chunks) begins_[chunk.first] |= chunk.kind == ChunkKind::NounPhrase ? kBeginsNoun : kBeginsVerb;
  for (const auto& mention : analysis_.mentions) {
    ++mention_start_[mention.first + 1];
    begin_types_[mention.first] |= bit(mention.type);
    for (std::uint32_t t = mention.first; t < mention.last; ++t) {
      types_[t] |= bit(mention.type);
      forms_[t] |= static_cast<std::uint8_t>(bit(mention.form));
    }
  }
  for (std::size_t t = 0; t < count; ++t) mention_start_[t + 1] += mention_start_[t];
  marks_.clear();
  if (!analysis_.marks.empty()) marks_.resize(count);
  for (std::uint32_t m = 0; m < analysis_.marks.size(); ++m) {
    begins_[analysis_.marks[m].first] |= kBeginsMark;
    marks_[analysis_.marks[m].first].push_back(m);
  }
}

bool Scene::fits(const Term& term, std::uint32_t token) const {
  const Word& word = analysis_.words[token];
  bool yes = false;
  switch (term.key) {
    case Key::Form: yes = holds(term.values, word.form); break;
    case Key::Lemma: yes = holds(term.values, word.lemma); break;
    case Key::Pos: yes = (term.mask & bit(word.upos)) != 0; break;
    case Key::Verb: yes = (term.mask & bit(word.verb_form)) != 0; break;
    case Key::In:
      yes = std::any_of(term.values.begin(), term.values.end(),
                        [&](std::uint32_t id) { return lexicons_.contains(static_cast<LexiconId>(id), vocabulary_, word); });
      break;
    case Key::Is: yes = (term.mask & types_[token]) != 0; break;
    case Key::Mention: yes = (term.mask & forms_[token]) != 0; break;
    case Key::Shape: yes = (term.mask & word.shape) != 0; break;
    case Key::Quote: yes = (term.mask & word.quote) != 0; break;
    case Key::Rel: yes = (term.mask >> word.deprel & 1U) != 0; break;
    case Key::Flag: break;
  }
  return yes != term.negated;
}

bool Scene::fits(const Node& node, std::uint32_t token) const {
  return std::all_of(node.terms.begin(), node.terms.end(), [&](const Term& term) { return fits(term, token); });
}

bool Scene::head_fits(const Node& node, std::uint32_t head, const MentionCandidate* mention, const Chunk* chunk) const {
  for (const Term& term : node.terms) {
    if (term.key == Key::Flag && chunk != nullptr) {
      if (((chunk->flags & term.mask) != 0) == term.negated) return false;
    } else if (term.key == Key::Mention && mention != nullptr) {
      if (((bit(mention->form) & term.mask) != 0) == term.negated) return false;
    } else if (!fits(term, head)) {
      return false;
    }
  }
  return true;
}

bool Scene::mention_unit(const Node& node, std::uint32_t index, Range sentence, Unit& out) const {
  const auto& mention = analysis_.mentions[index];
  if ((bit(mention.type) & node.mask) == 0 || mention.last > sentence.last || mention.first < sentence.first ||
      mention.last - mention.first > kMaxUnit)
    return false;
  const std::uint32_t head = mention.head_last > mention.head_first ? mention.head_last - 1 : mention.last - 1;
  if (!head_fits(node, head, &mention, nullptr)) return false;
  out = {mention.first, mention.last, head, UnitKind::Mention, index};
  return true;
}

bool Scene::chunk_unit(const Node& node, std::uint32_t index, Range sentence, Unit& out) const {
  const auto& chunk = analysis_.chunks[index];
  if ((bit(chunk.kind) & node.mask) == 0 || chunk.last > sentence.last || chunk.last - chunk.first > kMaxUnit ||
      !head_fits(node, chunk.head, nullptr, &chunk)) return false;
  out = {chunk.first, chunk.last, chunk.head, UnitKind::Chunk, index};
  return true;
}

void Scene::units_at(const Node& node, std::uint32_t at, Range sentence, std::vector<Unit>& out) const {
  if (at >= sentence.last) return;
  Unit unit;
  switch (node.kind) {
    case Node::Kind::Token:
      if (fits(node, at)) out.push_back({at, at + 1, at, UnitKind::Tokens, 0});
      return;
    case Node::Kind::Mention:
      for (std::uint32_t m = mention_start_[at]; m < mention_start_[at + 1]; ++m)
        if (mention_unit(node, m, sentence, unit)) out.push_back(unit);
      return;
    case Node::Kind::Chunk: {
      const auto chunk = analysis_.words[at].chunk;
      if (chunk != UINT32_MAX && analysis_.chunks[chunk].first == at && chunk_unit(node, chunk, sentence, unit)) out.push_back(unit);
      return;
    }
    case Node::Kind::Item: {
      Lexicons::Found best;
      LexiconKind kind = LexiconKind::Words;
      for (const auto id : node.values) {
        const auto found = lexicons_.longest(static_cast<LexiconId>(id), vocabulary_, analysis_.words, at, sentence.last);
        if (found.words > best.words) best = found, kind = lexicons_.kind(static_cast<LexiconId>(id));
      }
      if (best.words != 0)
        out.push_back({at, at + best.words, kind == LexiconKind::Verbs ? at : at + best.words - 1, UnitKind::Item, best.item});
      return;
    }
    case Node::Kind::Mark:
      for (const auto m : marks_at(at)) {
        const auto& mark = analysis_.marks[m];
        if (std::find(node.values.begin(), node.values.end(), mark.label) != node.values.end() && mark.last <= sentence.last && mark.last - mark.first <= kMaxUnit)
          out.push_back({mark.first, mark.last, mark.last - 1, UnitKind::Mark, m});
      }
      return;
    default: return;
  }
}

void Scene::units_headed(const Node& node, std::uint32_t head, Range sentence, std::vector<Unit>& out) const {
  Unit unit;
  if (node.kind == Node::Kind::Chunk) {
    const auto chunk = analysis_.words[head].chunk;
    if (chunk != UINT32_MAX && analysis_.chunks[chunk].head == head && chunk_unit(node, chunk, sentence, unit)) out.push_back(unit);
    return;
  }
  if (node.kind == Node::Kind::Token) return units_at(node, head, sentence, out);
  // Units of several tokens: look back for those that begin before the head and end after it.
  const std::uint32_t least = head > sentence.first + kMaxUnit ? head - kMaxUnit : sentence.first;
  std::vector<Unit> found;
  for (std::uint32_t at = least; at <= head; ++at) units_at(node, at, sentence, found);
  for (const Unit& one : found)
    if (one.head == head) out.push_back(one);
}

bool Scene::step_fits(const Step& step, std::uint32_t child) const {
  const Word& word = analysis_.words[child];
  if (step.relations != 0 && (step.relations >> word.deprel & 1U) == 0) return false;
  if (step.preposition == 0) return true;
  // The case word stands before its noun phrase, at most eight tokens before the head.
  const std::uint32_t least = child > 8 ? child - 8 : 0;
  for (std::uint32_t t = child; t-- > least;) {
    const Word& other = analysis_.words[t];
    if (other.sentence != word.sentence) return false;
    if (other.head == child && other.deprel == static_cast<std::uint8_t>(Deprel::Case) && other.form == step.preposition) return true;
  }
  return false;
}

void Scene::descend(const Step& step, std::uint32_t from, Range sentence, std::vector<std::uint32_t>& out) const {
  if (!step.deep) {
    for (const auto t : analysis_.dependents.of(from))
      if (t != from && t >= sentence.first && t < sentence.last && step_fits(step, t)) out.push_back(t);
    return;
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    std::uint32_t up = analysis_.words[t].head;
    for (std::uint32_t guard = 0; up != UINT32_MAX && up != from && guard < 64; ++guard) up = analysis_.words[up].head;
    if (up == from && t != from && step_fits(step, t)) out.push_back(t);
  }
}

void Scene::follow(const std::vector<Step>& path, std::uint32_t from, Range sentence, std::vector<std::uint32_t>& out) const {
  std::vector<std::uint32_t> now{from};
  std::vector<std::uint32_t> next;
  for (const Step& step : path) {
    next.clear();
    for (const auto token : now) {
      if (!step.up) {
        descend(step, token, sentence, next);
        continue;
      }
      std::uint32_t at = token;
      for (std::uint32_t guard = 0; guard < 64; ++guard) {
        const std::uint32_t head = analysis_.words[at].head;
        if (head == UINT32_MAX || head < sentence.first || head >= sentence.last) break;
        if (step_fits(step, at)) next.push_back(head);
        if (!step.deep) break;
        at = head;
      }
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    now.swap(next);
  }
  out = std::move(now);
}

}  // namespace entente::extract::rules
