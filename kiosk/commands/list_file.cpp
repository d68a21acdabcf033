#include "kiosk/commands/list_file.h"

#include <algorithm>

#include "kiosk/exchange/limits.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostNotesShown = 20;

}  // namespace

using platform::Result;

Result<Table, Complaint> readTableFile(const std::string& file) {
  const auto bytes = platform::readFile(file, kMostFileBytes);
  if (!bytes) return complaint(bytes.error(), file);
  auto table = readTable(*bytes);
  if (!table) return complaint(table.error(), file);
  return *std::move(table);
}

Result<RosterList, Complaint> readRosterFile(const std::string& file) {
  const auto table = readTableFile(file);
  if (!table) return table.error();
  auto list = readRoster(*table);
  if (!list) return complaint(list.error(), file);
  return *std::move(list);
}

nlohmann::ordered_json jsonOf(const std::vector<LineNote>& notes) {
  auto json = nlohmann::ordered_json::array();
  for (const LineNote& note : notes) json.push_back({{"line", note.line}, {"what", note.what}});
  return json;
}

std::string textOf(const std::vector<LineNote>& notes) {
  std::string text;
  for (std::size_t at = 0; at < std::min(notes.size(), kMostNotesShown); ++at) {
    text += "  line " + std::to_string(notes[at].line) + ": " + notes[at].what + "\n";
  }
  if (notes.size() > kMostNotesShown) {
    text += "  and " + std::to_string(notes.size() - kMostNotesShown) +
            " lines more; --json lists them all.\n";
  }
  return text;
}

}  // namespace hallpass
