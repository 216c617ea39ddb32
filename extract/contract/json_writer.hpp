// A minimal streaming JSON writer: commas and escapes, nothing else.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::extract {

// The caller opens and closes in balance and writes a key before each member of an object.
// Strings must be valid UTF-8.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  // `name` needs no escapes.
  void key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
  }
  void string(std::string_view value) {
    separate();
    quote(value);
  }
  void number(std::uint64_t value) {
    separate();
    char buffer[24];
    out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  }
  // Two decimals at most, the same on every machine.
  void hundredths(double value);
  void boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
  }
  void null() {
    separate();
    out_ += "null";
  }
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void raw(char c) { out_ += c; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void quote(std::string_view value);

  std::string& out_;
  bool first_ = true;
};

}  // namespace entente::extract
