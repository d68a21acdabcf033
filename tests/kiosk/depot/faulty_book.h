#pragma once

#include <string>
#include <vector>

#include "tests/kiosk/depot/book_twin.h"

namespace tests {

/// A kiosk's ledger of which one call fails.
class FaultyBook final : public hallpass::LeaseBook {
 public:
  enum class Fault {
    Refused,  ///< The call is not carried out, and that is said.
    Passed,   ///< For the control: it is carried out as if nothing was.
  };

  /// Its call number `at`, from 1. `book` outlives this.
  FaultyBook(BookTwin& book, int at, Fault fault = Fault::Refused)
      : book_(book), left_(at), fault_(fault) {}

  /// Whether it came to that call.
  [[nodiscard]] bool failed() const { return left_ <= 0; }

  Answer<std::optional<hallpass::Membership>> membership() override {
    return unlessFailing([&] { return book_.membership(); });
  }
  Answer<std::optional<platform::Hash>> hashAt(std::int64_t sequence) override {
    return unlessFailing([&] { return book_.hashAt(sequence); });
  }
  Answer<hallpass::Untold> untold(std::int64_t after, int limit) override {
    return unlessFailing([&] { return book_.untold(after, limit); });
  }
  Answer<platform::Done> told(const hallpass::Untold& untold) override {
    return unlessFailing([&] { return book_.told(untold); });
  }
  Answer<platform::Done> tellAgain() override {
    return unlessFailing([&] { return book_.tellAgain(); });
  }
  Answer<std::vector<std::string>> leases() override {
    return unlessFailing([&] { return book_.leases(); });
  }
  Answer<std::optional<hallpass::HeldLease>> lease(const std::string& id) override {
    return unlessFailing([&] { return book_.lease(id); });
  }
  Answer<std::vector<hallpass::LeaseAsk>> asks() override {
    return unlessFailing([&] { return book_.asks(); });
  }
  Answer<platform::Done> ask(const hallpass::LeaseAsk& ask) override {
    return unlessFailing([&] { return book_.ask(ask); });
  }
  Answer<platform::Done> hold(const hallpass::LeaseAsk& ask,
                              const std::vector<hallpass::LeasedCode>& codes) override {
    return unlessFailing([&] { return book_.hold(ask, codes); });
  }
  Answer<platform::Done> meet(const platform::Key& subjectKey) override {
    return unlessFailing([&] { return book_.meet(subjectKey); });
  }
  Answer<std::int64_t> heardUpTo(const std::string& generation) override {
    return unlessFailing([&] { return book_.heardUpTo(generation); });
  }
  Answer<platform::Done> hear(const std::string& generation,
                              const hallpass::Others& others) override {
    return unlessFailing([&] { return book_.hear(generation, others); });
  }
  Answer<platform::Done> freeze(const std::string& why) override {
    return unlessFailing([&] { return book_.freeze(why); });
  }

 private:
  template <class Call>
  std::invoke_result_t<Call> unlessFailing(Call call) {
    if (--left_ == 0 && fault_ == Fault::Refused) return hallpass::Refusal::Failed;
    return call();
  }

  BookTwin& book_;
  int left_;
  Fault fault_;
};

}  // namespace tests
