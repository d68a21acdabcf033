#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "tests/support/catch.h"

namespace tests {

/// A server on a free port of the loopback that takes every connection and never says a word.
class SilentServer {
 public:
  SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, generic, size) == 0);
    REQUIRE(::getsockname(socket_, generic, &size) == 0);
    REQUIRE(::listen(socket_, 16) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() {
    if (caller_ >= 0) ::close(caller_);
    ::close(socket_);
  }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// A connection string by which nobody gives up before an hour.
  [[nodiscard]] std::string address() const {
    return "host=127.0.0.1 dbname=depot user=room connect_timeout=3600 port=" +
           std::to_string(port_);
  }

  /// The next one who connects, whom the caller closes.
  [[nodiscard]] int accept() const { return ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC); }
  /// Waits until somebody has connected and said something. Once; any thread.
  [[nodiscard]] bool awaitCaller() {
    caller_ = accept();
    char byte = 0;
    return caller_ >= 0 && ::recv(caller_, &byte, 1, MSG_PEEK) == 1;
  }

 private:
  int socket_;
  int port_ = 0;
  int caller_ = -1;
};

}  // namespace tests
