#include "platform/display/plain_letters.h"

#include <algorithm>
#include <array>
#include <string>

#include "platform/base/text.h"

namespace platform {
namespace {

/// A letter's rows, top to bottom, parted by '/'; '#' is a dot. All rows are equally long.
struct Letter {
  char32_t character;
  std::string_view rows;
};

constexpr std::array kLetters{
    Letter{U' ', "..."},
    Letter{U'.', "#/#"},
    Letter{U',', ".#/.#/#."},
    Letter{U':', "#/#/./#/#/."},
    Letter{U'0', ".###./#...#/#..##/#.#.#/##..#/#...#/.###."},
    Letter{U'1', "..#../.##../..#../..#../..#../..#../.###."},
    Letter{U'2', ".###./#...#/....#/..##./.#.../#..../#####"},
    Letter{U'3', "####./....#/....#/.###./....#/....#/####."},
    Letter{U'4', "...#./..##./.#.#./#..#./#####/...#./...#."},
    Letter{U'5', "#####/#..../####./....#/....#/#...#/.###."},
    Letter{U'6', ".###./#..../#..../####./#...#/#...#/.###."},
    Letter{U'7', "#####/....#/...#./...#./..#../..#../..#.."},
    Letter{U'8', ".###./#...#/#...#/.###./#...#/#...#/.###."},
    Letter{U'9', ".###./#...#/#...#/.####/....#/....#/.###."},
    Letter{U'A', ".###./#...#/#...#/#####/#...#/#...#/#...#"},
    Letter{U'B', "####./#...#/#...#/####./#...#/#...#/####."},
    Letter{U'C', ".###./#...#/#..../#..../#..../#...#/.###."},
    Letter{U'D', "####./#...#/#...#/#...#/#...#/#...#/####."},
    Letter{U'E', "#####/#..../#..../####./#..../#..../#####"},
    Letter{U'F', "#####/#..../#..../####./#..../#..../#...."},
    Letter{U'G', ".###./#...#/#..../#.###/#...#/#...#/.###."},
    Letter{U'H', "#...#/#...#/#...#/#####/#...#/#...#/#...#"},
    Letter{U'I', "###/.#./.#./.#./.#./.#./###"},
    Letter{U'J', "..###/...#./...#./...#./...#./#..#./.##.."},
    Letter{U'K', "#...#/#..#./#.#../##.../#.#../#..#./#...#"},
    Letter{U'L', "#..../#..../#..../#..../#..../#..../#####"},
    Letter{U'M', "#...#/##.##/#.#.#/#.#.#/#...#/#...#/#...#"},
    Letter{U'N', "#...#/##..#/##..#/#.#.#/#..##/#..##/#...#"},
    Letter{U'O', ".###./#...#/#...#/#...#/#...#/#...#/.###."},
    Letter{U'P', "####./#...#/#...#/####./#..../#..../#...."},
    Letter{U'Q', ".###./#...#/#...#/#...#/#.#.#/#..#./.##.#"},
    Letter{U'R', "####./#...#/#...#/####./#.#../#..#./#...#"},
    Letter{U'S', ".####/#..../#..../.###./....#/....#/####."},
    Letter{U'T', "#####/..#../..#../..#../..#../..#../..#.."},
    Letter{U'U', "#...#/#...#/#...#/#...#/#...#/#...#/.###."},
    Letter{U'V', "#...#/#...#/#...#/#...#/.#.#./.#.#./..#.."},
    Letter{U'W', "#...#/#...#/#...#/#.#.#/#.#.#/##.##/#...#"},
    Letter{U'X', "#...#/#...#/.#.#./..#../.#.#./#...#/#...#"},
    Letter{U'Y', "#...#/#...#/.#.#./..#../..#../..#../..#.."},
    Letter{U'Z', "#####/....#/...#./..#../.#.../#..../#####"},
    Letter{U'Å', "..#../.#.#./..#../.###./#...#/#...#/#####/#...#/#...#"},
    Letter{U'Ö', ".#.#./...../.###./#...#/#...#/#...#/#...#/#...#/.###."},
    Letter{U'ス', ".######./......#./.....#../.....#../....#.../...#.#../..#...#./.#.....#"},
    Letter{U'タ',
           "...#...../..######./..#....#./.#....#../#..#..#../....##.../....##.../"
           "...#...../.##......"},
    Letter{U'ッ', "#..#..#/#..#..#/......#/.....#./...##.."},
    Letter{U'フ', "#######./......#./......#./......#./.....#../....#.../..##..../##......"},
    Letter{U'を',
           "...#...../.#######./..#....../.#####.##/#....##../....#..../...##..../"
           "...#...../....####."},
    Letter{U'よ',
           "....#..../....#..../....####./....#..../....#..../.####..../#...##.../"
           "#...#.##./.###....."},
    Letter{U'ん',
           "...#...../...#...../..#....../..#....../.####..../.#...#.../#....#..#/"
           "#....#.#./#.....#.."},
    Letter{U'で',
           "#######../...##..../..#...#.#/..#...#.#/.#......./.#......./..#....../"
           "..#....../...####.."},
    Letter{U'く', "....#/...#./..#../.#.../#..../.#.../..#../...#./....#"},
    Letter{U'だ',
           "..#...#.#/######.#./..#....../..#..###./.#......./.#......./.#.#...../"
           "#..#...../#...####."},
    Letter{U'さ',
           "....#..../....#..../.#######./.....#.../......#../...#####./.#......./"
           ".#......./..#####.."},
    Letter{U'い', "#......./#.....#./#......#/#......#/#......#/#......#/#..#..../.##....."},
    Letter{U'\U0001F514',
           "......#....../.....###...../....#####..../...#######.../...#######.../"
           "...#######.../...#######.../..#########../..#########../"
           ".###########./#############/............./.....###....."},
};

constexpr std::string_view kUnknown = "#####/#####/#####/#####/#####/#####/#####";

std::string_view rowsOf(char32_t character) {
  for (const Letter& letter : kLetters) {
    if (letter.character == character) return letter.rows;
  }
  return kUnknown;
}

int widthOf(std::string_view rows) {
  return static_cast<int>(std::min(rows.find('/'), rows.size()));
}

int heightOf(std::string_view rows) {
  return 1 + static_cast<int>(std::count(rows.begin(), rows.end(), '/'));
}

}  // namespace

int plainWidth(std::string_view text) {
  int width = 0;
  for (const char32_t character : toCodePoints(text)) width += widthOf(rowsOf(character)) + 1;
  return std::max(width - 1, 0);
}

int plainHeight(std::string_view text) {
  int height = kPlainHeight;
  for (const char32_t character : toCodePoints(text)) {
    height = std::max(height, heightOf(rowsOf(character)));
  }
  return height;
}

bool isPlain(std::string_view text) {
  const std::u32string points = toCodePoints(text);
  return std::all_of(points.begin(), points.end(),
                     [](char32_t character) { return rowsOf(character) != kUnknown; });
}

void drawPlain(std::string_view text, const std::function<void(int, int)>& dot) {
  const int height = plainHeight(text);
  int left = 0;
  for (const char32_t character : toCodePoints(text)) {
    const std::string_view rows = rowsOf(character);
    int x = left;
    int y = height - heightOf(rows);
    for (const char mark : rows) {
      if (mark == '#') dot(x, y);
      x = mark == '/' ? left : x + 1;
      y += mark == '/' ? 1 : 0;
    }
    left += widthOf(rows) + 1;
  }
}

}  // namespace platform
