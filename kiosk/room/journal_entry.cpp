#include "kiosk/room/journal_entry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "kiosk/ledger/events.h"
#include "kiosk/room/event_values.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

// TRANSLATORS: what happened, in the journal's list: "Claim made"
constexpr std::array kTitles{
    noted("Ledger created"),   noted("Ledger migrated"),  noted("Class opened"),
    noted("Class paused"),     noted("Class resumed"),    noted("Class closed"),
    noted("Student added"),    noted("Student updated"),  noted("Walk in added"),
    noted("Codes imported"),   noted("Claim made"),       noted("Code shown again"),
    noted("Clock accepted"),   noted("Lock set"),         noted("Lock tried"),
    noted("Lock opened"),      noted("Desk locked"),      noted("Class changed"),
    noted("Code quarantined"), noted("Claim replaced"),   noted("Digits wrong"),
    noted("Digits cleared"),   noted("Outcome reported"), noted("Orders imported"),
    noted("Passes added"),     noted("Codes returned"),   noted("Data exported"),
    noted("Ledger erased"),    noted("Clock set"),        noted("Zone set"),
    noted("Settings taken"),   noted("Clock keeper set"), noted("Power asked"),
    noted("Class dated"),      noted("Names erased"),     noted("Ledger restored"),
    noted("Depot joined"),     noted("Lease asked"),      noted("Lease held"),
    noted("Depot restocked"),  noted("Depot frozen"),     noted("Room overruled"),
    noted("Rooms crossed")};

/// `entry`, whose fields say in words what they say by ids.
JournalEntry inWords(JournalEntry entry, const std::filesystem::path& assets) {
  auto fields = nlohmann::ordered_json::parse(entry.fields, nullptr, false);
  if (!fields.is_object()) return entry;
  for (const auto& field : fields.items()) {
    if (!field.value().is_string()) continue;
    field.value() = eventValue(field.key(), field.value().get<std::string>(), assets);
  }
  entry.fields = fields.dump();
  return entry;
}

}  // namespace

std::optional<StudentId> studentOf(const JournalEntry& entry) {
  const auto fields = nlohmann::json::parse(entry.fields, nullptr, false);
  if (!fields.is_object() || !fields.contains("student")) return std::nullopt;
  const auto& field = fields["student"];
  if (!field.is_string()) return std::nullopt;
  const auto& text = field.get_ref<const std::string&>();
  StudentId student;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), student.value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return student;
}

std::string eventTitle(std::string_view event) {
  std::string title(event);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return tr(title);
}

std::span<const char* const> eventTitles() { return kTitles; }

std::string eventSentence(const JournalEntry& entry, const std::filesystem::path& assets) {
  const auto all = events();
  const auto known = std::find_if(all.begin(), all.end(),
                                  [&](const EventInfo& one) { return one.id == entry.event; });
  if (known == all.end()) return describe(entry);
  return describe(inWords(entry, assets), tr(std::string(known->sentence)), tr("(not given)"));
}

}  // namespace hallpass
