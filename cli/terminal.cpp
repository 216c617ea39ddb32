#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace entente::cli {
namespace {

bool colours_wanted(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(descriptor) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

std::string_view style_of(Severity severity) {
  switch (severity) {
    case Severity::Error: return "1;31";
    case Severity::Warning: return "1;33";
    case Severity::Note: return "1;36";
  }
  return "1";
}

}  // namespace

bool colour_on_stderr() { return colours_wanted(STDERR_FILENO); }
bool colour_on_stdout() { return colours_wanted(STDOUT_FILENO); }

std::string styled(std::string_view text, std::string_view sgr, bool on) {
  if (!on) return std::string(text);
  return "\x1b[" + std::string(sgr) + "m" + std::string(text) + "\x1b[0m";
}

void print(const Diagnostic& diagnostic) {
  const std::string line = to_string(diagnostic);
  std::fprintf(stderr, "%s\n", styled(line, style_of(diagnostic.severity), colour_on_stderr()).c_str());
}

void print(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.items()) print(diagnostic);
}

std::string with_thousands(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

Progress::Progress(std::string what, bool quiet, std::uint64_t total)
    : what_(std::move(what)),
      total_(total),
      visible_(!quiet && ::isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      last_(started_) {}

Progress::~Progress() { clear(); }

void Progress::step(std::uint64_t by) {
  count_ += by;
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  draw();
}

void Progress::draw() {
  const double seconds = std::chrono::duration<double>(last_ - started_).count();
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(count_) / (seconds > 0 ? seconds : 1));
  std::string bar;
  if (total_ > 0) {
    const auto filled = static_cast<std::size_t>(30 * count_ / total_);
    bar = "[" + std::string(filled, '#') + std::string(30 - filled, ' ') + "] ";
  }
  std::fprintf(stderr, "\r\x1b[K%s%s %s, %s a second", bar.c_str(), with_thousands(count_).c_str(), what_.c_str(),
               with_thousands(rate).c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace entente::cli
