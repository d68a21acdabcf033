#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/lease.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"

namespace hallpass {

/// Why the depot did not do what it was asked. Whether it did is unknown with Unreachable alone.
enum class DepotRefusal : std::uint8_t {
  NotSet,        ///< This kiosk takes part in no depot.
  Unreachable,   ///< No connection, or it broke. Ask again later: nothing is done twice.
  Unknown,       ///< The depot does not know this kiosk or its secret.
  Frozen,        ///< Two ledgers speak for this kiosk, or one that went back in time.
  Lost,          ///< Two people declared this kiosk lost.
  Rebuilding,    ///< The depot went back in time: it leases nothing until all kiosks have told.
  Empty,         ///< No code of that pass type is left in the depot.
  WrongVersion,  ///< This program and the depot do not speak the same protocol.
  Gap,           ///< The report does not follow what the depot has: begin anew with hello().
  BadToken,      ///< The token of an enrolment was used before, or never made.
  NotAllowed,    ///< The database refused the login or the call.
  Broken,        ///< The database answered what it should not.
  Ledger,        ///< The ledger of this kiosk refused; the depot is not at fault.
  Untrusted,     ///< The server did not prove that it is the depot: nothing was sent to it.
};

/// "Unreachable": the word that --json prints.
[[nodiscard]] std::string_view name(DepotRefusal refusal);

/// For the person at the command line: what is, and what to do next.
[[nodiscard]] std::string_view sentence(DepotRefusal refusal);

/// The protocol that this program speaks; the depot refuses another one.
inline constexpr int kDepotProtocol = 2;

struct Hello {
  std::int64_t toldUpTo = 0;  ///< The last entry that the depot acknowledged; 0 = none.
  platform::Hash toldHash{};
  std::vector<std::string> leases;  ///< All that the kiosk holds.
};

struct Welcome {
  std::int64_t lastSequence = 0;  ///< Of this kiosk's entries at the depot; 0 = it has none.
  platform::Hash lastHash{};
  /// Leases of the hello that the depot does not have, or may have otherwise: all of them, once,
  /// after it went back in time.
  std::vector<std::string> unknown;
  std::vector<std::string> unsealed;  ///< Leases of the hello that were held but not seal()ed.
  std::string generation;             ///< Which life of the depot this is, for settled().
  platform::Key subjectKey{};         ///< For subjectToken().
};

/// The depot as one kiosk sees it. A call that broke may have been carried out, and every call may
/// be made again. Implemented over PostgreSQL, and by a twin in tests/kiosk/depot.
class Depot {
 public:
  template <class T>
  using Answer = platform::Result<T, DepotRefusal>;

  virtual ~Depot() = default;

  [[nodiscard]] virtual Answer<Welcome> hello(const Hello& hello) = 0;

  /// The kiosk found its own ledger behind the depot, or beside it: from now on nobody gets
  /// anything in its name.
  [[nodiscard]] virtual Answer<platform::Done> freeze(const std::string& why) = 0;

  /// Refuses with Gap, and with Frozen where an entry is another one than the depot has.
  [[nodiscard]] virtual Answer<platform::Done> report(const Untold& untold) = 0;

  /// A lease that the depot has lost: it is written down there again. Codes that are free are
  /// leased again; one that somebody else has is put down as a conflict.
  [[nodiscard]] virtual Answer<platform::Done> assertLease(const HeldLease& lease) = 0;

  /// Who took a code in other rooms, behind the number `after`: each of them once, in the order in
  /// which the depot learned of them. Those that an instructor overruled are left out.
  [[nodiscard]] virtual Answer<Others> others(std::int64_t after) = 0;

  /// All leases were asserted and all entries told, as of the welcome with that generation.
  [[nodiscard]] virtual Answer<platform::Done> settled(const std::string& generation) = 0;

  /// Gives up to `ask.count` codes to this kiosk, for good; how many. The same ask again gives the
  /// same ones. Empty: nothing was given.
  [[nodiscard]] virtual Answer<int> lease(const LeaseAsk& ask) = 0;

  /// The codes of a lease that the depot counts as unused.
  [[nodiscard]] virtual Answer<std::vector<LeasedCode>> codes(const std::string& lease) = 0;

  /// The kiosk holds the lease: what the depot keeps of its codes, only this kiosk can open.
  [[nodiscard]] virtual Answer<platform::Done> seal(const std::string& lease) = 0;
};

}  // namespace hallpass
