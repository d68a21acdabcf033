#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/kiosk/depot/book_twin.h"
#include "tests/kiosk/depot/depot_twin.h"

namespace tests {

/// What a world of kiosks came to, over all of its steps.
struct WorldTally {
  std::int64_t steps = 0;
  std::int64_t claims = 0;
  std::int64_t cutCalls = 0;
  std::int64_t repeatedCalls = 0;
  std::int64_t clones = 0;
  std::int64_t rollbacks = 0;
  std::int64_t depotRestores = 0;
  std::int64_t shownTwice =
      0;                   ///< Codes that two people saw, each excused by a clone or a rollback.
  std::int64_t bound = 0;  ///< Unused codes of all leases that were cloned or rolled back.
  std::int64_t frozen = 0;
  std::int64_t refused = 0;    ///< Visits of students who took a code in another room.
  std::int64_t overruled = 0;  ///< Codes that the instructor gave all the same.
  /// Students who took a code in two rooms before the second could know: what the depot was told
  /// after the second room last heard of it, or has not been told yet.
  std::int64_t crossed = 0;
  void add(const WorldTally& other);
};

/// Several kiosks and one depot in one process, with virtual time and everything that goes wrong:
/// calls that are lost before or after they were carried out, repeated later and in another order,
/// kiosks that die, come back older, twice, or never, and a depot that comes back older.
///
/// One seed gives one world. complaint() says what was promised and not kept; "" = all was.
class World {
 public:
  World(std::uint64_t seed, DepotFlaw flaw);

  void run(int steps);

  /// Everybody is on line and asks no more: nothing may be left leased that no kiosk knows of.
  void settle();

  [[nodiscard]] const std::string& complaint() const { return complaint_; }
  [[nodiscard]] const WorldTally& tally() const { return tally_; }

 private:
  friend class Line;

  struct Device {
    BookTwin book;
    std::deque<BookTwin> snapshots;
    bool gone = false;     ///< It is never heard of again.
    bool doubled = false;  ///< It is a clone, has one, or went back in time.
  };

  [[nodiscard]] int below(int end);
  [[nodiscard]] bool oneIn(int many) { return below(many) == 0; }
  [[nodiscard]] Device& anyDevice();
  [[nodiscard]] std::string fresh(const char* what);

  void step();
  void deliver();
  void claimAt(Device& device);
  void claimFor(Device& device, std::int64_t student);
  void judgeStudent(const Device& device, std::int64_t student);
  void noteTold(const std::string& kiosk, const hallpass::Untold& untold);
  void forgetTold();
  void synchroniseAt(Device& device, bool reliable);
  void repeatSomething();
  void misfortune();
  void rollBack(Device& device);
  void cloneOf(const Device& device);
  void restoreDepot();
  void caretaker();
  void enrol(Device& device);
  [[nodiscard]] int excuses(const std::string& code);
  void excuse(const BookTwin& book);
  void excuseForgotten();
  void complain(const std::string& what);

  std::mt19937_64 random_;
  DepotTwin depot_;
  std::vector<DepotTwin> backups_;
  std::deque<Device> devices_;
  std::deque<std::function<void()>> repeats_;
  std::map<std::string, int> shown_;
  std::map<std::string, int> excused_;  ///< How much more often a code may be seen.
  std::map<std::string, std::set<std::string>>
      shownUnder_;                          ///< The leases of a code that was seen.
  std::map<std::string, int> excusedAsks_;  ///< The same of each code of a lease.
  std::set<std::string> lost_;  ///< Kiosks that people have declared lost, whatever the depot says.
  std::map<std::int64_t, std::set<std::string>> tookAt_;  ///< The kiosks of a student's codes.
  /// When the depot learned that a student took a code at a kiosk.
  std::map<std::pair<std::string, std::int64_t>, long> told_;
  long ticks_ = 0;  ///< Counts what the depot learned and told.
  std::int64_t names_ = 0;
  long now_ = 0;
  std::string complaint_;
  WorldTally tally_;
};

}  // namespace tests
