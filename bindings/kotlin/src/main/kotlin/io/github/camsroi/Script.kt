package io.github.camsroi

private val shared by lazy { Client() }

/**
 * Calls `EnableWhatsappROIMetric` with a client of the environment's settings, which all such calls share.
 *
 * ```kotlin
 * enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))
 * ```
 */
@JvmSynthetic
public suspend fun enableWhatsappRoiMetric(
    request: EnableWhatsappRoiMetricRequest,
    options: CallOptions = CallOptions.NONE,
): EnableWhatsappRoiMetricResult = shared.enableWhatsappRoiMetric(request, options)
