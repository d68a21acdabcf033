#pragma once

namespace hallpass {

/// How a student asked for the screens to be drawn ("Help"). Both end with the visit.
struct Look {
  bool largerText = false;
  bool highContrast = false;
  friend bool operator==(const Look&, const Look&) = default;
};

}  // namespace hallpass
