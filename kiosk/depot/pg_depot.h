#pragma once

#include "kiosk/depot/code_text.h"
#include "kiosk/depot/connection.h"
#include "kiosk/depot/depot_key.h"
#include "kiosk/depot/depot_link.h"

namespace hallpass {

class Ledger;

/// The depot over PostgreSQL, as one kiosk: each call is one function of
/// assets/depot/functions.sql, in a transaction of its own. The thread of its connection.
class PgDepot final : public Depot {
 public:
  using CodeText = hallpass::CodeText;

  /// All outlive this. `kiosk` is the depot's id of it.
  PgDepot(Connection& connection, const DepotKey& key, std::string kiosk, CodeText codeText);

  /// Takes part in the depot by a token that is used up with it. BadToken, WrongVersion.
  [[nodiscard]] Answer<platform::Done> enrol(const std::string& token);

  /// Adds codes for every kiosk: how many were new. All or nothing; sent again, it adds nothing.
  /// Rebuilding: the depot does not know what it has forgotten.
  [[nodiscard]] Answer<std::int64_t> add(const DepotBatch& batch);

  /// Codes of a pass type that any kiosk may still lease.
  [[nodiscard]] Answer<std::int64_t> leftOver(const std::string& passType);

  Answer<Welcome> hello(const Hello& hello) override;
  Answer<platform::Done> freeze(const std::string& why) override;
  Answer<platform::Done> report(const Untold& untold) override;
  Answer<platform::Done> assertLease(const HeldLease& lease) override;
  Answer<Others> others(std::int64_t after) override;
  Answer<platform::Done> settled(const std::string& generation) override;
  Answer<int> lease(const LeaseAsk& ask) override;
  Answer<std::vector<LeasedCode>> codes(const std::string& lease) override;
  Answer<platform::Done> seal(const std::string& lease) override;

 private:
  [[nodiscard]] Parameters asMe() const;
  Answer<platform::Done> done(const char* sql, const Parameters& parameters);
  [[nodiscard]] std::string sealed(const LeasedCode& code) const;
  [[nodiscard]] std::optional<LeasedCode> codeAt(const Rows& rows, int row) const;

  Connection& connection_;
  const DepotKey& key_;
  std::string kiosk_;
  CodeText codeText_;
};

/// What `ledger`, which outlives it, has of its leases' codes.
[[nodiscard]] PgDepot::CodeText codesOf(Ledger& ledger);

/// What people may see of a code: what masked() leaves behind its dots.
[[nodiscard]] std::string endingOf(const Code& code);

/// In milliseconds, as the depot stores moments.
[[nodiscard]] std::optional<std::int64_t> msOf(const std::optional<platform::UtcTime>& time);

}  // namespace hallpass
