#include "kiosk/commands/command_set.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const StockCount& count) {
  return {{"loaded", count.loaded},   {"in_stock", count.inStock},
          {"claimed", count.claimed}, {"quarantined", count.quarantined},
          {"expired", count.expired}, {"returned", count.returned}};
}

std::string padded(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string line(const std::string& title, const StockCount& count) {
  std::string text = title + std::string(title.size() < 14 ? 14 - title.size() : 1, ' ');
  for (const std::int64_t number : {count.loaded, count.inStock, count.claimed, count.quarantined,
                                    count.expired, count.returned}) {
    text += padded(std::to_string(number), 12);
  }
  return text + "\n";
}

Answer showStock(Session& session, const std::string& passType) {
  if (!passType.empty()) {
    if (auto type = passTypeOf(passType); !type) return type.error();
  }
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto all =
      (*ledger)->stock().count(passType.empty() ? std::nullopt : std::optional(passType));
  if (!all) return complaint(all.error());
  Report report{jsonOf(*all),
                "                    loaded    in stock     claimed quarantined     expired    "
                "returned\n"};
  if (!passType.empty()) {
    report.text += line(passType, *all);
    return report;
  }
  ordered_json& types = report.json["pass_types"] = ordered_json::object();
  for (const std::string& id : passTypeIds(assetsFolder())) {
    const auto count = (*ledger)->stock().count(id);
    if (!count) return complaint(count.error());
    types[id] = jsonOf(*count);
    if (count->loaded > 0) report.text += line(id, *count);
  }
  report.text += line("all", *all);
  return report;
}

}  // namespace

void addStockCommand(Command app, Asked& asked) {
  Command command = addCommand(app, asked, "stock", "Count the codes: where are they now",
                               "hallpass stock --pass azure-pass");
  const auto passType = std::make_shared<std::string>();
  command.option("--pass", *passType, "Of this pass type only").typeName("TYPE");
  command.whenNamed([&asked, passType] {
    asked.work = [passType](Session& session) { return showStock(session, *passType); };
  });
}

}  // namespace hallpass
