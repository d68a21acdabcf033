#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

namespace tests {

/// The content of a sample file.
inline std::string sample(const std::string& name) {
  std::ifstream file(std::string(TESTS_DATA) + "/" + name, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A desk in training mode, or not.
inline hallpass::DeskTools toolsOf(DeskRoom& room, bool training) {
  hallpass::DeskTools tools = room.tools();
  tools.training = training;
  return tools;
}

/// The restock screen of a device with a stick.
struct Restocking {
  DeskRoom room;
  PageStack pages;

  explicit Restocking(bool training = false)
      : pages(room, hallpass::restockPage(toolsOf(room, training))) {}

  /// Puts a file on the stick and chooses it, from the restock screen.
  void choose(const std::string& name, const std::string& content) {
    room.putOnStick(name, content);
    pages.touch("stick");
    pages.refresh();
    pick(name);
  }

  /// Chooses a file of those that are listed.
  void pick(const std::string& name) {
    const auto names = pages.names();
    const auto found = std::find(names.begin(), names.end(), name);
    REQUIRE(found != names.end());
    pages.open(static_cast<std::size_t>(found - names.begin()));
    pages.finishWork();
  }

  void take() {
    pages.touch("take");
    pages.finishWork();
  }

  /// The number over `label`.
  [[nodiscard]] std::string fact(const std::string& label) const {
    for (const auto& fact : pages.desk().facts) {
      if (fact.label == label) return fact.value;
    }
    FAIL("no fact " + label);
    return {};
  }

  [[nodiscard]] hallpass::StockCount count() {
    return room.ledger().stock().count(std::nullopt).value();
  }
  [[nodiscard]] hallpass::Batch newestBatch() {
    return room.ledger().stock().batches().value().at(0);
  }
  /// The codes that may be handed out, as they are stored.
  [[nodiscard]] std::vector<std::string> stored() {
    std::vector<std::string> texts;
    for (const auto& code : room.ledger().stock().unused(std::nullopt).value()) {
      texts.push_back(code.code.reveal());
    }
    return texts;
  }
};

}  // namespace tests
