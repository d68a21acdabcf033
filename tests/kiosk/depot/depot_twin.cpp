#include "tests/kiosk/depot/depot_twin.h"

#include <algorithm>

namespace tests {

using hallpass::DepotRefusal;
using hallpass::Fate;

DepotTwin::KioskRow* DepotTwin::row(const std::string& kiosk) {
  const auto found = kiosks_.find(kiosk);
  return found == kiosks_.end() ? nullptr : &found->second;
}

DepotTwin::Answer<DepotTwin::KioskRow*> DepotTwin::active(const std::string& kiosk) {
  KioskRow* found = row(kiosk);
  if (found == nullptr) return DepotRefusal::Unknown;
  if (found->state == KioskState::Frozen) return DepotRefusal::Frozen;
  if (found->state == KioskState::Lost) return DepotRefusal::Lost;
  return found;
}

void DepotTwin::enrol(const std::string& kiosk) {
  kiosks_[kiosk].generation = rebuilding_ ? "" : generation_;
}

void DepotTwin::declareLost(const std::string& kiosk) {
  KioskRow* found = row(kiosk);
  if (found == nullptr) return;
  found->state = KioskState::Lost;
  doubtful_ = doubtful_ || rebuilding_;
  for (auto& [id, code] : codes_) {
    const bool its = code.state == CodeState::Leased && leases_[code.lease].kiosk == kiosk;
    if (its && flaw_ == DepotFlaw::LostIsFree) code.state = CodeState::Free;
    if (its && flaw_ != DepotFlaw::LostIsFree) code.state = CodeState::Quarantined;
    // What it may have been given after the backup was made is not known: any free code.
    if (rebuilding_ && code.state == CodeState::Free) code.state = CodeState::Quarantined;
  }
}

void DepotTwin::restored(const std::string& generation) {
  if (flaw_ == DepotFlaw::RestoredUnsaid) return;
  rebuilding_ = true;
  generation_ = generation;
}

void DepotTwin::rebuild(const std::string& generation) {
  if (!rebuilding_) restored(generation);
}

bool DepotTwin::resume() {
  const bool waits = std::any_of(kiosks_.begin(), kiosks_.end(), [&](const auto& one) {
    return one.second.state != KioskState::Lost && one.second.generation != generation_;
  });
  rebuilding_ = rebuilding_ && waits;
  doubtful_ = doubtful_ && waits;
  return !waits;
}

void DepotTwin::expireBefore(long at) {
  if (flaw_ != DepotFlaw::ExpiresByTime) return;
  for (auto& [id, code] : codes_) {
    if (code.state == CodeState::Leased && leases_[code.lease].at < at)
      code.state = CodeState::Free;
  }
}

DepotTwin::Answer<hallpass::Welcome> DepotTwin::hello(const std::string& kiosk,
                                                      const hallpass::Hello& hello,
                                                      const std::string& newGeneration) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  KioskRow& its = **found;
  const std::int64_t last = std::ssize(its.entries);
  if (hello.toldUpTo > last) {
    rebuild(newGeneration);
  } else if (hello.toldUpTo > 0 && flaw_ != DepotFlaw::ForksUnseen &&
             its.entries[static_cast<std::size_t>(hello.toldUpTo - 1)] != hello.toldHash) {
    its.state = KioskState::Frozen;
    return DepotRefusal::Frozen;
  }
  hallpass::Welcome welcome;
  welcome.lastSequence = flaw_ == DepotFlaw::ForksUnseen ? hello.toldUpTo : last;
  if (welcome.lastSequence > 0) {
    welcome.lastHash = flaw_ == DepotFlaw::ForksUnseen ? hello.toldHash : its.entries.back();
  }
  for (const std::string& id : hello.leases) {
    const auto lease = leases_.find(id);
    if (lease == leases_.end()) {
      welcome.unknown.push_back(id);
    } else if (!lease->second.sealed) {
      welcome.unsealed.push_back(id);
    }
  }
  if (!welcome.unknown.empty()) rebuild(newGeneration);
  // A lease of the same name may be of other codes since.
  if (its.generation != generation_) welcome.unknown = hello.leases;
  welcome.generation = generation_;
  return welcome;
}

DepotTwin::Answer<platform::Done> DepotTwin::freeze(const std::string& kiosk) {
  KioskRow* found = row(kiosk);
  if (found == nullptr) return DepotRefusal::Unknown;
  if (found->state == KioskState::Active) found->state = KioskState::Frozen;
  return Done{};
}

/// False where the depot has another entry there.
bool DepotTwin::takeLink(const std::string& kiosk, KioskRow& row, const hallpass::JournalLink& link,
                         bool& gap) {
  const std::int64_t last = std::ssize(row.entries);
  gap = link.sequence > last + 1;
  if (gap || flaw_ == DepotFlaw::ForksUnseen) return true;
  if (link.sequence <= last) {
    return row.entries[static_cast<std::size_t>(link.sequence - 1)] == link.hash;
  }
  if (last > 0 && row.entries.back() != link.previous) return false;
  row.entries.push_back(link.hash);
  if (link.subject) takeSubject(kiosk, link);
  return true;
}

void DepotTwin::takeSubject(const std::string& kiosk, const hallpass::JournalLink& link) {
  const SubjectRow taken{kiosk, link.subject->token, link.event == "room-overruled"};
  crossings_ += std::count_if(subjects_.begin(), subjects_.end(), [&](const SubjectRow& other) {
    return other.token == taken.token && other.kiosk != kiosk && !other.overruled &&
           !taken.overruled;
  });
  subjects_.push_back(taken);
}

DepotTwin::Answer<hallpass::Others> DepotTwin::others(const std::string& kiosk, std::int64_t after,
                                                      const std::string& newGeneration) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  hallpass::Others others;
  others.upTo = std::ssize(subjects_);
  if (after > others.upTo) {
    rebuild(newGeneration);
    return DepotRefusal::Gap;
  }
  if (flaw_ == DepotFlaw::OthersUntold) return others;
  for (auto row = subjects_.begin() + after; row != subjects_.end(); ++row) {
    if (row->kiosk != kiosk && !row->overruled)
      others.taken.push_back({row->token, {row->kiosk, {}}});
  }
  return others;
}

DepotTwin::Answer<platform::Done> DepotTwin::report(const std::string& kiosk,
                                                    const hallpass::Untold& untold) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  KioskRow& its = **found;
  for (const hallpass::JournalLink& link : untold.links) {
    bool gap = false;
    if (!takeLink(kiosk, its, link, gap)) {
      its.state = KioskState::Frozen;
      return DepotRefusal::Frozen;
    }
    if (gap && flaw_ != DepotFlaw::ForksUnseen) return DepotRefusal::Gap;
  }
  const bool newest = untold.upTo == std::ssize(its.entries);
  if (!newest && flaw_ != DepotFlaw::ForksUnseen) return Done{};
  for (const hallpass::CodeFate& told : untold.fates) takeFate(kiosk, told);
  return Done{};
}

void DepotTwin::takeFate(const std::string& kiosk, const hallpass::CodeFate& told) {
  const auto found = codes_.find(told.code);
  if (found == codes_.end()) return;
  CodeRow& code = found->second;
  const auto lease = leases_.find(code.lease);
  if (code.state == CodeState::Free || lease == leases_.end() || lease->second.kiosk != kiosk) {
    if (told.fate == Fate::Claimed) ++conflicts_;
    return;
  }
  switch (told.fate) {
    case Fate::Stock:
      return;
    case Fate::Claimed:
      code.state = CodeState::Claimed;
      code.outcome = told.outcome;
      return;
    case Fate::Quarantined:
      code.state = CodeState::Quarantined;
      code.outcome = told.outcome;
      return;
    case Fate::Returned:
      if (code.state != CodeState::Leased) return;
      code.givenBackBy.insert(kiosk);
      code.state = doubtful_ ? CodeState::Quarantined : CodeState::Free;
      if (!doubtful_) code.lease.clear();
      return;
  }
}

DepotTwin::Answer<platform::Done> DepotTwin::assertLease(const std::string& kiosk,
                                                         const hallpass::HeldLease& lease) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  const auto there = leases_.find(lease.ask.id);
  if (there != leases_.end() && there->second.kiosk != kiosk) {
    ++conflicts_;
    return DepotRefusal::Frozen;
  }
  if (there == leases_.end()) {
    leases_[lease.ask.id] = {kiosk, static_cast<int>(lease.codes.size()), false, 0};
  }
  for (const hallpass::CodeFate& held : lease.codes) {
    if (held.fate != Fate::Returned) assertCode(lease, held);
  }
  keepStrays(lease);
  return Done{};
}

/// Codes that were given under that name in a life of the depot that is forgotten: no kiosk knows
/// them.
void DepotTwin::keepStrays(const hallpass::HeldLease& lease) {
  for (auto& [id, code] : codes_) {
    if (code.lease != lease.ask.id || code.state != CodeState::Leased) continue;
    const bool held = std::any_of(lease.codes.begin(), lease.codes.end(),
                                  [&which = id](const auto& one) { return one.code == which; });
    if (held) continue;
    code.state = CodeState::Quarantined;
    ++conflicts_;
  }
}

void DepotTwin::assertCode(const hallpass::HeldLease& lease, const hallpass::CodeFate& held) {
  CodeRow& code = codes_[held.code];
  if (code.passType.empty()) code.passType = lease.ask.passType;
  if (code.state == CodeState::Free) {
    code.state = CodeState::Leased;
    code.lease = lease.ask.id;
  } else if (code.lease != lease.ask.id) {
    ++conflicts_;
    if (code.state == CodeState::Leased) code.state = CodeState::Quarantined;
  }
}

DepotTwin::Answer<platform::Done> DepotTwin::settled(const std::string& kiosk,
                                                     const std::string& generation) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  if (generation == generation_) (*found)->generation = generation;
  return Done{};
}

DepotTwin::Answer<int> DepotTwin::lease(const std::string& kiosk, const hallpass::LeaseAsk& ask,
                                        long now) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  const auto there = leases_.find(ask.id);
  const bool known = there != leases_.end();
  if (known && there->second.kiosk != kiosk) return DepotRefusal::Unknown;
  if (known && flaw_ != DepotFlaw::AnewOnRetry) return there->second.count;
  if (rebuilding_) return DepotRefusal::Rebuilding;
  for (auto& [id, code] : codes_) {
    if (known && code.lease == ask.id) code.lease = ask.id + " before";  // AnewOnRetry alone
  }
  int given = 0;
  for (auto& [id, code] : codes_) {
    const bool may = code.state == CodeState::Free && code.passType == ask.passType &&
                     !code.givenBackBy.contains(kiosk);
    if (!may) continue;
    if (given == ask.count) break;
    code.state = CodeState::Leased;
    code.lease = ask.id;
    ++given;
  }
  if (given == 0) return DepotRefusal::Empty;
  leases_[ask.id] = {kiosk, given, false, now};
  return given;
}

DepotTwin::Answer<std::vector<hallpass::LeasedCode>> DepotTwin::codes(const std::string& kiosk,
                                                                      const std::string& lease) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  const auto there = leases_.find(lease);
  if (there == leases_.end() || there->second.kiosk != kiosk) return DepotRefusal::Unknown;
  std::vector<hallpass::LeasedCode> codes;
  for (const auto& [id, code] : codes_) {
    const bool its = code.lease == lease && code.state == CodeState::Leased;
    if (its) codes.push_back({id, hallpass::Code(id), id, std::nullopt});
  }
  return codes;
}

DepotTwin::Answer<platform::Done> DepotTwin::seal(const std::string& kiosk,
                                                  const std::string& lease) {
  const auto found = active(kiosk);
  if (!found) return found.error();
  const auto there = leases_.find(lease);
  if (there == leases_.end() || there->second.kiosk != kiosk) return DepotRefusal::Unknown;
  there->second.sealed = true;
  return Done{};
}

}  // namespace tests
