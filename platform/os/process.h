#pragma once

namespace platform {

/// From now on a crash of this program, or of one that it starts, writes no memory to the disk, and
/// files that it makes are its owner's alone.
void keepPrivate();

/// From now on every block of memory of 256 KiB or more goes back to the system when it is let go.
/// The C library would learn from the first large one to keep those that come after, up to 32 MiB
/// each, and what is allocated among them holds them for good. Call it before threads are started.
void giveLargeBlocksBack();

/// Starts this program again in place of itself, with the words `argv` that it was started with
/// (ended by nullptr): the same process, so that who looks after it sees no end. Where the
/// program's file was replaced by an update, that one starts. Returns only where it cannot be
/// started.
void startAgain(char** argv);

}  // namespace platform
