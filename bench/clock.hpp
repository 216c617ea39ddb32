// Processor time by stage, for the benchmarks that run documents through stages.
#pragma once

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::bench {

// Seconds of processor time of this process so far.
inline double now() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

// Seconds by stage, in the order in which stages first ended.
class Clock {
 public:
  void start() { last_ = now(); }
  void ended(std::string_view stage) {
    const double at = now();
    auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.first == stage; });
    if (row == rows.end()) row = rows.insert(rows.end(), {std::string(stage), 0.0});
    row->second += at - last_;
    last_ = at;
  }
  double total() const {
    double sum = 0;
    for (const auto& row : rows) sum += row.second;
    return sum;
  }
  std::vector<std::pair<std::string, double>> rows;

 private:
  double last_ = 0;
};

}  // namespace entente::bench
