package io.github.camsroi.internal

import com.sun.jna.CallbackThreadInitializer
import com.sun.jna.Native
import com.sun.jna.Platform
import io.github.camsroi.CamsRoiException

/** The native library. */
internal object Library {
    private val loaded by lazy {
        // Once attached, the library's threads stay so: attaching anew for each call would cost more than the call.
        val daemon = CallbackThreadInitializer(true, false, "cams-roi")
        Native.setCallbackThreadInitializer(uniffiRustFutureContinuationCallbackImpl, daemon)
        uniffiEnsureInitialized()
    }

    /** Loads it, unless that is done. */
    fun load() {
        try {
            loaded
        } catch (error: LinkageError) {
            val message = "the native library cannot be loaded on ${Platform.RESOURCE_PREFIX}: ${error.message}"
            val hint = "Use a platform that cams-roi's jar has a library for, and a temporary directory from which " +
                "programs may run (jna.tmpdir)."
            throw CamsRoiException.Configuration(message, CamsRoiException.Details(hint = hint), error)
        }
    }
}
