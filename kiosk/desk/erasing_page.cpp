#include "kiosk/desk/erasing_page.h"

#include <utility>

#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/practice.h"
#include "kiosk/desk/receipt_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

std::unique_ptr<DeskPage> refusedPage(const DeskTools& tools, Refusal refusal) {
  NoticeView view;
  view.screen = "erase-refused";
  view.sign = Sign::Attention;
  view.headline = tr("Nothing was erased");
  view.detail = refusal == Refusal::Busy
                    ? tr("Another program uses the ledger right now, such as a command that "
                         "imports a list. When it has ended, try again.")
                    : deskSentence(refusal);
  view.main = DeskButton{"understood", tr("Back")};
  return std::make_unique<NoticePage>(tools, std::move(view));
}

}  // namespace

/// Only its one user may erase the ledger; and the screen says first that the device is erased.
ErasingPage::ErasingPage(DeskTools tools, KeptPins kept) : DeskPage(tools), kept_(kept) {
  job_ = tools_.worker.start([this, depot = tools_.depot](auto&) {
    if (depot != nullptr) depot->pause();
    return [this] { ended_ = true; };
  });
}

ErasingPage::~ErasingPage() {
  if (tools_.depot != nullptr) tools_.depot->resume();
}

ScreenView ErasingPage::view() const {
  WorkingView view;
  view.title = tr("Erasing. Leave the device switched on");
  view.cancels = false;
  return view;
}

/// The ledger first, for it writes down that it is to be erased: whatever stops the rest, the next
/// start finishes it, and forgets what training mode wrote. On the main thread, for the ledger is
/// only erased by its one user; it takes well under a second.
Step ErasingPage::next() {
  if (!std::exchange(ended_, false)) return StayHere{};
  if (receipt_) {
    return ReplacePage{std::make_unique<ReceiptPage>(
        tools_, *receipt_,
        practiceLeft_ ? ReceiptPage::Kind::FreshButPractice : ReceiptPage::Kind::Fresh)};
  }
  const auto receipt = tools_.ledger.erase(kept_, tools_.role);
  if (!receipt) return ReplacePage{refusedPage(tools_, receipt.error())};
  receipt_ = *receipt;
  // What fails here is asked for again when the program starts (App::openLedger).
  if (tools_.machine != nullptr) (void)tools_.machine->appliance.askNewKey(receipt->newHead);
  job_ = tools_.worker.start([this, file = trainingLedger(tools_.ledgerFile)](auto&) {
    const bool gone = forgetPractice(file);
    return [this, gone] {
      practiceLeft_ = !gone;
      ended_ = true;
    };
  });
  return StayHere{};
}

}  // namespace hallpass
