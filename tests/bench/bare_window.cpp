// The least that a window with OpenGL costs: one clear, one swap. What the kiosk's start and memory
// are measured against.
#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>

#include <cstdlib>

int main(int count, char** arguments) {
  if (count != 3 || glfwInit() == 0) return 2;
  GLFWwindow* window =
      glfwCreateWindow(std::atoi(arguments[1]), std::atoi(arguments[2]), "Bare", nullptr, nullptr);
  if (window == nullptr) return 1;
  glfwMakeContextCurrent(window);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glfwSwapBuffers(window);
  while (glfwWindowShouldClose(window) == 0) glfwWaitEvents();
  return 0;
}
