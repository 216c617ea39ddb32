// Hash functions (17.4.6).
#include <openssl/evp.h>

#include "query/functions.hpp"

namespace entente::query {
namespace {

using Args = std::span<const Value>;

Value digest(const Value& v, const EVP_MD* kind) {
  if (v.kind != Value::Kind::String) return error_value();
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (kind == nullptr || EVP_Digest(v.text.data(), v.text.size(), bytes, &size, kind, nullptr) != 1) return error_value();
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (unsigned i = 0; i < size; ++i) (out += kHex[bytes[i] >> 4]) += kHex[bytes[i] & 15];
  return string_value(std::move(out));
}

Value md5(Args a, CallContext&) { return digest(a[0], EVP_md5()); }
Value sha1(Args a, CallContext&) { return digest(a[0], EVP_sha1()); }
Value sha256(Args a, CallContext&) { return digest(a[0], EVP_sha256()); }
Value sha384(Args a, CallContext&) { return digest(a[0], EVP_sha384()); }
Value sha512(Args a, CallContext&) { return digest(a[0], EVP_sha512()); }

constexpr Function kFunctions[] = {
    {"MD5", 1, 1, &md5}, {"SHA1", 1, 1, &sha1}, {"SHA256", 1, 1, &sha256}, {"SHA384", 1, 1, &sha384}, {"SHA512", 1, 1, &sha512},
};

}  // namespace

std::span<const Function> hash_functions() { return kFunctions; }

}  // namespace entente::query
