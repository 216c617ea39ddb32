// IRIs as strings: what RFC 3987 allows in them, and resolution of references (RFC 3986, section 5).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::rdf {

// Offset of the first byte that IRIs forbid (controls, space, < > " { } | \ ^ `), or npos.
std::size_t find_forbidden_in_iri(std::string_view iri);

// True if all bytes are ASCII and allowed in IRIs: then nothing else but the scheme can be wrong.
bool is_plain_iri(std::string_view iri);

// Length of the scheme without its colon, 0 if there is none: "http" in "http://a".
std::size_t scheme_length(std::string_view iri);

// RFC 3986, 5.2.2 with the dot segments removed. A reference that has a scheme is given back as it is, as
// Turtle wants it. `base` should be absolute; an empty base gives the reference back.
std::string resolve(std::string_view base, std::string_view reference);

// file://... of an absolute or relative path, percent-encoded.
std::string file_iri(const std::filesystem::path& path);

}  // namespace entente::rdf
