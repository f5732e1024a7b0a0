// Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import java.time.Instant
import java.util.Objects

/**
 * What is asked of `ListChatappTemplate`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property isvCode The code by which the ISV authorised the caller.
 * @property page The page's number and its length; the first 10 rows by default.
 * @property name Templates of this name.
 * @property code Only the template with this code.
 * @property language Rows of one language, for example `en` or `zh_CN`.
 * @property category Templates of one category.
 * @property auditStatus Templates in this state of Meta's review.
 * @property templateType The template's type; `WHATSAPP` by default.
 */
public class ListChatappTemplateRequest private constructor(
    channel: WantedChannel,
    public val isvCode: String?,
    public val page: Page?,
    public val name: String?,
    public val code: String?,
    public val language: String?,
    public val category: String?,
    public val auditStatus: String?,
    public val templateType: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** For the channel of this ID. */
    @JvmOverloads
    public constructor(
        custSpaceId: String,
        isvCode: String? = null,
        page: Page? = null,
        name: String? = null,
        code: String? = null,
        language: String? = null,
        category: String? = null,
        auditStatus: String? = null,
        templateType: String? = null,
    ) : this(
        WantedChannel(channelId(custSpaceId)),
        isvCode,
        page,
        name,
        code,
        language,
        category,
        auditStatus,
        templateType,
    )

    /** The same for pages of this size, from the first one on. */
    internal fun sized(size: Int): ListChatappTemplateRequest = ListChatappTemplateRequest(
        WantedChannel(custSpaceId),
        isvCode,
        Page(1, size.toLong()),
        name,
        code,
        language,
        category,
        auditStatus,
        templateType,
    )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListChatappTemplateRequest &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode &&
        page == other.page &&
        name == other.name &&
        code == other.code &&
        language == other.language &&
        category == other.category &&
        auditStatus == other.auditStatus &&
        templateType == other.templateType

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        custSpaceId,
        isvCode,
        page,
        name,
        code,
        language,
        category,
        auditStatus,
        templateType,
    )

    /** All that is asked. */
    override fun toString(): String =
        "ListChatappTemplateRequest(custSpaceId=$custSpaceId, isvCode=$isvCode, page=$page, name=$name, code=$code, " +
            "language=$language, category=$category, auditStatus=$auditStatus, templateType=$templateType)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var isvCode: String? = null
        private var page: Page? = null
        private var name: String? = null
        private var code: String? = null
        private var language: String? = null
        private var category: String? = null
        private var auditStatus: String? = null
        private var templateType: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The page's number and its length; the first 10 rows by default. */
        public fun page(page: Page?): Builder = apply { this.page = page }

        /** Templates of this name. */
        public fun name(name: String?): Builder = apply { this.name = name }

        /** Only the template with this code. */
        public fun code(code: String?): Builder = apply { this.code = code }

        /** Rows of one language, for example `en` or `zh_CN`. */
        public fun language(language: String?): Builder = apply { this.language = language }

        /** Templates of one category. */
        public fun category(category: String?): Builder = apply { this.category = category }

        /** Templates in this state of Meta's review. */
        public fun auditStatus(auditStatus: String?): Builder = apply { this.auditStatus = auditStatus }

        /** The template's type; `WHATSAPP` by default. */
        public fun templateType(templateType: String?): Builder = apply { this.templateType = templateType }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): ListChatappTemplateRequest = ListChatappTemplateRequest(
            WantedChannel.of(custSpaceId, own),
            isvCode,
            page,
            name,
            code,
            language,
            category,
            auditStatus,
            templateType,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()

        /** For the account's own channel. */
        @JvmStatic
        @JvmOverloads
        public fun ownChannel(
            isvCode: String? = null,
            page: Page? = null,
            name: String? = null,
            code: String? = null,
            language: String? = null,
            category: String? = null,
            auditStatus: String? = null,
            templateType: String? = null,
        ): ListChatappTemplateRequest = builder()
            .ownChannel()
            .isvCode(isvCode)
            .page(page)
            .name(name)
            .code(code)
            .language(language)
            .category(category)
            .auditStatus(auditStatus)
            .templateType(templateType)
            .build()
    }
}

/**
 * The answer to `ListChatappTemplate`.
 *
 * @property requestId The service's ID of the request.
 * @property templates The templates of this page; empty after the last page.
 * @property total The number of rows on all pages.
 */
public class ListChatappTemplateResult(
    public val requestId: String?,
    public val templates: List<Template>,
    public val total: Long?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListChatappTemplateResult &&
        requestId == other.requestId &&
        templates == other.templates &&
        total == other.total

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, templates, total)

    /** All fields. */
    override fun toString(): String =
        "ListChatappTemplateResult(requestId=$requestId, templates=$templates, total=$total)"
}

/**
 * A template in one language.
 *
 * @property templateCode The template's code. It is a text, even if it consists of digits.
 * @property templateName The template's name.
 * @property language The language, for example `en` or `zh_CN`.
 * @property category The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others.
 * @property auditStatus The state of the review: `pass`, `fail`, `auditing` or `unaudit`.
 * @property reason Why the review refused it; absent without a reason, for which the service also writes `None`.
 * @property templateType The type: `WHATSAPP` or `VIBER`.
 * @property lastUpdateTime When it was last changed.
 */
public class Template(
    public val templateCode: String,
    public val templateName: String,
    public val language: String,
    public val category: String,
    public val auditStatus: String,
    public val reason: String?,
    public val templateType: String,
    public val lastUpdateTime: Instant?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Template &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        language == other.language &&
        category == other.category &&
        auditStatus == other.auditStatus &&
        reason == other.reason &&
        templateType == other.templateType &&
        lastUpdateTime == other.lastUpdateTime

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        templateCode,
        templateName,
        language,
        category,
        auditStatus,
        reason,
        templateType,
        lastUpdateTime,
    )

    /** All fields. */
    override fun toString(): String =
        "Template(templateCode=$templateCode, templateName=$templateName, language=$language, category=$category, " +
            "auditStatus=$auditStatus, reason=$reason, templateType=$templateType, lastUpdateTime=$lastUpdateTime)"
}
