#include "kiosk/room/journal_export.h"

#include <map>
#include <nlohmann/json.hpp>

#include "platform/base/hash.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

std::string dump(const ordered_json& json, int indent) {
  return json.dump(indent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

ordered_json jsonOf(const JournalEntry& entry) {
  return {{"sequence", entry.sequence},
          {"boot_id", entry.bootId},
          {"since_boot_ms", entry.sinceBoot.ms},
          {"wall", platform::toIsoText(entry.wall)},
          {"wall_quality", entry.wallQuality},
          {"role", entry.role},
          {"event", entry.event},
          {"fields", ordered_json::parse(entry.fields, nullptr, false)},
          {"previous", platform::toHex(entry.previous)},
          {"hash", platform::toHex(entry.hash)}};
}

/// What is said of the lines while they are written.
struct Tally {
  std::int64_t first = 0;
  std::int64_t last = 0;
  platform::Hash head{};
  std::map<std::string, std::int64_t> byEvent;

  void add(const JournalEntry& entry) {
    if (first == 0) first = entry.sequence;
    last = entry.sequence;
    head = entry.hash;
    ++byEvent[entry.event];
  }
};

ordered_json manifestOf(const ExportFile& journal, const Tally& tally, platform::UtcTime made) {
  return {{"file", journal.name},
          {"lines", journal.lines},
          {"bytes", journal.bytes.size()},
          {"sha256", platform::toHex(platform::sha256(journal.bytes))},
          {"first_sequence", tally.first},
          {"last_sequence", tally.last},
          {"head", platform::toHex(tally.head)},
          {"events", tally.byEvent},
          {"program", "hallpass"},
          {"version", HALLPASS_VERSION},
          {"made_at", platform::toIsoText(made)}};
}

}  // namespace

platform::Result<std::vector<ExportFile>, Refusal> exportJournal(Ledger& ledger,
                                                                 const std::string& fileName) {
  ExportFile journal{fileName, "", 0};
  Tally tally;
  const auto read = ledger.journal().read([&](const JournalEntry& entry) {
    tally.add(entry);
    journal.bytes += dump(jsonOf(entry), -1);
    ++journal.lines;
    return true;
  });
  if (!read) return read.error();
  const ordered_json manifest = manifestOf(journal, tally, ledger.journal().clock().now());
  ExportFile proof{manifestName(fileName), dump(manifest, 2), 0};
  return std::vector<ExportFile>{std::move(journal), std::move(proof)};
}

}  // namespace hallpass
