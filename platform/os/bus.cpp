#include "platform/os/bus.h"

#include <systemd/sd-bus.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <string_view>

namespace platform {
namespace {

/// The error that a call came back with; freed with it.
struct CallError {
  sd_bus_error error{nullptr, nullptr, 0};
  CallError() = default;
  ~CallError() { sd_bus_error_free(&error); }
  CallError(const CallError&) = delete;
  CallError& operator=(const CallError&) = delete;
};

MachineRefusal refusalOf(int result, const sd_bus_error& error) {
  static constexpr std::array<std::string_view, 3> kForbidden{
      SD_BUS_ERROR_ACCESS_DENIED, SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED,
      SD_BUS_ERROR_AUTH_FAILED};
  static constexpr std::array<std::string_view, 6> kAbsent{
      SD_BUS_ERROR_SERVICE_UNKNOWN, SD_BUS_ERROR_NAME_HAS_NO_OWNER, SD_BUS_ERROR_UNKNOWN_OBJECT,
      SD_BUS_ERROR_UNKNOWN_METHOD,  SD_BUS_ERROR_UNKNOWN_INTERFACE, SD_BUS_ERROR_NOT_SUPPORTED};
  const std::string_view name = error.name == nullptr ? "" : error.name;
  for (const std::string_view forbidden : kForbidden) {
    if (name == forbidden) return MachineRefusal::NotAllowed;
  }
  for (const std::string_view absent : kAbsent) {
    if (name == absent) return MachineRefusal::Absent;
  }
  // sd-bus makes of the general error the number of a refused permission.
  if (name == SD_BUS_ERROR_FAILED) return MachineRefusal::Failed;
  if (result == -EACCES || result == -EPERM) return MachineRefusal::NotAllowed;
  return MachineRefusal::Failed;
}

struct MessageCloser {
  void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using Message = std::unique_ptr<sd_bus_message, MessageCloser>;

Result<Message, MachineRefusal> called(sd_bus* bus, const BusObject& object, const char* method) {
  CallError error;
  sd_bus_message* reply = nullptr;
  const int result = sd_bus_call_method(bus, object.service, object.path, object.interface, method,
                                        &error.error, &reply, "");
  if (result < 0) return refusalOf(result, error.error);
  return Message(reply);
}

}  // namespace

void Bus::Closer::operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }

Result<Bus, MachineRefusal> Bus::open(const std::string& address, std::chrono::seconds longest) {
  sd_bus* opened = nullptr;
  if (address.empty()) {
    if (sd_bus_open_system(&opened) < 0) return MachineRefusal::Absent;
  } else {
    if (sd_bus_new(&opened) < 0) return MachineRefusal::Failed;
  }
  Bus bus(opened);
  const bool started =
      address.empty() || (sd_bus_set_address(opened, address.c_str()) >= 0 &&
                          sd_bus_set_bus_client(opened, 1) >= 0 && sd_bus_start(opened) >= 0);
  if (!started) return MachineRefusal::Absent;
  const std::chrono::microseconds longestUs = longest;
  sd_bus_set_method_call_timeout(opened, static_cast<std::uint64_t>(longestUs.count()));
  return bus;
}

Result<std::string, MachineRefusal> Bus::ask(const BusObject& object, const char* method) const {
  const auto reply = called(bus_.get(), object, method);
  if (!reply) return reply.error();
  const char* text = nullptr;
  if (sd_bus_message_read(reply->get(), "s", &text) < 0) return MachineRefusal::Failed;
  return std::string(text);
}

Result<std::vector<std::string>, MachineRefusal> Bus::askList(const BusObject& object,
                                                              const char* method) const {
  const auto reply = called(bus_.get(), object, method);
  if (!reply) return reply.error();
  if (sd_bus_message_enter_container(reply->get(), 'a', "s") < 0) return MachineRefusal::Failed;
  std::vector<std::string> texts;
  const char* text = nullptr;
  while (sd_bus_message_read(reply->get(), "s", &text) > 0) texts.emplace_back(text);
  return texts;
}

Result<std::string, MachineRefusal> Bus::text(const BusObject& object, const char* property) const {
  CallError error;
  char* text = nullptr;
  const int result = sd_bus_get_property_string(bus_.get(), object.service, object.path,
                                                object.interface, property, &error.error, &text);
  if (result < 0) return refusalOf(result, error.error);
  const std::unique_ptr<char, decltype(&std::free)> freed(text, &std::free);
  return std::string(text);
}

Result<bool, MachineRefusal> Bus::flag(const BusObject& object, const char* property) const {
  CallError error;
  int on = 0;
  const int result = sd_bus_get_property_trivial(
      bus_.get(), object.service, object.path, object.interface, property, &error.error, 'b', &on);
  if (result < 0) return refusalOf(result, error.error);
  return on != 0;
}

// NOLINTNEXTLINE(cert-dcl50-cpp)
Result<Done, MachineRefusal> Bus::tell(const BusObject& object, const char* method,
                                       const char* signature, ...) const {
  CallError error;
  std::va_list arguments;
  va_start(arguments, signature);
  const int result = sd_bus_call_methodv(bus_.get(), object.service, object.path, object.interface,
                                         method, &error.error, nullptr, signature, arguments);
  va_end(arguments);
  lastError_ = error.error.name == nullptr ? "" : error.error.name;
  if (result < 0) return refusalOf(result, error.error);
  return Done{};
}

}  // namespace platform
