package io.github.camsroi

import org.junit.jupiter.api.AfterEach

/** Tests that have an emulator each: calls that an earlier test left under way cannot arrive here. */
abstract class EmulatedTest(vararg options: String) {
    protected val emulator: Emulator = Emulator(*options).apply { reset() }

    protected val aChannel: EnableWhatsappRoiMetricRequest = EnableWhatsappRoiMetricRequest(emulator.channels[0])

    @AfterEach
    fun stop(): Unit = emulator.close()
}
