#include "extract/mention_heads.hpp"

#include "extract/analysis.hpp"

namespace entente::extract {

std::uint32_t head_token(const MentionCandidate& m) { return m.head_last > m.head_first ? m.head_last - 1 : m.last - 1; }

MentionHeads::MentionHeads(const std::vector<MentionCandidate>& mentions, std::size_t tokens) : headed_(tokens, kNone), named_(tokens, kNone) {
  const auto set = [](std::uint32_t& slot, std::uint32_t m) {
    if (slot == kNone) slot = m;
  };
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const std::uint32_t head = head_token(mentions[m]);
    set(headed_[head], m);
    if (mentions[m].entity == kNoId) continue;
    set(named_[head], m);
    set(named_[mentions[m].last - 1], m);
  }
}

}  // namespace entente::extract
