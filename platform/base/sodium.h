#pragma once

namespace platform {

/// To be called before libsodium's random source or its secret hash is used. Ends the program where
/// the machine gives no random numbers: there is no safe way on.
void startSodium();

}  // namespace platform
