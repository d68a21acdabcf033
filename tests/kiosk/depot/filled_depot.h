#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/depot/pg_depot.h"
#include "tests/kiosk/depot/postgres.h"

namespace tests {

/// A depot that a venue has used for years, by statements over whole tables: nine of ten codes were
/// leased, 50 a lease, and nine of ten of those claimed; each claim is an entry of its kiosk.
class FilledDepot {
 public:
  static constexpr int kLeased = 50;
  static constexpr const char* kPassType = "azure-pass";

  struct Kiosk {
    std::string id;
    hallpass::DepotKey key;
    std::int64_t entries = 0;
  };

  /// In a database of its own, `name`, of `server`. `freeOnes` codes more than those of the years
  /// are free.
  FilledDepot(Postgres& server, const std::string& name, int kiosks, std::int64_t codes,
              std::int64_t freeOnes = 0);

  [[nodiscard]] const std::string& address() const { return address_; }
  hallpass::Connection& owner() { return owner_; }
  std::vector<Kiosk>& kiosks() { return kiosks_; }

  /// A report of one claim each of `codes`: a link and a fate. Every entry of this depot has the
  /// same hash, so that each follows each.
  [[nodiscard]] static hallpass::Untold claims(const Kiosk& kiosk,
                                               const std::vector<hallpass::LeasedCode>& codes);
  [[nodiscard]] static platform::Hash entryHash();

  /// The pages of 8 KiB that `call`, a SELECT, reads or finds in memory: the least of some.
  [[nodiscard]] std::int64_t pages(const std::string& call);
  /// "'KIOSK', '\xSECRET'": how each call of `kiosk` begins.
  [[nodiscard]] static std::string asMe(const Kiosk& kiosk);

 private:
  void must(const std::string& sql, const hallpass::Parameters& parameters = {});
  void addKiosks(int count);
  void addYears(std::int64_t used);
  void addFree(std::int64_t from, std::int64_t count);

  std::string address_;
  hallpass::Connection owner_;
  std::vector<Kiosk> kiosks_;
};

}  // namespace tests
