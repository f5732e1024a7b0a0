package io.github.camsroi.internal

import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.Progress
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.takeWhile

/** Drives a run of the bridge: feeds it with channels while its outcomes are taken. */
internal fun run(
    begin: () -> Bulk,
    channels: Flow<Channel>,
    total: () -> Int?,
    onProgress: ((Progress) -> Unit)?,
    thrown: Thrown,
): Flow<ChannelOutcome> = flow {
    val bulk = bridged(thrown) { begin() }
    try {
        coroutineScope {
            val fed = async { feed(bulk, channels) }
            val count = onProgress?.let { Count(total()) }
            while (true) {
                val next = bridged(thrown) { bulk.next() } ?: break
                val outcome = outcome(next, thrown)
                outcome.error?.let { withCallers(it) }
                if (count != null) onProgress(count.with(outcome))
                emit(outcome)
            }
            // What the user's own channels threw, after the outcomes of those that came before.
            fed.await()?.let { throw it }
        }
    } finally {
        bulk.close()
    }
}

/** Gives the bridge one channel after the other, as fast as it takes them; tells what the flow threw. */
@Suppress("TooGenericExceptionCaught") // It is the user's, whatever it is.
private suspend fun feed(bulk: Bulk, channels: Flow<Channel>): Throwable? = try {
    channels.takeWhile { bulk.add(it.custSpaceId, it.isvCode) }.collect {}
    null
} catch (cancelled: CancellationException) {
    throw cancelled
} catch (thrown: Throwable) {
    thrown
} finally {
    bulk.finish()
}

private class Count(private val total: Int?) {
    private var enabled = 0
    private var failed = 0
    private var resumed = 0

    fun with(outcome: ChannelOutcome): Progress {
        if (outcome.enabled) enabled += 1 else failed += 1
        if (outcome.resumed) resumed += 1
        return Progress(enabled + failed, enabled, failed, resumed, total)
    }
}
