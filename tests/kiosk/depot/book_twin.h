#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/domain/lease.h"

namespace tests {

/// The token of a student of the simulator, and whom a token is of.
[[nodiscard]] platform::Hash tokenOf(std::int64_t student);
[[nodiscard]] std::int64_t studentOf(const platform::Hash& token);

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

  /// A student takes a code; which, or "" where none is in stock. One whom knowsElsewhere() has
  /// does so because the instructor overruled it.
  std::string claim(std::int64_t student);
  [[nodiscard]] bool holds(std::int64_t student) const { return holders_.contains(student); }
  [[nodiscard]] bool knowsElsewhere(std::int64_t student) const;
  /// When the world last told it of other rooms; for the world alone.
  long heardAt = 0;
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
  Answer<platform::Done> meet(const platform::Key& subjectKey) override;
  Answer<std::int64_t> heardUpTo(const std::string& generation) override;
  Answer<platform::Done> hear(const std::string& generation,
                              const hallpass::Others& others) override;
  Answer<platform::Done> freeze(const std::string& why) override;

 private:
  struct Entry {
    platform::Hash hash{};
    std::int64_t student = 0;  ///< Who took a code with it; 0 = nobody.
    bool overruled = false;
  };
  void note(std::int64_t student = 0, bool overruled = false);

  hallpass::Membership member_;
  std::vector<Entry> journal_;
  std::map<std::int64_t, bool> holders_;  ///< Who took a code here, and whether overruled.
  std::set<platform::Hash> elsewhere_;
  std::string generation_;
  std::int64_t heard_ = 0;
  std::uint64_t salt_ = 0;
  std::vector<hallpass::LeaseAsk> asks_;
  std::vector<hallpass::LeaseAsk> held_;
  std::map<std::string, CodeRow> codes_;
};

}  // namespace tests
