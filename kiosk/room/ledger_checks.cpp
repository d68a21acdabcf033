#include "kiosk/room/ledger_checks.h"

#include "kiosk/domain/language.h"
#include "kiosk/room/room.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trn;

std::string notRead() { return tr("Not tested: the ledger could not be read."); }

Check absent(const char* id, const char* title) { return {id, title, Finding::Absent, notRead()}; }

std::string wholeJournal(std::int64_t events) {
  return trn("The journal is whole: {n} event.", "The journal is whole: {n} events.", events);
}

/// What the first lock without a secret means; "" = each has one.
std::string missingPin(Lock lock) {
  switch (lock) {
    case Lock::Instructor:
      return tr(
          "No PIN is set for the instructor, so the desk stays shut. Venue staff set one on their "
          "page.");
    case Lock::Staff:
      return tr("No PIN is set for venue staff. The instructor sets one under Device.");
    case Lock::Recovery:
      break;
  }
  return tr("There is no recovery word: a PIN that is forgotten could not be set anew. Make one.");
}

std::string isBehind(const platform::UtcTime now) {
  return filled(tr("The clock says {time}, and the journal is newer than that. Set the clock."),
                {{"time", platform::toLocalText(now)}});
}

/// All that the languages' own texts are written with.
std::u32string languageCharacters(const std::filesystem::path& locale) {
  constexpr std::size_t kMostBytes = 1'000'000;
  std::string all;
  for (const Language& language : kLanguages) {
    all += language.ownName;
    const auto text = platform::readFile(locale / language.id / "characters.txt", kMostBytes);
    if (text) all += *text;
  }
  return platform::toCodePoints(all);
}

/// nullopt where the ledger refuses.
std::optional<std::u32string> roomCharacters(const SelfTestPlaces& places) {
  if (places.ledger == nullptr) return std::nullopt;
  const auto students = places.ledger->roster().students();
  const auto held = places.ledger->classes().current();
  if (!students || !held) return std::nullopt;
  std::string all;
  if (*held) all += (*held)->facts.title;
  for (const Student& student : *students) all += student.entry.name;
  return platform::toCodePoints(all);
}

}  // namespace

Check checkLedger(const SelfTestPlaces& places) {
  Check check{"ledger", tr("Ledger"), Finding::Bad, places.ledgerProblem};
  if (places.ledger == nullptr) return check;
  const auto sound = places.ledger->isSound();
  if (!sound) {
    check.sentence = deskSentence(sound.error());
  } else if (!*sound) {
    check.sentence = tr("The ledger is damaged. Keep its file, and restore it from a backup.");
  } else {
    check.finding = Finding::Good;
    check.sentence = tr("The ledger is sound.");
  }
  return check;
}

Check checkJournal(const SelfTestPlaces& places) {
  if (places.ledger == nullptr) return absent("journal", tr("Journal"));
  const auto verdict = places.ledger->journal().verify(std::nullopt);
  if (!verdict) return absent("journal", tr("Journal"));
  if (!verdict->firstBad) {
    return {"journal", tr("Journal"), Finding::Good, wholeJournal(verdict->events)};
  }
  return {"journal", tr("Journal"), Finding::Bad,
          filled(tr("The journal was changed: entry {number} is the first that does not fit. Keep "
                    "the device as it is, and compare its ledger with an older copy."),
                 {{"number", std::to_string(*verdict->firstBad)}})};
}

Check checkPins(const SelfTestPlaces& places) {
  if (places.ledger == nullptr) return absent("pins", tr("PINs"));
  for (const Lock lock : kLocks) {
    const auto state = places.ledger->locks().state(lock);
    if (!state) return absent("pins", tr("PINs"));
    if (!state->set) return {"pins", tr("PINs"), Finding::Attention, missingPin(lock)};
  }
  return {"pins", tr("PINs"), Finding::Good, tr("Both PINs and the recovery word are set.")};
}

Check checkClock(const SelfTestPlaces& places) {
  const platform::UtcTime now = places.clock.now();
  const auto time = platform::toLocalText(now);
  Check check{"clock", tr("Clock"), Finding::Bad, ""};
  if (now < platform::kEarliestTime) {
    check.sentence = filled(tr("The clock says {time}: that cannot be. Set it."), {{"time", time}});
    return check;
  }
  if (places.ledger != nullptr) {
    const auto last = places.ledger->journal().lastEventAt();
    if (last && now.ms + kClockToleranceMs < last->ms) {
      check.sentence = isBehind(now);
      return check;
    }
  }
  check.finding = Finding::Good;
  const bool kept = places.clock.quality() == platform::ClockQuality::Synchronised;
  check.sentence = filled(kept ? tr("It is {time}; a time server keeps the clock right.")
                               : tr("The clock says {time}. Nothing corrects it: compare it with a "
                                    "clock that you trust."),
                          {{"time", time}});
  return check;
}

Check checkFonts(const SelfTestPlaces& places) {
  const std::u32string texts = languageCharacters(places.locale);
  const auto names = roomCharacters(places);
  const auto boxes = std::ssize(places.probes.undrawable(texts + names.value_or(U"")));
  if (boxes > 0) {
    return {"fonts", tr("Fonts"), Finding::Attention,
            trn("{n} character of the names or the texts has no font and shows as a box. Install a "
                "font for its script.",
                "{n} characters of the names or the texts have no font and show as boxes. Install "
                "fonts for their scripts.",
                boxes)};
  }
  return {"fonts", tr("Fonts"), Finding::Good,
          names ? tr("Every name on the roster and every language can be drawn.")
                : tr("Every language can be drawn. The roster could not be read.")};
}

Check checkServing(const SelfTestPlaces& places) {
  if (places.ledger == nullptr) return absent("class", tr("Class"));
  const auto room = readRoom(*places.ledger, places.assets, places.clock.now());
  if (!room) return absent("class", tr("Class"));
  if (!room->heldClass || room->heldClass->state == ClassState::Closed) {
    return {"class", tr("Class"), Finding::Absent,
            tr("No class is open. The instructor opens the next one at the desk.")};
  }
  if (room->reasons.empty()) {
    return {"class", tr("Class"), Finding::Good, tr("A class is open. Students can take codes.")};
  }
  return {"class", tr("Class"), Finding::Attention,
          tr("Students cannot take codes right now. The desk of the instructor says why.")};
}

}  // namespace hallpass
