#pragma once

// What differs between the library versions of Debian 12 (Boost 1.74) and Debian 13 (Boost 1.83),
// and nothing else.

#include <boost/locale.hpp>
#include <boost/version.hpp>

namespace platform {

/// The parts of a locale that catalogues need: their messages, and the name of its language.
#if BOOST_VERSION >= 108100
constexpr auto kCatalogueParts =
    boost::locale::category_t::message | boost::locale::category_t::information;
#else
constexpr auto kCatalogueParts = boost::locale::message_facet | boost::locale::information_facet;
#endif

}  // namespace platform
