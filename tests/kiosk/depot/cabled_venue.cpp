#include "tests/kiosk/depot/cabled_venue.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "kiosk/depot/venue.h"
#include "kiosk/ledger/ledger.h"
#include "platform/base/clock.h"

namespace tests {
namespace {

using nlohmann::json;

constexpr const char* kLabKey = "training-key";
constexpr int kRooms = 3;
constexpr int kFirstPort = 54'320;
constexpr int kStudents = 2'000;

/// What a server far away needs: who may come, and to notice a kiosk that is gone.
const std::vector<std::string>& serverSettings() {
  static const std::vector<std::string> settings{"listen_addresses=*", "tcp_keepalives_idle=1",
                                                 "tcp_keepalives_interval=1",
                                                 "tcp_keepalives_count=2", "tcp_user_timeout=2000"};
  return settings;
}

/// Both ports at `host`; a call that is cut off is given up after a second or two.
std::string addressAt(const std::string& host, const std::string& user) {
  return "host=" + host + "," + host + " port=" + std::to_string(kFirstPort) + "," +
         std::to_string(kFirstPort + 1) + " user=" + user +
         " dbname=depot connect_timeout=2 tcp_user_timeout=800 keepalives_idle=1 "
         "keepalives_interval=1 keepalives_count=1";
}

std::string studentNumber(int number) { return "S" + std::to_string(10'000 + number); }

std::string rosterText() {
  std::string text = "Name,Student number\n";
  for (int number = 1; number <= kStudents; ++number) {
    text += "Student " + studentNumber(number) + "," + studentNumber(number) + "\n";
  }
  return text;
}

std::vector<hallpass::NewCode> keys(int count) {
  std::vector<hallpass::NewCode> codes;
  for (int number = 0; number < count; ++number) {
    const std::string text = "A" + std::to_string(1'000'000 + number);
    codes.push_back({number + 1, hallpass::Code(text), text, std::nullopt});
  }
  return codes;
}

void must(bool done, const std::string& what) {
  if (!done) throw std::runtime_error(what);
}

}  // namespace

ServerPair::ServerPair() : primary_(std::make_unique<Postgres>(serverSettings(), kFirstPort)) {
  primary_->admit(
      "host all,replication postgres 127.0.0.1/32 trust\n"
      "host depot room 192.0.2.0/24 trust\n");
  primary_->makeDepot("depot");
  addStandby();
}

std::string ServerPair::address() const { return addressAt("127.0.0.1", "postgres"); }

void ServerPair::failOver() {
  primary_->kill();
  standby_->promote();
  primary_ = std::move(standby_);
  addStandby();
}

void ServerPair::addStandby() {
  const int other = 2 * kFirstPort + 1 - primary_->port();
  standby_ = std::make_unique<Postgres>(*primary_, "standby", serverSettings(), other);
  primary_->waitFor("standby");
}

CabledKiosk::CabledKiosk(const Network& servers, int number) : cable_(servers, network_, number) {
  (void)write("hallpass.toml", "depot = \"" + addressAt(cable_.nearAddress(), "room") + "\"\n");
  const ProcessEnd opened = run({"class", "open", "--title", "Labs " + std::to_string(number),
                                 "--pass", kLabKey, "--roster", write("roster.csv", rosterText())});
  must(opened.status == 0, opened.errors);
}

std::string CabledKiosk::write(const std::string& name, const std::string& content) const {
  const std::string file = (data_.path() / name).string();
  std::ofstream(file) << content;
  return file;
}

std::vector<std::string> CabledKiosk::command(std::vector<std::string> words) const {
  words.insert(words.begin(), HALLPASS_PROGRAM);
  words.insert(words.end(), {"--json", "--data", data_.path().string()});
  return network_.command(words);
}

ProcessEnd CabledKiosk::run(std::vector<std::string> words) const {
  return runToEnd({command(std::move(words))});
}

void CabledKiosk::enrol(const std::string& token) const {
  std::vector<std::string> words{"sh", "-c", "exec \"$@\" <\"$0\"", write("token", token + "\n")};
  const auto enrol = command({"depot", "enrol"});
  words.insert(words.end(), enrol.begin(), enrol.end());
  const ProcessEnd outcome = runToEnd({words});
  must(outcome.status == 0, outcome.errors);
}

std::unique_ptr<Process> CabledKiosk::beginSync(int codes) const {
  std::vector<std::string> words{"sh", "-c", "exec \"$@\" >\"$0\" 2>&1",
                                 (data_.path() / "sync.log").string()};
  const auto sync = command({"depot", "sync", "--pass", kLabKey, "--codes", std::to_string(codes)});
  words.insert(words.end(), sync.begin(), sync.end());
  return std::make_unique<Process>(Launch{words});
}

void CabledKiosk::claim() {
  if (students_ == kStudents) return;
  const std::string student = studentNumber(students_ + 1);
  const ProcessEnd outcome = run({"claim", "--student", student});
  const json said = json::parse(outcome.output, nullptr, false);
  must(said.is_object(), outcome.errors);
  if (outcome.status == 0) {
    told_[student] = said["code"];
    ++students_;
    return;
  }
  must(said.value("refused", "") == "OutOfStock", outcome.output);
}

void CabledKiosk::settle() const {
  constexpr int kTries = 20;
  ProcessEnd outcome;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    outcome = run({"depot", "sync"});
    if (outcome.status == 0) return;
  }
  throw std::runtime_error("it never synchronises: " + outcome.errors + outcome.output);
}

CabledVenue::CabledVenue(int codes) : codes_(codes) {
  hallpass::Connection owner(servers_.address());
  hallpass::Venue venue(owner);
  must(owner.call("CREATE ROLE room LOGIN IN ROLE hallpass_kiosk").ok(), owner.problem());
  hallpass::NewBatch batch;
  batch.passType = kLabKey;
  const auto added = venue.add(batch, keys(codes));
  must(added.ok() && *added == codes, owner.problem());
  for (int number = 0; number < kRooms; ++number) {
    kiosks_.push_back(std::make_unique<CabledKiosk>(network_, number));
    kiosks_.back()->enrol(venue.makeToken("room", "tests").value());
  }
}

/// What `kiosk` told is what its ledger has and what the depot has of it, code by code.
std::string CabledVenue::complaintOf(const CabledKiosk& kiosk) const {
  const platform::SystemClock clock;
  const auto ledger = hallpass::Ledger::open(kiosk.ledger(), clock);
  if (!ledger) return "a ledger does not open: " + ledger.error().sentence;
  const auto member = (*ledger)->leases().membership();
  const auto roster = (*ledger)->roster().students();
  if (!member || !roster) return "a ledger cannot be read";
  for (const hallpass::Student& student : *roster) {
    const auto told = kiosk.told().find(student.entry.number);
    const auto claim = (*ledger)->claims().find(student.id);
    if (!claim || claim->has_value() != (told != kiosk.told().end())) return "a claim was lost";
    if (*claim && (*claim)->code.reveal() != told->second) return "a claim is of another code";
  }
  hallpass::Connection owner(servers_.address());
  const auto rows = owner.call(
      "SELECT c.id, c.state FROM depot.code c JOIN depot.lease l ON l.id = c.lease "
      "WHERE l.kiosk = $1",
      hallpass::Parameters().add((*member)->kiosk));
  if (!rows) return owner.problem();
  std::int64_t claimed = 0;
  for (int row = 0; row < rows->count(); ++row) {
    const auto code = (*ledger)->leases().codeOf(rows->text(row, 0));
    if (!code || !*code) return "a code is leased to a kiosk that does not know it";
    claimed += rows->text(row, 1) == "claimed" ? 1 : 0;
  }
  return claimed == std::ssize(kiosk.told()) ? "" : "the depot has other claims than were told";
}

std::string CabledVenue::complaint() const {
  std::set<std::string> seen;
  for (const auto& kiosk : kiosks_) {
    for (const auto& [student, code] : kiosk->told()) {
      if (!seen.insert(code).second) return "two students have one code";
    }
    if (const std::string why = complaintOf(*kiosk); !why.empty()) return why;
  }
  hallpass::Connection owner(servers_.address());
  hallpass::Venue venue(owner);
  const auto stock = venue.stock();
  const auto wrong = venue.wrong();
  if (!stock || !wrong || stock->size() != 1) return "no report of the venue: " + owner.problem();
  if (!wrong->empty()) return wrong->front().what;
  const auto& line = stock->front();
  const bool adds = line.loaded == codes_ &&
                    line.loaded == line.free + line.leased + line.claimed + line.quarantined;
  if (!adds || line.quarantined != 0) return "the venue's report does not add up: " + account();
  return line.claimed == std::ssize(seen) ? "" : "other claims than were told: " + account();
}

std::string CabledVenue::account() const {
  hallpass::Connection owner(servers_.address());
  const auto line = hallpass::Venue(owner).stock()->front();
  return std::to_string(line.loaded) + " codes = " + std::to_string(line.free) + " free + " +
         std::to_string(line.leased) + " leased + " + std::to_string(line.claimed) + " claimed + " +
         std::to_string(line.quarantined) + " in quarantine";
}

bool loseAnswer(CabledKiosk& kiosk, const std::string& servers) {
  constexpr int kCodes = 16;
  hallpass::Connection keeper(servers);
  hallpass::Connection watcher(servers);
  // A grant reads this row, and nothing before it in a synchronising does.
  if (!keeper.call("BEGIN") || !keeper.call("SELECT 1 FROM depot.world FOR UPDATE")) return false;
  const auto sync = kiosk.beginSync(kCodes);
  const std::string its = "FROM pg_stat_activity WHERE client_addr = '" +
                          kiosk.cable().farAddress() + "' AND query LIKE '%depot.lease(%'";
  const auto count = [&](const std::string& more) {
    const auto rows = watcher.call("SELECT 1 " + its + more);
    return rows ? rows->count() : -1;
  };
  int waiting = 0;
  while (waiting == 0 && sync->running()) waiting = count(" AND wait_event_type = 'Lock'");
  if (waiting > 0) kiosk.cable().cut(Cable::End::Near);
  (void)keeper.call("COMMIT");
  int busy = waiting;
  while (busy > 0) busy = count(" AND state = 'active'");
  (void)sync->waitFor(std::chrono::minutes(1));
  kiosk.cable().mend();
  return waiting > 0 && busy == 0;
}

}  // namespace tests
