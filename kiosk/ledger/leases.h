#pragma once

#include "kiosk/domain/claim.h"
#include "kiosk/domain/lease.h"

namespace hallpass {

class Database;
class Journal;

/// How the kiosk stands with its depot, for people.
struct LeaseFigures {
  std::int64_t held = 0;     ///< Leases.
  std::int64_t inStock = 0;  ///< Codes of all leases that can be handed out here.
  std::int64_t asked = 0;    ///< Leases that were asked for and have not come.
  std::int64_t untold = 0;   ///< Entries of the journal that the depot has not acknowledged.
  /// Claims here of somebody who took a code in another room too, before either had heard of it.
  std::int64_t crossed = 0;
};

/// Leases of the depot, in the ledger: their codes are codes of the stock. A kiosk without a depot
/// never writes to these tables; a claim asks them where the student took a code elsewhere.
class Leases final : public LeaseBook {
 public:
  Leases(Database& database, Journal& journal) : database_(database), journal_(journal) {}

  /// Takes part in the depot as `kiosk` from now on, and records `depot-joined`. What is left of an
  /// enrolment before goes; codes stay where they are. Refuses with Busy or Failed.
  [[nodiscard]] Answer<platform::Done> join(const std::string& kiosk, Role role);

  [[nodiscard]] Answer<LeaseFigures> figures();

  /// Codes of leases of `passType` that can be handed out, with what was asked for and has not
  /// come.
  [[nodiscard]] Answer<std::int64_t> coming(const std::string& passType);

  /// The unused codes of a lease leave the stock for good; how many. What they are comes back with
  /// codeText(). Refuses with NothingLeft, Busy or Failed.
  [[nodiscard]] Answer<std::int64_t> giveBack(const std::string& lease, Role role);

  /// The code that the depot calls `id`, and its identity; nullopt where it is of no lease here.
  [[nodiscard]] Answer<std::optional<LeasedCode>> codeOf(const std::string& id);

  /// What became of every leased code, for whoever recovers this ledger: Stock for one that nobody
  /// ever took, although it is in quarantine since this kiosk froze. After a restoring since the
  /// enrolment, what is in quarantine may have been taken, and stays Quarantined.
  [[nodiscard]] Answer<std::vector<CodeFate>> remains();

  Answer<std::optional<Membership>> membership() override;
  Answer<std::optional<platform::Hash>> hashAt(std::int64_t sequence) override;
  Answer<Untold> untold(std::int64_t after, int limit) override;
  Answer<platform::Done> told(const Untold& untold) override;
  Answer<platform::Done> tellAgain() override;
  Answer<std::vector<std::string>> leases() override;
  Answer<std::optional<HeldLease>> lease(const std::string& id) override;
  Answer<std::vector<LeaseAsk>> asks() override;
  Answer<platform::Done> ask(const LeaseAsk& ask) override;
  Answer<platform::Done> hold(const LeaseAsk& ask, const std::vector<LeasedCode>& codes) override;
  Answer<platform::Done> meet(const platform::Key& subjectKey) override;
  Answer<std::int64_t> heardUpTo(const std::string& generation) override;
  Answer<platform::Done> hear(const std::string& generation, const Others& others) override;
  Answer<platform::Done> freeze(const std::string& why) override;

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
