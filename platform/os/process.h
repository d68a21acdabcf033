#pragma once

namespace platform {

/// From now on a crash of this program, or of one that it starts, writes no memory to the disk.
void forbidCoreDumps();

}  // namespace platform
