#include "kiosk/depot/report_columns.h"

namespace hallpass {

std::string hashBytes(const platform::Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

LinkColumns::LinkColumns(const std::vector<JournalLink>& links) {
  for (const JournalLink& link : links) {
    sequences_.push_back(std::to_string(link.sequence));
    previous_.push_back(hashBytes(link.previous));
    hashes_.push_back(hashBytes(link.hash));
    events_.push_back(link.event);
    tokens_.push_back(link.subject ? hashBytes(link.subject->token) : "");
    times_.push_back(std::to_string(link.subject ? link.subject->at.ms : 0));
  }
}

void LinkColumns::addTo(Parameters& parameters) const {
  parameters.addList(sequences_).addBytesList(previous_).addBytesList(hashes_).addList(events_);
  parameters.addBytesList(tokens_).addList(times_);
}

FateColumns::FateColumns(const std::vector<CodeFate>& fates, const CodeText& codeText) {
  for (const CodeFate& fate : fates) {
    const bool back = fate.fate == Fate::Returned || fate.fate == Fate::Stock;
    const auto code = back ? codeText(fate.code) : std::nullopt;
    codes_.push_back(fate.code);
    fates_.emplace_back(name(fate.fate));
    outcomes_.push_back(fate.outcome);
    back_.push_back(code ? secretText(code->code, code->identity) : "");
  }
}

void FateColumns::addTo(Parameters& parameters) const {
  parameters.addList(codes_).addList(fates_).addList(outcomes_).addList(back_);
}

}  // namespace hallpass
