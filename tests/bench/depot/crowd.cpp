#include "tests/bench/depot/crowd.h"

#include <atomic>
#include <future>
#include <vector>

#include "tests/bench/scale/growth_table.h"

namespace tests {

double crowdSeconds(int count, const std::function<void(int number, int thread)>& work) {
  std::atomic<int> next = 0;
  return secondsOf([&] {
    std::vector<std::future<void>> threads;
    for (int thread = 0; thread < kAtOnce; ++thread) {
      threads.push_back(std::async(std::launch::async, [&, thread] {
        for (int number = next++; number < count; number = next++) work(number, thread);
      }));
    }
    for (auto& thread : threads) thread.get();
  });
}

}  // namespace tests
