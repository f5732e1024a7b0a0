@file:JvmName("ChannelLists")

package io.github.camsroi

import io.github.camsroi.internal.ChannelReader
import io.github.camsroi.internal.Library
import io.github.camsroi.internal.bridgedNow
import io.github.camsroi.internal.given
import java.nio.file.Path
import java.util.Spliterator
import java.util.Spliterators
import java.util.stream.Stream
import java.util.stream.StreamSupport

/**
 * Reads a list of channels that people have: a table with a header, as spreadsheets save it (CSV or text, with commas,
 * semicolons or tabs, UTF-8 or UTF-16), or one ID a line. [Client.enableMany] takes it as it is.
 *
 * ```
 * client.enableMany(readChannels(Path("channels.csv"))).collect { println(it) }
 * ```
 *
 * Throws [CamsRoiException.Configuration] where the file cannot be read. What is wrong in it is thrown when its line is
 * reached: [CamsRoiException.InvalidArgument], which names the file, the line and what to do.
 */
public fun readChannels(path: Path): ChannelList {
    Library.load()
    return ChannelList(given("path", path).toString())
}

/**
 * The channels of a file, each with its ISV code where the list has a column of them. They are read as they are iterated
 * over, each time from the beginning.
 *
 * The file is closed at its end. Close this where it may not be read to its end.
 */
public class ChannelList internal constructor(private val path: String) : Iterable<Channel>, AutoCloseable {
    /** Opened now, so that it is known whether it can be read; the first that iterates has it. */
    private var first: ChannelReader? = bridgedNow { ChannelReader(path) }
    private val open = ArrayList<ChannelReader>()

    /** Begins to read. */
    override fun iterator(): Iterator<Channel> {
        val reader = synchronized(this) {
            (first ?: bridgedNow { ChannelReader(path) }).also {
                first = null
                open += it
            }
        }
        return iterator {
            while (true) {
                val batch = bridgedNow { reader.next() }
                if (batch.isEmpty()) break
                batch.forEach { yield(Channel(it.custSpaceId, it.isvCode)) }
            }
            synchronized(this@ChannelList) { open -= reader }
            reader.close()
        }
    }

    /** The channels as a stream, for Java. Closing it closes this. */
    public fun stream(): Stream<Channel> {
        val kind = Spliterator.ORDERED or Spliterator.NONNULL
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), kind), false).onClose(::close)
    }

    /** Closes the file, wherever it is read. */
    override fun close() {
        val readers = synchronized(this) {
            (open + listOfNotNull(first)).also {
                first = null
                open.clear()
            }
        }
        readers.forEach { it.close() }
    }

    /** The file. */
    override fun toString(): String = "ChannelList($path)"
}
