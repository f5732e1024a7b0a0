package io.github.camsroi.internal

import com.sun.jna.CallbackThreadInitializer
import com.sun.jna.Native
import com.sun.jna.Platform
import io.github.camsroi.CamsRoiException
import java.io.File
import java.io.IOException

/** The native library. */
internal object Library {
    private val loaded by lazy {
        // Once attached, the library's threads stay so: attaching anew for each call would cost more than the call.
        val daemon = CallbackThreadInitializer(true, false, "cams-roi")
        Native.setCallbackThreadInitializer(uniffiRustFutureContinuationCallbackImpl, daemon)
        val named = System.getProperty(OVERRIDE)
        when {
            named != null -> load(File(named))
            // There it is where the system looks for it.
            Platform.isAndroid() -> load(null)
            else -> unpacked()
        }
    }

    /** Loads the jar's, which has to be a file for that; or the build's, which is one. */
    private fun unpacked() {
        val file = Native.extractFromResourcePath(NAME, Library::class.java.classLoader).absoluteFile
        // The same file for JNA as for JNI: another copy would be another library.
        System.setProperty(OVERRIDE, file.path)
        try {
            load(file)
        } finally {
            System.clearProperty(OVERRIDE)
            // What was unpacked is needed no longer, where the system lets go of it.
            if (file.name.startsWith(UNPACKED)) file.delete()
        }
    }

    private fun load(file: File?) {
        if (file == null) System.loadLibrary(NAME) else System.load(file.absolutePath)
        Jni.prepare()
        uniffiEnsureInitialized()
    }

    /** Loads it, unless that is done. */
    fun load() {
        try {
            loaded
        } catch (error: LinkageError) {
            throw unusable(error)
        } catch (error: IOException) {
            throw unusable(error)
        }
    }

    private fun unusable(cause: Throwable): CamsRoiException {
        val message = "the native library cannot be loaded on ${Platform.RESOURCE_PREFIX}: ${cause.message}"
        val hint = "Use a platform that cams-roi's jar has a library for, and a temporary directory from which " +
            "programs may run (jna.tmpdir)."
        return CamsRoiException.Configuration(message, CamsRoiException.Details(hint = hint), cause)
    }

    private const val NAME = "cams_roi_uniffi"

    /** With what the name of a file begins that JNA unpacked. */
    private const val UNPACKED = "jna"

    /** By which what uniffi generates is told of another file. */
    private const val OVERRIDE = "uniffi.component.cams_roi.libraryOverride"
}
