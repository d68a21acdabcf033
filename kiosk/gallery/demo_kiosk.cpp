#include "kiosk/gallery/demo_kiosk.h"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <system_error>
#include <utility>

#include "kiosk/depot/depot_key.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/ui/keyboard.h"
#include "platform/base/hash.h"
#include "platform/base/secret_hash.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr platform::UtcTime kNow{1'795'422'900'000};  // 2026-11-23, a Monday, 08:35 UTC
constexpr std::chrono::minutes kLongestWork{2};       ///< On a busy machine: else it hangs.

/// Of nobody.
constexpr std::array<const char*, 18> kNames{
    "Anna-Liisa Virtanen", "Anton Berg",      "Ananya Rao",    "Björn Åkesson",  "Chiara Rossi",
    "Diego Fernández",     "Élodie Martin",   "Fatima Haddad", "Hannah Schäfer", "Ingrid Solberg",
    "João Pereira",        "Kaito Tanaka",    "Lena Vogel",    "Mikko Nieminen", "Nguyen Thi Mai",
    "Olga Petrova",        "Pekka Laaksonen", "Sofia Almeida"};

std::vector<RosterEntry> roster() {
  std::vector<RosterEntry> entries;
  for (const char* name : kNames) {
    const std::string number = std::to_string(70'100 + 13 * entries.size());
    entries.push_back({name, "student" + number + "@example.org", "S" + number});
  }
  return entries;
}

/// In one of the shapes of an Azure pass; no code that was ever given out.
std::string codeText(int number) { return "HALLPASSDEMO" + std::to_string(100'000 + number * 37); }

/// A depot that takes what it is sent.
class DemoDepot final : public DepotLink {
 public:
  explicit DemoDepot(DepotStanding standing) : standing_(standing) {}
  [[nodiscard]] DepotStanding standing() const override { return standing_; }
  void tellSoon() override {}
  void tellNow() override {}
  [[nodiscard]] platform::Result<std::int64_t, DepotRefusal> add(
      const DepotBatch& batch, const platform::Interruption& /*cancel*/) override {
    return std::ssize(batch.codes);
  }
  void pause() override {}
  void resume() override {}

 private:
  DepotStanding standing_;
};

void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

}  // namespace

platform::UtcTime DemoClock::now() const { return kNow; }

DemoFolder::DemoFolder() {
  std::string name = std::filesystem::temp_directory_path() / "hallpass-gallery-XXXXXX";
  const char* made = ::mkdtemp(name.data());
  if (made == nullptr)
    throw std::filesystem::filesystem_error("a folder for the demo", name,
                                            std::error_code(errno, std::generic_category()));
  path_ = made;
}

DemoFolder::~DemoFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

DemoKiosk::DemoKiosk(std::string_view language, std::vector<GalleryScreen>& screens,
                     std::vector<std::string>& missing)
    : language_(language),
      screens_(screens),
      missing_(missing),
      studio_({{1920, 1080}, 3.78}, {{}, localeFolder()}) {
  prepare();
  putStick();
  home();
}

void DemoKiosk::prepare() {
  auto opened = Ledger::open(folder_.path() / "ledger.db", clock_);
  if (!opened) return;
  Ledger& ledger = **opened;
  NewClass facts;
  facts.title = "AZ-104 Azure Administrator";
  facts.passType = "azure-pass";
  facts.until = platform::UtcTime{kNow.ms + kDayMs * 4};
  facts.walkIns = WalkIns::Allowed;
  facts.word = kWord;
  (void)ledger.locks().set(Lock::Instructor, platform::hashSecret(kInstructorPin), Role::Operator);
  (void)ledger.locks().set(Lock::Staff, platform::hashSecret(kStaffPin), Role::Operator);
  (void)ledger.classes().open(facts, Role::Instructor);
  (void)ledger.roster().add(roster(), Mode::Keep, Role::Instructor);
  for (const auto& [count, days] : {std::pair{12, 30}, {4, 3}, {6, 90}}) {
    std::vector<NewCode> codes;
    for (int line = 1; line <= count; ++line) {
      const std::string text = codeText(codes_++);
      codes.push_back({line, Code(text), text, std::nullopt});
    }
    NewBatch batch;
    batch.passType = "azure-pass";
    batch.fileName = "codes-" + std::to_string(days) + "-days.csv";
    batch.fileHash = platform::sha256(batch.fileName);
    batch.course = "AZ-104T00";
    batch.redeemBy = platform::UtcTime{kNow.ms + kDayMs * days};
    (void)ledger.stock().add(batch, codes, Mode::Keep, Role::Instructor, {});
  }
  const auto students = ledger.roster().students();
  if (!students) return;
  // Some have been there already, and most of them have said what became of it.
  for (std::size_t i = 4; i < 13 && i < students->size(); ++i) {
    const StudentId student = (*students)[i].id;
    if (!ledger.claims().make(student, Role::Student, "2580")) continue;
    if (i % 4 == 3) continue;
    (void)ledger.claims().report(student, i == 6 ? Outcome::BlankPage : Outcome::Worked,
                                 Role::Student);
  }
}

void DemoKiosk::putStick() {
  const std::filesystem::path stick = folder_.path() / "media" / "STICK";
  std::error_code ignored;
  std::filesystem::create_directories(stick, ignored);
  std::string codes = "Code\n";
  for (int i = 0; i < 20; ++i) codes += codeText(codes_ - 2 + i) + "\n";
  write(stick / "codes.csv", codes);
  write(stick / "roster.csv",
        "Name,E-mail,Student number\nTaro Ito,taro@example.org,S80001\n"
        "Zoë Dubois,zoe@example.org,S80002\nAnton Berg,anton2@example.org,S80003\n");
  write(stick / "orders.csv",
        "Order Number,Order Date,Course Number,Pass Title,Licenses,Quantity,Supports Pass\n"
        "MP-410200,2026-09-01,AZ-104T00,Microsoft Student Access Pass: Azure Administrator,16,8,"
        "Yes\n"
        "MP-410237,2026-10-06,AZ-204T00,Microsoft Student Access Pass: Developing Solutions,6,6,"
        "Yes\n");
  write(stick / "hallpass.toml",
        "language = \"fi\"\nsleep_from = \"18:30\"\nsleep_until = \"07:00\"\n");
  write(stick / "of-last-year.toml", "volume = 30\n");
  // The newest is listed first: of one age they are listed by their names.
  const auto written = std::filesystem::last_write_time(stick / "codes.csv", ignored);
  for (const char* name : {"roster.csv", "orders.csv", "hallpass.toml", "of-last-year.toml"}) {
    std::filesystem::last_write_time(stick / name, written, ignored);
  }
}

void DemoKiosk::home() {
  lost_ = false;
  MachineTools machine;
  machine.settings.language = language_;
  machine.file = folder_.path() / "hallpass.toml";
  const auto appliance = folder_.path() / "machine";
  std::error_code ignored;
  std::filesystem::create_directories(appliance / "kiosk", ignored);
  write(appliance / "data", "sealed\n");
  write(appliance / "renewed", "\n");
  write(appliance / "ports", "");
  write(appliance / "recovery-key",
        "cdefghij-klnrtuvb-defghijk-lnrtuvbc-efghijkl-nrtuvbcd-fghijkln-rtuvbcde");
  machine.appliance = Appliance(appliance);
  AppPlaces places{folder_.path() / "ledger.db", assetsFolder(), folder_.path() / "media"};
  places.display = [] { return DisplayFacts{1920, 1080, 3.78}; };
  places.machine = std::move(machine);
  if (depot_) {
    places.depot = [standing = *depot_](auto) { return std::make_unique<DemoDepot>(standing); };
  }
  app_.reset();  // It alone may hold the ledger.
  app_ = std::make_unique<App>(std::move(places), VisitTimes{}, clock_, [this] {
    const std::lock_guard lock(mutex_);
    rings_ = true;
    rung_.notify_all();
  });
  app_->tick();
  View dark;
  dark.screen = SleepView{};
  studio_.lay(dark);  // What was open on the screen before is forgotten.
}

void DemoKiosk::takePartInDepot() {
  constexpr int kLeased = 18;
  depot_ = DepotStanding{};
  depot_->synced = platform::UtcTime{kNow.ms - kDayMs / 720};
  depot_->left = 240;
  app_.reset();
  codes_ += 20;  // Those of the stick are in stock.
  if (const auto opened = Ledger::open(folder_.path() / "ledger.db", clock_)) {
    Leases& leases = (*opened)->leases();
    (void)leases.join(freshUuid(), Role::Operator);
    std::vector<LeasedCode> codes;
    for (int at = 0; at < kLeased; ++at) {
      const std::string text = codeText(codes_++);
      codes.push_back({freshUuid(), Code(text), text, std::nullopt});
    }
    const LeaseAsk ask{freshUuid(), "azure-pass", kLeased};
    (void)leases.ask(ask);
    (void)leases.hold(ask, codes);
    if (const auto untold = leases.untold(0, 10'000)) (void)leases.told(*untold);
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder_.path() / "media", ignored);  // And what was written there.
  putStick();
  home();
}

void DemoKiosk::loseDepot() {
  depot_->trouble = DepotRefusal::Unreachable;
  depot_->since = platform::UtcTime{kNow.ms - kDayMs / 24};
  home();
}

void DemoKiosk::keep(const std::string& name) {
  if (lost_) return;
  const auto same = [&](const GalleryScreen& screen) {
    return screen.group == group_ && screen.name == name;
  };
  if (std::any_of(screens_.begin(), screens_.end(), same)) return;
  screens_.push_back({group_, name, app_->view(), app_->characters()});
}

void DemoKiosk::keepCountdown(const std::string& name) {
  keep(name);
  if (!lost_ && !screens_.empty()) screens_.back().view.secondsLeft = 14;
}

void DemoKiosk::keepOpened(const std::string& name, const std::string& id) {
  keep(name);
  if (!lost_ && !screens_.empty()) screens_.back().opened = id;
}

void DemoKiosk::touch(std::string_view ids) {
  while (!ids.empty() && !lost_) {
    const std::string_view id = ids.substr(0, ids.find(' '));
    ids.remove_prefix(std::min(ids.size(), id.size() + 1));
    lost_ = !touchOne(std::string(id));
    if (!lost_) continue;
    std::string there;
    for (const auto& target : studio_.description().targets()) there += " " + target.id;
    missing_.push_back(language_ + ", " + group_ + ": no \"" + std::string(id) + "\" on " +
                       studio_.description().screen() + ", which has" + there);
  }
}

void DemoKiosk::touch(std::string_view ids, const std::string& name) {
  touch(ids);
  keep(name);
}

bool DemoKiosk::touchOne(const std::string& id) {
  const std::optional<Intent> intent = studio_.tap(app_->view(), id);
  if (!intent) return false;
  app_->handle(*intent);
  settle();
  return true;
}

void DemoKiosk::type(std::string_view text) {
  if (lost_) return;
  for (const Intent& typed : typedIntents(platform::toCodePoints(text))) app_->handle(typed);
  settle();
}

/// Until what runs beside the main thread has ended.
void DemoKiosk::settle() {
  const auto busy = [&] {
    const auto* pad = std::get_if<PinView>(&app_->view().screen);
    return (pad != nullptr && pad->checking) ||
           std::holds_alternative<WorkingView>(app_->view().screen);
  };
  while (busy()) {
    std::unique_lock lock(mutex_);
    if (!rung_.wait_for(lock, kLongestWork, [this] { return rings_; })) return;
    rings_ = false;
    lock.unlock();
    app_->tick();
  }
}

}  // namespace hallpass
