#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/domain/lease.h"

namespace tests {

/// What the ledger remembers of leases, in memory, for the simulator. A copy of it is a clone, or
/// an older ledger that somebody puts back.
class BookTwin final : public hallpass::LeaseBook {
 public:
  struct CodeRow {
    std::string lease;
    hallpass::Fate fate = hallpass::Fate::Stock;
    hallpass::Fate told = hallpass::Fate::Stock;
  };

  /// `salt` makes the hashes of this ledger's entries its own: clones differ in the boot they are
  /// of.
  void join(const std::string& kiosk);
  void saltWith(std::uint64_t salt) { salt_ = salt; }

  /// A student takes a code; which, or "" where none is in stock.
  std::string claim();
  /// A claimed code turns out bad.
  void swapOne();
  /// The unused codes of the oldest lease that has any go back.
  void giveBack();

  [[nodiscard]] const std::map<std::string, CodeRow>& codes() const { return codes_; }
  [[nodiscard]] std::int64_t stock() const;
  [[nodiscard]] const std::string& kiosk() const { return member_.kiosk; }
  [[nodiscard]] bool frozen() const { return !member_.frozen.empty(); }

  Answer<std::optional<hallpass::Membership>> membership() override;
  Answer<std::optional<platform::Hash>> hashAt(std::int64_t sequence) override;
  Answer<hallpass::Untold> untold(std::int64_t after, int limit) override;
  Answer<platform::Done> told(const hallpass::Untold& untold) override;
  Answer<platform::Done> tellAgain() override;
  Answer<std::vector<std::string>> leases() override;
  Answer<std::optional<hallpass::HeldLease>> lease(const std::string& id) override;
  Answer<std::vector<hallpass::LeaseAsk>> asks() override;
  Answer<platform::Done> ask(const hallpass::LeaseAsk& ask) override;
  Answer<platform::Done> hold(const hallpass::LeaseAsk& ask,
                              const std::vector<hallpass::LeasedCode>& codes) override;
  Answer<platform::Done> freeze(const std::string& why) override;

 private:
  void note();

  hallpass::Membership member_;
  std::vector<platform::Hash> journal_;
  std::uint64_t salt_ = 0;
  std::vector<hallpass::LeaseAsk> asks_;
  std::vector<hallpass::LeaseAsk> held_;
  std::map<std::string, CodeRow> codes_;
};

}  // namespace tests
