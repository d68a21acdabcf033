#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/refusal.h"
#include "kiosk/ledger/ledger.h"
#include "platform/base/result.h"

namespace hallpass {

/// What can leave the device with the instructor.
enum class ExportKind : std::uint8_t {
  Claims,    ///< Every claim of the class, ended ones too: CSV.
  Students,  ///< The students of the class who have no code: CSV, which can be read as a roster.
  Unused,    ///< The codes that may still be handed out, of every pass type: CSV.
  Journal,   ///< All of it, as JSON lines, and a manifest that proves it whole.
  Report,    ///< The class on paper: PDF.
  EarlierClaims,  ///< Every claim of the classes before this one: CSV.
};

inline constexpr std::array kExportKinds{ExportKind::Claims, ExportKind::Students,
                                         ExportKind::Unused, ExportKind::Journal,
                                         ExportKind::Report, ExportKind::EarlierClaims};

/// "claims": as the command line and the journal say it.
[[nodiscard]] std::string_view name(ExportKind kind);

/// "Codes taken": for a list, to be translated.
[[nodiscard]] const char* title(ExportKind kind);

/// Whether whole codes can stand in it at all.
[[nodiscard]] bool canHoldCodes(ExportKind kind);

enum class CodesIn : std::uint8_t { Masked, Whole };

/// What is asked for.
struct ExportAsk {
  ExportKind kind = ExportKind::Claims;
  CodesIn codes = CodesIn::Masked;
  /// A journal's manifest is named after it. "" = exportName(), counted on where `folder`
  /// holds that name (freeName()); of a list and a report it tells the content too (provenName()).
  std::string fileName = {};
  std::filesystem::path folder = {};  ///< Where it will be written.
};

/// One file that leaves.
struct ExportFile {
  std::string name;
  std::string bytes;
  std::int64_t lines = 0;  ///< Claims, students, codes or events in it; 0 for a manifest.
};

/// The files asked for, as the ledger is now; changes nothing and writes nothing. Whole codes stand
/// in them only where `ask` says so and the kind can hold them. Refuses with NoClass (claims, those
/// of earlier classes, students, report), Busy or Failed.
[[nodiscard]] platform::Result<std::vector<ExportFile>, Refusal> makeExport(
    Ledger& ledger, const std::filesystem::path& assets, const ExportAsk& ask);

/// The manifest that goes with a journal of that file name: "NAME.manifest.json".
[[nodiscard]] std::string manifestName(std::string_view journalName);

}  // namespace hallpass
