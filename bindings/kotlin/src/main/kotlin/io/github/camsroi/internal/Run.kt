package io.github.camsroi.internal

import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.EnableManyOptions
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.takeWhile

/** Drives a run of the library's: feeds it with channels while its outcomes are taken. */
internal fun run(
    core: Core,
    channels: Flow<Channel>,
    isList: Boolean,
    total: () -> Int?,
    options: EnableManyOptions,
): Flow<ChannelOutcome> = flow {
    val bulk = suspended { core.enableMany(options, isList) }
    try {
        coroutineScope {
            val fed = async { feed(bulk, channels) }
            val progress = options.onProgress?.let { Count(total(), it) }
            while (true) {
                val next = bulk.next().await(core.thrown) ?: break
                val outcome = outcome(next, core.thrown)
                outcome.error?.let { withCallers(it) }
                progress?.tell(outcome)
                emit(outcome)
            }
            // What the user's own channels threw, after the outcomes of those that came before.
            fed.await()?.let { throw it }
        }
    } finally {
        bulk.close()
    }
}

/** Gives the library one channel after the other, as fast as it takes them; tells what the flow threw. */
@Suppress("TooGenericExceptionCaught") // It is the user's, whatever it is.
private suspend fun feed(bulk: Bulk, channels: Flow<Channel>): Throwable? = try {
    channels.takeWhile { bulk.add(it).await(NOTHING) }.collect {}
    null
} catch (cancelled: CancellationException) {
    throw cancelled
} catch (thrown: Throwable) {
    thrown
} finally {
    bulk.finish()
}
