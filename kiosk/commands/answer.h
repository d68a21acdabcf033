#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/domain/refusal.h"
#include "kiosk/exchange/list_problem.h"
#include "kiosk/ledger/open_refusal.h"
#include "platform/base/result.h"
#include "platform/os/files.h"

namespace hallpass {

/// How a command ends, for whoever called it.
enum class ExitStatus : int {
  Done = 0,
  Refused = 1,  ///< By a rule, or the answer is no: nothing changed.
  Usage = 2,    ///< The command line itself is wrong.
  Ledger = 3,   ///< The ledger could not be used: damaged, held by another program, disk full; or
                ///< what was found out could not be printed in full.
};

/// What a command found out or did.
struct Report {
  nlohmann::ordered_json json;  ///< One object: what --json prints.
  std::string text;             ///< The same for a person; lines that end with "\n".
  ExitStatus status = ExitStatus::Done;
};

/// Why a command did not do, or not do all of, what it was asked.
struct Complaint {
  std::string name;      ///< "OutOfStock": the word that --json prints.
  std::string sentence;  ///< What is, and what to do.
  ExitStatus status = ExitStatus::Refused;
  std::string done = {};  ///< What it has done all the same, in a sentence; "" = nothing changed.
};

using Answer = platform::Result<Report, Complaint>;

[[nodiscard]] Complaint complaint(Refusal refusal);
[[nodiscard]] Complaint complaint(const OpenRefusal& refusal);

/// A list that gives nothing; the sentence names `file`.
[[nodiscard]] Complaint complaint(const ListProblem& problem, const std::string& file);
[[nodiscard]] Complaint complaint(platform::FileRefusal refusal, const std::string& file);

}  // namespace hallpass
