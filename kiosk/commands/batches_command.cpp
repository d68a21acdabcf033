#include <algorithm>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

/// "" where the codes came from no file.
std::string hashText(const platform::Hash& hash) {
  return hash == platform::Hash{} ? "" : platform::toHex(hash);
}

ordered_json jsonOf(const Batch& batch) {
  const NewBatch& facts = batch.facts;
  return {{"batch", batch.id},
          {"pass", facts.passType},
          {"file", facts.fileName},
          {"sha256", hashText(facts.fileHash)},
          {"course", facts.course},
          {"order", facts.order},
          {"redeem_by",
           facts.redeemBy ? ordered_json(platform::toIsoText(*facts.redeemBy)) : ordered_json()},
          {"value", facts.value},
          {"imported_at", platform::toIsoText(batch.importedAt)},
          {"imported_by", batch.importedBy},
          {"loaded", batch.count.loaded},
          {"in_stock", batch.count.inStock},
          {"claimed", batch.count.claimed},
          {"quarantined", batch.count.quarantined},
          {"expired", batch.count.expired},
          {"returned", batch.count.returned}};
}

/// ", 3 claimed" for each place where codes of the batch are, beside the stock.
std::string elsewhereText(const StockCount& count) {
  std::string text;
  const auto say = [&](std::int64_t number, const char* where) {
    if (number > 0) text += ", " + std::to_string(number) + " " + where;
  };
  say(count.claimed, "claimed");
  say(count.quarantined, "quarantined");
  say(count.expired, "expired");
  say(count.returned, "returned");
  return text;
}

std::string originText(const Batch& batch) {
  const NewBatch& facts = batch.facts;
  std::string text = "from " + (facts.fileName.empty() ? "no file" : "\"" + facts.fileName + "\"") +
                     ", taken " + platform::toLocalText(batch.importedAt) + " by " +
                     batch.importedBy;
  if (!facts.order.empty()) text += ", order " + facts.order;
  if (!facts.course.empty()) text += ", course " + facts.course;
  if (!facts.value.empty()) text += ", " + facts.value;
  return text;
}

std::string textOf(const Batch& batch) {
  const NewBatch& facts = batch.facts;
  std::string text = "Batch " + std::to_string(batch.id) + ": " + facts.passType + ", " +
                     std::to_string(batch.count.inStock) + " of " +
                     counted(batch.count.loaded, "code") + " in stock" + elsewhereText(batch.count);
  if (facts.redeemBy) text += "; redeem by " + platform::toLocalText(*facts.redeemBy);
  text = harmlessLine(text) + "\n  " + harmlessLine(originText(batch)) + "\n";
  if (const std::string hash = hashText(facts.fileHash); !hash.empty()) {
    text += "  the file's SHA-256: " + hash + "\n";
  }
  return text;
}

Answer listBatches(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto batches = (*ledger)->stock().batches();
  if (!batches) return complaint(batches.error());
  Report report{{{"batches", ordered_json::array()}}, ""};
  for (const Batch& batch : *batches) {
    report.json["batches"].push_back(jsonOf(batch));
    report.text += textOf(batch);
  }
  if (batches->empty()) {
    report.text = "No codes came in yet. Take some with: hallpass import codes FILE --pass TYPE\n";
  }
  return report;
}

}  // namespace

void addBatchesCommand(Command app, Asked& asked) {
  addCommand(app, asked, "batches", "List the batches: where their codes came from, and are now",
             "hallpass batches")
      .whenNamed([&asked] { asked.work = listBatches; });
}

}  // namespace hallpass
