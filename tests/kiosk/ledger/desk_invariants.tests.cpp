// A long random day at the instructor's desk, beside a small model of what must be true.
#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <tuple>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Mode;
using hallpass::Refusal;
using hallpass::Role;
using hallpass::StudentId;
using platform::UtcTime;

namespace {

constexpr int kOperations = 10'000;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// The parts of a ledger in memory, with its database at hand.
struct Desk {
  tests::ManualClock clock;
  std::unique_ptr<hallpass::Database> database = *hallpass::openDatabase(":memory:", "");
  hallpass::Journal journal{*database, clock};
  hallpass::Classes classes{*database, journal};
  hallpass::Roster roster{*database, journal};
  hallpass::Stock stock{*database, journal};
  hallpass::Claims claims{*database, journal};

  Desk() { hallpass::migrate(*database, journal, hallpass::migrations()); }
  [[nodiscard]] std::int64_t now() const { return clock.time.ms; }
};

enum class Place : std::uint8_t { Stock, Claimed, Quarantined, Returned };

struct ModelCode {
  int number;
  std::int64_t batch;
  int position;
  std::int64_t redeemBy;
  Place place = Place::Stock;
};

struct ModelStudent {
  StudentId id;
  std::optional<std::size_t> holds;  ///< An index of the codes.
  std::string digits;                ///< "" = none.
  int wrong = 0;
  std::string outcome;
};

/// What has happened so far, as plainly as it can be kept.
struct Model {
  std::vector<ModelCode> codes;
  std::set<int> known;
  std::optional<hallpass::Class> current;
  std::vector<ModelStudent> students;  ///< Of the current class.
  std::int64_t claims = 0;
  std::int64_t swaps = 0;

  std::optional<std::size_t> next(std::int64_t now) const {
    const auto rank = [&](std::size_t index) {
      return std::tuple(codes[index].redeemBy, codes[index].batch, codes[index].position);
    };
    std::optional<std::size_t> best;
    for (std::size_t index = 0; index < codes.size(); ++index) {
      if (codes[index].place != Place::Stock || codes[index].redeemBy < now) continue;
      if (!best || rank(index) < rank(*best)) best = index;
    }
    return best;
  }

  [[nodiscard]] std::int64_t in(Place place) const {
    return std::count_if(codes.begin(), codes.end(),
                         [&](const ModelCode& code) { return code.place == place; });
  }
  [[nodiscard]] std::int64_t expired(std::int64_t now) const {
    return std::count_if(codes.begin(), codes.end(), [&](const ModelCode& code) {
      return code.place == Place::Stock && code.redeemBy < now;
    });
  }
};

/// One day: every operation is done to the ledger and to the model, which must agree.
class Day {
 public:
  explicit Day(unsigned seed) : random_(seed) {}

  void step() {
    switch (below(16)) {
      case 0:
        return import();
      case 1:
        return open();
      case 2:
        return setState(below(8) == 0 ? ClassState::Closed : ClassState::Paused);
      case 3:
      case 4:
        return setState(ClassState::Open);
      case 5:
        return change();
      case 6:
        return takeBack();
      case 7:
      case 8:
        return walkIn();
      case 9:
        return desk_.clock.pass(std::chrono::milliseconds(below(400)));
      default:
        return withStudent();
    }
  }

  void checkCounts() {
    const auto count = desk_.stock.count(std::nullopt).value();
    REQUIRE(count.loaded ==
            count.inStock + count.claimed + count.quarantined + count.expired + count.returned);
    REQUIRE(count.loaded == static_cast<std::int64_t>(model_.codes.size()));
    REQUIRE(count.claimed == model_.in(Place::Claimed));
    REQUIRE(count.quarantined == model_.in(Place::Quarantined));
    REQUIRE(count.returned == model_.in(Place::Returned));
    REQUIRE(count.expired == model_.expired(desk_.now()));
  }

  void checkAll() {
    const auto number = [&](const char* sql) { return desk_.database->integer(sql); };
    REQUIRE_FALSE(desk_.database->failed());
    REQUIRE(number("SELECT count(*) FROM claim") == model_.claims + model_.swaps);
    REQUIRE(number("SELECT count(*) FROM claim WHERE live = 0") == model_.swaps);
    REQUIRE(number("SELECT count(*) FROM claim WHERE replaces IS NOT NULL") == model_.swaps);
    REQUIRE(number("SELECT count(*) FROM claim JOIN code ON code.id = claim.code WHERE "
                   "state <> iif(live, 'claimed', 'quarantined')") == 0);
    REQUIRE(number("SELECT count(*) FROM journal WHERE event = 'claim-made'") == model_.claims);
    REQUIRE(number("SELECT count(*) FROM journal WHERE event = 'claim-replaced'") == model_.swaps);
    REQUIRE(number("SELECT count(*) FROM own_digits JOIN claim ON id = claim WHERE live = 0") == 0);
    REQUIRE_FALSE(desk_.journal.verify({})->firstBad);
    REQUIRE(desk_.database->text("PRAGMA integrity_check") == "ok");
    checkBatches();
    checkStudents();
  }

  /// That the day was one: everything that is counted happened.
  void checkBusy() const {
    CHECK(model_.claims > 50);
    CHECK(model_.swaps > 20);
    CHECK(model_.in(Place::Returned) > 20);
    CHECK(model_.expired(desk_.now()) > 20);
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  void import() {
    std::vector<hallpass::NewCode> codes;
    std::vector<ModelCode> fresh;
    for (int left = below(6); left > 0; --left) {
      const int number = below(4'000);
      const std::int64_t last = below(3) == 0 ? kNever : desk_.now() + below(4'000) - 300;
      codes.push_back(tests::newCode(
          number, last == kNever ? std::nullopt : std::optional<UtcTime>(UtcTime{last})));
      if (!model_.known.insert(number).second) continue;
      fresh.push_back({number, 0, static_cast<int>(fresh.size()), last});
    }
    const auto report = desk_.stock.add(tests::newBatch(), codes, Mode::Keep, Role::Operator, {});
    REQUIRE(report->added == static_cast<std::int64_t>(fresh.size()));
    for (ModelCode& code : fresh) {
      code.batch = report->batch;
      model_.codes.push_back(code);
    }
  }

  [[nodiscard]] bool mayChange() const {
    return model_.current && model_.current->state != ClassState::Closed;
  }

  void open() {
    const auto opened = desk_.classes.open(tests::newClass(), Role::Operator);
    REQUIRE(opened.ok() == !mayChange());
    if (!opened) return;
    model_.current = hallpass::Class{*opened, tests::newClass(), ClassState::Open};
    model_.students.clear();
  }

  void setState(ClassState state) {
    const auto done = desk_.classes.setState(state, Role::Instructor);
    const bool may = mayChange() || (model_.current && state == ClassState::Closed);
    REQUIRE(done.ok() == may);
    if (may) model_.current->state = state;
  }

  void change() {
    auto facts = tests::newClass();
    facts.word = below(2) == 0 ? "" : "zebra";
    facts.idleSeconds = below(400);
    if (below(3) == 0) facts.until = UtcTime{desk_.now() + below(300)};
    const auto done = desk_.classes.change(facts, Role::Instructor);
    REQUIRE(done.ok() == mayChange());
    if (done) model_.current->facts = facts;
  }

  void takeBack() {
    const std::int64_t batch = below(60);
    const auto taken = desk_.stock.takeBack(batch, Role::Instructor);
    std::size_t returned = 0;
    for (ModelCode& code : model_.codes) {
      if (code.batch != batch) continue;
      if (code.place == Place::Stock) code.place = Place::Returned;
      if (code.place == Place::Returned) ++returned;
    }
    REQUIRE(taken.ok() == (returned > 0));
    if (taken) REQUIRE(taken->size() == returned);
  }

  void walkIn() {
    const auto added =
        desk_.roster.addWalkIn("Student " + std::to_string(model_.students.size()), Role::Student);
    REQUIRE(added.ok() == mayChange());
    if (added) model_.students.push_back({*added, std::nullopt, "", 0, ""});
  }

  void withStudent() {
    if (model_.students.empty()) return;
    auto& student =
        model_.students[static_cast<std::size_t>(below(static_cast<int>(model_.students.size())))];
    switch (below(7)) {
      case 0:
        return replace(student);
      case 1:
        return report(student);
      case 2:
        return tryDigits(student, student.digits);
      case 3:
        return tryDigits(student, "0000");
      case 4:
        return clearDigits(student);
      default:
        return claim(student);
    }
  }

  std::optional<std::string> someDigits() {
    if (below(2) == 0) return std::nullopt;
    return std::to_string(1'000 + below(9'000));
  }

  [[nodiscard]] hallpass::Code codeOf(const ModelStudent& student) const {
    return tests::newCode(model_.codes[*student.holds].number).code;
  }

  void choose(ModelStudent& student, const std::optional<std::string>& digits) {
    if (!digits || !student.digits.empty()) return;
    student.digits = *digits;
    student.wrong = 0;
  }

  /// Whether the model hands a code to `student` now; it is the one that the ledger gave.
  bool take(ModelStudent& student, const platform::Result<hallpass::Claim, Refusal>& given) {
    const auto next = model_.next(desk_.now());
    const bool may = !model_.current->refusesAt(desk_.clock.time) && next;
    REQUIRE(given.ok() == may);
    if (!may) return false;
    student.holds = next;
    model_.codes[*next].place = Place::Claimed;
    REQUIRE(given->code == codeOf(student));
    REQUIRE_FALSE(given->again);
    return true;
  }

  void claim(ModelStudent& student) {
    const auto digits = someDigits();
    const auto given = desk_.claims.make(student.id, Role::Student, digits);
    if (student.holds) {
      REQUIRE((given.ok() && given->again));
      REQUIRE(given->code == codeOf(student));
    } else if (take(student, given)) {
      ++model_.claims;
    } else {
      return;
    }
    choose(student, digits);
  }

  void replace(ModelStudent& student) {
    const auto cause = hallpass::kCauses.at(static_cast<std::size_t>(below(6)));
    const auto digits = someDigits();
    const auto given = desk_.claims.replace(student.id, cause, Role::Instructor, digits);
    if (!student.holds) {
      REQUIRE(given.error() == Refusal::NoClaim);
      return;
    }
    const std::size_t old = *student.holds;
    if (!take(student, given)) return;
    model_.codes[old].place = Place::Quarantined;
    ++model_.swaps;
    student.digits.clear();
    student.outcome.clear();
    choose(student, digits);
  }

  void report(ModelStudent& student) {
    const auto outcome = hallpass::kOutcomes.at(static_cast<std::size_t>(below(6)));
    REQUIRE(desk_.claims.report(student.id, outcome, Role::Student).ok() ==
            student.holds.has_value());
    if (student.holds) student.outcome = name(outcome);
  }

  void tryDigits(ModelStudent& student, const std::string& typed) {
    const auto answer = desk_.claims.tryDigits(student.id, typed);
    REQUIRE(answer.ok() == student.holds.has_value());
    if (!answer) return;
    const bool mayTry = !student.digits.empty() && student.wrong < hallpass::kMostDigitTries;
    REQUIRE(answer->right == (mayTry && typed == student.digits));
    if (mayTry) student.wrong = answer->right ? 0 : student.wrong + 1;
    const int wrong = student.digits.empty() ? 0 : student.wrong;
    REQUIRE(answer->triesLeft == hallpass::kMostDigitTries - wrong);
  }

  void clearDigits(ModelStudent& student) {
    const auto cleared = desk_.claims.clearDigits(student.id, Role::Instructor);
    REQUIRE(cleared.ok() == student.holds.has_value());
    student.digits.clear();
  }

  void checkBatches() {
    hallpass::StockCount sum;
    for (const auto& batch : *desk_.stock.batches()) {
      sum.loaded += batch.count.loaded;
      sum.inStock += batch.count.inStock;
      sum.returned += batch.count.returned;
    }
    REQUIRE(sum.loaded == static_cast<std::int64_t>(model_.codes.size()));
    REQUIRE(sum.returned == model_.in(Place::Returned));
    REQUIRE(sum.inStock == static_cast<std::int64_t>(desk_.stock.unused(std::nullopt)->size()));
  }

  void checkStudents() {
    const auto listed = desk_.roster.students().value();
    REQUIRE(listed.size() == model_.students.size());
    for (std::size_t index = 0; index < listed.size(); ++index) {
      const ModelStudent& student = model_.students[index];
      REQUIRE(listed[index].id == student.id);
      REQUIRE(listed[index].claimed == student.holds.has_value());
      REQUIRE(listed[index].outcome == student.outcome);
      const auto found = desk_.claims.find(student.id).value();
      REQUIRE(found.has_value() == student.holds.has_value());
      if (!found) continue;
      REQUIRE(found->code == codeOf(student));
      REQUIRE(found->hasDigits == !student.digits.empty());
    }
  }

  std::mt19937 random_;
  Desk desk_;
  Model model_;
};

}  // namespace

TEST_CASE("after 10,000 random operations at the desk the stock reconciles",
          "[ledger][invariants]") {
  for (const unsigned seed : {1U, 2U}) {
    INFO("seed " << seed);
    Day day(seed);
    for (int done = 1; done <= kOperations; ++done) {
      INFO("operation " << done);
      day.step();
      if (done % 10 == 0) day.checkCounts();
      if (done % 1'000 == 0) day.checkAll();
    }
    day.checkBusy();
  }
}
