#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/desk/code_source.h"
#include "kiosk/desk/desk_page.h"
#include "kiosk/ledger/ledger.h"
#include "platform/base/result.h"

namespace hallpass {

/// A list of codes that may go into stock, and what the stock would make of it.
struct Intake {
  std::shared_ptr<const std::vector<PassType>> types;  ///< All that it could be of.
  std::shared_ptr<const CodeSource> source;
  PassType type;
  CodeList list;         ///< In training mode: with stand-ins for the codes.
  Stock::Report report;  ///< Of trying it out.
  int uses = 0;          ///< Of a shared type: how many students each code is for; 0 = not said.
};

/// What of `intake` goes into stock: each code once, or of a shared type once for each use.
[[nodiscard]] std::vector<NewCode> stockRows(const Intake& intake);

/// `intake` with another number of uses, tried out on `ledger`; a refusal is kept as it was.
[[nodiscard]] platform::Result<Intake, Refusal> withOtherUses(Ledger& ledger, const Intake& intake,
                                                              int uses, Role role);

/// Why there is no list, or why nothing of it was taken.
struct IntakeProblem {
  std::string sentence;  ///< For a person; what to do.
  bool cancelled = false;
};

/// What the worker needs of the desk: copies, for the desk may be left meanwhile.
struct IntakePlaces {
  explicit IntakePlaces(const DeskTools& tools);

  std::filesystem::path ledgerFile;
  std::filesystem::path assets;
  const platform::Clock& clock;
  Role role;
  bool training;
};

// All of these run on the worker's thread, open the ledger for themselves, and change nothing where
// they give a problem.

/// Reads `file` of a stick.
[[nodiscard]] platform::Result<CodeSource, IntakeProblem> readSource(
    const platform::MediaFile& file);

/// Finds out what `source` holds, as codes of the likeliest pass type. `preferred`: see
/// likeliestType(); the current class's is added to it.
[[nodiscard]] platform::Result<Intake, IntakeProblem> lookAt(const IntakePlaces& places,
                                                             CodeSource source,
                                                             std::vector<std::string> preferred,
                                                             const Progress& progress);

/// The same list as codes of `type`.
[[nodiscard]] platform::Result<Intake, IntakeProblem> lookAgain(const IntakePlaces& places,
                                                                const Intake& intake,
                                                                const PassType& type,
                                                                const Progress& progress);

/// Takes all of it into stock as one batch. `batch` says order, course, date and value.
[[nodiscard]] platform::Result<Stock::Report, IntakeProblem> takeIn(const IntakePlaces& places,
                                                                    const Intake& intake,
                                                                    NewBatch batch,
                                                                    const Progress& progress);

/// What became of a list that was sent to the depot.
struct DepotReceipt {
  std::int64_t added = 0;   ///< New there.
  std::int64_t before = 0;  ///< Had come into the depot before.
};

/// Sends what of `intake` never came in here to the depot, under the id `batch`, and records it. A
/// code that is known here stays out of it: it may have been handed out here. `batch` says the same
/// as for takeIn(). Where it gives a problem, and says so in it, the codes may have arrived.
[[nodiscard]] platform::Result<DepotReceipt, IntakeProblem> sendToDepot(
    const IntakePlaces& places, const Intake& intake, DepotBatch batch, DepotLink& depot,
    const platform::Interruption& cancel);

}  // namespace hallpass
