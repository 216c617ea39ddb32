// Mentions by the token that heads them.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::extract {

struct MentionCandidate;

// Built once mentions have their entities (resolve); mentions that change later are not seen.
class MentionHeads {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  MentionHeads() = default;
  MentionHeads(const std::vector<MentionCandidate>& mentions, std::size_t tokens);

  // Index of the first, so the longest, mention whose head ends with the token; kNone if there is none.
  std::uint32_t headed(std::uint32_t token) const { return token < headed_.size() ? headed_[token] : kNone; }
  // The same for mentions that have an entity and whose head or whose last word is the token.
  std::uint32_t named(std::uint32_t token) const { return token < named_.size() ? named_[token] : kNone; }

 private:
  std::vector<std::uint32_t> headed_;
  std::vector<std::uint32_t> named_;
};

// The last token of a mention's head; of the mention where no head is set.
std::uint32_t head_token(const MentionCandidate& mention);

}  // namespace entente::extract
