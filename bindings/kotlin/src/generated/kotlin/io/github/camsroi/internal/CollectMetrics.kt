// How `CollectMetrics` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/CollectMetrics.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.CollectMetricsRequest
import io.github.camsroi.CollectProgress
import io.github.camsroi.CollectedMetrics
import io.github.camsroi.MetricsRow
import io.github.camsroi.MetricsTarget

internal object CollectMetrics :
    Listing<CollectMetricsRequest, List<CollectedMetrics>, CollectedMetrics>() {
    override val name = "CollectMetrics"

    override fun write(to: PostcardOutput, request: CollectMetricsRequest) {
        to.optional(request.channels) { to.channels(it) }
        to.optional(request.targets) { to.list(it) { writeMetricsTarget(to, it) } }
        to.optional(request.days) { to.text(it) }
        to.optional(request.timeZone) { to.text(it) }
        to.optional(request.start) { to.time(it) }
        to.optional(request.end) { to.time(it) }
        to.optional(request.granularity) { to.text(it.value) }
        to.optional(request.phoneNumbers) { to.boolean(it) }
        to.optional(request.templates) { to.boolean(it) }
        to.optional(request.isvCode) { to.text(it) }
        to.optional(request.daysPerQuery) { to.long(it) }
        to.optional(request.journal) { to.text(it) }
    }

    override fun read(from: PostcardInput): List<CollectedMetrics> {
        from.optional { from.text() }
        return from.list { readCollectedMetrics(from) }
    }

    override fun items(page: List<CollectedMetrics>): List<CollectedMetrics> = page

    override val isRun get() = true

    override fun error(of: CollectedMetrics): CamsRoiException? = of.error
}

internal fun writeMetricsTarget(to: PostcardOutput, value: MetricsTarget) {
    to.text(value.custSpaceId)
    to.optional(value.phoneNumber) { to.text(it) }
    to.optional(value.templateCode) { to.text(it) }
    to.optional(value.language) { to.text(it) }
    to.optional(value.templateName) { to.text(it) }
    to.optional(value.isvCode) { to.text(it) }
}

internal fun readCollectedMetrics(from: PostcardInput): CollectedMetrics = CollectedMetrics(
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.time(),
    from.time(),
    from.list { readMetricsRow(from) },
    from.optional { from.error() },
    readCollectProgress(from),
)

internal fun readCollectProgress(from: PostcardInput): CollectProgress = CollectProgress(
    from.long(),
    from.long(),
    from.long(),
    from.boolean(),
    from.long(),
    from.long(),
)

internal fun readMetricsRow(from: PostcardInput): MetricsRow = MetricsRow(
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.time(),
    from.time(),
    from.long(),
    from.long(),
    from.optional { from.long() },
    from.optional { from.long() },
    from.list { readButtonClicks(from) },
    from.optional { from.double() },
    from.optional { from.double() },
    from.optional { from.double() },
)
