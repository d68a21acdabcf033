#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/finder.h"
#include "tests/support/temporary_folder.h"

namespace tests {

struct Tapped;

/// What else could do the job: the list of names and a code as a page of a ready-made program. It
/// is favoured: nothing is recorded, and the code is a picture that lies ready.
class Peer {
 public:
  /// `command` is the program's; the page (of tests/bench/peers) comes last, behind `prefix`.
  Peer(std::string name, std::vector<std::string> command, const std::string& prefix,
       const std::string& page);
  ~Peer();

  [[nodiscard]] bool installed() const;

  /// Starts it and waits for the list; a tap on a name will show `code`. For measureTap.
  void open(const Image& code);
  /// From the release on the next name to the code on the screen; leads back to the list.
  void tap();
  /// Ends it, after a look at its memory.
  void close();

  /// From the program's start to the list; after close(), for a page has what it shows by then.
  void start();

  /// Its rows of the table, beside what the kiosk took in turns with it.
  void report(const Samples& kioskStarts, const Tapped& kiosk, Figures& figures) const;

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  class Running;

  std::string name_;
  std::vector<std::string> command_;
  TemporaryFolder folder_;
  std::optional<Finder> finder_;
  int tappedName_ = 0;
  std::unique_ptr<Running> running_;
  Samples starts_;
  Samples taps_;
  double proportionalMiB_ = 0;
};

using Peers = std::vector<std::unique_ptr<Peer>>;

/// Those whose packages are here; of each other one a line says that it is left out.
[[nodiscard]] Peers installedPeers();

}  // namespace tests
