// How what several operations share crosses to the library and back.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.ButtonClicks
import io.github.camsroi.ButtonType
import io.github.camsroi.Page

internal fun writePage(to: PostcardOutput, value: Page) {
    to.long(value.index)
    to.long(value.size)
}

internal fun readButtonClicks(from: PostcardInput): ButtonClicks = ButtonClicks(
    from.text(),
    ButtonType.of(from.text()),
    from.long(),
)
