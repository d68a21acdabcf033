#pragma once

#include <string>

#include "kiosk/ui/look.h"
#include "kiosk/ui/studio.h"
#include "tests/kiosk/ui/proof/proof_table.h"

namespace tests {

/// Whether states differ where nothing has a colour: on and off, chosen and not, open and not,
/// enabled and not, pressed and not, and the signs from each other.
void judgeStates(ProofTable& table, hallpass::Studio& studio, const hallpass::Look& look,
                 const std::string& setting);

}  // namespace tests
