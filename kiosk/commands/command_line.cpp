#include "kiosk/commands/command_line.h"

#include <CLI/CLI.hpp>
#include <initializer_list>
#include <iostream>
#include <sstream>

#include "kiosk/commands/arguments.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/commands/ledger_holder.h"
#include "kiosk/commands/printing.h"

namespace hallpass {
namespace {

constexpr const char* kManual = R"(Examples:
  hallpass class open --title "Azure Administrator" --pass azure-pass --roster students.csv
  hallpass import codes codes.csv --pass azure-pass --redeem-by 2027-02-19
  hallpass --windowed 1280x720

Every command has a --help of its own.

The ledger is DIR/ledger.db with --data DIR; else in $HALLPASS_DATA, in $XDG_DATA_HOME/hallpass,
or in ~/.local/share/hallpass. The settings are in --config FILE, else in DIR/hallpass.toml; a file
that is not there is all defaults. Times are the device's own (2026-11-21 or 2026-11-21T17:30); add Z
for UTC (2026-11-21T17:30Z). With --json all times are UTC.

Exit status: 0 done; 1 refused by a rule, or the answer is no; 2 wrong usage; 3 the ledger could
not be used. A refusal is one sentence on stderr; with --json also an object on stdout:
  {"refused":"OutOfStock","message":"..."})";

/// The kiosk's own options as they stand on the command line.
struct KioskArguments {
  std::string windowed;
  std::string screenMm;
  std::string renderer;
  std::string describe;
  bool describeSecrets = false;
  std::string media;
  std::string machine;
  bool training = false;
  bool failsafe = false;
  std::optional<int> idleSeconds;
};

void addKioskOptions(CLI::App& app, Asked& asked, KioskArguments& kiosk) {
  app.add_option("--data", asked.data, "The folder that holds the ledger")->type_name("DIR");
  app.add_option("--config", asked.config, "The settings; DIR/hallpass.toml if not given")
      ->type_name("FILE");
  app.add_option("--windowed", kiosk.windowed, "In a window of this many pixels, not full screen")
      ->type_name("WxH")
      ->check(CLI::Validator(extentMistake, ""));
  app.add_option("--screen-mm", kiosk.screenMm, "The screen's real size in millimetres")
      ->type_name("WxH")
      ->check(CLI::Validator(extentMistake, ""));
  app.add_option("--renderer", kiosk.renderer, "What draws, whatever the settings say")
      ->type_name("auto|gl|cpu")
      ->check(CLI::IsMember(std::vector<std::string>(kRendererIds.begin(), kRendererIds.end())));
  auto* describe = app.add_option("--describe", kiosk.describe,
                                  "Append to this file what the screen shows, as JSON lines");
  describe->type_name("FILE");
  app.add_flag("--describe-secrets", kiosk.describeSecrets, "Codes too: for tests and speech")
      ->needs(describe);
  app.add_option("--idle", kiosk.idleSeconds,
                 "Without a touch until the warning, whatever the settings say")
      ->type_name("SECONDS")
      ->check(CLI::Range(45, 300));
  app.add_option("--media", kiosk.media, "Where sticks are mounted, whatever the settings say")
      ->type_name("DIR");
  app.add_option("--machine", kiosk.machine,
                 "Where the appliance's image tells how it opened its disk")
      ->type_name("DIR");
  app.add_flag("--training", kiosk.training,
               "For practice: a ledger of its own, and codes that nobody can use");
  app.add_flag("--failsafe", kiosk.failsafe,
               "Begin with the page that asks for staff, as after three deaths in a minute");
}

using Add = void (*)(Command, Asked&);

/// Adds commands under a heading of the manual.
void addUnder(const char* heading, CLI::App& app, Asked& asked, std::initializer_list<Add> adders) {
  for (const Add add : adders) {
    add(Command(app), asked);
    app.get_subcommands({}).back()->group(heading);
  }
}

void addCommands(CLI::App& app, Asked& asked) {
  addUnder("The class", app, asked,
           {addClassCommand, addStudentsCommand, addStudentCommand, addClaimCommand,
            addReplaceCommand, addOutcomeCommand});
  addUnder("The stock", app, asked,
           {addImportCommand, addStockCommand, addBatchesCommand, addReturnCommand,
            addOrdersCommand, addDepotCommand});
  addUnder("The device", app, asked,
           {addJournalCommand, addExportCommand, addPinCommand, addGuideCommand, addGalleryCommand,
            addConfigCommand, addDoctorCommand, addStatusCommand, addBackupCommand,
            addRestoreCommand, addRescueCommand});
}

/// Kiosk options beside a command would be passed over in silence.
void refuseKioskOptions(const CLI::App& app) {
  if (app.get_subcommands().empty()) return;
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_name();
    if (option->count() > 0 && name != "--data" && name != "--config") {
      throw CLI::ValidationError(name, "is for the kiosk alone, not for a command. Leave it out");
    }
  }
}

/// What is said on the command line counts more than the settings.
KioskOptions optionsOf(const KioskArguments& kiosk, const Session& session) {
  KioskOptions options;
  options.data = session.data();
  options.config = session.config();
  SettingsFound found = findSettings(options.config);
  options.settings = std::move(found.settings);
  options.mistakes = std::move(found.mistakes);
  if (!kiosk.windowed.empty()) options.windowedPx = parseExtent(kiosk.windowed);
  if (!kiosk.screenMm.empty()) options.settings.screenMm = parseExtent(kiosk.screenMm);
  if (!kiosk.renderer.empty()) options.settings.renderer = *rendererOfId(kiosk.renderer);
  if (!kiosk.describe.empty()) options.describe = kiosk.describe;
  options.describeSecrets = kiosk.describeSecrets;
  if (!kiosk.media.empty()) options.settings.media = kiosk.media;
  if (kiosk.idleSeconds) options.settings.idleSeconds = *kiosk.idleSeconds;
  if (!kiosk.machine.empty()) options.machine = kiosk.machine;
  options.training = kiosk.training;
  options.failsafe = kiosk.failsafe;
  return options;
}

/// A PIN on the command line stands in the shell's history and in every list of processes. What was
/// not expected beside a command for PINs is not repeated.
bool mayHoldPin(const CLI::App& app, const CLI::ParseError& end) {
  return end.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) &&
         app.got_subcommand("pin");
}

/// Help goes to stdout with status 0; a mistake goes to stderr with status 2.
int exitOf(const CLI::App& app, const CLI::ParseError& end) {
  if (mayHoldPin(app, end)) {
    return printMistake(
        "A PIN is never written on the command line, where others can read it. Type it when asked, "
        "or give it with --stdin; if yours was written there, choose another one.");
  }
  if (end.get_exit_code() != 0) return printMistake(end.what());
  std::ostringstream help;
  app.exit(end, help, help);
  return printHelp(help.str());
}

}  // namespace

std::variant<int, KioskOptions> runCommandLine(int argc, char** argv) {
  CLI::App app("Hands each student of a class one pass code. Without a command: the kiosk.",
               "hallpass");
  Asked asked;
  KioskArguments kiosk;
  addKioskOptions(app, asked, kiosk);
  app.set_version_flag("--version", "hallpass " HALLPASS_VERSION, "Print the version and end");
  app.require_subcommand(0, 1);
  app.footer(kManual);
  addCommands(app, asked);
  try {
    app.parse(argc, argv);
    refuseKioskOptions(app);
  } catch (const CLI::ParseError& end) {
    return exitOf(app, end);
  }
  const auto data = dataFolder(asked.data);
  if (!data) {
    std::cerr << "No folder is named for the ledger. Give --data DIR, or set HALLPASS_DATA.\n";
    return static_cast<int>(ExitStatus::Usage);
  }
  Session session(*data,
                  asked.config.empty() ? settingsFile(*data) : std::filesystem::path(asked.config));
  if (!asked.work) return optionsOf(kiosk, session);
  Answer answer = asked.work(session);
  if (!answer) answer = withHolder(answer.error(), session.ledgerFile());
  return print(answer, asked.json ? Format::Json : Format::Text);
}

}  // namespace hallpass
