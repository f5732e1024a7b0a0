// Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.util.Objects

/**
 * What is asked of `GetWhatsappHealthStatus`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property nodeType Whose health is read.
 * @property phoneNumber The phone number to read the health of.
 * @property templateCode The template to read the health of.
 * @property language The language of the template to read the health of.
 * @property wabaId The WhatsApp Business Account to read the health of.
 */
public class GetWhatsappHealthStatusRequest private constructor(
    channel: WantedChannel,
    public val nodeType: NodeType,
    public val phoneNumber: String?,
    public val templateCode: String?,
    public val language: String?,
    public val wabaId: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetWhatsappHealthStatusRequest &&
        custSpaceId == other.custSpaceId &&
        nodeType == other.nodeType &&
        phoneNumber == other.phoneNumber &&
        templateCode == other.templateCode &&
        language == other.language &&
        wabaId == other.wabaId

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, nodeType, phoneNumber, templateCode, language, wabaId)

    /** All that is asked. */
    override fun toString(): String =
        "GetWhatsappHealthStatusRequest(custSpaceId=$custSpaceId, nodeType=$nodeType, phoneNumber=$phoneNumber, " +
            "templateCode=$templateCode, language=$language, wabaId=$wabaId)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val nodeType: NodeType,
    ) {
        private var phoneNumber: String? = null
        private var templateCode: String? = null
        private var language: String? = null
        private var wabaId: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The phone number to read the health of. */
        public fun phoneNumber(phoneNumber: String?): Builder = apply { this.phoneNumber = phoneNumber }

        /** The template to read the health of. */
        public fun templateCode(templateCode: String?): Builder = apply { this.templateCode = templateCode }

        /** The language of the template to read the health of. */
        public fun language(language: String?): Builder = apply { this.language = language }

        /** The WhatsApp Business Account to read the health of. */
        public fun wabaId(wabaId: String?): Builder = apply { this.wabaId = wabaId }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetWhatsappHealthStatusRequest = GetWhatsappHealthStatusRequest(
            WantedChannel.of(custSpaceId, own),
            nodeType,
            phoneNumber,
            templateCode,
            language,
            wabaId,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(nodeType: NodeType): Builder = Builder(given("nodeType", nodeType))

        /** A request for the channel [custSpaceId], in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            nodeType: NodeType,
            custSpaceId: String,
            phoneNumber: String? = null,
            templateCode: String? = null,
            language: String? = null,
            wabaId: String? = null,
        ): GetWhatsappHealthStatusRequest = builder(nodeType)
            .custSpaceId(custSpaceId)
            .phoneNumber(phoneNumber)
            .templateCode(templateCode)
            .language(language)
            .wabaId(wabaId)
            .build()

        /** For the account's own channel, in Kotlin. */
        @JvmSynthetic
        public fun ownChannel(
            nodeType: NodeType,
            phoneNumber: String? = null,
            templateCode: String? = null,
            language: String? = null,
            wabaId: String? = null,
        ): GetWhatsappHealthStatusRequest = builder(nodeType)
            .ownChannel()
            .phoneNumber(phoneNumber)
            .templateCode(templateCode)
            .language(language)
            .wabaId(wabaId)
            .build()
    }
}

/**
 * The answer to `GetWhatsappHealthStatus`.
 *
 * @property requestId The service's ID of the request.
 * @property health The health of the whole and of its parts.
 */
public class GetWhatsappHealthStatusResult(
    public val requestId: String?,
    public val health: Health,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetWhatsappHealthStatusResult &&
        requestId == other.requestId &&
        health == other.health

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, health)

    /** All fields. */
    override fun toString(): String = "GetWhatsappHealthStatusResult(requestId=$requestId, health=$health)"
}

/**
 * Whether messages can be sent.
 *
 * @property canSendMessage Whether the whole can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
 * @property entities Each part, with its problems.
 */
public class Health(
    public val canSendMessage: String,
    public val entities: List<HealthEntity>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Health &&
        canSendMessage == other.canSendMessage &&
        entities == other.entities

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(canSendMessage, entities)

    /** All fields. */
    override fun toString(): String = "Health(canSendMessage=$canSendMessage, entities=$entities)"
}

/**
 * A part with its own health: a phone number, a template, an account or a business.
 *
 * @property entityType What kind of part it is, such as `PHONE_NUMBER`.
 * @property canSendMessage Whether it can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
 * @property businessId The Meta business, where it is one.
 * @property phoneNumber The phone number, where it is one.
 * @property templateCode The template, where it is one.
 * @property language The template's language, where it is one.
 * @property wabaId The WhatsApp Business Account, where it is one.
 * @property errors Its problems.
 */
public class HealthEntity(
    public val entityType: String,
    public val canSendMessage: String,
    public val businessId: String?,
    public val phoneNumber: String?,
    public val templateCode: String?,
    public val language: String?,
    public val wabaId: String?,
    public val errors: List<HealthProblem>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is HealthEntity &&
        entityType == other.entityType &&
        canSendMessage == other.canSendMessage &&
        businessId == other.businessId &&
        phoneNumber == other.phoneNumber &&
        templateCode == other.templateCode &&
        language == other.language &&
        wabaId == other.wabaId &&
        errors == other.errors

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        entityType,
        canSendMessage,
        businessId,
        phoneNumber,
        templateCode,
        language,
        wabaId,
        errors,
    )

    /** All fields. */
    override fun toString(): String =
        "HealthEntity(entityType=$entityType, canSendMessage=$canSendMessage, businessId=$businessId, " +
            "phoneNumber=$phoneNumber, templateCode=$templateCode, language=$language, wabaId=$wabaId, " +
            "errors=$errors)"
}

/**
 * A problem that prevents messages.
 *
 * @property errorCode Meta's code of the problem, such as `141006`.
 * @property errorDescription What is wrong, in the service's words.
 * @property possibleSolution What may help, in the service's words.
 */
public class HealthProblem(
    public val errorCode: String,
    public val errorDescription: String,
    public val possibleSolution: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is HealthProblem &&
        errorCode == other.errorCode &&
        errorDescription == other.errorDescription &&
        possibleSolution == other.possibleSolution

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(errorCode, errorDescription, possibleSolution)

    /** All fields. */
    override fun toString(): String =
        "HealthProblem(errorCode=$errorCode, errorDescription=$errorDescription, possibleSolution=$possibleSolution)"
}

/**
 * Whose health is read. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class NodeType private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is NodeType && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** A template. */
        @JvmField
        public val TEMPLATE: NodeType = NodeType("template")

        /** A phone number. */
        @JvmField
        public val PHONE: NodeType = NodeType("phone")

        /** A WhatsApp Business Account. */
        @JvmField
        public val WABA: NodeType = NodeType("waba")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): NodeType = when (given("nodeType", value)) {
            "template" -> TEMPLATE
            "phone" -> PHONE
            "waba" -> WABA
            else -> NodeType(value)
        }
    }
}
