#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/kiosk_process.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// The program under test, and the sample files (tests/data).
struct Places {
  std::filesystem::path program;
  std::filesystem::path samples;
};

/// One kiosk's folder of data, worked by the real commands as an instructor does.
class Device {
 public:
  /// Its folder is made in `parent`.
  explicit Device(Places places,
                  const std::filesystem::path& parent = std::filesystem::temp_directory_path())
      : places_(std::move(places)), folder_(parent) {}

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path data() const { return folder() / "data"; }
  [[nodiscard]] std::filesystem::path ledger() const { return data() / "ledger.db"; }
  [[nodiscard]] std::filesystem::path sample(const std::string& name) const {
    return places_.samples / name;
  }

  /// Runs `hallpass WORDS --data ... --json`; throws, with what it said, where it refuses.
  nlohmann::json command(const std::vector<std::string>& words) const;

  /// Opens a class for `passType`; `more` are further words of the command.
  void openClass(const std::string& passType, const std::vector<std::string>& more = {}) const;

  /// Gives "instructor" or "staff" a PIN.
  void setPin(const std::string& role, const std::string& pin) const;

  /// A stick: a folder where sticks are mounted, which start() names to the kiosk; it is made.
  [[nodiscard]] std::filesystem::path stick() const;

  /// Takes a file of codes into stock.
  void restock(const std::string& passType, const std::filesystem::path& file) const;

  /// An open class of the 30 sample students, with the sample's 24 Azure Pass codes in stock.
  void openSampleClass() const;

  /// What `hallpass claim` says: makes the claim where the student has none.
  [[nodiscard]] nlohmann::json claim(const std::string& student) const;

  /// How to start the kiosk in a window of that size; `more` are further options.
  [[nodiscard]] KioskStart start(Size window, const std::vector<std::string>& more = {}) const;

  /// How to start it over the whole screen, as the appliance does.
  [[nodiscard]] KioskStart startFullScreen(const std::vector<std::string>& more = {}) const;

 private:
  Places places_;
  TemporaryFolder folder_;
};

}  // namespace tests
