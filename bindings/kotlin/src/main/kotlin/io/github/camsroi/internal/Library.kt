package io.github.camsroi.internal

import com.sun.jna.CallbackThreadInitializer
import com.sun.jna.Native
import com.sun.jna.NativeLibrary
import com.sun.jna.Platform
import io.github.camsroi.CamsRoiException

/** The native library. */
internal object Library {
    private val loaded by lazy {
        // Once attached, the library's threads stay so: attaching anew for each call would cost more than the call.
        val daemon = CallbackThreadInitializer(true, false, "cams-roi")
        Native.setCallbackThreadInitializer(uniffiRustFutureContinuationCallbackImpl, daemon)
        uniffiEnsureInitialized()
        // The same file once more, now for JNI: JNA knows where it is, unless Android does.
        NativeLibrary.getInstance(NAME).file?.takeIf { it.isFile }?.let { System.load(it.absolutePath) }
            ?: System.loadLibrary(NAME)
        Jni.prepare()
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

    private const val NAME = "cams_roi_uniffi"
}
