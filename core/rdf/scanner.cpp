// A chunk keeps a table of the tokens it has seen, by their bytes as written: a token is decoded, checked and
// looked up in the shared dictionary once a chunk, however often it stands there. That table stays in the
// processor's cache, the shared one does not.
#include "core/rdf/scanner.hpp"

#include <cstring>

#include "core/rdf/fast_hash.hpp"
#include "core/rdf/line_tokens.hpp"

namespace entente::rdf {
namespace {

// Calls visit(begin, end) for each line without its end; lines end with LF, CR or CR LF. Gives their number.
template <typename Visit>
std::uint64_t for_each_line(const char* p, const char* end, Visit visit) {
  std::uint64_t lines = 0;
  const char* feed = nullptr;  // the next LF
  while (p < end) {
    if (feed == nullptr || feed < p) feed = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)));
    if (feed == nullptr) feed = end;
    const char* stop = static_cast<const char*>(std::memchr(p, '\r', static_cast<std::size_t>(feed - p)));
    if (stop == nullptr) stop = feed;
    visit(p, stop, ++lines);
    p = stop + 1 < end && stop[0] == '\r' && stop[1] == '\n' ? stop + 2 : stop + 1;
  }
  return lines;
}

}  // namespace

bool scan(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink, Diagnostics& diagnostics) {
  bool good = true;
  std::string buffers[4];
  std::string fault;
  LineTokens tokens;
  for_each_line(bytes.data(), bytes.data() + bytes.size(), [&](const char* begin, const char* end, std::uint64_t line) {
    const auto bad = [&](const char* at, std::string message) {
      good = false;
      diagnostics.error(Code::RdfSyntax, {options.source, line, static_cast<std::uint64_t>(at - begin) + 1, {}}, std::move(message));
    };
    switch (split_line(begin, end, syntax == Syntax::NQuads, tokens)) {
      case LineKind::Empty: return;
      case LineKind::Bad: return bad(tokens.fault_at, tokens.fault);
      case LineKind::Statement: break;
    }
    TermView terms[4];
    for (std::size_t i = 0; i < 4 && !tokens.raw[i].empty(); ++i) {
      if (!decode_token(tokens.raw[i], options.blank_prefix, buffers[i], terms[i], fault)) return bad(tokens.raw[i].data(), fault);
    }
    sink({terms[0], terms[1], terms[2], terms[3]}, line);
  });
  return good;
}

std::uint64_t scan_for(std::string_view bytes, Syntax syntax, const ReadOptions& options,
                       const std::function<bool(std::string_view subject)>& wanted, const QuadSink& sink) {
  std::string buffers[4];
  std::string fault;
  LineTokens tokens;
  return for_each_line(bytes.data(), bytes.data() + bytes.size(), [&](const char* begin, const char* end, std::uint64_t line) {
    if (split_line(begin, end, syntax == Syntax::NQuads, tokens) != LineKind::Statement || !wanted(tokens.raw[0])) return;
    TermView terms[4];
    for (std::size_t i = 0; i < 4 && !tokens.raw[i].empty(); ++i) {
      if (!decode_token(tokens.raw[i], options.blank_prefix, buffers[i], terms[i], fault)) return;
    }
    sink({terms[0], terms[1], terms[2], terms[3]}, line);
  });
}

ScannedChunk::ScannedChunk(std::string text, Syntax syntax, std::string_view blank_prefix)
    : text_(std::make_unique<const std::string>(std::move(text))), blank_prefix_(blank_prefix), slots_(std::size_t{1} << 12U) {
  terms_.reserve(text_->size() / 256);
  triples_.reserve(text_->size() / 128);
  scan_lines(syntax == Syntax::NQuads);
  std::vector<Slot>().swap(slots_);
}

void ScannedChunk::scan_lines(bool quads) {
  LineTokens tokens;
  lines_ = for_each_line(text_->data(), text_->data() + text_->size(), [&](const char* begin, const char* end, std::uint64_t line) {
    lines_ = line;
    const LineKind kind = split_line(begin, end, quads, tokens);
    if (kind == LineKind::Bad) return fault(begin, tokens.fault_at, tokens.fault);
    if (kind == LineKind::Statement) statement(tokens.raw.data(), tokens.raw[3].empty() ? 3 : 4, begin);
  });
}

bool ScannedChunk::statement(const std::string_view* raw, std::size_t count, const char* line) {
  Triple t;
  if (raw[0] != last_subject_) {
    last_subject_id_ = local(raw[0], line);
    last_subject_ = last_subject_id_ == kNoTerm ? std::string_view{} : raw[0];
  }
  t.subject = last_subject_id_;
  if (t.subject == kNoTerm) return false;
  if ((t.predicate = local(raw[1], line)) == kNoTerm) return false;
  if ((t.object = local(raw[2], line)) == kNoTerm) return false;
  if (count == 4 && local(raw[3], line) == kNoTerm) return false;
  triples_.push_back(t);
  return true;
}

TermId ScannedChunk::local(std::string_view raw, const char* line) {
  const auto hash = static_cast<std::uint32_t>(fast_hash(raw));
  for (std::size_t at = hash;; ++at) {
    Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.local == 0) {
      const TermId id = add_term(raw, line);
      if (id == kNoTerm) return kNoTerm;
      slot = {hash, id};
      if (terms_.size() * 2 > slots_.size()) grow();
      return id;
    }
    if (slot.hash == hash && terms_[slot.local - 1].raw == raw) return slot.local;
  }
}

TermId ScannedChunk::add_term(std::string_view raw, const char* line) {
  LocalTerm added;
  added.raw = raw;
  std::string buffer;
  std::string message;
  if (!decode_token(raw, blank_prefix_, buffer, added.term, message)) {
    fault(line, raw.data(), std::move(message));
    return kNoTerm;
  }
  if (!buffer.empty()) {  // views into a string that must not move: decode again into one that stays
    decoded_.push_back(std::make_unique<std::string>());
    decode_token(raw, blank_prefix_, *decoded_.back(), added.term, message);
  }
  added.hash = Dictionary::hash(added.term);
  terms_.push_back(added);
  return static_cast<TermId>(terms_.size());
}

void ScannedChunk::grow() {
  std::vector<Slot> larger(slots_.size() * 4);
  for (const Slot& slot : slots_) {
    if (slot.local == 0) continue;
    std::size_t at = slot.hash & (larger.size() - 1);
    while (larger[at].local != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

void ScannedChunk::fault(const char* line, const char* at, std::string message) {
  if (++fault_count_ <= kMaxFaults) faults_.push_back({lines_, static_cast<std::size_t>(at - line) + 1, std::move(message)});
}

void ScannedChunk::add_to(GraphBuilder& builder) {
  Dictionary& dictionary = builder.dictionary();
  std::vector<TermId> ids(terms_.size() + 1);
  constexpr std::size_t ahead = 12;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (i + ahead < terms_.size()) dictionary.prefetch(terms_[i + ahead].hash);
    ids[i + 1] = dictionary.intern(terms_[i].term, terms_[i].hash);
  }
  for (Triple& t : triples_) t = {ids[t.subject], ids[t.predicate], ids[t.object]};
  triples_.shrink_to_fit();
  builder.add(std::move(triples_));
}

}  // namespace entente::rdf
