#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/kiosk/depot/postgres.h"
#include "tests/support/network.h"

namespace tests {

/// A primary and the synchronous standby that takes over, in the network of the thread that makes
/// them, on two ports that stay the same: whoever is alive has either.
class ServerPair {
 public:
  ServerPair();

  /// The depot by whichever of the two takes writes, as the superuser.
  [[nodiscard]] std::string address() const;

  /// SIGKILL to the primary; the standby takes over, and gets a standby of its own.
  void failOver();

 private:
  void addStandby();

  std::unique_ptr<Postgres> primary_;
  std::unique_ptr<Postgres> standby_;
};

/// A kiosk in a network of its own, with one cable to the servers'; what it does are commands of
/// the program, each a process. One thread at a time.
class CabledKiosk {
 public:
  /// `number` is its cable's. Opens a class with a roster that nobody comes to the end of.
  CabledKiosk(const Network& servers, int number);

  Cable& cable() { return cable_; }
  [[nodiscard]] std::filesystem::path ledger() const { return data_.path() / "ledger.db"; }

  void enrol(const std::string& token) const;

  /// `hallpass WORDS --json` to its end.
  [[nodiscard]] ProcessEnd run(std::vector<std::string> words) const;

  /// `hallpass depot sync`, which asks for `codes` where fewer than half of them are left.
  [[nodiscard]] std::unique_ptr<Process> beginSync(int codes) const;

  /// The next student, of 2,000, takes a code, where one is left. Throws where the program says
  /// anything but the code, or that there is none.
  void claim();

  /// Synchronises until that is done. Throws where it never is.
  void settle() const;

  /// What it told, by the student's number: a code each.
  [[nodiscard]] const std::map<std::string, std::string>& told() const { return told_; }

 private:
  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words) const;
  [[nodiscard]] std::string write(const std::string& name, const std::string& content) const;

  Network network_;
  Cable cable_;
  TemporaryFolder data_;
  int students_ = 0;
  std::map<std::string, std::string> told_;
};

/// Three kiosks, and the servers in a network of their own, which the thread that makes it is in
/// from then on.
class CabledVenue {
 public:
  explicit CabledVenue(int codes);

  ServerPair& servers() { return servers_; }
  std::vector<std::unique_ptr<CabledKiosk>>& kiosks() { return kiosks_; }

  /// What does not add up once all kiosks have told everything; "" = all does, and then
  /// account() says it.
  [[nodiscard]] std::string complaint() const;
  [[nodiscard]] std::string account() const;

 private:
  [[nodiscard]] std::string complaintOf(const CabledKiosk& kiosk) const;

  int codes_;
  Network network_;
  Within inside_{network_};
  ServerPair servers_;
  std::vector<std::unique_ptr<CabledKiosk>> kiosks_;
};

/// The cable is pulled while the depot carries out a grant: it stands, and its answer is lost.
/// False where no grant was asked for, or a server died meanwhile. The cable is in again.
[[nodiscard]] bool loseAnswer(CabledKiosk& kiosk, const std::string& servers);

}  // namespace tests
