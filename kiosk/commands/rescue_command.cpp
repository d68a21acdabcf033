#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/ledger/rescue.h"

namespace hallpass {
namespace {

struct RescueArguments {
  std::string file;
  std::string to;
};

std::string reportText(const Rescued& rescued, const std::string& folder) {
  std::string text = "Saved to \"" + folder + "\":\n";
  for (const RescuedTable& table : rescued.tables) {
    text += "  " + table.name + ".jsonl: " + counted(table.rows, "row") + "\n";
  }
  text += counted(rescued.damaged, "row") + " could not be saved: damaged.\n";
  if (rescued.endLost) {
    text +=
        "What was recorded last is missing: the log beside the file is damaged or not there. Keep "
        "both.\n";
  }
  return text + "Names and whole codes are in them: keep them as you keep money.\n";
}

Answer rescue(const RescueArguments& asked) {
  const auto rescued = rescueLedger(asked.file, asked.to);
  if (!rescued) return complaint(rescued.error());
  Report report;
  report.json = {{"rows", nlohmann::ordered_json::object()},
                 {"damaged", rescued->damaged},
                 {"end_lost", rescued->endLost}};
  for (const RescuedTable& table : rescued->tables) report.json["rows"][table.name] = table.rows;
  report.text = reportText(*rescued, asked.to);
  return report;
}

}  // namespace

void addRescueCommand(Command app, Asked& asked) {
  Command command = addCommand(app, asked, "rescue",
                               "Save every row that is whole out of a damaged ledger, as JSON "
                               "lines; the ledger stays as it is",
                               "hallpass rescue /var/lib/hallpass/ledger.db --to rescued");
  const auto arguments = std::make_shared<RescueArguments>();
  command.option("LEDGER", arguments->file, "The damaged file").typeName("FILE").required();
  command.option("--to", arguments->to, "The folder to write into; made where it is not there")
      .typeName("DIR")
      .required();
  command.whenNamed(
      [&asked, arguments] { asked.work = [arguments](Session&) { return rescue(*arguments); }; });
}

}  // namespace hallpass
