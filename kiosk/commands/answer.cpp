#include "kiosk/commands/answer.h"

namespace hallpass {
namespace {

std::string nameOf(OpenRefusal::Kind kind) {
  switch (kind) {
    case OpenRefusal::Kind::Newer:
      return "LedgerNewer";
    case OpenRefusal::Kind::Foreign:
      return "LedgerForeign";
    case OpenRefusal::Kind::Older:
      return "LedgerOlder";
    case OpenRefusal::Kind::Damaged:
      return "LedgerDamaged";
    case OpenRefusal::Kind::Busy:
      return "Busy";
    case OpenRefusal::Kind::Failed:
      break;
  }
  return "Failed";
}

std::string nameOf(platform::FileRefusal refusal) {
  switch (refusal) {
    case platform::FileRefusal::NotFound:
      return "FileNotFound";
    case platform::FileRefusal::NotAllowed:
      return "FileNotAllowed";
    case platform::FileRefusal::NotAFile:
      return "NotAFile";
    case platform::FileRefusal::NotAFolder:
      return "NotAFolder";
    case platform::FileRefusal::TooLarge:
      return "TooLarge";
    case platform::FileRefusal::BadName:
      return "BadFileName";
    case platform::FileRefusal::ReadOnly:
      return "ReadOnly";
    case platform::FileRefusal::Full:
      return "DiskFull";
    case platform::FileRefusal::Unreadable:
      break;
  }
  return "FileUnreadable";
}

}  // namespace

Complaint complaint(Refusal refusal) {
  const bool ledger = refusal == Refusal::Failed || refusal == Refusal::Busy;
  return {std::string(name(refusal)), std::string(sentence(refusal)),
          ledger ? ExitStatus::Ledger : ExitStatus::Refused};
}

Complaint complaint(const OpenRefusal& refusal) {
  // A file of another program, or of a newer one, is whole: it is not ours to open.
  const bool notOurs =
      refusal.kind == OpenRefusal::Kind::Newer || refusal.kind == OpenRefusal::Kind::Foreign;
  return {nameOf(refusal.kind), refusal.sentence,
          notOurs ? ExitStatus::Refused : ExitStatus::Ledger};
}

Complaint complaint(const ListProblem& problem, const std::string& file) {
  return {std::string(name(problem.why)), "\"" + file + "\": " + problem.sentence};
}

Complaint complaint(platform::FileRefusal refusal, const std::string& file) {
  return {nameOf(refusal), platform::sentence(refusal, file)};
}

}  // namespace hallpass
