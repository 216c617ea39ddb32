#include "core/base/hash.hpp"

#include <openssl/evp.h>

#include <array>

namespace entente {

namespace {

// Fetched once: EVP_sha256() is looked up anew in every digest, which costs more than the digest of a short text.
const EVP_MD* sha256() {
  static const EVP_MD* const kFetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kFetched != nullptr ? kFetched : EVP_sha256();
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, sha256(), nullptr);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const unsigned char byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string short_hash(std::string_view bytes, std::size_t digits) { return sha256_hex(bytes).substr(0, digits); }

}  // namespace entente
