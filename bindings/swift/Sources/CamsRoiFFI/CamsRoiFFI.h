// The native library's functions. What is missing is said here, where the compiler shows it: the linker would only name
// symbols. Apple's XCFramework brings a header of its own.

#if !__has_include("generated/CamsRoiFFI.h")
#error "cams-roi: this checkout lacks its generated files. Run `cargo xtask swift generate` in it."
#elif !__has_include(<cams-roi/native.h>)
#error "cams-roi: its native library is not installed, or pkg-config does not find it. Run `cargo xtask swift install` in a checkout of the same version; if it was installed with --prefix, put the prefix's lib/pkgconfig into PKG_CONFIG_PATH."
#else
#include <cams-roi/native.h>
#ifndef CAMS_ROI_NATIVE_0_1_0
#error "cams-roi: the native library that is installed is of another version than this package, 0.1.0. Run `cargo xtask swift install` in a checkout of that version."
#endif
// Hidden: where two libraries of one process both hold this package, each calls the native library that it holds. Else the
// loader would bind both to one, which would take the credentials functions of one for those of the other.
#pragma GCC visibility push(hidden)
#include "generated/CamsRoiFFI.h"
#pragma GCC visibility pop
#endif
