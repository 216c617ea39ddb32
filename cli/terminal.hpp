// What people see: messages, colours and progress; colours and progress only on a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/diagnostics.hpp"

namespace entente::cli {

// True if standard error (or standard output) is a terminal and NO_COLOR is not set.
bool colour_on_stderr();
bool colour_on_stdout();

// `text` in an SGR style ("1" bold, "31" red, "2" dim) if `on`.
std::string styled(std::string_view text, std::string_view sgr, bool on);

// Each diagnostic on a line of standard error.
void print(const Diagnostic& diagnostic);
void print(const Diagnostics& diagnostics);

// "1,234,567"
std::string with_thousands(std::uint64_t value);

// A counter on standard error, redrawn at most ten times a second, gone at the end. Silent where standard
// error is no terminal, or if `quiet`.
class Progress {
 public:
  Progress(std::string what, bool quiet, std::uint64_t total = 0);
  ~Progress();
  void step(std::uint64_t by = 1);
  void clear();

 private:
  void draw();
  std::string what_;
  std::uint64_t total_;
  std::uint64_t count_ = 0;
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point started_, last_;
};

}  // namespace entente::cli
