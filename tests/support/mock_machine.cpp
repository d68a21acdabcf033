#include "tests/support/mock_machine.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <stdexcept>

namespace tests {
namespace {

std::string configured(const std::filesystem::path& folder) {
  const std::string file = (folder / "bus.conf").string();
  std::ofstream(file)
      << "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
         "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
         "<busconfig><listen>unix:path="
      << (folder / "bus").string()
      << "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
         "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>";
  return file;
}

sd_bus* connected(const std::string& address) {
  sd_bus* bus = nullptr;
  sd_bus_new(&bus);
  sd_bus_set_address(bus, address.c_str());
  sd_bus_set_bus_client(bus, 1);
  if (sd_bus_start(bus) >= 0) return bus;
  sd_bus_unref(bus);
  return nullptr;
}

bool answers(const std::string& address) {
  sd_bus* bus = connected(address);
  if (bus == nullptr) return false;
  const char* name = nullptr;
  const bool there = sd_bus_get_unique_name(bus, &name) >= 0;
  sd_bus_flush_close_unref(bus);
  return there;
}

/// What stands in `message`, as text.
std::string argumentsOf(sd_bus_message* message) {
  std::string all;
  char type = 0;
  const char* contents = nullptr;
  while (sd_bus_message_peek_type(message, &type, &contents) > 0) {
    union {
      const char* text;
      std::int64_t number;
      std::uint32_t small;
      int flag;
    } value{};
    sd_bus_message_read_basic(message, type, &value);
    std::string shown;
    if (type == 's') shown = value.text;
    if (type == 'x') shown = std::to_string(value.number);
    if (type == 'u') shown = std::to_string(value.small);
    if (type == 'b') shown = std::to_string(value.flag);
    if (!all.empty()) all += ", ";
    all += shown;
  }
  return all;
}

}  // namespace

PrivateBus::PrivateBus()
    : address_("unix:path=" + (folder_.path() / "bus").string()),
      // It complains of limits that a bus of this size does not need.
      quiet_(::open("/dev/null", O_WRONLY | O_CLOEXEC)),
      daemon_({{"dbus-daemon", "--nofork", "--nopidfile",
                "--config-file=" + configured(folder_.path())},
               {},
               -1,
               quiet_}) {
  const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!answers(address_)) {
    if (daemon_.waitFor(std::chrono::milliseconds(10))) {
      throw std::runtime_error("dbus-daemon did not start");
    }
    if (std::chrono::steady_clock::now() > limit) throw std::runtime_error("no bus");
  }
}

PrivateBus::~PrivateBus() { ::close(quiet_); }

MockMachine::MockMachine(const std::string& address)
    : bus_(connected(address)),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      answers_{{"CanReboot", "yes"},
               {"CanPowerOff", "yes"},
               {"Timezone", "Europe/Helsinki"},
               {"ListTimezones",
                "UTC Europe/Helsinki Europe/Berlin Asia/Tokyo "
                "America/Argentina/Buenos_Aires"},
               {"NTP", "0"},
               {"CanNTP", "1"}} {
  if (bus_ == nullptr) throw std::runtime_error("the bus does not answer");
  const sd_bus_message_handler_t heard = [](sd_bus_message* message, void* self, sd_bus_error*) {
    std::uint8_t type = 0;
    sd_bus_message_get_type(message, &type);
    if (type != SD_BUS_MESSAGE_METHOD_CALL) return 0;
    return static_cast<MockMachine*>(self)->reply(message);
  };
  sd_bus_add_filter(bus_, nullptr, heard, this);
  if (sd_bus_request_name(bus_, "org.freedesktop.login1", 0) < 0 ||
      sd_bus_request_name(bus_, "org.freedesktop.timedate1", 0) < 0) {
    throw std::runtime_error("the bus gives no names");
  }
  thread_ = std::thread([this] { serve(); });
}

MockMachine::~MockMachine() {
  const std::uint64_t one = 1;
  if (::write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  sd_bus_flush_close_unref(bus_);
  ::close(stop_);
}

void MockMachine::answer(const std::string& name, const std::string& value) {
  const std::lock_guard lock(mutex_);
  answers_[name] = value;
}

void MockMachine::refuse(const std::string& method, const std::string& error, int times) {
  const std::lock_guard lock(mutex_);
  refusals_[method] = {error, times};
}

void MockMachine::delay(const std::string& method, std::chrono::milliseconds by) {
  const std::lock_guard lock(mutex_);
  delays_[method] = by;
}

std::vector<std::string> MockMachine::deeds() const {
  const std::lock_guard lock(mutex_);
  return deeds_;
}

void MockMachine::serve() {
  std::array<pollfd, 2> waits{pollfd{stop_, POLLIN, 0}, pollfd{sd_bus_get_fd(bus_), POLLIN, 0}};
  while (waits[0].revents == 0) {
    while (sd_bus_process(bus_, nullptr) > 0) {
    }
    if (::poll(waits.data(), waits.size(), -1) < 0) return;
  }
}

/// Whether it was, and then it is answered.
bool MockMachine::refused(sd_bus_message* message, const std::string& method) {
  const auto found = refusals_.find(method);
  if (found == refusals_.end()) return false;
  sd_bus_reply_method_errorf(message, found->second.error.c_str(), "refused");
  if (found->second.times != kAlways && --found->second.times == 0) refusals_.erase(found);
  return true;
}

int MockMachine::reply(sd_bus_message* message) {
  const std::lock_guard lock(mutex_);
  const std::string method = sd_bus_message_get_member(message);
  if (const auto late = delays_.find(method); late != delays_.end()) {
    pollfd end{stop_, POLLIN, 0};
    ::poll(&end, 1, static_cast<int>(late->second.count()));
  }
  if (refused(message, method)) return 1;
  if (method == "Get") return replyProperty(message);
  const auto known = answers_.find(method);
  if (known == answers_.end()) return doDeed(message, method);
  if (method != "ListTimezones")
    return sd_bus_reply_method_return(message, "s", known->second.c_str());
  sd_bus_message* answer = nullptr;
  sd_bus_message_new_method_return(message, &answer);
  sd_bus_message_open_container(answer, 'a', "s");
  std::string rest = known->second + " ";
  for (std::size_t end = rest.find(' '); end != std::string::npos; end = rest.find(' ')) {
    sd_bus_message_append(answer, "s", rest.substr(0, end).c_str());
    rest.erase(0, end + 1);
  }
  sd_bus_message_close_container(answer);
  sd_bus_send(bus_, answer, nullptr);
  sd_bus_message_unref(answer);
  return 1;
}

int MockMachine::replyProperty(sd_bus_message* message) {
  const char* interface = nullptr;
  const char* name = nullptr;
  sd_bus_message_read(message, "ss", &interface, &name);
  const std::string value = answers_[name];
  if (value == "0" || value == "1") {
    return sd_bus_reply_method_return(message, "v", "b", value == "1" ? 1 : 0);
  }
  return sd_bus_reply_method_return(message, "v", "s", value.c_str());
}

/// What it changes is read back by whoever asks.
int MockMachine::doDeed(sd_bus_message* message, const std::string& method) {
  const std::string arguments = argumentsOf(message);
  deeds_.push_back(method + "(" + arguments + ")");
  if (method == "SetNTP") answers_["NTP"] = arguments.substr(0, 1);
  if (method == "SetTimezone") answers_["Timezone"] = arguments.substr(0, arguments.find(','));
  return sd_bus_reply_method_return(message, "");
}

}  // namespace tests
