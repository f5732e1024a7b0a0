package io.github.camsroi

import io.github.camsroi.internal.FfiConverterOptionalTypeKeySource
import io.github.camsroi.internal.FfiConverterOptionalTypeLogSink
import io.github.camsroi.internal.FfiConverterString
import io.github.camsroi.internal.FfiConverterTypeSettings
import io.github.camsroi.internal.InternalException
import io.github.camsroi.internal.UniffiLib
import io.github.camsroi.internal.UniffiRustCallStatus
import io.github.camsroi.internal.bridged
import io.github.camsroi.internal.bridgedNow
import io.github.camsroi.internal.settings
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class PanicTest : EmulatedTest() {
    /** Has the bridge panic, which it does where it is handed what no face of ours hands it. */
    private fun panic() {
        val status = UniffiRustCallStatus()
        UniffiLib.uniffi_cams_roi_uniffi_fn_constructor_nativeclient_new(
            FfiConverterTypeSettings.lower(settings(emulator.config())),
            FfiConverterOptionalTypeKeySource.lower(null),
            FfiConverterOptionalTypeLogSink.lower(null),
            // The name of a level, where its number is awaited.
            FfiConverterString.lowerIntoRustBuffer("error"),
            status,
        )
        assertTrue(status.isPanic())
        throw InternalException(FfiConverterString.lift(status.error_buf))
    }

    @Test
    fun `a panic is an exception of its own, and the process goes on`() = suspending {
        emulator.client().enableWhatsappRoiMetric(aSpace)
        val now = assertThrows<CamsRoiPanicException> { bridgedNow { panic() } }
        assertTrue("please report it" in now.message!! && "level" in now.message!!, now.message)
        val suspended = assertThrows<CamsRoiPanicException> { bridged({ null }) { panic() } }
        assertInstanceOf(RuntimeException::class.java, suspended)
        emulator.client().enableWhatsappRoiMetric(aSpace)
    }
}
