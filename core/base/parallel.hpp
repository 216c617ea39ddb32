// Work on many items with several threads, results handed on in input order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

// Number of threads to use for `wanted` (0 = as many as the machine has).
inline unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// Calls `next() -> std::optional<In>` (one caller at a time) until it gives nothing, `work(In) -> Out` on
// `threads` threads, and `done(Out)` (one caller at a time) in the order of `next`. At most a few items per
// thread are in flight, so memory does not grow with their number. None of the three may throw.
template <typename Next, typename Work, typename DoneFn>
void ordered_parallel(unsigned threads, Next next, Work work, DoneFn done) {
  using In = typename decltype(next())::value_type;
  using Out = decltype(work(std::declval<In>()));
  if (threads <= 1) {
    while (auto item = next()) done(work(std::move(*item)));
    return;
  }
  std::mutex mutex;
  std::condition_variable room;
  const std::size_t window = static_cast<std::size_t>(threads) * 4;
  std::vector<std::optional<Out>> ring(window);
  std::size_t taken = 0;
  std::size_t given = 0;
  bool ended = false;
  const auto run = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      room.wait(lock, [&] { return ended || taken - given < window; });
      if (ended) return;
      auto item = next();
      if (!item) {
        ended = true;
        room.notify_all();
        return;
      }
      const std::size_t index = taken++;
      lock.unlock();
      std::optional<Out> out(work(std::move(*item)));
      lock.lock();
      ring[index % window] = std::move(out);
      while (given < taken && ring[given % window]) {
        done(std::move(*ring[given % window]));
        ring[given % window].reset();
        ++given;
      }
      room.notify_all();
    }
  };
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i) pool.emplace_back(run);
  for (auto& thread : pool) thread.join();
}

}  // namespace entente
