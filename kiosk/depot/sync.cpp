#include "kiosk/depot/sync.h"

#include <algorithm>
#include <set>

namespace hallpass {
namespace {

using platform::Done;
using Step = platform::Result<Done, DepotRefusal>;

/// Whether the ledger can take them: a depot that is out of order must not bring it to a stand.
bool canBeHeld(const std::vector<LeasedCode>& codes) {
  std::set<std::string> ids;
  std::set<std::string> identities;
  return std::all_of(codes.begin(), codes.end(), [&](const LeasedCode& code) {
    return !code.identity.empty() && ids.insert(code.id).second &&
           identities.insert(code.identity).second;
  });
}

/// Whether they lead on, so that asking for more of them ends.
bool leadOn(const Others& others, std::int64_t after) {
  return others.more ? others.upTo > after : others.upTo >= after;
}

/// One synchronising, in its steps.
class Sync {
 public:
  Sync(LeaseBook& book, Depot& depot) : book_(book), depot_(depot) {}

  platform::Result<SyncReport, DepotRefusal> run() {
    const auto member = book_.membership();
    if (!member) return DepotRefusal::Ledger;
    if (!*member) return DepotRefusal::NotSet;
    if (!(*member)->frozen.empty()) return freezeThere((*member)->frozen);
    const auto welcome = greet(**member);
    if (!welcome) return welcome.error();
    if (const Step same = checkTimeline(**member, *welcome); !same) return same.error();
    if (const auto met = book_.meet(welcome->subjectKey); !met) return DepotRefusal::Ledger;
    if (const Step asserted = assertLeases(welcome->unknown); !asserted) return asserted.error();
    if (const Step told = tell(welcome->lastSequence); !told) return told.error();
    for (const std::string& lease : welcome->unsealed) {
      if (auto sealed = depot_.seal(lease); !sealed) return sealed.error();
    }
    if (auto settled = depot_.settled(welcome->generation); !settled) return settled.error();
    if (const Step heard = listen(welcome->generation); !heard) return heard.error();
    if (const Step fetched = fetchAll(); !fetched) return fetched.error();
    return report_;
  }

 private:
  platform::Result<Welcome, DepotRefusal> greet(const Membership& member) {
    const auto leases = book_.leases();
    if (!leases) return DepotRefusal::Ledger;
    auto welcome = depot_.hello({member.toldUpTo, member.toldHash, *leases});
    if (welcome) return welcome;
    const DepotRefusal why = welcome.error();
    if (why == DepotRefusal::Frozen) return freezeHere("two-ledgers", why);
    if (why == DepotRefusal::Lost) return freezeHere("declared-lost", why);
    return why;
  }

  /// Told at every synchronising: a depot that went back in time may have forgotten it.
  DepotRefusal freezeThere(const std::string& why) {
    const auto there = depot_.freeze(why);
    return there ? DepotRefusal::Frozen : there.error();
  }

  DepotRefusal freezeHere(const char* why, DepotRefusal refusal) {
    return book_.freeze(why).ok() ? refusal : DepotRefusal::Ledger;
  }

  /// The depot must have no entry that this ledger lacks, or has otherwise.
  Step checkTimeline(const Membership& member, const Welcome& welcome) {
    if (welcome.lastSequence > 0) {
      const auto mine = book_.hashAt(welcome.lastSequence);
      if (!mine) return DepotRefusal::Ledger;
      if (*mine != welcome.lastHash) {
        const char* why = *mine ? "two-ledgers" : "older-ledger";
        // Here first: should the next call break, nothing is handed out all the same.
        const DepotRefusal frozen = freezeHere(why, DepotRefusal::Frozen);
        return frozen == DepotRefusal::Frozen ? freezeThere(why) : frozen;
      }
    }
    if (welcome.lastSequence < member.toldUpTo || !welcome.unknown.empty()) {
      const auto again = book_.tellAgain();
      if (!again) return DepotRefusal::Ledger;
    }
    return Done{};
  }

  Step assertLeases(const std::vector<std::string>& unknown) {
    for (const std::string& id : unknown) {
      const auto lease = book_.lease(id);
      if (!lease) return DepotRefusal::Ledger;
      if (!*lease) return DepotRefusal::Broken;
      if (auto done = depot_.assertLease(**lease); !done) return done.error();
      ++report_.leasesAsserted;
    }
    return Done{};
  }

  Step tell(std::int64_t after) {
    for (;;) {
      const auto untold = book_.untold(after, kLinksAtOnce);
      if (!untold) return DepotRefusal::Ledger;
      if (untold->empty()) return Done{};
      if (auto told = depot_.report(*untold); !told) return onReport(told.error());
      const auto noted = book_.told(*untold);
      if (!noted) return DepotRefusal::Ledger;
      if (!untold->links.empty()) after = untold->links.back().sequence;
      report_.linksTold += std::ssize(untold->links);
      report_.fatesTold += std::ssize(untold->fates);
    }
  }

  DepotRefusal onReport(DepotRefusal why) {
    return why == DepotRefusal::Frozen ? freezeHere("two-ledgers", why) : why;
  }

  /// Stored here before more is asked for; a claim looks at what is stored, and at nothing else.
  Step listen(const std::string& generation) {
    const auto heard = book_.heardUpTo(generation);
    if (!heard) return DepotRefusal::Ledger;
    for (std::int64_t after = *heard;;) {
      const auto others = depot_.others(after);
      if (!others) return others.error();
      if (!leadOn(*others, after)) return DepotRefusal::Broken;
      if (auto kept = book_.hear(generation, *others); !kept) return DepotRefusal::Ledger;
      report_.elsewhere += std::ssize(others->taken);
      if (!others->more) return Done{};
      after = others->upTo;
    }
  }

  Step fetchAll() {
    const auto asks = book_.asks();
    if (!asks) return DepotRefusal::Ledger;
    std::optional<DepotRefusal> unserved;
    for (const LeaseAsk& ask : *asks) {
      const Step fetched = fetch(ask);
      if (fetched) continue;
      if (fetched.error() != DepotRefusal::Empty) return fetched.error();
      unserved = fetched.error();
    }
    if (unserved) return *unserved;
    return Done{};
  }

  /// Stored here before it is acknowledged: a kiosk that dies in between asks again by the same id.
  Step fetch(const LeaseAsk& ask) {
    const auto given = depot_.lease(ask);
    if (!given) return given.error();
    const auto codes = depot_.codes(ask.id);
    if (!codes) return codes.error();
    if (!canBeHeld(*codes)) return DepotRefusal::Broken;
    const auto held = book_.hold(ask, *codes);
    if (!held) return DepotRefusal::Ledger;
    report_.codesLeased += std::ssize(*codes);
    if (auto sealed = depot_.seal(ask.id); !sealed) return sealed.error();
    return Done{};
  }

  LeaseBook& book_;
  Depot& depot_;
  SyncReport report_;
};

}  // namespace

platform::Result<SyncReport, DepotRefusal> synchronise(LeaseBook& book, Depot& depot) {
  return Sync(book, depot).run();
}

}  // namespace hallpass
