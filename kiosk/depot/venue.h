#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/depot/connection.h"
#include "kiosk/domain/stock.h"

namespace hallpass {

/// A kiosk as the venue's list has it.
struct KioskLine {
  std::string id;
  std::string name;
  std::string state;  ///< "active", "frozen" or "lost".
  std::string why;
  std::string seenAt;       ///< As the database writes it.
  bool settled = false;     ///< It has told all that it holds since the depot went back in time.
  std::int64_t leased = 0;  ///< Codes that it holds and that nobody took, as far as it told.
  std::int64_t claimed = 0;
};

/// The codes of a pass type, over all kiosks: loaded = free + leased + claimed + quarantined +
/// voided = imported + asserted. That it is so is asked by Venue::wrong().
struct StockLine {
  std::string passType;
  std::int64_t loaded = 0;
  std::int64_t free = 0;
  std::int64_t leased = 0;
  std::int64_t claimed = 0;
  std::int64_t quarantined = 0;
  std::int64_t voided = 0;    ///< Their issuer made them void.
  std::int64_t imported = 0;  ///< As many as the lists brought.
  std::int64_t asserted = 0;  ///< Kiosks held them, and the depot had lost them with its backup.
};

/// Two entries of two kiosks' journals by which one student took two codes.
struct CrossingLine {
  std::string room;
  std::int64_t sequence = 0;  ///< Of the entry in that kiosk's journal.
  std::string otherRoom;
  std::int64_t otherSequence = 0;
  std::string seenAt;  ///< As the database writes it.
};

/// Codes that a kiosk holds and nobody is known to have taken.
struct StakeLine {
  std::string passType;
  std::string
      value;  ///< Of each, as the list or the pass type says: "$100, 30 days"; "" = unknown.
  std::int64_t codes = 0;
};

/// Something of the depot that does not hold.
struct WrongLine {
  std::string what;
  std::string of;  ///< A UUID.
};

/// The tables that this program makes: the newest tables-N.sql.
inline constexpr int kDepotTables = 2;

/// The depot as whoever looks after the venue sees it. The thread of its connection.
class Venue {
 public:
  template <class T>
  using Answer = platform::Result<T, DepotRefusal>;

  explicit Venue(Connection& connection) : connection_(connection) {}

  /// Makes the tables where there are none, brings older ones up to kDepotTables, and the functions
  /// up to date, in one transaction. `assets` is the folder of tables.sql and functions.sql. As the
  /// owner of the database. WrongVersion: the depot is newer than this program.
  [[nodiscard]] Answer<platform::Done> init(const std::filesystem::path& assets);

  /// A token for one kiosk: 26 characters, of which the depot keeps the hash.
  [[nodiscard]] Answer<std::string> makeToken(const std::string& kioskName, const std::string& by);

  /// How many of `codes` were new.
  [[nodiscard]] Answer<std::int64_t> add(const NewBatch& batch, const std::vector<NewCode>& codes);

  /// How many codes went to quarantine. Unknown where there is no such kiosk.
  [[nodiscard]] Answer<std::int64_t> declareLost(const std::string& kiosk, const std::string& first,
                                                 const std::string& second);

  /// The issuer made the codes void that a kiosk left in quarantine; how many. Unknown as above.
  [[nodiscard]] Answer<std::int64_t> declareVoid(const std::string& kiosk, const std::string& first,
                                                 const std::string& second);

  [[nodiscard]] Answer<platform::Done> restored(const std::string& by);
  /// How many kiosks have not told what they hold; 0 = the depot leases again.
  [[nodiscard]] Answer<std::int64_t> resume(const std::string& by);

  [[nodiscard]] Answer<std::vector<KioskLine>> kiosks();
  [[nodiscard]] Answer<std::vector<StockLine>> stock();
  [[nodiscard]] Answer<std::vector<WrongLine>> wrong();
  /// Oldest first. They stay for good; nothing is undone.
  [[nodiscard]] Answer<std::vector<CrossingLine>> crossings();
  /// What declareLost() would put into quarantine.
  [[nodiscard]] Answer<std::vector<StakeLine>> atStake(const std::string& kiosk);

 private:
  Answer<std::int64_t> byTwo(const char* sql, const std::string& kiosk, const std::string& first,
                             const std::string& second);

  Connection& connection_;
};

}  // namespace hallpass
