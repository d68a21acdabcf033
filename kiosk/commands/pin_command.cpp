#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/commands/secret_line.h"
#include "kiosk/domain/lock.h"
#include "platform/base/secret_hash.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;
using platform::Result;

struct SetArguments {
  std::string role;
  bool fromStdin = false;
};

Lock lockOf(const std::string& role) {
  return role == name(Lock::Staff) ? Lock::Staff : Lock::Instructor;
}

std::string titleOf(Lock lock) {
  switch (lock) {
    case Lock::Instructor:
      return "instructor's PIN";
    case Lock::Staff:
      return "venue staff's PIN";
    case Lock::Recovery:
      break;
  }
  return "recovery word";
}

std::optional<Complaint> weakPin(const std::string& pin) {
  const std::string mistake = pinMistake(pin);
  return mistake.empty() ? std::nullopt : std::optional(Complaint{"WeakPin", mistake});
}

Result<std::string, Complaint> givenPin(const SetArguments& arguments) {
  const std::string what = "the " + titleOf(lockOf(arguments.role));
  if (somebodyTypes()) return askTwice(what, weakPin);
  if (arguments.fromStdin) return firstLine(what, weakPin);
  return Complaint{"NoTerminal",
                   "There is no terminal to type the PIN on. Run the command on one, or give the "
                   "PIN as a line of standard input with --stdin.",
                   ExitStatus::Usage};
}

/// Stores the secret of `lock` as a hash. Nothing of it stands anywhere else.
std::optional<Complaint> keep(Session& session, Lock lock, const std::string& secret) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto set = (*ledger)->locks().set(lock, platform::hashSecret(secret), Role::Operator);
  if (!set) return complaint(set.error());
  return std::nullopt;
}

Answer setPin(Session& session, const SetArguments& arguments) {
  const auto pin = givenPin(arguments);
  if (!pin) return pin.error();
  const Lock lock = lockOf(arguments.role);
  if (auto why = keep(session, lock, *pin)) return *std::move(why);
  return Report{{{"role", arguments.role}, {"set", true}},
                "The " + titleOf(lock) + " is set; wrong tries are counted from 0 again.\n"};
}

Answer makeRecoveryWord(Session& session) {
  const std::string word = newRecoveryWord();
  if (auto why = keep(session, Lock::Recovery, recoveryKey(word))) return *std::move(why);
  return Report{{{"recovery_word", word}},
                word +
                    "\nThis is the recovery word: whoever forgot a PIN sets a new one with it, one "
                    "time.\nPrint it or write it down now, and keep it away from the device: it is "
                    "not shown again.\nAn older recovery word is not valid any more.\n"};
}

std::int64_t waitSeconds(const LockState& state) { return (state.wait.count() + 999) / 1000; }

/// "set; 5 wrong tries in a row: locked for 30 s".
std::string stateText(Lock lock, const LockState& state) {
  if (!state.set) {
    const std::string how = lock == Lock::Recovery ? "recovery" : "set " + std::string(name(lock));
    return "not set. Make one with: hallpass pin " + how;
  }
  std::string text = "set";
  if (state.failures > 0) {
    text += "; " + std::to_string(state.failures) + " wrong ";
    text += state.failures == 1 ? "try" : "tries in a row";
  }
  if (state.stopped()) return text + ": locked until a new one is set";
  if (state.wait.count() > 0) text += ": locked for " + std::to_string(waitSeconds(state)) + " s";
  return text;
}

Answer showLocks(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  Report report{{{"locks", ordered_json::array()}}, ""};
  for (const Lock lock : kLocks) {
    const auto state = (*ledger)->locks().state(lock);
    if (!state) return complaint(state.error());
    report.json["locks"].push_back({{"lock", name(lock)},
                                    {"set", state->set},
                                    {"failures", state->failures},
                                    {"wait_seconds", waitSeconds(*state)},
                                    {"stopped", state->stopped()}});
    report.text += "The " + titleOf(lock) + ": " + stateText(lock, *state) + "\n";
  }
  return report;
}

/// Never with what was written: it may be the PIN.
std::string roleMistake(const std::string& text) {
  if (text == name(Lock::Instructor) || text == name(Lock::Staff)) return "";
  return "write instructor or staff";
}

void addSet(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "set",
                               "Set a PIN of six digits: asks twice, and shows nothing of it",
                               "hallpass pin set instructor\n"
                               "  hallpass pin set staff --stdin < pin.txt");
  const auto arguments = std::make_shared<SetArguments>();
  command.option("ROLE", arguments->role, "Whose: instructor or staff")
      .typeName("")
      .required()
      .check(roleMistake);
  command.flag("--stdin", arguments->fromStdin, "Read it as one line of standard input").bare();
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return setPin(session, *arguments); };
  });
}

}  // namespace

void addPinCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "pin", "Set the PINs, or the word for who forgot one",
                           "hallpass pin set instructor\n"
                           "  hallpass pin recovery\n"
                           "  hallpass pin show");
  addSet(group, asked);
  addCommand(group, asked, "recovery", "Make a new recovery word, and print it this once",
             "hallpass pin recovery")
      .whenNamed([&asked] { asked.work = makeRecoveryWord; });
  addCommand(group, asked, "show", "Say which PINs are set, and which are locked",
             "hallpass pin show")
      .whenNamed([&asked] { asked.work = showLocks; });
}

}  // namespace hallpass
