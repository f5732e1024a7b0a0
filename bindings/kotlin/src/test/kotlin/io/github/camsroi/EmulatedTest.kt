package io.github.camsroi

import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.TestInstance

/** Tests that share an emulator, which each finds as it was at first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmulatedTest(vararg options: String) {
    protected val emulator: Emulator = Emulator(*options)

    protected val aChannel: EnableWhatsappRoiMetricRequest = EnableWhatsappRoiMetricRequest(emulator.channels[0])

    @AfterAll
    fun stop(): Unit = emulator.close()

    @BeforeEach
    fun reset(): Unit = emulator.reset()
}
