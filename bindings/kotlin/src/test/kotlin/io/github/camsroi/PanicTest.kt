package io.github.camsroi

import io.github.camsroi.internal.Function
import io.github.camsroi.internal.Jni
import io.github.camsroi.internal.NOTHING
import io.github.camsroi.internal.NamedCall
import io.github.camsroi.internal.await
import io.github.camsroi.internal.bridgedNow
import io.github.camsroi.internal.settings
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class PanicTest : EmulatedTest() {
    @Test
    fun `a panic is an exception of its own, and the process goes on`() = suspending {
        emulator.client().enableWhatsappRoiMetric(aChannel)
        // The library panics where it is handed what this package never hands it: a number that it did not give.
        val now = assertThrows<CamsRoiPanicException> { bridgedNow { Jni.now(1, Function.FINISH) } }
        assertTrue("please report it" in now.message!! && "no run has this number" in now.message!!, now.message)
        val called = assertThrows<CamsRoiPanicException> {
            NamedCall.task(1, NamedCall("a", emptyList(), null, false), settings(CallOptions.NONE, null)).await(NOTHING)
        }
        assertTrue("no client has this number" in called.message!!, called.message)
        emulator.client().enableWhatsappRoiMetric(aChannel)
    }
}
