#pragma once

// The types and names of OpenGL 1.1; its functions are asked for while the program runs, so that it
// starts where no library of OpenGL is installed.
#include <GL/gl.h>

namespace platform {

/// The calls of OpenGL 1.1 that the program makes itself. Those of the context that was current
/// when this was made.
struct GlCalls {
  GlCalls();

  decltype(&::glBindTexture) bindTexture;
  decltype(&::glClear) clear;
  decltype(&::glClearColor) clearColor;
  decltype(&::glDeleteTextures) deleteTextures;
  decltype(&::glFinish) finish;
  decltype(&::glGenTextures) genTextures;
  decltype(&::glGetString) getString;
  decltype(&::glPixelStorei) pixelStorei;
  decltype(&::glReadPixels) readPixels;
  decltype(&::glTexImage2D) texImage2D;
  decltype(&::glTexParameteri) texParameteri;
  decltype(&::glTexParameteriv) texParameteriv;
  decltype(&::glViewport) viewport;
};

}  // namespace platform
