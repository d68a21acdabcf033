#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/guide/guide.h"
#include "kiosk/ui/desk_view.h"

namespace hallpass {

// The fields of a class's form that say what its guide tells students, and in which languages.

/// Which of `known` the guide names; `account` is of NewClass, "" = the first of them.
[[nodiscard]] FormField accountField(const std::vector<AccountKind>& known,
                                     const std::string& account);

/// Every language by its own name, those that are offered switched on. `languages` is of NewClass,
/// here and below: none = all.
[[nodiscard]] FormField languagesField(const std::vector<std::string>& languages);

/// In which of the offered languages every visit begins.
[[nodiscard]] FormField beginsInField(const std::vector<std::string>& languages);

/// Switches the `option`-th language on or off. The last one that is on stays so: false.
[[nodiscard]] bool switchLanguage(std::vector<std::string>& languages, std::size_t option);

/// Takes the `option`-th choice of beginsInField().
void beginIn(std::vector<std::string>& languages, std::size_t option);

}  // namespace hallpass
