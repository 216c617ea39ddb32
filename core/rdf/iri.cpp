#include "core/rdf/iri.hpp"

#include <array>
#include <system_error>

namespace entente::rdf {
namespace {

enum ByteClass : unsigned char { kPlain = 0, kForbidden = 1, kBeyondAscii = 2 };

constexpr std::array<unsigned char, 256> byte_table() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 0; c <= 0x20; ++c) table[c] = kForbidden;
  for (const char c : {'<', '>', '"', '{', '}', '|', '\\', '^', '`'}) table[static_cast<unsigned char>(c)] = kForbidden;
  for (unsigned c = 0x80; c < 256; ++c) table[c] = kBeyondAscii;
  return table;
}

constexpr auto kBytes = byte_table();

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The five parts of RFC 3986, appendix B; a part that is not there has a null view.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
};

std::string_view cut(std::string_view& rest, std::size_t end) {
  const auto part = rest.substr(0, end);
  rest.remove_prefix(part.size());
  return part;
}

Parts split(std::string_view iri) {
  Parts p;
  if (const auto n = scheme_length(iri); n != 0) {
    p.scheme = cut(iri, n);
    iri.remove_prefix(1);
  }
  if (iri.substr(0, 2) == "//") {
    iri.remove_prefix(2);
    p.authority = std::string_view(iri.data(), 0);
    p.authority = cut(iri, iri.find_first_of("/?#"));
  }
  p.path = cut(iri, iri.find_first_of("?#"));
  if (!iri.empty() && iri[0] == '?') p.query = cut(iri, iri.find('#'));
  if (!iri.empty()) p.fragment = iri;
  return p;
}

// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view in) {
  std::string out;
  const auto drop_segment = [&] { out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/')); };
  const auto starts = [&](std::string_view s) { return in.substr(0, s.size()) == s; };
  while (!in.empty()) {
    if (starts("../")) {
      in.remove_prefix(3);
    } else if (starts("./") || starts("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (starts("/../")) {
      in.remove_prefix(3);
      drop_segment();
    } else if (in == "/..") {
      in = "/";
      drop_segment();
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      out += cut(in, in.find('/', 1));
    }
  }
  return out;
}

std::string merge(const Parts& base, std::string_view path) {
  if (base.authority.data() != nullptr && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)) + std::string(path);
}

}  // namespace

std::size_t find_forbidden_in_iri(std::string_view iri) {
  for (std::size_t i = 0; i < iri.size(); ++i) {
    if (kBytes[static_cast<unsigned char>(iri[i])] == kForbidden) return i;
  }
  return std::string_view::npos;
}

// Without a branch for each byte: writers ask this of every IRI.
bool is_plain_iri(std::string_view iri) {
  unsigned found = 0;
  for (const char c : iri) found |= kBytes[static_cast<unsigned char>(c)];
  return found == 0;
}

std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is_alpha(iri[0])) return 0;
  std::size_t i = 1;
  while (i < iri.size() && (is_alpha(iri[i]) || is_digit(iri[i]) || iri[i] == '+' || iri[i] == '-' || iri[i] == '.')) ++i;
  return i < iri.size() && iri[i] == ':' ? i : 0;
}

std::string resolve(std::string_view base, std::string_view reference) {
  if (base.empty() || scheme_length(reference) != 0) return std::string(reference);
  const Parts b = split(base);
  const Parts r = split(reference);
  std::string out(b.scheme);
  out += ':';
  const bool own_authority = r.authority.data() != nullptr;
  const auto authority = own_authority ? r.authority : b.authority;
  if (authority.data() != nullptr) (out += "//") += authority;
  auto query = r.query;
  if (own_authority || r.path.substr(0, 1) == "/") {
    out += remove_dot_segments(r.path);
  } else if (!r.path.empty()) {
    out += remove_dot_segments(merge(b, r.path));
  } else {
    out += b.path;
    if (query.empty()) query = b.query;
  }
  out += query;
  out += r.fragment;
  return out;
}

std::string file_iri(const std::filesystem::path& path) {
  std::error_code error;
  auto absolute = std::filesystem::absolute(path, error);
  const std::string text = (error ? path : absolute).lexically_normal().generic_string();
  std::string out = "file://";
  constexpr std::string_view kPlain = "/-._~!$&'()*+,;=:@";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alpha(c) || is_digit(c) || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      ((out += '%') += kHex[byte >> 4]) += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace entente::rdf
