// entente-train-boundaries CONLLU... > boundary_weights.inc
// Learns the judge of doubtful sentence boundaries from Universal Dependencies treebanks: logistic regression over
// the segmenter's own features, trained where its rules say Ask, then rounded to bytes.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/segment/cutter.hpp"
#include "corpus/segment/sentences.hpp"

namespace {

using namespace entente::corpus;

struct Text {
  std::string text;
  std::vector<std::size_t> ends;  // of the gold sentences
};

struct Example {
  std::array<std::uint32_t, boundary_features> features;
  bool boundary;
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (;;) {
    const auto tab = line.find('\t', at);
    out.push_back(line.substr(at, tab - at));
    if (tab == std::string::npos) return out;
    at = tab + 1;
  }
}

// The documents of a treebank as raw text: a blank line before each new paragraph.
std::vector<Text> read(const std::string& path) {
  std::vector<Text> out;
  std::ifstream in(path);
  std::string line;
  int until = 0;
  while (std::getline(in, line)) {
    if (line.rfind("# newdoc", 0) == 0 || out.empty()) out.emplace_back();
    Text& t = out.back();
    if (line.rfind("# newpar", 0) == 0 && !t.text.empty()) {
      while (t.text.back() == ' ') t.text.pop_back();
      t.text += "\n\n";
    }
    if (line.empty()) {
      std::size_t end = t.text.size();
      while (end > 0 && t.text[end - 1] == ' ') --end;
      t.ends.push_back(end);
      until = 0;
      continue;
    }
    if (line[0] == '#') continue;
    const auto c = cells(line);
    if (c.size() < 10 || c[0].find('.') != std::string::npos) continue;
    const auto dash = c[0].find('-');
    if (dash == std::string::npos && std::stoi(c[0]) <= until) continue;
    if (dash != std::string::npos) until = std::stoi(c[0].substr(dash + 1));
    t.text += c[1];
    if (c[9].find("SpaceAfter=No") == std::string::npos) t.text += ' ';
  }
  return out;
}

void examples_of(const Text& t, std::vector<Example>& out) {
  std::vector<Token> tokens;
  std::vector<Cut> cuts;
  Cutter cutter(t.text, tokens, cuts);
  cutter.start({0, static_cast<std::uint32_t>(t.text.size())});
  cutter.cut(SIZE_MAX);
  const std::set<std::size_t> ends(t.ends.begin(), t.ends.end());
  const TokenView view{t.text, tokens, cuts};
  Place place;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    place.at = i;
    const Verdict verdict = judge(view, i, place.end);
    const bool boundary = ends.count(tokens[place.end].span.end) != 0;
    if (verdict == Verdict::Ask) {
      Example e;
      e.boundary = boundary;
      collect_features(view, place, e.features);
      out.push_back(e);
    }
    if (!boundary && verdict != Verdict::Yes) continue;
    place.lower_before = cuts[place.begin].shape == Shape::Lower;
    i = place.end;
    place.begin = i + 1;
  }
}

std::vector<double> train(std::vector<Example> examples, int epochs, double penalty) {
  std::vector<double> w(1U << boundary_table_bits), squares(w.size(), 1e-8);
  std::mt19937 random(20211);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i) std::swap(examples[i - 1], examples[random() % i]);
    for (const Example& e : examples) {
      double sum = 0;
      for (const auto f : e.features) sum += w[f];
      const double error = 1 / (1 + std::exp(-sum)) - (e.boundary ? 1 : 0);
      for (const auto f : e.features) {
        const double gradient = error + penalty * w[f];
        squares[f] += gradient * gradient;
        w[f] -= 0.1 * gradient / std::sqrt(squares[f]);
      }
    }
  }
  return w;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Example> examples;
  for (int i = 1; i < argc; ++i) {
    for (const Text& t : read(argv[i])) examples_of(t, examples);
  }
  const auto positive = std::count_if(examples.begin(), examples.end(), [](const Example& e) { return e.boundary; });
  const auto w = train(examples, 20, 1e-4);
  std::cerr << examples.size() << " doubtful places, " << positive << " boundaries\n";
  for (std::size_t i = 0; i < w.size(); ++i) {
    const double scaled = std::clamp(std::round(w[i] * 24), -127.0, 127.0);
    std::printf("%d,%s", static_cast<int>(scaled), i % 32 == 31 ? "\n" : "");
  }
}
