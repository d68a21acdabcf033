#include "tests/e2e/device.h"

#include <stdexcept>

namespace tests {

nlohmann::json Device::command(const std::vector<std::string>& words) const {
  Launch launch;
  launch.command = {places_.program.string()};
  launch.command.insert(launch.command.end(), words.begin(), words.end());
  launch.command.insert(launch.command.end(), {"--data", data().string(), "--json"});
  const ProcessEnd outcome = runToEnd(launch);
  if (outcome.status != 0) {
    throw std::runtime_error("hallpass " + words.front() + " ended with " +
                             std::to_string(outcome.status) + ": " + outcome.errors);
  }
  return nlohmann::json::parse(outcome.output);
}

void Device::openClass(const std::string& passType, const std::vector<std::string>& more) const {
  std::vector<std::string> words{"class",  "open",  "--title", "AZ-104 Azure Administrator",
                                 "--pass", passType};
  words.insert(words.end(), more.begin(), more.end());
  command(words);
}

void Device::setPin(const std::string& role, const std::string& pin) const {
  // The PIN comes by a pipe: a command line can be read by every program.
  const ProcessEnd outcome =
      runToEnd({{"sh", "-c",
                 "printf '%s\\n' \"$1\" | \"$2\" pin set \"$3\" "
                 "--stdin --data \"$4\"",
                 "sh", pin, places_.program.string(), role, data().string()}});
  if (outcome.status != 0) throw std::runtime_error("no PIN was set: " + outcome.errors);
}

std::filesystem::path Device::stick() const {
  std::filesystem::path stick = folder() / "media" / "STICK";
  std::filesystem::create_directories(stick);
  return stick;
}

void Device::restock(const std::string& passType, const std::filesystem::path& file) const {
  command({"import", "codes", file.string(), "--pass", passType});
}

void Device::openSampleClass() const {
  openClass("azure-pass", {"--roster", sample("roster.csv").string(), "--walk-ins", "yes"});
  restock("azure-pass", sample("codes-azure-one-line.csv"));
}

nlohmann::json Device::claim(const std::string& student) const {
  return command({"claim", "--student", student});
}

KioskStart Device::start(Size window, const std::vector<std::string>& more) const {
  KioskStart start = startFullScreen(more);
  start.command.insert(start.command.end(), {"--windowed", std::to_string(window.width) + "x" +
                                                               std::to_string(window.height)});
  return start;
}

KioskStart Device::startFullScreen(const std::vector<std::string>& more) const {
  KioskStart start;
  start.command = {places_.program.string(), "--data", data().string(), "--media",
                   (folder() / "media").string()};
  start.command.insert(start.command.end(), more.begin(), more.end());
  start.folder = folder();
  return start;
}

}  // namespace tests
