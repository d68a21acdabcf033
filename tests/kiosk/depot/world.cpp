#include "tests/kiosk/depot/world.h"

#include <algorithm>

#include "kiosk/depot/sync.h"

namespace tests {
namespace {

using hallpass::DepotRefusal;
using platform::Done;

constexpr int kKiosks = 4;
constexpr int kFirstCodes = 60;
constexpr int kClass = 8;
constexpr const char* kPass = "azure-pass";

}  // namespace

/// The way from one kiosk to the depot, on which calls get lost and are carried out again later.
class Line final : public hallpass::Depot {
 public:
  /// `reliable`: nothing gets lost.
  Line(World& world, std::string kiosk, bool reliable)
      : world_(world), kiosk_(std::move(kiosk)), reliable_(reliable) {}

  Answer<hallpass::Welcome> hello(const hallpass::Hello& hello) override {
    return carry<hallpass::Welcome>(
        [this, hello] { return world_.depot_.hello(kiosk_, hello, world_.fresh("g")); });
  }
  Answer<Done> freeze(const std::string& /*why*/) override {
    return carry<Done>([&world = world_, kiosk = kiosk_] { return world.depot_.freeze(kiosk); });
  }
  Answer<Done> report(const hallpass::Untold& untold) override {
    return carry<Done>([&world = world_, kiosk = kiosk_, untold] {
      auto done = world.depot_.report(kiosk, untold);
      if (done) world.noteTold(kiosk, untold);
      return done;
    });
  }
  Answer<hallpass::Others> others(std::int64_t after) override {
    return carry<hallpass::Others>([this, after] {
      heardAt_ = ++world_.ticks_;
      return world_.depot_.others(kiosk_, after, world_.fresh("g"));
    });
  }
  /// When it was last told of other rooms.
  [[nodiscard]] long heardAt() const { return heardAt_; }
  Answer<Done> assertLease(const hallpass::HeldLease& lease) override {
    return carry<Done>([&world = world_, kiosk = kiosk_, lease] {
      return world.depot_.assertLease(kiosk, lease);
    });
  }
  Answer<Done> settled(const std::string& generation) override {
    return carry<Done>([&world = world_, kiosk = kiosk_, generation] {
      return world.depot_.settled(kiosk, generation);
    });
  }
  Answer<int> lease(const hallpass::LeaseAsk& ask) override {
    return carry<int>([&world = world_, kiosk = kiosk_, ask] {
      return world.depot_.lease(kiosk, ask, world.now_);
    });
  }
  Answer<std::vector<hallpass::LeasedCode>> codes(const std::string& lease) override {
    return carry<std::vector<hallpass::LeasedCode>>(
        [this, lease] { return world_.depot_.codes(kiosk_, lease); });
  }
  Answer<Done> seal(const std::string& lease) override {
    return carry<Done>(
        [&world = world_, kiosk = kiosk_, lease] { return world.depot_.seal(kiosk, lease); });
  }

 private:
  template <class T, class Work>
  Answer<T> carry(Work work) {
    constexpr int kLoss = 12;
    constexpr int kRepeat = 10;
    if (!reliable_ && world_.oneIn(kLoss)) {
      ++world_.tally_.cutCalls;
      return DepotRefusal::Unreachable;
    }
    auto answer = work();
    // Only what changes something is worth repeating; a read that is repeated tells nobody.
    if constexpr (std::is_same_v<T, Done> || std::is_same_v<T, int>) {
      if (world_.oneIn(kRepeat)) world_.repeats_.push_back([work] { (void)work(); });
    }
    if (!reliable_ && world_.oneIn(kLoss)) {
      ++world_.tally_.cutCalls;
      return DepotRefusal::Unreachable;
    }
    return answer;
  }

  World& world_;
  std::string kiosk_;
  bool reliable_;
  long heardAt_ = 0;
};

World::World(std::uint64_t seed, DepotFlaw flaw) : random_(seed), depot_(flaw) {
  for (int code = 0; code < kFirstCodes; ++code) depot_.addCode(fresh("c"), kPass);
  for (int kiosk = 0; kiosk < kKiosks; ++kiosk) enrol(devices_.emplace_back());
}

int World::below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

World::Device& World::anyDevice() {
  return devices_[static_cast<std::size_t>(below(static_cast<int>(devices_.size())))];
}

std::string World::fresh(const char* what) { return what + std::to_string(100'000 + ++names_); }

void World::complain(const std::string& what) {
  if (complaint_.empty()) complaint_ = what + " (step " + std::to_string(tally_.steps) + ")";
}

void World::run(int steps) {
  for (int done = 0; done < steps && complaint_.empty(); ++done) step();
}

void World::step() {
  ++tally_.steps;
  ++now_;
  Device& device = anyDevice();
  const int dice = below(1000);
  if (dice < 450) return claimAt(device);
  if (dice < 750) return synchroniseAt(device, false);
  if (dice < 850) return repeatSomething();
  if (dice < 900) return device.book.swapOne();
  if (dice < 905) return device.book.giveBack();
  if (dice < 950) {
    device.snapshots.push_back(device.book);
    if (device.snapshots.size() > 5) device.snapshots.pop_front();
    return;
  }
  if (dice < 955) return misfortune();
  if (dice < 970) return deliver();
  depot_.expireBefore(now_ - 300);
  caretaker();
}

void World::deliver() {
  for (int code = 0; code < kClass; ++code) depot_.addCode(fresh("c"), kPass);
}

/// Students come, walk about between the rooms for a while, and go.
void World::claimAt(Device& device) {
  constexpr int kAtOnce = 60;
  constexpr int kStepsOfOne = 4;
  constexpr int kOverrule = 20;
  if (device.gone) return;
  const std::int64_t student = 1 + now_ / kStepsOfOne + below(kAtOnce);
  if (device.book.holds(student)) return;  // The same code again.
  if (device.book.knowsElsewhere(student)) {
    if (!oneIn(kOverrule)) {
      ++tally_.refused;
      return;
    }
    ++tally_.overruled;
  }
  claimFor(device, student);
}

void World::claimFor(Device& device, std::int64_t student) {
  const std::string code = device.book.claim(student);
  if (code.empty()) return;
  ++tally_.claims;
  if (!device.book.knowsElsewhere(student)) judgeStudent(device, student);
  tookAt_[student].insert(device.book.kiosk());
  shownUnder_[code].insert(device.book.codes().at(code).lease);
  const int times = ++shown_[code];
  if (times == 1) return;
  ++tally_.shownTwice;
  if (times > 1 + excuses(code)) complain("code " + code + " was shown to two people");
}

/// The second code of a student in another room: what the depot had been told before this room last
/// listened, this room must have known.
void World::judgeStudent(const Device& device, std::int64_t student) {
  bool elsewhere = false;
  for (const std::string& kiosk : tookAt_[student]) {
    if (kiosk == device.book.kiosk()) continue;  // Of a ledger that was rolled back, or cloned.
    elsewhere = true;
    const auto told = told_.find({kiosk, student});
    if (told == told_.end() || told->second > device.book.heardAt) continue;
    complain("student " + std::to_string(student) + " got two codes, and " + kiosk + " had told");
  }
  if (elsewhere) ++tally_.crossed;
}

void World::noteTold(const std::string& kiosk, const hallpass::Untold& untold) {
  for (const hallpass::JournalLink& link : untold.links) {
    if (link.subject) told_.try_emplace({kiosk, studentOf(link.subject->token)}, ++ticks_);
  }
}

/// A depot that went back in time was not told what it has forgotten.
void World::forgetTold() {
  std::set<std::pair<std::string, std::int64_t>> known;
  for (const auto& row : depot_.subjects()) known.emplace(row.kiosk, studentOf(row.token));
  std::erase_if(told_, [&](const auto& one) { return !known.contains(one.first); });
}

int World::excuses(const std::string& code) {
  int most = excused_[code];
  for (const std::string& lease : shownUnder_[code]) most += excusedAsks_[lease];
  return most;
}

void World::synchroniseAt(Device& device, bool reliable) {
  if (device.gone) return;
  BookTwin& book = device.book;
  const bool low = book.stock() < kClass / 2 && book.asks()->empty();
  if (low && !book.frozen() && !reliable) (void)book.ask({fresh("l"), kPass, kClass});
  const bool before = book.frozen();
  Line line(*this, book.kiosk(), reliable);
  const auto done = hallpass::synchronise(book, line);
  // It listens before it asks for codes.
  const bool listened = done || done.error() == DepotRefusal::Empty;
  if (listened && line.heardAt() > 0) book.heardAt = line.heardAt();
  const bool lost = book.membership()->value().frozen == "declared-lost";
  if (!before && book.frozen() && !lost) ++tally_.frozen;
}

void World::repeatSomething() {
  if (repeats_.empty()) return;
  const auto at = repeats_.begin() + below(static_cast<int>(repeats_.size()));
  const auto again = *at;
  repeats_.erase(at);
  ++tally_.repeatedCalls;
  again();
}

/// What can be handed out from `book`, or will be once its asks are served, may be so once more.
void World::excuse(const BookTwin& book) {
  for (const auto& [id, code] : book.codes()) {
    if (code.fate != hallpass::Fate::Stock) continue;
    ++excused_[id];
    ++tally_.bound;
  }
  BookTwin copy = book;
  for (const auto& ask : *copy.asks()) {
    ++excusedAsks_[ask.id];  // Both will get the same codes.
    tally_.bound += ask.count;
  }
}

void World::misfortune() {
  Device& device = anyDevice();
  switch (below(6)) {
    case 0:
      return rollBack(device);
    case 1:
      return cloneOf(device);
    case 2:
      backups_.push_back(depot_);
      if (backups_.size() > 3) backups_.erase(backups_.begin());
      return;
    case 3:
      return restoreDepot();
    case 4:
      device.gone = oneIn(2) || device.gone;
      return;
    default:
      device.snapshots.clear();  // Its backups are erased.
  }
}

void World::rollBack(Device& device) {
  if (device.snapshots.empty() || device.gone) return;
  const BookTwin& old =
      device.snapshots[static_cast<std::size_t>(below(static_cast<int>(device.snapshots.size())))];
  ++tally_.rollbacks;
  excuse(old);
  // What a depot that went back in time too has not been told of yet, nobody remembers.
  for (const auto& [id, code] : device.book.codes()) {
    const bool forgotten = depot_.rebuilding() && !old.codes().contains(id);
    if (!forgotten || depot_.codeRows().at(id).state != DepotTwin::CodeState::Free) continue;
    ++excused_[id];
    ++tally_.bound;
  }
  device.book = old;
  device.book.saltWith(random_());
  device.doubled = true;
}

void World::cloneOf(const Device& device) {
  if (device.gone || devices_.size() > 12) return;
  ++tally_.clones;
  excuse(device.book);
  Device& clone = devices_.emplace_back();
  clone.book = device.book;
  clone.book.saltWith(random_());
  clone.doubled = true;
  for (Device& other : devices_) {
    other.doubled = other.doubled || other.book.kiosk() == clone.book.kiosk();
  }
}

/// A connection ends with the server that it goes to: nothing is repeated after that.
void World::restoreDepot() {
  if (backups_.empty()) return;
  ++tally_.depotRestores;
  repeats_.clear();
  const DepotTwin& old =
      backups_[static_cast<std::size_t>(below(static_cast<int>(backups_.size())))];
  // What came in since is brought in again from its lists, as it was.
  const auto known = depot_.codeRows();
  depot_ = DepotTwin(old);
  for (const auto& [id, code] : known) {
    if (!depot_.codeRows().contains(id)) depot_.addCode(id, code.passType);
  }
  depot_.restored(fresh("g"));
  forgetTold();
  for (Device& device : devices_) {
    // Whoever enrolled since is enrolled again under the same name.
    if (!depot_.kiosks().contains(device.book.kiosk())) depot_.enrol(device.book.kiosk());
  }
  for (const std::string& kiosk : lost_) depot_.declareLost(kiosk);
  excuseForgotten();
}

/// A clone, or a ledger that went back in time, and a depot that did so too: what the one of the
/// two that is gone had been given since then, nobody remembers.
void World::excuseForgotten() {
  const bool doubled = std::any_of(devices_.begin(), devices_.end(),
                                   [](const Device& device) { return device.doubled; });
  if (!doubled) return;
  for (const auto& [id, code] : depot_.codeRows()) {
    if (code.state != DepotTwin::CodeState::Free) continue;
    const bool known = shown_.contains(id) || std::any_of(devices_.begin(), devices_.end(),
                                                          [&id = id](const Device& device) {
                                                            return device.book.codes().contains(id);
                                                          });
    if (!known) continue;
    ++excused_[id];
    ++tally_.bound;
  }
}

/// Two people look after the depot: what is frozen or gone is declared lost and enrolled anew, and
/// a restored depot goes on once it may.
void World::caretaker() {
  Device& device = anyDevice();
  if ((device.book.frozen() || device.gone) && oneIn(4)) {
    lost_.insert(device.book.kiosk());
    depot_.declareLost(device.book.kiosk());
    device.gone = false;
    device.book = device.book.frozen() ? device.book : BookTwin();
    device.book.saltWith(random_());
    device.snapshots.clear();
    enrol(device);
  }
  if (depot_.rebuilding()) (void)depot_.resume();
}

void World::enrol(Device& device) {
  const std::string kiosk = fresh("k");
  depot_.enrol(kiosk);
  device.book.saltWith(random_());
  device.book.join(kiosk);
  device.doubled = false;
}

void World::settle() {
  for (int round = 0; round < 3; ++round) {
    for (Device& device : devices_) synchroniseAt(device, true);
    (void)depot_.resume();
  }
  std::set<std::string> known;
  for (Device& device : devices_) {
    if (device.gone || device.book.frozen() || device.doubled) known.insert(device.book.kiosk());
  }
  for (const auto& [id, code] : depot_.codeRows()) {
    if (code.state != DepotTwin::CodeState::Leased) continue;
    const auto lease = depot_.leases().find(code.lease);
    if (lease == depot_.leases().end()) {
      complain("code " + id + " is leased to nobody");
      continue;
    }
    const std::string& kiosk = lease->second.kiosk;
    if (known.contains(kiosk) || lost_.contains(kiosk)) continue;
    const bool held =
        std::any_of(devices_.begin(), devices_.end(), [&, &which = id](const Device& device) {
          const auto its = device.book.codes().find(which);
          return device.book.kiosk() == kiosk && its != device.book.codes().end();
        });
    if (!held && !depot_.rebuilding()) complain("code " + id + " is leased, and no kiosk knows it");
  }
}

}  // namespace tests
