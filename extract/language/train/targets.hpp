// What is to be learnt of words: answers to five questions, each with its share. Gold says one answer with share 1;
// networks that label text give several.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::language::train {

enum Question : std::size_t { kHead, kLabel, kUpos, kXpos, kFeats, kQuestions };

struct Answer {
  std::uint16_t id = 0;  // heads count from the sentence's root, which is 0
  float share = 0;
};

// Answers to one question for items in a row; none: not judged.
struct Targets {
  std::vector<std::uint32_t> begins{0};
  std::vector<Answer> answers;

  std::size_t items() const { return begins.size() - 1; }
  const Answer* begin(std::size_t item) const { return answers.data() + begins[item]; }
  const Answer* end(std::size_t item) const { return answers.data() + begins[item + 1]; }
  bool judged(std::size_t item) const { return begins[item] != begins[item + 1]; }
  void close() { begins.push_back(static_cast<std::uint32_t>(answers.size())); }
  void add_one(std::int32_t gold) {
    if (gold >= 0) answers.push_back({static_cast<std::uint16_t>(gold), 1.0F});
    close();
  }
  void append(const Targets& other) {
    const auto at = static_cast<std::uint32_t>(answers.size());
    for (std::size_t i = 1; i < other.begins.size(); ++i) begins.push_back(at + other.begins[i]);
    answers.insert(answers.end(), other.answers.begin(), other.answers.end());
  }
};
using TargetSet = std::array<Targets, kQuestions>;

}  // namespace entente::language::train
