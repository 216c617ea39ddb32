#include "core/base/hash.hpp"

// Identifiers are digests of a hundred bytes or so: the functions below EVP, marked deprecated for new programs, need no
// context from the heap, which costs more than such a digest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace entente {

std::string short_hash(std::string_view bytes, std::size_t digits) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &context);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out(std::min(digits, digest.size() * 2), '0');
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = kHex[i % 2 == 0 ? digest[i / 2] >> 4U : digest[i / 2] & 15U];
  return out;
}

std::string sha256_hex(std::string_view bytes) { return short_hash(bytes, 64); }

}  // namespace entente
