#pragma once

#include <array>
#include <fstream>
#include <string>
#include <thread>

#include "tests/support/silent_server.h"

namespace tests {

/// Takes one connection as PostgreSQL does without a password, reads the first bytes of a call, and
/// then nothing more. Its caller is the thread that makes it.
class MutePostgres {
 public:
  enum class End {
    Holds,  ///< The connection stays; what is sent fills it up.
    Cuts,   ///< It is reset once it is full and the caller waits.
  };

  explicit MutePostgres(End end) : end_(end), thread_([this] { serve(); }) {}
  ~MutePostgres() {
    awaitCall();
    if (caller_ >= 0) ::close(caller_);
  }
  MutePostgres(const MutePostgres&) = delete;
  MutePostgres& operator=(const MutePostgres&) = delete;

  [[nodiscard]] std::string address() const {
    return server_.address() + " sslmode=disable gssencmode=disable target_session_attrs=any";
  }

  /// Waits until it was called, and reads no more. One thread.
  void awaitCall() {
    if (thread_.joinable()) thread_.join();
  }

 private:
  void serve() {
    caller_ = server_.accept();
    read();  // Who it is, and which database.
    constexpr std::array<unsigned char, 15> kWelcome{'R', 0,   0, 0, 8, 0, 0,  0,
                                                     0,   'Z', 0, 0, 0, 5, 'I'};
    (void)::send(caller_, kWelcome.data(), kWelcome.size(), MSG_NOSIGNAL);
    read();
    if (end_ == End::Holds) return;
    while (!callerWaits()) std::this_thread::yield();
    // What was not read makes a reset of the end.
    ::close(caller_);
    caller_ = -1;
  }
  void read() const {
    std::array<char, 4096> bytes{};
    (void)::recv(caller_, bytes.data(), bytes.size(), 0);
  }
  /// By the letter that the system gives the thread, behind its name.
  [[nodiscard]] bool callerWaits() const {
    std::string state;
    std::getline(std::ifstream("/proc/self/task/" + std::to_string(callerThread_) + "/stat"),
                 state);
    return state.find(") S ") != std::string::npos;
  }

  pid_t callerThread_ = ::gettid();
  End end_;
  SilentServer server_;
  int caller_ = -1;
  std::thread thread_;
};

}  // namespace tests
