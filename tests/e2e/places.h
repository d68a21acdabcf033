#pragma once

#include "tests/e2e/device.h"

namespace tests {

/// The program that this build made, and the repository's sample files.
inline Places places() { return {HALLPASS_PROGRAM, TESTS_DATA}; }

}  // namespace tests
