#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/depot/depot.h"

namespace tests {

/// What a rule of the depot is replaced by in a negative control.
enum class DepotFlaw {
  None,
  ExpiresByTime,   ///< A lease ends after a while, and its codes are free again.
  AnewOnRetry,     ///< A lease that is asked for again gets other codes.
  LostIsFree,      ///< The codes of a kiosk that is declared lost are free again.
  ForksUnseen,     ///< Nobody compares entries: a clone goes on for ever.
  RestoredUnsaid,  ///< A depot that went back in time goes on leasing.
  OthersUntold,    ///< No kiosk hears who took a code elsewhere.
};

/// The rules of assets/depot/functions.sql over again, in memory, for the simulator. That both say
/// the same is what comparison.tests.cpp is about. A copy of it is a backup.
class DepotTwin {
 public:
  enum class KioskState { Active, Frozen, Lost };
  enum class CodeState { Free, Leased, Claimed, Quarantined };

  struct KioskRow {
    KioskState state = KioskState::Active;
    std::vector<platform::Hash> entries;  ///< Of sequence 1 and on.
    std::string generation;
  };
  struct LeaseRow {
    std::string kiosk;
    int count = 0;
    bool sealed = false;
    long at = 0;  ///< For ExpiresByTime alone.
  };
  struct SubjectRow {
    std::string kiosk;
    platform::Hash token{};
    bool overruled = false;
  };
  struct CodeRow {
    std::string passType;
    CodeState state = CodeState::Free;
    std::string lease;
    std::string outcome;
    std::set<std::string> givenBackBy;
  };

  template <class T>
  using Answer = hallpass::Depot::Answer<T>;
  using Done = platform::Done;

  explicit DepotTwin(DepotFlaw flaw = DepotFlaw::None) : flaw_(flaw) {}

  // As staff.
  void addCode(const std::string& id, const std::string& passType) {
    codes_[id].passType = passType;
  }
  void enrol(const std::string& kiosk);
  void declareLost(const std::string& kiosk);
  /// Somebody put a backup in the place of the depot and says so.
  void restored(const std::string& generation);
  /// False while a kiosk has not told what it holds.
  bool resume();
  /// Some time passes, for the flaw of that name.
  void expireBefore(long at);

  // As a kiosk; `now` counts up.
  Answer<hallpass::Welcome> hello(const std::string& kiosk, const hallpass::Hello& hello,
                                  const std::string& newGeneration);
  Answer<Done> freeze(const std::string& kiosk);
  Answer<Done> report(const std::string& kiosk, const hallpass::Untold& untold);
  Answer<Done> assertLease(const std::string& kiosk, const hallpass::HeldLease& lease);
  Answer<hallpass::Others> others(const std::string& kiosk, std::int64_t after,
                                  const std::string& newGeneration);
  Answer<Done> settled(const std::string& kiosk, const std::string& generation);
  Answer<int> lease(const std::string& kiosk, const hallpass::LeaseAsk& ask, long now);
  Answer<std::vector<hallpass::LeasedCode>> codes(const std::string& kiosk,
                                                  const std::string& lease);
  Answer<Done> seal(const std::string& kiosk, const std::string& lease);

  [[nodiscard]] const std::map<std::string, KioskRow>& kiosks() const { return kiosks_; }
  [[nodiscard]] const std::map<std::string, LeaseRow>& leases() const { return leases_; }
  [[nodiscard]] const std::map<std::string, CodeRow>& codeRows() const { return codes_; }
  [[nodiscard]] bool rebuilding() const { return rebuilding_; }
  [[nodiscard]] std::int64_t conflicts() const { return conflicts_; }
  /// In the order of their numbers, from 1.
  [[nodiscard]] const std::vector<SubjectRow>& subjects() const { return subjects_; }
  /// How many pairs of entries are of one student in two rooms, with no instructor's word.
  [[nodiscard]] std::int64_t crossings() const { return crossings_; }

 private:
  [[nodiscard]] KioskRow* row(const std::string& kiosk);
  Answer<KioskRow*> active(const std::string& kiosk);
  void rebuild(const std::string& generation);
  bool takeLink(const std::string& kiosk, KioskRow& row, const hallpass::JournalLink& link,
                bool& gap);
  void takeSubject(const std::string& kiosk, const hallpass::JournalLink& link);
  void takeFate(const std::string& kiosk, const hallpass::CodeFate& told);
  void keepStrays(const hallpass::HeldLease& lease);
  void assertCode(const hallpass::HeldLease& lease, const hallpass::CodeFate& held);

  DepotFlaw flaw_;
  std::map<std::string, KioskRow> kiosks_;
  std::map<std::string, LeaseRow> leases_;
  std::map<std::string, CodeRow> codes_;
  std::string generation_ = "first";
  bool rebuilding_ = false;
  bool doubtful_ = false;
  std::int64_t conflicts_ = 0;
  std::vector<SubjectRow> subjects_;
  std::int64_t crossings_ = 0;
};

}  // namespace tests
