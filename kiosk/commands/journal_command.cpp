#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/ledger/events.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const JournalEntry& entry) {
  return {{"sequence", entry.sequence},
          {"boot", entry.bootId},
          {"since_boot_ms", entry.sinceBoot.ms},
          {"wall", platform::toIsoText(entry.wall)},
          {"wall_quality", entry.wallQuality},
          {"role", entry.role},
          {"event", entry.event},
          {"fields", ordered_json::parse(entry.fields, nullptr, false)},
          {"sentence", describe(entry)},
          {"previous", platform::toHex(entry.previous)},
          {"hash", platform::toHex(entry.hash)}};
}

std::string line(const JournalEntry& entry) {
  return std::to_string(entry.sequence) + "  " + platform::toLocalText(entry.wall) + "  " +
         entry.role + "  " + harmlessLine(describe(entry)) + "\n";
}

Answer showJournal(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  Report report{{{"entries", ordered_json::array()}}, ""};
  const auto read = (*ledger)->journal().read([&](const JournalEntry& entry) {
    report.json["entries"].push_back(jsonOf(entry));
    report.text += line(entry);
    return true;
  });
  if (!read) return complaint(read.error());
  return report;
}

/// Of a journal that fits together, but not with the head that was asked for.
std::string headSentence(const platform::Hash& asked, const std::optional<ErasureReceipt>& erased) {
  if (!erased) {
    return "The journal fits together, but it does not hold that head: its end was cut off or "
           "written anew. Keep the ledger as it is, and compare it with an older copy.\n";
  }
  const std::string when = platform::toLocalText(erased->at);
  std::string text;
  if (erased->oldHead == asked) {
    text = "The journal is whole. That head is the end of the journal before it, erased at ";
    return text += when + ".\n";
  }
  text = "The journal fits together, but it does not hold that head. The device was erased at ";
  text += when + "; the journal before ended with\n" + platform::toHex(erased->oldHead);
  return text +=
         "\nAn exported journal that holds both heads proves that nothing else happened; otherwise "
         "keep the ledger as it is.\n";
}

std::string sentenceOf(const Journal::Verdict& verdict) {
  const std::string head = platform::toHex(verdict.head);
  if (verdict.firstBad) {
    return "The journal was changed: entry " + std::to_string(*verdict.firstBad) +
           " is the first that does not fit. Keep the ledger as it is, and compare it with an "
           "older copy.\n";
  }
  return "The journal is whole: " + std::to_string(verdict.events) + " events.\nHead: " + head +
         "\nKeep the head outside this device: later, --head HASH proves that nothing before it "
         "was changed.\n";
}

Answer verifyJournal(Session& session, const std::string& headText) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto head = platform::hashFromHex(headText);
  const auto verdict = (*ledger)->journal().verify(head);
  if (!verdict) return complaint(verdict.error());
  const auto erased = (*ledger)->lastErasure();
  if (!erased) return complaint(erased.error());
  const bool ended = *erased && (*erased)->oldHead == head;
  const bool ok = !verdict->firstBad && (verdict->headFound || ended);
  Report report;
  report.json = {{"ok", ok},
                 {"events", verdict->events},
                 {"head", platform::toHex(verdict->head)},
                 {"first_bad", nullptr}};
  if (verdict->firstBad) report.json["first_bad"] = *verdict->firstBad;
  if (head) report.json["head_found"] = verdict->headFound;
  if (*erased) report.json["erased_at"] = platform::toIsoText((*erased)->at);
  const bool other = !verdict->firstBad && !verdict->headFound;
  report.text = other ? headSentence(*head, *erased) : sentenceOf(*verdict);
  report.status = ok ? ExitStatus::Done : ExitStatus::Refused;
  return report;
}

Answer listEvents(Session& /*session*/) {
  Report report{{{"events", ordered_json::array()}}, eventsManual()};
  for (const EventInfo& event : events()) {
    report.json["events"].push_back(
        {{"id", event.id}, {"fields", event.fields}, {"sentence", event.sentence}});
  }
  return report;
}

std::string headMistake(const std::string& text) {
  if (platform::hashFromHex(text)) return "";
  return "a head is 64 hexadecimal characters, as hallpass journal verify prints it";
}

}  // namespace

void addJournalCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "journal", "What happened, in order, and whether it was changed",
                           "hallpass journal show\n"
                           "  hallpass journal verify");
  addCommand(group, asked, "show", "Print every entry, oldest first", "hallpass journal show")
      .whenNamed([&asked] { asked.work = showJournal; });
  Command verify =
      addCommand(group, asked, "verify", "Check that no entry was changed; status 1 if one was",
                 "hallpass journal verify --head 9f86d081...");
  const auto head = std::make_shared<std::string>();
  verify.option("--head", *head, "A head kept from an earlier check: it must still be there")
      .typeName("HASH")
      .check(headMistake);
  verify.whenNamed([&asked, head] {
    asked.work = [head](Session& session) { return verifyJournal(session, *head); };
  });
  addCommand(group, asked, "events", "Print the manual of all events",
             "hallpass journal events > EVENTS.md")
      .whenNamed([&asked] { asked.work = listEvents; });
}

}  // namespace hallpass
