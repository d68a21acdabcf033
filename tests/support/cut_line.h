#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tests {

/// A line on the loopback between a client and the server behind `serverPort`, one connection after
/// the other, which can be cut within any message.
///
/// A turn is what the client sends and what the server answers to it; the first of a connection is
/// 0.
class CutLine {
 public:
  enum class Way : std::uint8_t { Request, Answer };
  enum class Loss : std::uint8_t {
    Closed,  ///< Both sides learn that the connection is gone.
    Silent,  ///< Nobody learns anything: the connection stays, and nothing comes through.
  };
  struct Cut {
    int turn = 0;
    Way way = Way::Request;
    std::int64_t after = 0;  ///< So many bytes of that message still come through.
    Loss loss = Loss::Closed;
  };
  struct Turn {
    std::int64_t request = 0;
    std::int64_t answer = 0;
  };

  explicit CutLine(int serverPort);
  ~CutLine();
  CutLine(const CutLine&) = delete;
  CutLine& operator=(const CutLine&) = delete;

  [[nodiscard]] int port() const { return port_; }

  /// Cuts once, at the first connection that comes so far.
  void cut(const Cut& cut);
  /// Whether that has happened.
  [[nodiscard]] bool wasCut() const;

  /// From now on bytes come through in pieces of at most `bytes`, each a millisecond late; 0 = as
  /// they come.
  void delay(std::size_t bytes);

  /// What the last connection carried, in bytes.
  [[nodiscard]] std::vector<Turn> turns() const;

 private:
  void serve();
  void accept();
  void carry(Way way);
  /// How many of `size` more bytes come through; fewer where the cut is.
  std::size_t count(Way way, std::size_t size);
  void pass(int to, const char* bytes, std::size_t size) const;
  void drop();

  int serverPort_;
  int port_ = 0;
  int listener_ = -1;
  int wake_ = -1;  ///< Readable when the thread is to end.
  int client_ = -1;
  int server_ = -1;
  bool silent_ = false;
  bool answered_ = true;  ///< What the client sends next begins a turn.

  mutable std::mutex mutex_;  ///< Of all below.
  std::optional<Cut> cut_;
  std::size_t piece_ = 0;
  std::vector<Turn> turns_;

  std::thread thread_;
};

}  // namespace tests
