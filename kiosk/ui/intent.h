#pragma once

#include <cstdint>
#include <string>

namespace hallpass {

/// What a person asked for by touching a screen or typing. A screen can give nothing else.
struct Intent {
  enum class Act : std::uint8_t {
    Wake,      ///< The first touch on the attract screen.
    Type,      ///< `text` was typed.
    Erase,     ///< The last typed character goes.
    Submit,    ///< Return was typed, as a badge reader does at the end.
    Pick,      ///< The `index`-th name of the list.
    JoinList,  ///< "I am not on the list."
    Yes,
    No,
    Back,
    Agree,  ///< The next card is acknowledged.
    Take,   ///< The last card: the code is claimed.
    Show,   ///< Show the code that this student holds.
    Hide,
    Finish,  ///< The visit is over.
    Stay,    ///< "I am still here."
  };

  Act act;
  std::string text;
  std::size_t index = 0;
};

}  // namespace hallpass
