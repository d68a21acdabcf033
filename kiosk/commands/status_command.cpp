#include "kiosk/commands/command_set.h"
#include "kiosk/commands/device_test.h"
#include "kiosk/commands/printing.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/signed_text.h"
#include "kiosk/room/status_report.h"

namespace hallpass {
namespace {

Answer showStatus(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const SelfTestPlaces places = placesOf(session, "");
  const std::string status = statusOf(places, selfTest(places));
  if (status.empty()) {
    return Complaint{"NoStatus", "The status cannot be made. See: hallpass doctor"};
  }
  return Report{{{"status", status}}, status};
}

Answer showKey(Session& session) {
  const auto made = platform::makeFolder(session.data());
  if (!made) return Complaint{"NoKey", platform::folderSentence(made.error(), session.data())};
  const auto key = deviceKey(session.data());
  if (!key) return Complaint{"NoKey", key.error().sentence};
  const std::string text = platform::toText(key->publicKey());
  const std::string device = deviceName(key->publicKey());
  return Report{{{"device", device}, {"key", text}},
                "Device: " + device + "\nPublic key: " + text +
                    "\nNote it outside this device: hallpass status verify TEXT --key KEY proves "
                    "with it that a status or receipt comes from here.\n"};
}

/// `given` is a file's name, or the text itself. A signed text is short: what is longer is none.
std::string textOf(const std::string& given) {
  constexpr std::size_t kMostBytes = 10'000;
  if (given.find('\n') != std::string::npos) return given;
  const auto content = platform::readFile(given, kMostBytes);
  return content ? *content : given;
}

Answer verifyStatus(const std::string& given, const std::string& keyText) {
  const auto key = platform::publicKeyFromText(keyText);
  const auto checked = checkSigned(textOf(given), key);
  if (!checked) return Complaint{"BadStatus", checked.error().sentence};
  const std::string signer = platform::toText(checked->key);
  Report report;
  report.json = {{"ok", true},
                 {"key_known", key.has_value()},
                 {"device", deviceName(checked->key)},
                 {"key", signer},
                 {"lines", checked->lines}};
  report.text = checked->lines + "\nThe signature fits. Device: " + deviceName(checked->key) + "\n";
  if (!key) {
    report.text +=
        "Anybody can make a key: compare this one with the key that was noted of the "
        "device, or give it with --key.\nPublic key: " +
        signer + "\n";
  }
  return report;
}

std::string keyMistake(const std::string& text) {
  if (platform::publicKeyFromText(text)) return "";
  return "a key is 43 letters, digits, - and _, as hallpass status key prints it";
}

}  // namespace

void addStatusCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "status", "How the device stands, signed, so that it can be proved",
                           "hallpass status show\n"
                           "  hallpass status key\n"
                           "  hallpass status verify photographed.txt --key 3f0a...");
  addCommand(group, asked, "show", "Print the signed status, as the staff's screen shows it",
             "hallpass status show > status.txt")
      .whenNamed([&asked] { asked.work = showStatus; });
  addCommand(group, asked, "key", "Print the key that statuses and receipts are checked with",
             "hallpass status key")
      .whenNamed([&asked] { asked.work = showKey; });
  Command verify = addCommand(group, asked, "verify",
                              "Check a signed status or receipt; status 1 if it does not fit",
                              "hallpass status verify status.txt --key KEY");
  const auto given = std::make_shared<std::string>();
  const auto key = std::make_shared<std::string>();
  verify.option("TEXT", *given, "The status or receipt, or the file that holds it")
      .typeName("FILE|TEXT")
      .required();
  verify.option("--key", *key, "The device's key, noted earlier").typeName("KEY").check(keyMistake);
  verify.whenNamed([&asked, given, key] {
    asked.work = [given, key](Session&) { return verifyStatus(*given, *key); };
  });
}

}  // namespace hallpass
