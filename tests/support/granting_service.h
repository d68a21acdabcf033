#pragma once

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/catch.h"

namespace tests {

/// A service at a socket that grants what it is asked for, one caller after the other.
class GrantingService {
 public:
  /// `grant` says whether, `takeBack` is called before the connection's end that the caller sees;
  /// both from a thread of its own.
  GrantingService(const std::filesystem::path& socket, std::function<bool()> grant,
                  std::function<void()> takeBack)
      : grant_(std::move(grant)), takeBack_(std::move(takeBack)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = socket.string();
    REQUIRE(name.size() < sizeof address.sun_path);
    name.copy(static_cast<char*>(address.sun_path), name.size());
    const auto* bytes = reinterpret_cast<const sockaddr*>(&address);  // NOLINT(*-reinterpret-cast)
    REQUIRE(::bind(listening_, bytes, sizeof address) == 0);
    REQUIRE(::listen(listening_, 8) == 0);
    thread_ = std::thread([this] { serve(); });
  }
  ~GrantingService() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
  }
  GrantingService(const GrantingService&) = delete;
  GrantingService& operator=(const GrantingService&) = delete;

  /// The lines of those who asked, in order.
  [[nodiscard]] std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  void serve() {
    int caller = -1;
    while ((caller = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0) {
      std::string line;
      for (char c = '\0'; ::read(caller, &c, 1) == 1 && c != '\n';) line += c;
      {
        const std::lock_guard lock(mutex_);
        asked_.push_back(line);
      }
      if (grant_()) {
        constexpr std::string_view kYes = "yes\n";
        (void)!::send(caller, kYes.data(), kYes.size(), MSG_NOSIGNAL);
        for (char c = '\0'; ::read(caller, &c, 1) == 1;) {
        }
        takeBack_();
      }
      ::close(caller);
    }
  }

  std::function<bool()> grant_;
  std::function<void()> takeBack_;
  int listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::mutex mutex_;  ///< Guards what follows.
  std::vector<std::string> asked_;
  std::thread thread_;
};

}  // namespace tests
