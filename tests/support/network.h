#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tests {

/// A network of the kernel's own (a network namespace) with nothing but its loopback: what runs in
/// it reaches nothing of the machine's. A descriptor holds it, so that it is gone with this object,
/// and with this program however that ends. Made by the administrator alone, with the package
/// iproute2.
class Network {
 public:
  /// Why none can be made here; "" = it can. A test that needs one prints it and ends.
  [[nodiscard]] static std::string whyNot();

  /// Throws where the kernel refuses.
  Network();
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// `words` as a command that runs in it.
  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& words) const;

 private:
  friend class Within;
  friend class Cable;
  [[nodiscard]] std::string path() const;

  int descriptor_ = -1;
};

/// For as long as this lives, the calling thread is in `network`, and so is what it starts or
/// connects to.
class Within {
 public:
  explicit Within(const Network& network);
  ~Within();
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  int before_ = -1;
};

/// A cable from one network to another, with an address at either end. Cut and mended by any
/// thread, by one at a time.
class Cable {
 public:
  /// Which end is pulled: at the near one, what the far side sends just vanishes; at the far one,
  /// that side is told so at once.
  enum class End : std::uint8_t { Near, Far };

  /// `number`, 0 to 63, chooses its four addresses of 192.0.2.0/24, which RFC 5737 keeps free.
  Cable(const Network& near, const Network& far, int number);
  ~Cable();
  Cable(const Cable&) = delete;
  Cable& operator=(const Cable&) = delete;

  [[nodiscard]] std::string nearAddress() const { return address(1); }
  [[nodiscard]] std::string farAddress() const { return address(2); }

  void cut(End end);
  /// Both ends are in again.
  void mend();

  /// Waits until so many more bytes went through, in both directions together: true; or until
  /// `ended` can be read: false. Throws after a minute.
  [[nodiscard]] bool carry(std::int64_t bytes, int ended) const;

 private:
  [[nodiscard]] std::string address(int host) const;
  void makeEnd(const Network& network, const std::string& name, const std::string& address) const;

  int number_;
  std::string nearName_;
  std::string farName_;
  int near_ = -1;  ///< A socket of each network, by which its end is set.
  int far_ = -1;
  int tap_ = -1;  ///< Sees every packet at the near end.
};

}  // namespace tests
