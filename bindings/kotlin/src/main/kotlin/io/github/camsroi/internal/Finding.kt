// What finding channels has to do with enabling them.
package io.github.camsroi.internal

import io.github.camsroi.AsyncClient
import io.github.camsroi.AsyncEnableRun
import io.github.camsroi.CamsRoiException
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.FindChannelsRequest
import io.github.camsroi.FoundChannel
import io.github.camsroi.PagesOptions
import java.util.concurrent.CompletableFuture
import java.util.function.Predicate

/** How the calls are made that find the channels which are to be enabled so. */
internal fun findingOptions(options: EnableManyOptions) =
    PagesOptions(timeout = options.timeout, maxAttempts = options.maxAttempts)

/** Each channel once: a listing that changes while it is read may have one twice. */
internal fun each(found: List<FoundChannel>): List<FoundChannel> = found.distinctBy { it.custSpaceId }

/** A future of the run over the channels that are found. Whatever else completes it ends the calls that find them. */
internal fun enableFound(
    client: AsyncClient,
    request: FindChannelsRequest,
    options: EnableManyOptions,
    where: Predicate<FoundChannel>,
): CompletableFuture<AsyncEnableRun> {
    val run = CompletableFuture<AsyncEnableRun>()
    try {
        val isWanted = given("where", where)
        val found = ArrayList<FoundChannel>()
        val listing = findingOptions(given("options", options))
        val finding = client.findChannels(request, listing) { if (isWanted.test(it)) found += it }
        finding.whenComplete { _, failure ->
            val channels = each(found)
            val ids = channels.map { it.custSpaceId }
            if (failure == null) {
                run.complete(AsyncEnableRun(channels) { client.enableMany(ids, options, it) })
            } else {
                run.completeExceptionally(failure)
            }
        }
        run.whenComplete { _, _ -> finding.cancel(true) }
    } catch (refused: CamsRoiException) {
        run.completeExceptionally(refused)
    }
    return run
}
