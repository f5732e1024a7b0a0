package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import java.io.File
import java.io.IOException
import java.net.URL
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/**
 * The native library. A JVM lets one class loader alone have a library's file, so each that has this class loads a copy
 * of its own, and shares nothing with others that it could mistake for its own: no file, no property, no number.
 */
internal object Library {
    private val loaded by lazy {
        val named = System.getProperty(NAMED)
        when {
            named != null -> load(File(named).absoluteFile)
            // There it is where the system looks for it.
            isAndroid() -> System.loadLibrary(NAME)
            else -> unpacked(resource())
        }
        check(Jni.prepare()) { "another class loader of this process has loaded the same copy of it" }
    }

    /** Loads it, unless that is done. */
    fun load() {
        try {
            loaded
        } catch (error: LinkageError) {
            throw unusable(error)
        } catch (error: IOException) {
            throw unusable(error)
        } catch (error: RuntimeException) {
            throw unusable(error)
        }
    }

    /** Loads a file that was named, or a copy of it, where another class loader has it already. */
    private fun load(file: File) {
        try {
            System.load(file.path)
        } catch (error: UnsatisfiedLinkError) {
            if ("already loaded" !in error.message.orEmpty()) throw error
            unpacked(file.toURI().toURL())
        }
    }

    /** Loads a copy, which has to be a file for that. It is needed no longer then, where the system lets go of it. */
    private fun unpacked(library: URL) {
        val folder = Paths.get(System.getProperty(FOLDER) ?: System.getProperty("java.io.tmpdir"))
        if (Platform.isWindows) removeLeftovers(folder)
        val file = Files.createTempFile(folder, PREFIX, System.mapLibraryName("").removePrefix("lib"))
        try {
            library.openStream().use { from -> Files.newOutputStream(file).use { from.copyTo(it) } }
            System.load(file.toAbsolutePath().toString())
        } finally {
            file.toFile().delete()
        }
    }

    /** Windows keeps what is loaded: what other processes left behind goes with the next one. */
    private fun removeLeftovers(folder: Path) {
        folder.toFile().listFiles { file -> file.name.startsWith(PREFIX) }?.forEach { it.delete() }
    }

    private fun resource(): URL {
        val platform = Platform.name
        return at(platform) ?: throw UnsatisfiedLinkError(
            "cams-roi's jar has no library for $platform, only for ${Platform.ALL.filter { at(it) != null }}",
        )
    }

    private fun at(platform: String) = Library::class.java.getResource("/$platform/${Platform.file(platform, NAME)}")

    private fun isAndroid() = System.getProperty("java.vm.name") == "Dalvik"

    fun unusable(cause: Throwable): CamsRoiException {
        val reason = cause.message ?: cause.toString()
        val message = "the native library cannot be loaded on ${Platform.name}: ${reason.lines().joinToString(" ")}"
        return CamsRoiException.Configuration(message, CamsRoiException.Details(hint = hint(cause, reason)), cause)
    }

    private fun hint(cause: Throwable, reason: String): String = when {
        // Of Java 9, so that Java 8 does not know the class.
        cause.javaClass.name == "java.lang.IllegalCallerException" ->
            "Start Java with --enable-native-access=ALL-UNNAMED, or =io.github.camsroi if it is a module."
        cause is IOException || "map segment" in reason || "not permitted" in reason ->
            "Start Java with -D$FOLDER=FOLDER, which names a folder that this process may write to, that has room, " +
                "and that is not mounted noexec."
        "has no library for" in reason ->
            "Use a machine of a platform that the jar has a library for, or build cams-roi for this one and start " +
                "Java with -D$NAMED=FILE, which names the library."
        cause is UnsatisfiedLinkError && System.getProperty(NAMED) != null ->
            "Let -D$NAMED name a library of this version of cams-roi and of this platform, or leave it out."
        cause is NoClassDefFoundError ->
            "A class that cams-roi needs is missing, or failed to initialize: look at the causes, and at the first " +
                "error that was logged."
        else -> "Look at the cause; the jar's library needs a system not older than what its page names."
    }

    private const val NAME = "cams_roi_uniffi"

    /** With what the names of unpacked files begin. */
    private const val PREFIX = "cams-roi-"

    /** The property that names another file than the jar's. */
    private const val NAMED = "io.github.camsroi.library"

    /** The property that names another folder to unpack to than the system's. */
    private const val FOLDER = "io.github.camsroi.tmpdir"
}
