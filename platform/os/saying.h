#pragma once

#include <string>

namespace platform {

/// What is to be said, and how.
struct Saying {
  std::string text;
  std::string language = "en";  ///< An id such as "de".
  int speed = 0;                ///< -100 to 100; 0 = as the voice speaks by itself.
  int loudness = 100;           ///< 0 to 100, of what the loudspeaker is set to.
};

}  // namespace platform
