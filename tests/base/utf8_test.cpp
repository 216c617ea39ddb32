#include "core/base/utf8.hpp"

#include <doctest/doctest.h>

#include "core/base/code_points.hpp"

using namespace entente;

TEST_CASE("find_invalid_utf8 names the first ill-formed byte") {
  CHECK(!find_invalid_utf8("plain, na\u00efve, \u4e2d\u56fd, \U0001F600"));
  CHECK(find_invalid_utf8("ab\xC0\xAF") == 2);          // overlong
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);        // surrogate
  CHECK(find_invalid_utf8("12345678\xF4\x90\x80\x80") == 8);  // above U+10FFFF
  CHECK(find_invalid_utf8("abc\xE4\xB8") == 3);         // truncated
}

TEST_CASE("CodePointIndex agrees with counting from the start, both ways") {
  std::string text;
  for (int i = 0; i < 300; ++i) append_utf8(text, i % 3 == 0 ? U'\u4e2d' : i % 3 == 1 ? U'a' : U'\U0001F600');
  const CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < text.size(); at += decode_at(text, at).size, ++count) {
    REQUIRE(index.at(at) == count);
    REQUIRE(index.byte_of(count) == at);
  }
  CHECK(index.length() == 300);
  CHECK(index.at(static_cast<std::uint32_t>(text.size())) == 300);
}
