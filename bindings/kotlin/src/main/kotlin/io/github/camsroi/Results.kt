package io.github.camsroi

import java.time.Instant

/**
 * The answer to `EnableWhatsappROIMetric`: figures are being collected.
 *
 * @property requestId the service's ID of the request.
 * @property message the service's message, where it is more than a placeholder.
 * @property accessDeniedDetail the service's `AccessDeniedDetail`, where it is more than a placeholder.
 */
public class EnableWhatsappRoiMetricResult(
    public val requestId: String?,
    public val message: String?,
    public val accessDeniedDetail: AccessDeniedDetail?,
) {
    private val fields
        get() = mapOf("requestId" to requestId, "message" to message, "accessDeniedDetail" to accessDeniedDetail)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is EnableWhatsappRoiMetricResult && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "EnableWhatsappRoiMetricResult$fields"
}

/**
 * The answer to `GetChatappPhoneNumberMetric`.
 *
 * @property requestId the service's ID of the request.
 * @property data the rows as they came; none where there is no data (yet).
 */
public class GetChatappPhoneNumberMetricResult(
    public val requestId: String?,
    public val data: List<PhoneNumberMetric>,
) {
    private val fields get() = mapOf("requestId" to requestId, "data" to data)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappPhoneNumberMetricResult && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "GetChatappPhoneNumberMetricResult$fields"
}

/**
 * One phone number's figures for one period, as they came: the service's own samples have a start after the end.
 *
 * @property phoneNumber the business phone number; empty where the service left it out.
 * @property granularity how long a time the row covers.
 * @property start when the period begins.
 * @property end when the period ends.
 * @property sentCount messages sent.
 * @property deliveredCount messages delivered.
 */
public class PhoneNumberMetric(
    public val phoneNumber: String,
    public val granularity: Granularity?,
    public val start: Instant,
    public val end: Instant,
    public val sentCount: Long,
    public val deliveredCount: Long,
) {
    private val fields
        get() = mapOf(
            "phoneNumber" to phoneNumber,
            "granularity" to granularity,
            "start" to start,
            "end" to end,
            "sentCount" to sentCount,
            "deliveredCount" to deliveredCount,
        )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is PhoneNumberMetric && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "PhoneNumberMetric$fields"
}

/**
 * The answer to `GetChatappTemplateMetric`.
 *
 * @property requestId the service's ID of the request.
 * @property data the rows as they came; none where there is no data (yet).
 */
public class GetChatappTemplateMetricResult(
    public val requestId: String?,
    public val data: List<TemplateMetric>,
) {
    private val fields get() = mapOf("requestId" to requestId, "data" to data)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappTemplateMetricResult && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "GetChatappTemplateMetricResult$fields"
}

/**
 * One template's figures in one language for one period, as they came.
 *
 * @property templateCode the template's code: a long text of digits.
 * @property language the template's language; empty where the service left it out.
 * @property start when the period begins.
 * @property end when the period ends.
 * @property sentCount messages sent.
 * @property deliveredCount messages delivered.
 * @property readCount messages read.
 * @property clicks clicks by button.
 */
public class TemplateMetric(
    public val templateCode: String,
    public val language: String,
    public val start: Instant,
    public val end: Instant,
    public val sentCount: Long,
    public val deliveredCount: Long,
    public val readCount: Long,
    public val clicks: List<ButtonClicks>,
) {
    private val fields
        get() = mapOf(
            "templateCode" to templateCode,
            "language" to language,
            "start" to start,
            "end" to end,
            "sentCount" to sentCount,
            "deliveredCount" to deliveredCount,
            "readCount" to readCount,
            "clicks" to clicks,
        )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateMetric && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "TemplateMetric$fields"
}

/**
 * How often one button of a template was clicked.
 *
 * @property buttonContent the button's text.
 * @property type what kind of button it is.
 * @property count clicks.
 */
public class ButtonClicks(
    public val buttonContent: String,
    public val type: ButtonType,
    public val count: Long,
) {
    private val fields get() = mapOf("buttonContent" to buttonContent, "type" to type, "count" to count)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ButtonClicks && fields == other.fields

    /** By all fields. */
    override fun hashCode(): Int = fields.hashCode()

    /** All fields. */
    override fun toString(): String = "ButtonClicks$fields"
}

/**
 * What kind of button a template has. Any text can be one, since the service may add to these.
 *
 * @property value the service's word; `quick_reply_button` also where the service misspells it.
 */
public class ButtonType private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is ButtonType && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are known, and any other. */
    public companion object {
        /** Calls a phone number. */
        @JvmField
        public val PHONE_NUMBER: ButtonType = ButtonType("phone_number_button")

        /** Opens a page. */
        @JvmField
        public val URL: ButtonType = ButtonType("url_button")

        /** Sends an answer. */
        @JvmField
        public val QUICK_REPLY: ButtonType = ButtonType("quick_reply_button")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): ButtonType = ButtonType(value)
    }
}
