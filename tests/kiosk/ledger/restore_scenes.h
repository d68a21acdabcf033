#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ledger/copies.h"
#include "tests/kiosk/ledger/acknowledged.h"
#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/folder_disk.h"

namespace tests {

inline constexpr int kRestoreCodes = 9;
inline constexpr int kRestoreTakenLater = 3;  ///< Codes, after the copy was made.

/// A folder with a ledger, a copy of it, and whatever else a restoring may meet.
struct RestoreScene {
  std::string name;
  FolderDisk::Files files;
  std::set<std::string> given;  ///< Codes that are in somebody's hands.
  std::string copy;             ///< Within the folder; "" = there is none.
  std::string from;             ///< What is restored, within the folder; "" = a copy is made.
  bool older = false;           ///< Codes were handed out after the copy.
  bool readable = true;         ///< The ledger can be opened.
  bool claims = false;          ///< It is opened, and a code is taken, instead.
};

/// A class with two claims, a copy of it, and then some more claims that are in the log alone, as
/// after a kill.
class RestoreStage {
 public:
  RestoreStage() {
    room_.openClass();
    room_.addCodes(newCodes(0, kRestoreCodes));
    for (int number = 0; number < 2 + kRestoreTakenLater; ++number) {
      students_.push_back(room_.student("Student " + std::to_string(number)));
    }
    take(0);
    take(1);
    scene_.copy = "backups/" + hallpass::makeBackup(room_.folder.file(), room_.clock.time)
                                   .value()
                                   .file.filename()
                                   .string();
    scene_.from = scene_.copy;
    room_.ledger.reset();
  }

  RestoreStage& named(const char* name) {
    scene_.name = name;
    return *this;
  }
  RestoreStage& makesCopy() {
    scene_.from.clear();
    return *this;
  }
  /// Not even the folder for it is there.
  RestoreStage& makesFirstCopy() {
    std::filesystem::remove_all(hallpass::backupFolder(room_.folder.file()));
    scene_.copy.clear();
    return makesCopy();
  }
  /// As after the mark's file was lost.
  RestoreStage& claimsWithoutMark() {
    scene_.claims = true;
    std::filesystem::remove(room_.folder.file().string() + "-head");
    return *this;
  }
  RestoreStage& restoresItself() {
    scene_.from = "ledger.db";
    return *this;
  }

  RestoreStage& takeMore() {
    scene_.older = true;
    RecordPipe<Acknowledged> told;
    Children kiosk(1, [&](int) {
      const auto opened = hallpass::Ledger::open(room_.folder.file(), room_.clock);
      for (std::size_t who = 2; opened && who < students_.size(); ++who) {
        const auto made = (*opened)->claims().make(students_[who], hallpass::Role::Student);
        if (made) (void)told.put({students_[who].value, 0, numberOf(made->code)});
      }
      ::_exit(0);  // The ledger is not closed.
      return 0;
    });
    told.closeWriter();
    for (Acknowledged one; told.take(one);) {
      scene_.given.insert(newCode(one.code).code.reveal());
    }
    return *this;
  }

  RestoreStage& damage() {
    scene_.readable = false;
    std::fstream out(room_.folder.file(), std::ios::binary | std::ios::in | std::ios::out);
    out << std::string(20'000, 'x');
    return *this;
  }
  RestoreStage& losesLedger() {
    scene_.readable = false;
    std::filesystem::remove(room_.folder.file());
    return *this;
  }
  RestoreStage& losesEnd() {
    scene_.readable = false;
    std::filesystem::remove(room_.folder.file().string() + "-wal");
    std::filesystem::copy_file(room_.folder.path() / scene_.copy, room_.folder.file(),
                               std::filesystem::copy_options::overwrite_existing);
    return *this;
  }

  RestoreScene ready() {
    scene_.files = FolderDisk(room_.folder.path()).afterCut(0);
    return scene_;
  }

 private:
  void take(std::size_t who) {
    scene_.given.insert(room_.claim(students_[who]).value().code.reveal());
  }

  Room room_;
  std::vector<hallpass::StudentId> students_;
  RestoreScene scene_;
};

inline std::vector<RestoreScene> restoreScenes() {
  return {
      RestoreStage().named("making a copy beside a long log").takeMore().makesCopy().ready(),
      RestoreStage().named("making the first copy").makesFirstCopy().ready(),
      RestoreStage().named("a claim, and the mark anew").claimsWithoutMark().makesCopy().ready(),
      RestoreStage().named("the newest copy over a ledger").ready(),
      RestoreStage().named("an older copy over a ledger").takeMore().ready(),
      RestoreStage().named("over a damaged ledger").damage().ready(),
      RestoreStage().named("where the ledger is gone").losesLedger().ready(),
      RestoreStage()
          .named("a ledger that lost its end")
          .takeMore()
          .losesEnd()
          .restoresItself()
          .ready(),
  };
}

}  // namespace tests
