#pragma once

struct _XDisplay;

namespace platform {

/// Has a window, which is not seen yet, lie over everything: by asking the manager of windows, or,
/// where there is none, by telling the server that nobody manages it. `display` is Xlib's, `window`
/// its number there.
void coverScreen(_XDisplay* display, unsigned long window);

}  // namespace platform
