#include "kiosk/desk/receipt_page.h"

#include <utility>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/receipt_text.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;

std::string numbersOf(const ErasureReceipt& receipt) {
  return filled(tr("Removed on {time}. Codes: {codes}. Students: {students}. Claims: {claims}. "
                   "Classes: {classes}. Journal entries: {events}."),
                {{"time", dayText(receipt.at)},
                 {"codes", std::to_string(receipt.counts.loaded)},
                 {"students", std::to_string(receipt.students)},
                 {"claims", std::to_string(receipt.claims)},
                 {"classes", std::to_string(receipt.classes)},
                 {"events", std::to_string(receipt.events)}});
}

}  // namespace

ReceiptPage::ReceiptPage(DeskTools tools, ErasureReceipt receipt, Kind kind)
    : DeskPage(tools), receipt_(std::move(receipt)), kind_(kind) {
  const auto key = deviceKey(tools_.ledgerFile.parent_path());
  if (key) {
    key_ = *key;
  } else {
    keyTrouble_ = key.error().sentence;
  }
  ReceiptPage::refresh();
  if (kind_ != Kind::Again && !sticks_.empty()) write();
}

void ReceiptPage::refresh() { sticks_ = tools_.media.sticks(); }

std::string ReceiptPage::stickSentence() const {
  if (job_) return tr("It is being written to the stick.");
  if (!trouble_.empty()) return trouble_;
  if (!writtenAs_.empty()) {
    return filled(tr("It is on the stick as {file}. You can pull the stick now."),
                  {{"file", writtenAs_}});
  }
  return sticks_.empty() ? tr("Photograph it, or plug a stick in to take it along.")
                         : tr("Photograph it, or write it to the stick.");
}

std::string ReceiptPage::qrLabel() const {
  const std::string hash = platform::toHex(receipt_.oldHead).substr(0, 8);
  if (!key_) return filled(tr("Not signed. The journal ended with {hash} ..."), {{"hash", hash}});
  return filled(tr("Signed by device {device}. The journal ended with {hash} ..."),
                {{"device", deviceName(key_->publicKey())}, {"hash", hash}});
}

/// Not where the receipt is looked at again: the key is made at the next start, whenever that is.
bool ReceiptPage::restarts() const {
  return kind_ != Kind::Again && tools_.machine != nullptr && tools_.machine->appliance.isKeyDue();
}

std::string ReceiptPage::newKeySentence() const {
  std::string sentence =
      tr("Restart the machine now, and its disk gets a new key. Leave it switched on until the "
         "start screen is back.");
  if (tools_.machine->appliance.disk() == Appliance::Disk::Sealed) {
    sentence += " ";
    sentence += tr("Its recovery key is a new one then: write it down under Device.");
  }
  return sentence;
}

ScreenView ReceiptPage::view() const {
  NoticeView view;
  view.screen = "erased";
  view.sign = Sign::Good;
  view.headline =
      kind_ == Kind::Again ? tr("The receipt of the last erasure") : tr("The device is erased");
  view.detail = numbersOf(receipt_) + "\n" + stickSentence();
  if (kind_ == Kind::FreshButPractice) {
    view.sign = Sign::Attention;
    view.detail +=
        std::string("\n") + tr("Some of what training mode wrote is still there: restart "
                               "the program, which erases it too.");
  }
  if (restarts()) view.detail += "\n" + newKeySentence();
  if (!keyTrouble_.empty()) view.detail += "\n" + keyTrouble_;
  view.qr = receiptText(receipt_, key_);
  view.qrLabel = qrLabel();
  if (!sticks_.empty() && !job_ && writtenAs_.empty()) {
    view.other = DeskButton{"write", tr("Write to the stick")};
  }
  view.main = DeskButton{"done", restarts() ? tr("Restart") : trc("kiosk", "Done"), !job_};
  return view;
}

Step ReceiptPage::handle(const Intent& intent) {
  if (job_) return StayHere{};
  if (intent.act == Act::Other && !sticks_.empty() && writtenAs_.empty()) write();
  if (intent.act != Act::Main) return StayHere{};
  // Nothing on the pages below is true any more.
  if (restarts()) return restartMachine(tools_);
  return kind_ == Kind::Again ? Step(GoBack{}) : Step(LockUp{});
}

void ReceiptPage::write() {
  trouble_.clear();
  const std::filesystem::path stick = sticks_.front();
  job_ = tools_.worker.start([this, stick, receipt = receipt_, key = key_,
                              appliance = applianceOf(tools_)](platform::Worker::Job&) {
    const auto writable = appliance.writing(stick);
    const std::string name = freeName(stick, receiptFileName(receipt, key));
    const auto written = platform::exportFile(stick / name, receiptText(receipt, key));
    // Only while the page lives: with it goes the job, and with the job what it would finish.
    return [this, name, written] {
      job_.reset();
      if (written) {
        writtenAs_ = name;
      } else {
        trouble_ = writingSentence(written.error());
      }
    };
  });
}

}  // namespace hallpass
