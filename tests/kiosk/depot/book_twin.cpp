#include "tests/kiosk/depot/book_twin.h"

#include <algorithm>
#include <cstring>

namespace tests {
namespace {

using hallpass::Fate;
using platform::Done;

/// Good enough to tell entries apart, and a hundred times as quick as a real hash.
platform::Hash follow(const platform::Hash& previous, std::uint64_t salt, std::uint64_t sequence) {
  std::uint64_t mixed = 0;
  std::memcpy(&mixed, previous.data(), sizeof mixed);
  for (const std::uint64_t part : {salt, sequence}) {
    mixed = (mixed ^ part) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29U;
  }
  platform::Hash hash{};
  std::memcpy(hash.data(), &mixed, sizeof mixed);
  return hash;
}

}  // namespace

platform::Hash tokenOf(std::int64_t student) {
  platform::Hash token{};
  std::memcpy(token.data(), &student, sizeof student);
  return token;
}

std::int64_t studentOf(const platform::Hash& token) {
  std::int64_t student = 0;
  std::memcpy(&student, token.data(), sizeof student);
  return student;
}

void BookTwin::join(const std::string& kiosk) {
  member_ = {kiosk, 0, {}, ""};
  for (auto& [id, code] : codes_) code.lease.clear();  // They stay where they are, and untold.
  held_.clear();
  asks_.clear();
  elsewhere_.clear();
  generation_.clear();
  heard_ = 0;
  heardAt = 0;
  note();
}

void BookTwin::note(std::int64_t student, bool overruled) {
  const platform::Hash previous = journal_.empty() ? platform::Hash{} : journal_.back().hash;
  journal_.push_back({follow(previous, salt_, journal_.size()), student, overruled});
}

std::int64_t BookTwin::stock() const {
  return std::count_if(codes_.begin(), codes_.end(),
                       [](const auto& one) { return one.second.fate == Fate::Stock; });
}

bool BookTwin::knowsElsewhere(std::int64_t student) const {
  return elsewhere_.contains(tokenOf(student));
}

std::string BookTwin::claim(std::int64_t student) {
  const bool overruled = knowsElsewhere(student);
  for (auto& [id, code] : codes_) {
    if (code.fate != Fate::Stock) continue;
    code.fate = Fate::Claimed;
    holders_[student] = overruled;
    note(student, overruled);
    return id;
  }
  return "";
}

void BookTwin::swapOne() {
  for (auto& [id, code] : codes_) {
    if (code.fate != Fate::Claimed) continue;
    code.fate = Fate::Quarantined;
    return note();
  }
}

void BookTwin::giveBack() {
  std::string from;
  for (auto& [id, code] : codes_) {
    if (code.fate != Fate::Stock || (!from.empty() && code.lease != from)) continue;
    from = code.lease;
    code.fate = Fate::Returned;
  }
  if (!from.empty()) note();
}

BookTwin::Answer<std::optional<hallpass::Membership>> BookTwin::membership() {
  return std::optional(member_);
}

BookTwin::Answer<std::optional<platform::Hash>> BookTwin::hashAt(std::int64_t sequence) {
  const bool known = sequence >= 1 && sequence <= std::ssize(journal_);
  return known ? std::optional(journal_[static_cast<std::size_t>(sequence - 1)].hash)
               : std::nullopt;
}

BookTwin::Answer<hallpass::Untold> BookTwin::untold(std::int64_t after, int limit) {
  hallpass::Untold untold;
  const std::int64_t end = std::min<std::int64_t>(std::ssize(journal_), after + limit);
  for (std::int64_t at = after; at < end; ++at) {
    const auto index = static_cast<std::size_t>(at);
    const Entry& entry = journal_[index];
    untold.links.push_back({at + 1, index == 0 ? platform::Hash{} : journal_[index - 1].hash,
                            entry.hash, entry.overruled ? "room-overruled" : "entry"});
    if (entry.student == 0) continue;
    untold.links.back().subject = hallpass::Subject{tokenOf(entry.student), {at}};
  }
  untold.upTo = end;
  if (end < std::ssize(journal_)) return untold;
  for (const auto& [id, code] : codes_) {
    if (!code.lease.empty() && code.fate != code.told) untold.fates.push_back({id, code.fate, ""});
  }
  return untold;
}

BookTwin::Answer<Done> BookTwin::told(const hallpass::Untold& untold) {
  for (const hallpass::CodeFate& fate : untold.fates) codes_[fate.code].told = fate.fate;
  if (!untold.links.empty()) {
    member_.toldUpTo = untold.links.back().sequence;
    member_.toldHash = untold.links.back().hash;
  }
  return Done{};
}

BookTwin::Answer<Done> BookTwin::tellAgain() {
  for (auto& [id, code] : codes_) code.told = Fate::Stock;
  return Done{};
}

BookTwin::Answer<std::vector<std::string>> BookTwin::leases() {
  std::vector<std::string> ids;
  for (const auto& held : held_) ids.push_back(held.id);
  return ids;
}

BookTwin::Answer<std::optional<hallpass::HeldLease>> BookTwin::lease(const std::string& id) {
  const auto held =
      std::find_if(held_.begin(), held_.end(), [&](auto& one) { return one.id == id; });
  if (held == held_.end()) return std::optional<hallpass::HeldLease>();
  hallpass::HeldLease lease{*held, {}};
  for (const auto& [code, row] : codes_) {
    if (row.lease == id) lease.codes.push_back({code, row.fate, ""});
  }
  return std::optional(lease);
}

BookTwin::Answer<std::vector<hallpass::LeaseAsk>> BookTwin::asks() { return asks_; }

BookTwin::Answer<Done> BookTwin::ask(const hallpass::LeaseAsk& ask) {
  asks_.push_back(ask);
  return Done{};
}

BookTwin::Answer<Done> BookTwin::hold(const hallpass::LeaseAsk& ask,
                                      const std::vector<hallpass::LeasedCode>& codes) {
  std::erase_if(asks_, [&](const auto& one) { return one.id == ask.id; });
  held_.push_back(ask);
  for (const hallpass::LeasedCode& code : codes) {
    CodeRow& row = codes_[code.id];  // One that came in before keeps its fate.
    row.lease = ask.id;
    row.told = Fate::Stock;
  }
  note();
  return Done{};
}

BookTwin::Answer<Done> BookTwin::meet(const platform::Key& /*subjectKey*/) { return Done{}; }

BookTwin::Answer<std::int64_t> BookTwin::heardUpTo(const std::string& generation) {
  return generation == generation_ ? heard_ : 0;
}

BookTwin::Answer<Done> BookTwin::hear(const std::string& generation,
                                      const hallpass::Others& others) {
  for (const auto& taken : others.taken) {
    const auto holder = holders_.find(studentOf(taken.token));
    const bool fresh = elsewhere_.insert(taken.token).second;
    if (fresh && holder != holders_.end() && !holder->second) note();
  }
  generation_ = generation;
  heard_ = others.upTo;
  return Done{};
}

BookTwin::Answer<Done> BookTwin::freeze(const std::string& why) {
  if (frozen()) return Done{};
  member_.frozen = why;
  asks_.clear();
  for (auto& [id, code] : codes_) {
    if (code.fate == Fate::Stock) code.fate = Fate::Quarantined;
  }
  note();
  return Done{};
}

}  // namespace tests
