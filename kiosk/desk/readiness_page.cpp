// What a test of the device found, and what venue staff do with it.
#include <memory>
#include <utility>

#include "kiosk/desk/checks_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/readiness_report.h"
#include "kiosk/desk/self_test_work.h"
#include "kiosk/desk/sound_test.h"
#include "kiosk/desk/touch_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/room/device_checks.h"
#include "kiosk/room/status_report.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

using SharedTried = std::shared_ptr<Tried>;

std::unique_ptr<DeskPage> testingPage(const DeskTools& tools, const SharedTried& tried);

std::string headlineOf(Finding worst) {
  if (worst == Finding::Bad) return tr("Not ready for a class");
  return worst == Finding::Good ? tr("Ready for class") : tr("Ready for class, with a remark");
}

/// The screen that a phone photographs.
NoticeView readyNotice(const Examination& found) {
  const Finding worst = worstOf(found.checks);
  NoticeView view;
  view.screen = "ready";
  view.sign = signOf(worst);
  view.headline = headlineOf(worst);
  const std::string time = platform::toLocalText(found.at);
  view.detail = found.status.empty()
                    ? tr("No status can be signed: the ledger or the device's key cannot be read.")
                    : filled(tr("Tested {time}. Photograph the code: it holds the numbers of this "
                                "device and the end of its journal, signed by it."),
                             {{"time", time}});
  view.qr = found.status;
  if (!view.qr.empty()) {
    view.qrLabel = filled(tr("Signed status of the device {name}"), {{"name", found.device}});
  }
  view.main = DeskButton{"done", trc("kiosk", "Done")};
  return view;
}

class ReadinessPage final : public DeskPage {
 public:
  ReadinessPage(const DeskTools& tools, Examination found, SharedTried tried)
      : DeskPage(tools), found_(std::move(found)), tried_(std::move(tried)) {
    ReadinessPage::refresh();
  }

  /// The touch test and the sound test may have been made since.
  void refresh() override {
    for (Check& check : found_.checks) {
      if (check.id == "touch") check = checkTouch(placesOf(tools_, *tried_));
      if (check.id == "sound") check = checkSound(placesOf(tools_, *tried_));
    }
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "readiness";
    view.title = tr("Readiness");
    view.lead = lead();
    view.leadSign = signOf(worstOf(found_.checks));
    view.buttons = {
        {"again", tr("Test again")}, {"touch", tr("Touch test")}, {"tones", tr("Sound test")}};
    view.table = table();
    view.other = DeskButton{"report", tr("Write a report to the stick")};
    view.main = DeskButton{"show", tr("Show it large")};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act == Act::Main) {
      return OpenPage{std::make_unique<NoticePage>(tools_, readyNotice(found_))};
    }
    if (intent.act == Act::Other) return writeReport(tools_, found_);
    if (intent.act == Act::Press) return pressed(intent.index);
    if (intent.act == Act::Open && intent.index < table().rows.size()) return opened(intent.index);
    return StayHere{};
  }

 private:
  /// In the order of the buttons.
  [[nodiscard]] Step pressed(std::size_t button) const {
    if (button == 0) return ReplacePage{testingPage(tools_, tried_)};
    if (button == 1) {
      return OpenPage{touchPage(tools_, [tried = tried_](int hit) { tried->touched = hit; })};
    }
    if (button == 2)
      return soundTest(tools_, [tried = tried_](bool heard) { tried->heard = heard; });
    return StayHere{};
  }

  [[nodiscard]] std::string lead() const {
    const auto bad = countOf(found_.checks, Finding::Bad);
    const auto remarks = countOf(found_.checks, Finding::Attention);
    if (bad > 0) {
      return trn("{n} thing is broken: touch its line, and it says what to do.",
                 "{n} things are broken: touch a line, and it says what to do.", bad);
    }
    if (remarks > 0) {
      return trn("Ready for class. {n} thing needs a look: touch its line.",
                 "Ready for class. {n} things need a look: touch a line.", remarks);
    }
    return tr("Ready for class: all that was tested is in order.");
  }

  /// What has to be mended, a line each; then all that is in order in one, and all that was not
  /// tested in another: it stands on one page.
  [[nodiscard]] TableView table() const {
    TableView table;
    table.columns = {{tr("Tested"), 3}, {tr("Found"), 9}};
    for (const Check& check : urgent()) {
      table.rows.push_back({{check.title, check.sentence}, signOf(check.finding)});
    }
    const auto good = titlesOf(Finding::Good);
    const auto absent = titlesOf(Finding::Absent);
    if (!good.empty()) table.rows.push_back({{tr("In order"), good}, Sign::Good});
    if (!absent.empty()) table.rows.push_back({{tr("Not tested"), absent}, Sign::None});
    table.page = {1, 1, 0, table.rows.size()};
    return table;
  }

  [[nodiscard]] std::vector<Check> all(Finding finding) const {
    std::vector<Check> kept;
    for (const Check& check : found_.checks) {
      if (check.finding == finding) kept.push_back(check);
    }
    return kept;
  }
  [[nodiscard]] std::vector<Check> urgent() const {
    std::vector<Check> checks = all(Finding::Bad);
    for (Check& check : all(Finding::Attention)) checks.push_back(std::move(check));
    return checks;
  }
  [[nodiscard]] std::string titlesOf(Finding finding) const {
    std::string titles;
    for (const Check& check : all(finding)) {
      if (!titles.empty()) titles += ", ";
      titles += check.title;
    }
    return titles;
  }

  [[nodiscard]] Step opened(std::size_t row) const {
    const auto broken = urgent();
    if (row < broken.size()) return OpenPage{checkPage(tools_, broken[row])};
    const bool good = row == broken.size() && !all(Finding::Good).empty();
    return OpenPage{good ? checksPage(tools_, tr("In order"), all(Finding::Good))
                         : checksPage(tools_, tr("Not tested"), all(Finding::Absent))};
  }

  Examination found_;
  SharedTried tried_;
};

std::unique_ptr<DeskPage> testingPage(const DeskTools& tools, const SharedTried& tried) {
  LongWork work;
  work.title = tr("Testing this device");
  work.run = [tools, tried, places = placesOf(tools, *tried)](
                 platform::Worker::Job& job) mutable -> LongWork::Leads {
    places.progress = progressOf(job);
    const auto found = std::make_shared<const Examination>(examine(places));
    if (job.cancelled()) return {};
    return [tools, tried, found]() -> Step {
      return ReplacePage{std::make_unique<ReadinessPage>(tools, *found, tried)};
    };
  };
  return std::make_unique<WorkPage>(tools, std::move(work));
}

}  // namespace

std::unique_ptr<DeskPage> readinessPage(const DeskTools& tools) {
  return testingPage(tools, std::make_shared<Tried>());
}

}  // namespace hallpass
