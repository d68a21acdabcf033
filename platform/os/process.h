#pragma once

namespace platform {

/// From now on a crash of this program, or of one that it starts, writes no memory to the disk, and
/// files that it makes are its owner's alone.
void keepPrivate();

}  // namespace platform
