#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

#include "kiosk/depot/depot_link.h"

namespace hallpass {

/// When the depot is spoken to. An attract screen that nobody touches is left alone by them: once
/// the network is away for long, and else every few minutes.
struct DepotPaces {
  std::chrono::milliseconds soon{2'000};  ///< Behind a change: what belongs to it comes along.
  std::chrono::milliseconds every{std::chrono::minutes(5)};         ///< Where nothing changed.
  std::chrono::milliseconds afterFailure{std::chrono::minutes(1)};  ///< Doubled with each more.
  std::chrono::milliseconds longest{std::chrono::minutes(10)};
  /// A change does not have a depot that cannot be reached tried more often than this.
  std::chrono::milliseconds betweenTries{std::chrono::seconds(30)};
};

/// What stands after so many failures in a row, from 1.
[[nodiscard]] std::chrono::milliseconds pauseAfter(const DepotPaces& paces, int failures);

/// What a depot worker works on.
struct DepotPlaces {
  std::string address;           ///< A connection string of libpq.
  std::filesystem::path ledger;  ///< Opened anew for each try; the key lies beside it.
};

/// Speaks to the depot on a thread of its own, with a connection of its own to the ledger's file.
/// Each try asks for what the class lacks, and synchronises.
class DepotWorker final : public DepotLink {
 public:
  /// Begins soon. `clock` outlives the worker. `changed` is told when standing() is another one;
  /// any thread, and it may not call back.
  DepotWorker(DepotPlaces places, const platform::Clock& clock, std::function<void()> changed,
              DepotPaces paces = {});
  /// Ends what runs. What cannot be ended, the search for a host's address where no name server
  /// answers, is left alone after kPatience: it changes nothing any more.
  ~DepotWorker() override;

  [[nodiscard]] DepotStanding standing() const override;
  void tellSoon() override;
  void tellNow() override;
  [[nodiscard]] platform::Result<std::int64_t, DepotRefusal> add(
      const DepotBatch& batch, const platform::Interruption& cancel) override;
  void pause() override;
  void resume() override;

  static constexpr std::chrono::seconds kPatience{2};

 private:
  class Shared;

  std::shared_ptr<Shared> shared_;
  std::thread thread_;
};

}  // namespace hallpass
