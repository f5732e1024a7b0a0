// What crosses the bridge, to and fro: times are in milliseconds there, and numbers doubles, so that the core alone says
// what is wrong with one.
package io.github.camsroi.internal

import io.github.camsroi.ChannelOutcome
import io.github.camsroi.ClientConfig
import io.github.camsroi.EnableManyOptions
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.DurationUnit
import io.github.camsroi.AccessDeniedDetail as PublicDetail
import io.github.camsroi.Proxy as PublicProxy
import io.github.camsroi.RateLimit as PublicLimit
import io.github.camsroi.SignatureAlgorithm as PublicAlgorithm

private fun Duration.toMs(): Double = toDouble(DurationUnit.MILLISECONDS)

internal fun Instant.toMs(): Double = epochSecond * 1000.0 + nano / 1_000_000.0

internal fun settings(config: ClientConfig): Settings = with(config.settings) {
    Settings(
        region = region,
        endpoint = endpoint,
        key = credentials?.let(::key),
        profile = profile,
        accountId = accountId,
        signature = nativeAlgorithm(signature),
        timeoutMs = timeout?.toMs(),
        connectTimeoutMs = connectTimeout?.toMs(),
        attemptTimeoutMs = attemptTimeout?.toMs(),
        maxAttempts = maxAttempts?.toDouble(),
        baseDelayMs = baseDelay?.toMs(),
        maxDelayMs = maxDelay?.toMs(),
        rateLimit = nativeLimit(rateLimit),
        operationLimits = rateLimit.operations.map { (name, limit) -> OperationLimit(name, nativeLimit(limit)) },
        maxConnections = maxConnections?.toDouble(),
        proxy = nativeProxy(proxy),
        caFile = caFile?.toString(),
        caPem = caPem,
        dangerAcceptAnyCertificate = dangerAcceptAnyCertificate,
        userAgent = listOfNotNull("jvm/${System.getProperty("java.version")}", userAgent).joinToString(" "),
    )
}

private fun nativeAlgorithm(algorithm: PublicAlgorithm) = when (algorithm) {
    PublicAlgorithm.ACS3_HMAC_SHA256 -> SignatureAlgorithm.ACS3_HMAC_SHA256
    PublicAlgorithm.HMAC_SHA1 -> SignatureAlgorithm.HMAC_SHA1
}

private fun nativeLimit(limit: PublicLimit) = when (val all = limit.all) {
    is PublicLimit.All.Documented -> RateLimit.Documented()
    is PublicLimit.All.PerSecond -> RateLimit.PerSecond(all.calls)
    is PublicLimit.All.Off -> RateLimit.Off()
}

private fun nativeProxy(proxy: PublicProxy) = when (val url = proxy.url) {
    null -> if (proxy === PublicProxy.DIRECT) Proxy.Direct() else Proxy.Environment()
    else -> Proxy.Url(url)
}

internal fun call(timeout: Duration?, maxAttempts: Int?) = CallSettings(timeout?.toMs(), maxAttempts?.toDouble())

internal fun bulk(options: EnableManyOptions, isList: Boolean) = BulkSettings(
    isvCode = options.isvCode,
    journal = options.journal?.toString(),
    concurrency = options.concurrency?.toDouble(),
    stopAfterDenials = options.stopAfterDenials?.toDouble(),
    isList = isList,
)

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
