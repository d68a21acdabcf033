#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace platform {

/// Tells when an X server gets an input device, or loses one: a touch panel that was plugged in
/// again knows nothing of how the picture is turned. Costs nothing while nothing happens.
class InputWatch {
 public:
  /// Calls `changed` from a thread of its own, once the server `display` ("" = $DISPLAY) has the
  /// device. Where there is no server, or it goes away, nothing is ever told.
  InputWatch(const std::string& display, std::function<void()> changed);
  ~InputWatch();
  InputWatch(const InputWatch&) = delete;
  InputWatch& operator=(const InputWatch&) = delete;

 private:
  class Server;
  void watch() const;

  std::unique_ptr<Server> server_;
  int stop_;
  std::function<void()> changed_;
  std::thread thread_;
};

}  // namespace platform
