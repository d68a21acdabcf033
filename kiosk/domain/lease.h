#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/code.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/subject.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"

namespace hallpass {

/// What is wanted of the depot: `id` is chosen here and written down before anybody is asked, so
/// that whoever asks again gets the same codes.
struct LeaseAsk {
  std::string id;  ///< A UUID: 36 characters.
  std::string passType;
  int count = 0;  ///< 1 to kMostLeased.
};

inline constexpr int kMostLeased = 1'000;

/// One code of a lease, as it came from the depot.
struct LeasedCode {
  std::string id;  ///< The depot's, a UUID.
  Code code;
  std::string identity;  ///< PassType::identity of the code.
  std::optional<platform::UtcTime> redeemBy;
};

/// Where a leased code is now.
enum class Fate : std::uint8_t {
  Stock,        ///< It can be handed out here.
  Claimed,      ///< A student has it, or had.
  Quarantined,  ///< It is never handed out.
  Returned,     ///< It was given back unused: the depot may lease it to another kiosk.
};

/// "stock": as the ledger and the depot store it.
[[nodiscard]] std::string_view name(Fate fate);
/// nullopt for any other word.
[[nodiscard]] std::optional<Fate> fateNamed(std::string_view text);

/// What a kiosk tells of a leased code.
struct CodeFate {
  std::string code;  ///< The depot's id of it.
  Fate fate = Fate::Stock;
  std::string outcome;  ///< The last one that was said of its claim; "" = none.
  friend bool operator==(const CodeFate&, const CodeFate&) = default;
};

/// A lease that the ledger holds, with all of its codes.
struct HeldLease {
  LeaseAsk ask;
  std::vector<CodeFate> codes;
};

/// An entry of the journal, as far as the depot learns of it: no names, no codes.
struct JournalLink {
  std::int64_t sequence = 0;
  platform::Hash previous{};
  platform::Hash hash{};
  std::string event;  ///< "claim-made"
  /// Who took a code with this entry; other entries tell of nobody.
  std::optional<Subject> subject = {};
};

/// Who took a code in other rooms, as the depot tells it.
struct Others {
  struct Taken {
    platform::Hash token{};
    Elsewhere where;
  };
  std::vector<Taken> taken;
  std::int64_t upTo = 0;  ///< What comes next is asked for behind this number.
  bool more = false;      ///< There is more than one answer holds.
};

/// What the depot has not acknowledged, of one moment: links without a gap, and the fates that
/// differ from what was told last, once the links reach the newest entry. Every change of a fate
/// has its entry, so a report whose `upTo` is behind what the depot has says nothing new of them.
struct Untold {
  std::int64_t upTo = 0;  ///< The last entry that this is of; that of the last link, if any.
  std::vector<JournalLink> links;
  std::vector<CodeFate> fates;
  [[nodiscard]] bool empty() const { return links.empty() && fates.empty(); }
};

/// Who this kiosk is to the depot, and what it knows to have reached it.
struct Membership {
  std::string kiosk;          ///< The depot's id of it, a UUID.
  std::int64_t toldUpTo = 0;  ///< The last entry that was acknowledged; 0 = none.
  platform::Hash toldHash{};  ///< Its hash.
  std::string frozen;         ///< Why it may not go on; "" = it may.
};

/// The kiosk's side of the depot: what the ledger remembers of leases. Every call is one
/// transaction, durable when it returns. Implemented by the ledger, and by its twin in the
/// simulator of tests/kiosk/depot, so that both run the same synchronise().
class LeaseBook {
 public:
  template <class T>
  using Answer = platform::Result<T, Refusal>;

  virtual ~LeaseBook() = default;

  /// nullopt: this kiosk takes part in no depot.
  [[nodiscard]] virtual Answer<std::optional<Membership>> membership() = 0;

  /// The hash of entry `sequence` of the journal; nullopt where it has no such entry.
  [[nodiscard]] virtual Answer<std::optional<platform::Hash>> hashAt(std::int64_t sequence) = 0;

  /// What the depot lacks that has the entries up to `after`; at most `limit` links.
  [[nodiscard]] virtual Answer<Untold> untold(std::int64_t after, int limit) = 0;

  /// The depot has acknowledged `untold`.
  [[nodiscard]] virtual Answer<platform::Done> told(const Untold& untold) = 0;

  /// The depot went back behind what it had acknowledged: every fate is told again.
  [[nodiscard]] virtual Answer<platform::Done> tellAgain() = 0;

  [[nodiscard]] virtual Answer<std::vector<std::string>> leases() = 0;
  [[nodiscard]] virtual Answer<std::optional<HeldLease>> lease(const std::string& id) = 0;

  /// Leases that were asked for and are not held yet, oldest first.
  [[nodiscard]] virtual Answer<std::vector<LeaseAsk>> asks() = 0;
  /// Writes an ask down, before the depot is asked. It stands until it is served: the depot may
  /// carry out a call that this kiosk gave up long ago.
  [[nodiscard]] virtual Answer<platform::Done> ask(const LeaseAsk& ask) = 0;
  /// Takes the codes of `ask` into stock as a batch of their own. A lease that is held already is
  /// not taken again. A code that came in before keeps its place, and is told of from now on.
  [[nodiscard]] virtual Answer<platform::Done> hold(const LeaseAsk& ask,
                                                    const std::vector<LeasedCode>& codes) = 0;

  /// What the rooms of the depot know people by. Another key than before: what was heard of other
  /// rooms is forgotten, and what is told of this one made anew.
  [[nodiscard]] virtual Answer<platform::Done> meet(const platform::Key& subjectKey) = 0;

  /// Up to which number other rooms were heard, in that life of the depot; 0 = from the first.
  [[nodiscard]] virtual Answer<std::int64_t> heardUpTo(const std::string& generation) = 0;

  /// Remembers who took a code elsewhere: from now on claims are refused for them. Whoever had
  /// taken one here as well is put on record.
  [[nodiscard]] virtual Answer<platform::Done> hear(const std::string& generation,
                                                    const Others& others) = 0;

  /// The codes of all leases go from stock to quarantine, for good, and nothing is asked any more.
  /// Does nothing where it is frozen already.
  [[nodiscard]] virtual Answer<platform::Done> freeze(const std::string& why) = 0;
};

}  // namespace hallpass
