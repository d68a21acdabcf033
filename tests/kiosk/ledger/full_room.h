#pragma once

#include <string>
#include <vector>

#include "tests/kiosk/ledger/room.h"

namespace tests {

/// A room that was in use for some classes, filled with texts that stand nowhere else, and enough
/// of them to fill pages of the file, split them and free some.
struct FullRoom : Room {
  struct Size {
    int classes = 1;  ///< Held one after the other; the last one stays open.
    int students = 120;
    int codes = 300;
  };

  std::vector<std::string> names;   ///< Names, e-mails, numbers.
  std::vector<std::string> others;  ///< Codes, words, titles, files, orders.

  explicit FullRoom(Size of = {1, 120, 300}) : size(of) {
    for (int number = 0; number < size.classes; ++number) hold(number);
  }

  /// What stands in a full room and must not stand in one that was erased.
  [[nodiscard]] std::vector<std::string> everything() const {
    std::vector<std::string> all = names;
    all.insert(all.end(), others.begin(), others.end());
    return all;
  }

  static hallpass::RosterEntry entry(int inClass, int number) {
    const std::string one = std::to_string(inClass) + "x" + std::to_string(1000 + number);
    return {"Zyxname" + one + " Qvist", "zyxmail" + one + "@example.org", "zyxnr" + one};
  }

  const Size size;

 private:
  void hold(int number) {
    const std::string mark = "zyx" + std::to_string(number);
    if (number > 0) setState(hallpass::ClassState::Closed);
    auto facts = newClass();
    facts.title = mark + "title";
    facts.word = mark + "word";
    openClass(facts);
    restock(number, mark);
    std::vector<hallpass::RosterEntry> roster;
    for (int student = 0; student < size.students; ++student) {
      const auto one = entry(number, student);
      names.insert(names.end(), {one.name, one.email, one.number});
      roster.push_back(one);
    }
    enrol(roster);
    takeCodes();
    others.insert(others.end(), {facts.title, facts.word, mark + "file", mark + "order"});
  }

  void restock(int number, const std::string& mark) {
    auto batch = newBatch(mark + "file");
    batch.order = mark + "order";
    std::vector<hallpass::NewCode> codes;
    for (int code = 0; code < size.codes; ++code) {
      const std::string text = "ZYX" + std::to_string(number) + "-CODE-" + std::to_string(code);
      codes.push_back({code + 1, hallpass::Code(text), text, std::nullopt});
      others.push_back(text);
    }
    addCodes(codes, batch);
  }

  /// Most take a code, some swap it, some are renamed, so that rows grow, move and go.
  void takeCodes() {
    using hallpass::Role;
    const auto students = ledger->roster().students().value();
    for (std::size_t index = 0; index < students.size(); ++index) {
      const auto id = students[index].id;
      if (index % 5 == 4) continue;
      REQUIRE(ledger->claims().make(id, Role::Student, "4711").ok());
      if (index % 7 == 0) {
        REQUIRE(ledger->claims().replace(id, hallpass::Cause::Used, Role::Instructor).ok());
      }
      if (index % 11 == 0) {
        const std::string longer = students[index].entry.name + " Zyxrenamed";
        REQUIRE(ledger->roster().rename(id, longer, Role::Instructor).ok());
      }
    }
  }
};

}  // namespace tests
