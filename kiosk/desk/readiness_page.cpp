// What a test of the device found, and what venue staff do with it.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

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
using platform::trn;

using SharedTried = std::shared_ptr<Tried>;

std::unique_ptr<DeskPage> testingPage(const DeskTools& tools, SharedTried tried);

Sign signOf(Finding finding) {
  switch (finding) {
    case Finding::Attention:
      return Sign::Attention;
    case Finding::Bad:
      return Sign::Bad;
    case Finding::Absent:
      return Sign::None;
    case Finding::Good:
      break;
  }
  return Sign::Good;
}

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
  if (!view.qr.empty()) view.qrLabel = tr("Signed status of this device");
  view.main = DeskButton{"done", tr("Done")};
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
    std::stable_sort(found_.checks.begin(), found_.checks.end(),
                     [](const Check& one, const Check& other) {
                       return urgency(one.finding) < urgency(other.finding);
                     });
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
    if (intent.act == Act::Open && intent.index < found_.checks.size()) {
      return openCheck(found_.checks[intent.index]);
    }
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

  /// What has to be mended stands first.
  static int urgency(Finding finding) {
    constexpr std::array order{Finding::Bad, Finding::Attention, Finding::Good, Finding::Absent};
    return static_cast<int>(std::find(order.begin(), order.end(), finding) - order.begin());
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

  [[nodiscard]] TableView table() const {
    TableView table;
    // TRANSLATORS: what was tested, and what was found
    table.columns = {{tr("Tested"), 3}, {tr("Found"), 9}};
    table.page = {1, 1, 0, found_.checks.size()};
    for (const Check& check : found_.checks) {
      table.rows.push_back({{check.title, check.sentence}, signOf(check.finding)});
    }
    return table;
  }

  [[nodiscard]] Step openCheck(const Check& check) const {
    NoticeView view;
    view.screen = "check";
    view.sign = signOf(check.finding);
    view.headline =
        filled(tr("{what}: {found}"), {{"what", check.title}, {"found", wordOf(check.finding)}});
    view.detail = check.sentence;
    view.main = DeskButton{"back", tr("Back")};
    return OpenPage{std::make_unique<NoticePage>(tools_, std::move(view))};
  }

  Examination found_;
  SharedTried tried_;
};

std::unique_ptr<DeskPage> testingPage(const DeskTools& tools, SharedTried tried) {
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
