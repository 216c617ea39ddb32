#include "extract/language/lemmatizer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"

namespace entente::language {
namespace {

constexpr std::size_t kNormalized = 64;  // bytes of which normalize_form() gives all

std::string capitalized(std::string_view form) {
  std::string out = lower_form(form);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string with_letters(std::string_view form, char letters) {
  if (letters == 'l') return lower_form(form);
  return letters == 'c' ? capitalized(form) : std::string(form);
}

// "sooooo" with runs of three letters and more cut to `most`.
std::string without_runs(std::string_view form, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < form.size();) {
    const auto begin = i;
    while (i < form.size() && form[i] == form[begin]) ++i;
    const bool letter = form[begin] >= 'A' && form[begin] <= 'z';
    out.append(letter && i - begin >= 3 ? most : i - begin, form[begin]);
  }
  return out;
}

bool ends_off(std::string_view word, const EditScript& script) {
  const auto& take = script.take;
  if (take.size() > word.size() || (take.size() == word.size() && script.add.empty())) return false;
  if (!take.empty() && is_continuation(take[0])) return false;
  return word.substr(word.size() - take.size()) == take;
}

}  // namespace

std::string EditScript::text() const {
  return whole ? "=" + add : letters + std::to_string(take.size()) + ':' + take + add;
}

std::optional<EditScript> EditScript::parse(std::string_view text) {
  EditScript script;
  if (text.empty()) return std::nullopt;
  if (text[0] == '=') {
    script.whole = true;
    script.add = text.substr(1);
    return script;
  }
  script.letters = text[0];
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || std::string_view("lkc").find(text[0]) == std::string_view::npos) return std::nullopt;
  std::size_t taken = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + colon, taken);
  if (error != std::errc{} || end != text.data() + colon || taken > text.size() - colon - 1) return std::nullopt;
  script.take = text.substr(colon + 1, taken);
  script.add = text.substr(colon + 1 + taken);
  return script;
}

std::string EditScript::apply(std::string_view form) const {
  if (whole) return add;
  std::string out = with_letters(form, letters);
  if (!ends_off(out, *this)) return out;
  out.resize(out.size() - take.size());
  return out + add;
}

bool EditScript::fits(std::string_view form) const { return !whole && ends_off(with_letters(form, letters), *this); }

EditScript edit_script(std::string_view form, std::string_view lemma) {
  EditScript best;
  best.whole = true;
  best.add = lemma;
  std::size_t longest = 0;
  for (const char letters : {'l', 'k', 'c'}) {
    const auto from = with_letters(form, letters);
    std::size_t same = 0;
    while (same < from.size() && same < lemma.size() && from[same] == lemma[same]) ++same;
    while (same > 0 && same < lemma.size() && is_continuation(lemma[same])) --same;
    while (same > 0 && same < from.size() && is_continuation(from[same])) --same;
    if (same <= longest) continue;
    longest = same;
    best = {letters, from.substr(same), std::string(lemma.substr(same)), false};
  }
  return best;
}

std::uint64_t tag_hash(std::string_view upos, std::string_view xpos) { return hash64(upos, hash64(xpos)); }

void lemma_features(std::string_view form, std::uint64_t tag, std::vector<std::uint64_t>& out) {
  out.clear();
  const auto lower = lower_form(form);
  const auto add = [&](std::uint64_t value) { out.push_back(mix(value, mix(tag, out.size() + 1))); };
  add(0);
  add(hash64(shape_of(form)));
  for (std::size_t n = 1; n <= 7; ++n) add(n <= lower.size() ? hash64(std::string_view(lower).substr(lower.size() - n)) : 0);
  add(std::min<std::size_t>(lower.size(), 6));
  add(hash64(std::string_view(lower).substr(0, 2)));
  const bool vowel = lower.size() > 3 && std::string_view("aeiou").find(lower[lower.size() - 4]) != std::string_view::npos;
  add(vowel + 2U * (lower.size() > 3 && lower[lower.size() - 3] == lower[lower.size() - 4]));
  add(mix(hash64(shape_of(form)), hash64(lower.size() > 2 ? std::string_view(lower).substr(lower.size() - 2) : lower)));
}

std::uint32_t known_key(std::string_view lemma, std::string_view upos) {
  return static_cast<std::uint32_t>(mix(hash64(lemma), hash64(upos)) >> 32);
}

std::uint64_t lemma_key(std::string_view form, std::uint64_t tag) { return mix(hash64(lower_form(form)), tag); }

Result<Lemmatizer> Lemmatizer::read(const Container& container) {
  Lemmatizer lemmatizer;
  const auto scripts = read_strings(container, "lemma.scripts");
  if (!scripts) return scripts.error();
  for (const auto& text : *scripts) {
    auto script = EditScript::parse(text);
    if (!script) return container.broken("lemma.scripts", "'" + text + "' is no edit script");
    lemmatizer.scripts_.push_back(*std::move(script));
  }
  const auto lexicon = container.get<Slot>("lemma.lexicon");
  if (!lexicon) return lexicon.error();
  lemmatizer.lexicon_ = *lexicon;
  const auto known = container.get<std::uint32_t>("lemma.known");
  if (!known) return known.error();
  lemmatizer.known_ = *known;
  bool free = false;
  for (const auto& slot : *lexicon) {
    free = free || slot.key == 0;
    if (slot.script >= scripts->size()) return container.broken("lemma.lexicon", "a script is out of range");
  }
  if (!free || (lexicon->size() & (lexicon->size() - 1)) != 0) return container.broken("lemma.lexicon", "it is no table");
  auto model = LinearModel::read(container, "lemma");
  if (!model) return model.error();
  lemmatizer.model_ = *model;
  if (model->classes() > scripts->size()) return container.broken("lemma.scripts", "there are fewer than classes");
  return lemmatizer;
}

const EditScript* Lemmatizer::look_up(std::uint64_t hash) const {
  const auto mask = lexicon_.size() - 1;
  for (auto i = hash & mask; lexicon_[i].key != 0; i = (i + 1) & mask) {
    if (lexicon_[i].key == LinearModel::key_of(hash)) return &scripts_[lexicon_[i].script];
  }
  return nullptr;
}

// The classifier's best script of those that fit, or one nearly as good that gives a lemma that was seen.
const EditScript& Lemmatizer::choose(std::string_view form, std::string_view upos, std::uint64_t tag) const {
  thread_local std::vector<std::uint64_t> features;
  lemma_features(form, tag, features);
  std::array<std::int32_t, 256> scores{};
  for (const auto f : features) model_.add(f, scores.data());
  for (std::size_t i = 0; i < model_.classes(); ++i) {
    if (!scripts_[i].fits(form)) scores[i] = INT32_MIN;
  }
  const auto best = best_class({scores.data(), model_.classes()});
  if (scripts_[best].take.empty() && scripts_[best].add.empty()) return scripts_[best];
  auto next = best;
  for (int tries = 0; tries < 6 && scores[next] > INT32_MIN; ++tries) {
    const auto lemma = scripts_[next].apply(form);
    if (std::binary_search(known_.begin(), known_.end(), known_key(lemma, upos))) return scripts_[next];
    scores[next] = INT32_MIN;
    next = best_class({scores.data(), model_.classes()});
  }
  return scripts_[best];
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view upos, std::string_view xpos) const {
  if (xpos == "ADD") return std::string(form);  // addresses
  const auto tag = tag_hash(upos, xpos);
  const auto normal = normalize_form(form);
  if (const auto* script = normal != form ? look_up(lemma_key(form, tag)) : nullptr; script != nullptr) return script->apply(form);
  // Treebanks tag the same marks differently and give them the same lemma.
  const auto* script = upos == "PUNCT" ? nullptr : look_up(lemma_key(normal, tag));
  // Words of names keep their capitals, whatever the word has elsewhere.
  if (script == nullptr && !(xpos.substr(0, 3) == "NNP" && upos != "PROPN")) script = look_up(lemma_key(normal, tag_hash(upos, "")));
  // Long forms are cut when they are normalised; lemmas are of the whole form.
  const auto whole = normal.size() < kNormalized ? std::string_view(normal) : form;
  if (script != nullptr) return script->apply(whole);
  for (const std::size_t most : {1, 2}) {
    const auto shorter = without_runs(normal, most);
    const auto* known = shorter != normal ? look_up(lemma_key(shorter, tag)) : nullptr;
    if (known != nullptr) return known->apply(shorter);
  }
  return choose(normal, upos, tag).apply(whole);
}

}  // namespace entente::language
