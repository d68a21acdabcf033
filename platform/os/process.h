#pragma once

namespace platform {

/// From now on a crash of this program, or of one that it starts, writes no memory to the disk, and
/// files that it makes are its owner's alone.
void keepPrivate();

/// Starts this program again in place of itself, with the words `argv` that it was started with
/// (ended by nullptr): the same process, so that who looks after it sees no end. Where the
/// program's file was replaced by an update, that one starts. Returns only where it cannot be
/// started.
void startAgain(char** argv);

}  // namespace platform
