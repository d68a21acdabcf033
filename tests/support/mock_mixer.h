#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temporary_folder.h"

namespace tests {

/// A sound card without hardware: its loudspeaker goes from 0 to 64 and has a switch, and there is
/// a socket for headphones. This program, and those that it starts, find it as the card "test", and
/// as "default".
class MockMixer {
 public:
  MockMixer(long value, bool on) {
    set(value, on);
    plug(false);
    std::ofstream config(folder_.path() / "asound.conf");
    for (const char* name : {"test", "default"}) {
      config << "ctl." << name << " { type hallpass_test file \"" << state() << "\" }\n";
    }
    config << "ctl_type.hallpass_test { lib \"" TESTS_MIXER "\" }\n";
    config.close();
    ::setenv("ALSA_CONFIG_PATH", (folder_.path() / "asound.conf").c_str(), 1);
  }
  ~MockMixer() { ::unsetenv("ALSA_CONFIG_PATH"); }
  MockMixer(const MockMixer&) = delete;
  MockMixer& operator=(const MockMixer&) = delete;

  void set(long value, bool on) const { std::ofstream(state()) << value << ' ' << (on ? 1 : 0); }
  void plug(bool in) const { std::ofstream(state() + ".jack") << (in ? 1 : 0); }
  /// From now on there is no such card; who listens to it learns so at the next plug().
  void takeOut() const { std::filesystem::remove(state()); }
  /// Whether somebody asked for it when there was none.
  [[nodiscard]] bool wasRefused() const { return std::filesystem::exists(state() + ".refused"); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] long value() const { return read().first; }
  [[nodiscard]] bool on() const { return read().second != 0; }

 private:
  [[nodiscard]] std::string state() const { return (folder_.path() / "state").string(); }
  [[nodiscard]] std::pair<long, long> read() const {
    std::pair<long, long> both{-1, -1};
    std::ifstream(state()) >> both.first >> both.second;
    return both;
  }

  TemporaryFolder folder_;
};

}  // namespace tests
