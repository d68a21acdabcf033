// What a depot answers, a line a call, and what its database puts into a cell of a row: it may hold
// anything. The ledger's rules hold whatever was answered, and no code is given to two students.
#include "kiosk/depot/depot.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <sstream>

#include "kiosk/depot/code_text.h"
#include "kiosk/depot/connection.h"
#include "kiosk/depot/depot_key.h"
#include "kiosk/depot/sync.h"
#include "tests/fuzz/class_ledger.h"

namespace tests {
namespace {

using namespace hallpass;

constexpr int kRefusals = static_cast<int>(DepotRefusal::Ledger) + 1;

/// A UUID, as a database has no other: "7" is one, so that inputs can repeat it.
std::string idOf(std::string word) {
  word.resize(32, '0');
  for (char& letter : word) {
    if (std::isxdigit(static_cast<unsigned char>(letter)) == 0) letter = '0';
  }
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) word.insert(dash, "-");
  return word;
}

/// Answers each call with the next line of the input. "no 3" is a refusal; without a line it is out
/// of reach.
class AnyDepot final : public Depot {
 public:
  AnyDepot(std::string_view& lines, LeaseBook& book) : lines_(lines), book_(book) {}

  /// The last number, whether its hash is the ledger's ("="), then leases that it lacks, then,
  /// behind "/", those that are not sealed.
  Answer<Welcome> hello(const Hello& /*hello*/) override {
    if (const auto refused = next()) return *refused;
    Welcome welcome;
    welcome.lastSequence = number();
    if (word() == "=") {
      const auto mine = book_.hashAt(welcome.lastSequence);
      if (mine.ok() && *mine) welcome.lastHash = **mine;
    }
    welcome.generation = word();
    for (std::string id = word(); !id.empty() && id != "/"; id = word()) {
      welcome.unknown.push_back(idOf(id));
    }
    for (std::string id = word(); !id.empty(); id = word()) welcome.unsealed.push_back(idOf(id));
    return welcome;
  }
  Answer<platform::Done> freeze(const std::string& /*why*/) override { return done(); }
  Answer<platform::Done> report(const Untold& /*untold*/) override { return done(); }
  Answer<platform::Done> assertLease(const HeldLease& /*lease*/) override { return done(); }
  Answer<platform::Done> settled(const std::string& /*generation*/) override { return done(); }
  Answer<platform::Done> seal(const std::string& /*lease*/) override { return done(); }

  Answer<int> lease(const LeaseAsk& /*ask*/) override {
    if (const auto refused = next()) return *refused;
    return static_cast<int>(number());
  }

  /// How far it told, "more" or another word, then who took a code elsewhere: "aino" is a student
  /// of the class.
  Answer<Others> others(std::int64_t /*after*/) override {
    if (const auto refused = next()) return *refused;
    Others others;
    others.upTo = number();
    others.more = word() == "more";
    for (std::string who = word(); !who.empty(); who = word()) {
      const std::string name = who == "aino" ? "Aino Virtanen" : who;
      others.taken.push_back({subjectToken({}, "small", "AZ-104", name), {who, {number()}}});
    }
    return others;
  }

  /// Pairs of an id and a code.
  Answer<std::vector<LeasedCode>> codes(const std::string& /*lease*/) override {
    if (const auto refused = next()) return *refused;
    std::vector<LeasedCode> codes;
    for (std::string id = word(); !id.empty(); id = word()) {
      const std::string code = word();
      const auto parts = fromSecretText(code + "\n" + code);
      if (!parts) return DepotRefusal::Broken;
      codes.push_back({idOf(id), parts->first, parts->second, std::nullopt});
    }
    return codes;
  }

 private:
  std::optional<DepotRefusal> next() {
    if (lines_.empty()) return DepotRefusal::Unreachable;
    line_.clear();
    line_.str(std::string(takePiece(lines_, "\n")));
    if (line_.peek() != 'n') return std::nullopt;
    (void)word();
    const auto refusal = static_cast<std::uint64_t>(number()) % kRefusals;
    return static_cast<DepotRefusal>(refusal);
  }
  Answer<platform::Done> done() {
    if (const auto refused = next()) return *refused;
    return platform::Done{};
  }
  std::string word() {
    std::string word;
    line_ >> word;
    return word;
  }
  std::int64_t number() {
    std::int64_t number = 0;
    line_ >> number;
    line_.clear();
    return number;
  }

  std::string_view& lines_;
  LeaseBook& book_;
  std::istringstream line_;
};

/// Each student takes a code where there is one; nobody gets one that another has.
void claimAll(Ledger& ledger, std::map<std::string, StudentId>& holders) {
  for (const Student& student : *ledger.roster().students()) {
    const auto claim = ledger.claims().make(student.id, Role::Student);
    if (!claim) continue;
    const auto [holder, first] = holders.emplace(claim->code.reveal(), student.id);
    must(first || holder->second == student.id, "a code has one student");
  }
}

void synchroniseTwice(std::string_view lines) {
  static const ClassLedger kMade;
  const auto file = kMade.fresh();
  const ManualClock clock;
  {
    const auto ledger = Ledger::open(file, clock).value();
    must(ledger->leases().join(idOf("k"), Role::Operator).ok(), "a kiosk joins");
    std::map<std::string, StudentId> holders;
    for (const char* ask : {"a", "b"}) {
      (void)ledger->leases().ask({idOf(ask), "small", 5});
      AnyDepot depot(lines, ledger->leases());
      (void)synchronise(ledger->leases(), depot);
      claimAll(*ledger, holders);
    }
  }
  mustAddUp(file);
}

void readCell(const std::string& cell) {
  pg_result* result = PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK);
  std::array<char, 5> name{"cell"};
  PGresAttDesc column{name.data(), 0, 0, 0, 0, -1, -1};
  must(PQsetResultAttrs(result, 1, &column) == 1, "a result has a column");
  std::string text = cell.substr(0, cell.find('\0'));
  must(PQsetvalue(result, 0, 0, text.data(), static_cast<int>(text.size())) == 1, "and a row");
  const Rows rows(result);
  must(rows.text(0, 0) == text, "a text is as it came");
  (void)rows.integer(0, 0);
  (void)rows.flag(0, 0);
  const std::string bytes = rows.bytes(0, 0);
  must(bytes.size() <= text.size(), "bytes are no more than their text");
  (void)rows.hash(0, 0);
  must(!isUuid(text) || text.size() == 36, "an id is as long as the ledger takes it");
  for (const std::string& id : rows.list(0, 0)) must(id.size() <= text.size(), "a part is a part");
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  readCell(std::string(takePiece(bytes, "\n")));
  synchroniseTwice(bytes);
}

}  // namespace tests
