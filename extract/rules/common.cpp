#include "extract/rules/common.hpp"

#include <algorithm>
#include <iterator>

namespace entente::extract::rules {
namespace {

struct Common {
  std::string_view word;
  double times;
};

constexpr Common kCommon[] = {
    {"the", 46}, {".", 42},  {",", 40},  {"be", 37}, {"and", 25}, {"to", 25},    {"a", 21},   {"of", 20},  {"i", 18},    {"in", 16},
    {"that", 12}, {"have", 12}, {"is", 11}, {"say", 10}, {"you", 10}, {"it", 9}, {"for", 8},  {"not", 8},  {"-", 7},     {"do", 7},
    {"this", 7}, {"we", 7},  {"'s", 6},  {"was", 6}, {"they", 6}, {"with", 6},   {"on", 6},   {"\"", 6},   {"are", 5},   {"as", 5},
    {"at", 4},   {"but", 4}, {"?", 4},   {"(", 4},   {")", 4},    {"he", 4},     {"will", 4}, {"my", 4},   {"an", 3},    {"by", 3},
    {"from", 3}, {":", 3},   {"or", 3},  {"would", 3}, {"can", 3}, {"so", 3},    {"if", 3},   {"your", 3}, {"n't", 3},   {"there", 3},
    {"go", 3},   {"like", 3}, {"get", 3}, {"one", 3}, {"all", 3}, {"!", 2},      {"had", 2},  {"has", 2},  {"his", 2},   {"she", 2},
    {"their", 2}, {"were", 2}, {"which", 2}, {"who", 2}, {"her", 2}, {"what", 2}, {"about", 2}, {"our", 2}, {"time", 2},  {"make", 2},
};

}  // namespace

double per_thousand(std::string_view word) {
  const auto at = std::find_if(std::begin(kCommon), std::end(kCommon), [&](const Common& one) { return one.word == word; });
  return at == std::end(kCommon) ? 0.15 : at->times;
}

}  // namespace entente::extract::rules
