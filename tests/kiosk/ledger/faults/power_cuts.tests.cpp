// The power goes before any write, truncation, sync, removal or making of a file.
#include "tests/kiosk/ledger/faults/bench.h"

using tests::Durability;
using tests::Tally;

namespace {

/// Where the cuts begin: a seed that is printed beside a failure, given here, begins with that cut.
std::uint32_t firstSeed() {
  return static_cast<std::uint32_t>(tests::wanted("HALLPASS_CUT_SEED", 20261121));
}

using Works = std::vector<tests::Work>;

/// The share of `some` of all the cuts that are wanted.
void cutAll(const Works& some) {
  int shares = 0;
  for (const tests::Work& work : tests::allWork()) shares += work.share;
  const long long oneShare = tests::wanted("HALLPASS_CUTS", 20'000) / shares + 1;
  tests::Bench bench;
  Tally sum;
  tests::printHead("power cuts");
  for (const tests::Work& work : some) {
    const Tally tally = bench.cut(work, work.share * oneShare, Durability::Ours, firstSeed());
    tests::print(work.name, tally);
    sum += tally;
  }
  tests::print("together", sum);
  INFO(sum.first);
  CHECK(sum.lost == 0);
  CHECK(sum.corrupt == 0);
}

constexpr int kInClass = 5;  ///< The first of all works.

}  // namespace

TEST_CASE("whenever the power goes in a class, the ledger keeps what it told and every promise",
          "[ledger][cuts]") {
  const Works all = tests::allWork();
  cutAll({all.begin(), all.begin() + kInClass});
}

TEST_CASE("whenever the power goes beside a class, the ledger keeps what it told and every promise",
          "[ledger][cuts]") {
  const Works all = tests::allWork();
  cutAll({all.begin() + kInClass, all.end()});
}

TEST_CASE("control: with other settings a cut loses claims that were told", "[ledger][cuts]") {
  const long long cuts = tests::wanted("HALLPASS_CUTS", 20'000) / 100 + 100;
  tests::Work claim = tests::workNamed("claim");
  claim.oneOf = 5;
  tests::Bench bench;
  tests::printHead("controls, each of which must lose claims");
  const auto run = [&](const char* name, Durability durability) {
    const Tally tally = bench.cut(claim, cuts, durability, firstSeed());
    tests::print(name, tally);
    return tally;
  };
  const Tally off = run("WAL, synchronous=OFF", Durability::Off);
  CHECK(off.lost + off.corrupt > 0);
  CHECK(run("WAL, synchronous=NORMAL", Durability::WalNormal).lost > 0);
  CHECK(run("DELETE, synchronous=FULL", Durability::DeleteFull).lost > 0);
}
