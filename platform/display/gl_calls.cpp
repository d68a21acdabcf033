#include "platform/display/gl_calls.h"

#include "platform/display/versions.h"

namespace platform {
namespace {

template <class Call>
void load(Call& call, const char* name) {
  call = reinterpret_cast<Call>(glfwGetProcAddress(name));
}

}  // namespace

GlCalls::GlCalls() {
  load(bindTexture, "glBindTexture");
  load(clear, "glClear");
  load(clearColor, "glClearColor");
  load(deleteTextures, "glDeleteTextures");
  load(finish, "glFinish");
  load(genTextures, "glGenTextures");
  load(getString, "glGetString");
  load(pixelStorei, "glPixelStorei");
  load(readPixels, "glReadPixels");
  load(texImage2D, "glTexImage2D");
  load(texParameteri, "glTexParameteri");
  load(texParameteriv, "glTexParameteriv");
  load(viewport, "glViewport");
}

}  // namespace platform
