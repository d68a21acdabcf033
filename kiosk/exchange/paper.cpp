#include "kiosk/exchange/paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <new>
#include <numbers>

namespace hallpass {
namespace {

constexpr double kPi = std::numbers::pi;

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoFontMap* fonts) const { g_object_unref(fonts); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::uint32_t colourOf(Ink ink) {
  constexpr std::array<std::uint32_t, 8> kColours{0x14211C, 0x3E4A45, 0x7C857F, 0xE7EBE3,
                                                  0x0B4A3B, 0x8FB5A8, 0xF4B63F, 0xFFFFFF};
  return kColours[static_cast<std::size_t>(ink)];
}

/// Begins something of that colour; a text before it has left a point that a line would begin at.
void setInk(cairo_t* context, Ink ink) {
  cairo_new_path(context);
  const std::uint32_t colour = colourOf(ink);
  const auto part = [&](unsigned shift) {
    return static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
  };
  cairo_set_source_rgb(context, part(16), part(8), part(0));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(data, data + size);
  return CAIRO_STATUS_SUCCESS;
}

Owned<PangoFontDescription> fontOf(const TextLook& look) {
  const bool code = look.face == Typeface::Code;
  Owned<PangoFontDescription> font(pango_font_description_from_string(
      code ? "JetBrains Mono, Noto Sans Mono, monospace" : "Inter, Noto Sans, sans-serif"));
  if (look.face == Typeface::Bold)
    pango_font_description_set_weight(font.get(), PANGO_WEIGHT_SEMIBOLD);
  pango_font_description_set_absolute_size(font.get(), look.points * PANGO_SCALE);
  return font;
}

}  // namespace

struct Paper::Inner {
  std::string bytes;
  Owned<cairo_surface_t> surface;
  Owned<cairo_t> context;
  Owned<PangoFontMap> fonts;
  Owned<PangoContext> texts;

  Inner()
      : surface(cairo_pdf_surface_create_for_stream(append, &bytes, kWidth, kHeight)),
        context(cairo_create(surface.get())),
        fonts(pango_cairo_font_map_new()),
        texts(pango_font_map_create_context(fonts.get())) {
    // Letters stand where the font wants them, not on the pixels of some screen.
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(texts.get(), options.get());
    pango_context_set_round_glyph_positions(texts.get(), 0);
  }

  [[nodiscard]] Owned<PangoLayout> layoutOf(std::string_view text, const TextLook& look) const {
    Owned<PangoLayout> layout(pango_layout_new(texts.get()));
    pango_layout_set_font_description(layout.get(), fontOf(look).get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    // A right-to-left name stands at the left like the others of its column.
    pango_layout_set_auto_dir(layout.get(), 0);
    constexpr std::array kAlign{PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    pango_layout_set_alignment(layout.get(), kAlign[static_cast<std::size_t>(look.at)]);
    return layout;
  }

  void draw(PangoLayout* layout, double x, double y, Ink ink) const {
    setInk(context.get(), ink);
    cairo_move_to(context.get(), x, y);
    pango_cairo_show_layout(context.get(), layout);
  }

  void path(const Area& area) const {
    cairo_rectangle(context.get(), area.x, area.y, area.width, area.height);
  }
};

Paper::Paper(const std::string& title, const std::string& program, platform::UtcTime made)
    : inner_(std::make_unique<Inner>()) {
  cairo_surface_t* pdf = inner_->surface.get();
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, program.c_str());
  const std::string time = platform::toIsoText(made).substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, time.c_str());
}

Paper::~Paper() = default;

void Paper::line(const Area& area, std::string_view text, const TextLook& look) {
  const Owned<PangoLayout> layout = inner_->layoutOf(text, look);
  pango_layout_set_width(layout.get(), pango_units_from_double(area.width));
  pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode(layout.get(), 1);
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  const double above = (area.height - pango_units_to_double(height)) / 2;
  inner_->draw(layout.get(), area.x, area.y + above, look.ink);
}

double Paper::paragraph(const Area& area, std::string_view text, const TextLook& look) {
  const Owned<PangoLayout> layout = inner_->layoutOf(text, look);
  pango_layout_set_width(layout.get(), pango_units_from_double(area.width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  inner_->draw(layout.get(), area.x, area.y, look.ink);
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return pango_units_to_double(height);
}

double Paper::widthOf(std::string_view text, const TextLook& look) {
  int width = 0;
  pango_layout_get_size(inner_->layoutOf(text, look).get(), &width, nullptr);
  return pango_units_to_double(width);
}

void Paper::fill(const Area& area, Ink ink, double corner) {
  cairo_t* context = inner_->context.get();
  setInk(context, ink);
  const double right = area.x + area.width - corner;
  const double bottom = area.y + area.height - corner;
  cairo_new_sub_path(context);
  cairo_arc(context, right, area.y + corner, corner, -kPi / 2, 0);
  cairo_arc(context, right, bottom, corner, 0, kPi / 2);
  cairo_arc(context, area.x + corner, bottom, corner, kPi / 2, kPi);
  cairo_arc(context, area.x + corner, area.y + corner, corner, kPi, 3 * kPi / 2);
  cairo_close_path(context);
  cairo_fill(context);
}

void Paper::outline(const Area& area, Ink ink, double width) {
  setInk(inner_->context.get(), ink);
  cairo_set_line_width(inner_->context.get(), width);
  inner_->path(area);
  cairo_stroke(inner_->context.get());
}

void Paper::hatch(const Area& area, Ink ink) {
  constexpr double kApart = 5;
  cairo_t* context = inner_->context.get();
  cairo_save(context);
  inner_->path(area);
  cairo_clip(context);
  setInk(context, ink);
  cairo_set_line_width(context, 1);
  const auto strokes = static_cast<int>(std::ceil((area.width + area.height) / kApart));
  for (int stroke = 0; stroke < strokes; ++stroke) {
    const double x = area.x - area.height + stroke * kApart;
    cairo_move_to(context, x, area.y + area.height);
    cairo_line_to(context, x + area.height, area.y);
  }
  cairo_stroke(context);
  cairo_restore(context);
}

void Paper::rule(double x, double y, double width, Ink ink) {
  cairo_t* context = inner_->context.get();
  setInk(context, ink);
  cairo_set_line_width(context, 0.5);
  cairo_move_to(context, x, y);
  cairo_line_to(context, x + width, y);
  cairo_stroke(context);
}

void Paper::fillCircle(double x, double y, double radius, Ink ink) {
  setInk(inner_->context.get(), ink);
  cairo_arc(inner_->context.get(), x, y, radius, 0, 2 * kPi);
  cairo_fill(inner_->context.get());
}

void Paper::fillHalfCircle(double x, double y, double radius, Ink ink) {
  setInk(inner_->context.get(), ink);
  cairo_arc(inner_->context.get(), x, y, radius, kPi / 2, 3 * kPi / 2);
  cairo_fill(inner_->context.get());
}

void Paper::outlineCircle(double x, double y, double radius, Ink ink) {
  setInk(inner_->context.get(), ink);
  cairo_set_line_width(inner_->context.get(), 1);
  cairo_arc(inner_->context.get(), x, y, radius, 0, 2 * kPi);
  cairo_stroke(inner_->context.get());
}

void Paper::fillTriangle(double x, double y, double radius, Ink ink) {
  cairo_t* context = inner_->context.get();
  setInk(context, ink);
  cairo_move_to(context, x, y - radius);
  cairo_line_to(context, x + radius, y + radius * 0.8);
  cairo_line_to(context, x - radius, y + radius * 0.8);
  cairo_close_path(context);
  cairo_fill(context);
}

void Paper::tick(double x, double y, double radius, Ink ink) {
  cairo_t* context = inner_->context.get();
  setInk(context, ink);
  cairo_set_line_width(context, 1.1);
  cairo_move_to(context, x - radius * 0.5, y);
  cairo_line_to(context, x - radius * 0.1, y + radius * 0.45);
  cairo_line_to(context, x + radius * 0.55, y - radius * 0.45);
  cairo_stroke(context);
}

void Paper::nextPage() { cairo_show_page(inner_->context.get()); }

std::string Paper::finish() {
  inner_->context.reset();
  cairo_surface_finish(inner_->surface.get());
  // Drawing into memory fails only where there is none left.
  if (cairo_surface_status(inner_->surface.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
  return inner_->bytes;
}

}  // namespace hallpass
