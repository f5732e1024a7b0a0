// What crosses the binding, to and fro.
package io.github.camsroi.internal

import io.github.camsroi.ChannelOutcome
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.DurationUnit
import io.github.camsroi.AccessDeniedDetail as PublicDetail

internal fun Duration.toMs(): Double = toDouble(DurationUnit.MILLISECONDS)

internal fun Instant.toMs(): Double = epochSecond * 1000.0 + nano / 1_000_000.0

internal fun outcome(outcome: NativeChannelOutcome, thrown: Thrown) = ChannelOutcome(
    outcome.custSpaceId,
    outcome.requestId,
    outcome.attempts,
    outcome.resumed,
    outcome.notCalled,
    outcome.error?.let { exception(it, thrown(it)) },
)

internal fun accessDeniedDetail(detail: AccessDeniedDetail) = PublicDetail(
    detail.text,
    detail.policyType,
    detail.authAction,
    detail.authPrincipalType,
    detail.authPrincipalOwnerId,
    detail.authPrincipalDisplayName,
    detail.noPermissionType,
    detail.encodedDiagnosticMessage,
)
