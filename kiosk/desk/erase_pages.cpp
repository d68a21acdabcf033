#include "kiosk/desk/erase_pages.h"

#include <string>
#include <utility>

#include "kiosk/desk/erasing_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/pin_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::noted;
using platform::tr;
using platform::trn;

Step askToHold(const DeskTools& tools, KeptPins kept) {
  NoticeView view;
  view.screen = "erase-hold";
  view.sign = Sign::Attention;
  view.headline = tr("Erase the device now?");
  view.detail =
      tr("Hold the button for three seconds. Then leave the device switched on until the receipt "
         "shows. If the power goes meanwhile, it erases the rest at the next start.");
  view.other = DeskButton{"keep", tr("Back")};
  view.main = DeskButton{"erase", tr("Hold to erase"), true, true};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(view), [tools, kept] {
    return Step(ReplacePage{std::make_unique<ErasingPage>(tools, kept)});
  })};
}

/// Which PINs the next people at this device find.
class KeptPinsPage final : public DeskPage {
 public:
  explicit KeptPinsPage(DeskTools tools) : DeskPage(tools) {}

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "erase-pins";
    view.title = tr("Which PINs stay?");
    view.lead =
        tr("The next start asks for a new PIN in place of each one that does not stay, and "
           "shows a new recovery word.");
    FormView form;
    form.fields = {choice("instructor", tr("The instructor's PIN"), kept_.instructor),
                   choice("staff", tr("The PIN of venue staff"), kept_.staff)};
    view.form = std::move(form);
    view.main = DeskButton{"go-on", tr("Go on")};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act == Act::Choose && intent.option < 2) {
      if (intent.index == 0) kept_.instructor = intent.option == 1;
      if (intent.index == 1) kept_.staff = intent.option == 1;
    }
    if (intent.act != Act::Main) return StayHere{};
    return OpenPage{std::make_unique<PinPage>(
        tools_, noted("Erase the device"),
        [tools = tools_, kept = kept_] { return askToHold(tools, kept); })};
  }

 private:
  static FormField choice(std::string id, std::string label, bool stays) {
    FormField field;
    field.id = std::move(id);
    field.label = std::move(label);
    // TRANSLATORS: what becomes of a PIN when the device is erased
    field.choices = {tr("Is removed"), tr("Stays")};
    field.chosen = stays ? 1 : 0;
    return field;
  }

  KeptPins kept_{false, true};
};

Step choosePins(const DeskTools& tools) { return OpenPage{std::make_unique<KeptPinsPage>(tools)}; }

/// What no exported list holds, and who can export it.
class NotExportedPage final : public DeskPage {
 public:
  NotExportedPage(DeskTools tools, NotExported missing) : DeskPage(tools), missing_(missing) {}

  void refresh() override {
    if (const auto missing = tools_.ledger.notExported()) missing_ = *missing;
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "erase-exports";
    view.title = tr("Not all of it has been exported");
    view.lead =
        tr("Once the device is erased, this is gone for good. The instructor can take it "
           "along first, with a PIN of their own and a stick.");
    view.leadSign = Sign::Attention;
    view.facts = {
        {std::to_string(missing_.claims),
         trn("claim in no exported list", "claims in no exported list", missing_.claims)}};
    if (missing_.earlierClaims > 0) {
      view.facts.push_back(
          {std::to_string(missing_.earlierClaims),
           trn("claim of an earlier class in no exported list",
               "claims of earlier classes in no exported list", missing_.earlierClaims)});
    }
    view.facts.push_back(
        {std::to_string(missing_.events),
         trn("journal entry not exported", "journal entries not exported", missing_.events)});
    view.other = DeskButton{"call-instructor", tr("The instructor exports it")};
    view.main = DeskButton{"go-on", tr("Erase without it")};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act == Act::Main) return choosePins(tools_);
    if (intent.act != Act::Other) return StayHere{};
    DeskTools tools = tools_;
    tools.role = Role::Instructor;
    return OpenPage{std::make_unique<PinPage>(tools, noted("Instructor: your PIN"), [] {
      return Step(Unlock{Role::Instructor, DeskPlace::HandOver});
    })};
  }

 private:
  NotExported missing_;
};

/// What would be removed, in numbers alone.
class ErasePage final : public DeskPage {
 public:
  explicit ErasePage(DeskTools tools) : DeskPage(tools) { ErasePage::refresh(); }

  void refresh() override {
    const auto count = tools_.ledger.stock().count(std::nullopt);
    if (count) count_ = *count;
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "erase";
    view.title = tr("Erase the device");
    view.lead = std::string(tr("Students, codes, claims, classes, orders, the journal and the "
                               "training data are removed for good. The settings stay.")) +
                " " + reconciliation();
    view.leadSign = addsUp() ? Sign::Attention : Sign::Bad;
    view.facts = {
        {std::to_string(count_.loaded), trn("code came in", "codes came in", count_.loaded)},
        {std::to_string(count_.inStock), tr("in stock")},
        {std::to_string(count_.claimed), tr("handed out")},
        {std::to_string(count_.quarantined), tr("in quarantine")},
        {std::to_string(count_.expired), tr("expired")},
        {std::to_string(count_.returned), tr("returned")}};
    view.main = DeskButton{"go-on", tr("Go on")};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act != Act::Main) return StayHere{};
    const auto missing = tools_.ledger.notExported();
    if (!missing) return OpenPage{refusalPage(tools_, missing.error())};
    if (!missing->any()) return choosePins(tools_);
    return OpenPage{std::make_unique<NotExportedPage>(tools_, *missing)};
  }

 private:
  [[nodiscard]] bool addsUp() const {
    return count_.loaded ==
           count_.inStock + count_.claimed + count_.quarantined + count_.expired + count_.returned;
  }
  [[nodiscard]] std::string reconciliation() const {
    if (!addsUp()) {
      return tr("The numbers below do not add up: have the instructor export the journal first.");
    }
    if (count_.loaded == 0) return tr("No code has come in.");
    return trn("It is known where the {n} code that came in is now.",
               "It is known where each of the {n} codes that came in is now.", count_.loaded);
  }

  StockCount count_;
};

}  // namespace

std::unique_ptr<DeskPage> erasePage(const DeskTools& tools) {
  return std::make_unique<ErasePage>(tools);
}

}  // namespace hallpass
