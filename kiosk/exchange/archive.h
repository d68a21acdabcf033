#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/exchange/list_problem.h"
#include "platform/base/result.h"

struct zip;

namespace hallpass {

/// A zip archive in memory, read within the limits of limits.h whatever its headers claim. Keeps a
/// view of the bytes that it was opened on.
class Archive {
 public:
  /// Refuses with TooLarge or Damaged.
  [[nodiscard]] static platform::Result<Archive, ListProblem> open(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& part) const;

  /// One part, unpacked; the case of its name does not count. Refuses with Damaged (not there, or
  /// not as its checksum says), OldWorkbook (locked by a password) or TooLarge.
  [[nodiscard]] platform::Result<std::string, ListProblem> read(const std::string& part) const;

 private:
  struct Close {
    void operator()(zip* opened) const;
  };
  Archive(zip* opened, std::size_t storedBytes);

  std::unique_ptr<zip, Close> zip_;
  std::size_t storedBytes_;
};

}  // namespace hallpass
