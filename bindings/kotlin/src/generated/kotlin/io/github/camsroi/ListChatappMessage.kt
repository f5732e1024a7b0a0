// Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.time.Instant
import java.util.Objects

/**
 * What is asked of `ListChatappMessage`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property businessNumber The channel's phone number, in digits.
 * @property channelType What kind of channel it is, in lower or upper case.
 * @property page The page's number and its length.
 * @property startTime The start of the time range.
 * @property endTime The end of the time range.
 * @property eventAction Messages of one direction: `DOWN` to users, `UP` from them.
 * @property messageStatus Messages of one status. The service documents no list of them.
 * @property clientAcceptStatus Messages with this status on the user's side. The service documents no list of them.
 * @property templateCode Messages of one template.
 * @property groupMessageId Messages of one mass sending.
 * @property userNumber Messages to and from one user.
 */
public class ListChatappMessageRequest private constructor(
    channel: WantedChannel,
    public val businessNumber: String,
    public val channelType: String,
    public val page: Page,
    public val startTime: Instant?,
    public val endTime: Instant?,
    public val eventAction: String?,
    public val messageStatus: String?,
    public val clientAcceptStatus: String?,
    public val templateCode: String?,
    public val groupMessageId: String?,
    public val userNumber: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** The same for pages of this size, from the first one on. */
    internal fun sized(size: Int): ListChatappMessageRequest = ListChatappMessageRequest(
        WantedChannel(custSpaceId),
        businessNumber,
        channelType,
        Page(1, size.toLong()),
        startTime,
        endTime,
        eventAction,
        messageStatus,
        clientAcceptStatus,
        templateCode,
        groupMessageId,
        userNumber,
    )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListChatappMessageRequest &&
        custSpaceId == other.custSpaceId &&
        businessNumber == other.businessNumber &&
        channelType == other.channelType &&
        page == other.page &&
        startTime == other.startTime &&
        endTime == other.endTime &&
        eventAction == other.eventAction &&
        messageStatus == other.messageStatus &&
        clientAcceptStatus == other.clientAcceptStatus &&
        templateCode == other.templateCode &&
        groupMessageId == other.groupMessageId &&
        userNumber == other.userNumber

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        custSpaceId,
        businessNumber,
        channelType,
        page,
        startTime,
        endTime,
        eventAction,
        messageStatus,
        clientAcceptStatus,
        templateCode,
        groupMessageId,
        userNumber,
    )

    /** All that is asked. */
    override fun toString(): String =
        "ListChatappMessageRequest(custSpaceId=$custSpaceId, businessNumber=$businessNumber, " +
            "channelType=$channelType, page=$page, startTime=$startTime, endTime=$endTime, eventAction=$eventAction, " +
            "messageStatus=$messageStatus, clientAcceptStatus=$clientAcceptStatus, templateCode=$templateCode, " +
            "groupMessageId=$groupMessageId, userNumber=$userNumber)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val businessNumber: String,
        private val channelType: String,
        private val page: Page,
    ) {
        private var startTime: Instant? = null
        private var endTime: Instant? = null
        private var eventAction: String? = null
        private var messageStatus: String? = null
        private var clientAcceptStatus: String? = null
        private var templateCode: String? = null
        private var groupMessageId: String? = null
        private var userNumber: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The start of the time range. */
        public fun startTime(startTime: Instant?): Builder = apply { this.startTime = startTime }

        /** The end of the time range. */
        public fun endTime(endTime: Instant?): Builder = apply { this.endTime = endTime }

        /** Messages of one direction: `DOWN` to users, `UP` from them. */
        public fun eventAction(eventAction: String?): Builder = apply { this.eventAction = eventAction }

        /** Messages of one status. The service documents no list of them. */
        public fun messageStatus(messageStatus: String?): Builder = apply { this.messageStatus = messageStatus }

        /** Messages with this status on the user's side. The service documents no list of them. */
        public fun clientAcceptStatus(clientAcceptStatus: String?): Builder =
            apply { this.clientAcceptStatus = clientAcceptStatus }

        /** Messages of one template. */
        public fun templateCode(templateCode: String?): Builder = apply { this.templateCode = templateCode }

        /** Messages of one mass sending. */
        public fun groupMessageId(groupMessageId: String?): Builder = apply { this.groupMessageId = groupMessageId }

        /** Messages to and from one user. */
        public fun userNumber(userNumber: String?): Builder = apply { this.userNumber = userNumber }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): ListChatappMessageRequest = ListChatappMessageRequest(
            WantedChannel.of(custSpaceId, own),
            businessNumber,
            channelType,
            page,
            startTime,
            endTime,
            eventAction,
            messageStatus,
            clientAcceptStatus,
            templateCode,
            groupMessageId,
            userNumber,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(businessNumber: String, channelType: String, page: Page): Builder = Builder(
            given("businessNumber", businessNumber),
            given("channelType", channelType),
            given("page", page),
        )

        /** A request for the channel [custSpaceId], in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            businessNumber: String,
            channelType: String,
            page: Page,
            custSpaceId: String,
            startTime: Instant? = null,
            endTime: Instant? = null,
            eventAction: String? = null,
            messageStatus: String? = null,
            clientAcceptStatus: String? = null,
            templateCode: String? = null,
            groupMessageId: String? = null,
            userNumber: String? = null,
        ): ListChatappMessageRequest = builder(businessNumber, channelType, page)
            .custSpaceId(custSpaceId)
            .startTime(startTime)
            .endTime(endTime)
            .eventAction(eventAction)
            .messageStatus(messageStatus)
            .clientAcceptStatus(clientAcceptStatus)
            .templateCode(templateCode)
            .groupMessageId(groupMessageId)
            .userNumber(userNumber)
            .build()

        /** For the account's own channel, in Kotlin. */
        @JvmSynthetic
        public fun ownChannel(
            businessNumber: String,
            channelType: String,
            page: Page,
            startTime: Instant? = null,
            endTime: Instant? = null,
            eventAction: String? = null,
            messageStatus: String? = null,
            clientAcceptStatus: String? = null,
            templateCode: String? = null,
            groupMessageId: String? = null,
            userNumber: String? = null,
        ): ListChatappMessageRequest = builder(businessNumber, channelType, page)
            .ownChannel()
            .startTime(startTime)
            .endTime(endTime)
            .eventAction(eventAction)
            .messageStatus(messageStatus)
            .clientAcceptStatus(clientAcceptStatus)
            .templateCode(templateCode)
            .groupMessageId(groupMessageId)
            .userNumber(userNumber)
            .build()
    }
}

/**
 * The answer to `ListChatappMessage`.
 *
 * @property requestId The service's ID of the request.
 * @property messages The messages of this page; empty after the last page.
 */
public class ListChatappMessageResult(
    public val requestId: String?,
    public val messages: List<MessageRecord>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListChatappMessageResult &&
        requestId == other.requestId &&
        messages == other.messages

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, messages)

    /** All fields. */
    override fun toString(): String = "ListChatappMessageResult(requestId=$requestId, messages=$messages)"
}

/**
 * A message that was sent or received.
 *
 * @property messageId The message's ID, by which receipts name it.
 * @property uniqueMessageId Another ID of the message.
 * @property conversationId The conversation that it belongs to.
 * @property businessNumber The channel's phone number.
 * @property userNumber The user's phone number.
 * @property channelType What kind of channel it is.
 * @property eventAction `DOWN` to the user, `UP` from the user.
 * @property eventActionName The same in words.
 * @property messageStatus The result of sending, such as `success`.
 * @property messageStatusName The same in words.
 * @property clientAcceptStatusName Whether the user's phone has it, in words.
 * @property clientReadStatus Whether the user has read it.
 * @property clientReadStatusName The same in words.
 * @property failReason Why the sending failed.
 * @property failBackFlag Whether it was sent as an SMS instead, as `Y` or `N`. The service spells it so.
 * @property failBackContent What was sent as an SMS instead.
 * @property templateCode The template, if it was made from one.
 * @property templateName The template's name, if it was made from one.
 * @property languageCode The template's language, if it was made from one.
 * @property message The message itself, often as JSON.
 * @property messageType What kind of message it is, such as `INTERACTIVE`.
 * @property messageTypeName The same in words.
 * @property messageSource What sent it, such as `api`.
 * @property kind What the row is about, such as `message`. The service calls it `Type`.
 * @property month The month, as `202611`.
 * @property sendTime When it was sent.
 */
public class MessageRecord(
    public val messageId: String,
    public val uniqueMessageId: String?,
    public val conversationId: String?,
    public val businessNumber: String,
    public val userNumber: String,
    public val channelType: String,
    public val eventAction: String,
    public val eventActionName: String?,
    public val messageStatus: String?,
    public val messageStatusName: String?,
    public val clientAcceptStatusName: String?,
    public val clientReadStatus: String?,
    public val clientReadStatusName: String?,
    public val failReason: String?,
    public val failBackFlag: String?,
    public val failBackContent: String?,
    public val templateCode: String?,
    public val templateName: String?,
    public val languageCode: String?,
    public val message: String?,
    public val messageType: String?,
    public val messageTypeName: String?,
    public val messageSource: String?,
    public val kind: String?,
    public val month: String?,
    public val sendTime: Instant?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is MessageRecord &&
        messageId == other.messageId &&
        uniqueMessageId == other.uniqueMessageId &&
        conversationId == other.conversationId &&
        businessNumber == other.businessNumber &&
        userNumber == other.userNumber &&
        channelType == other.channelType &&
        eventAction == other.eventAction &&
        eventActionName == other.eventActionName &&
        messageStatus == other.messageStatus &&
        messageStatusName == other.messageStatusName &&
        clientAcceptStatusName == other.clientAcceptStatusName &&
        clientReadStatus == other.clientReadStatus &&
        clientReadStatusName == other.clientReadStatusName &&
        failReason == other.failReason &&
        failBackFlag == other.failBackFlag &&
        failBackContent == other.failBackContent &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        languageCode == other.languageCode &&
        message == other.message &&
        messageType == other.messageType &&
        messageTypeName == other.messageTypeName &&
        messageSource == other.messageSource &&
        kind == other.kind &&
        month == other.month &&
        sendTime == other.sendTime

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        messageId,
        uniqueMessageId,
        conversationId,
        businessNumber,
        userNumber,
        channelType,
        eventAction,
        eventActionName,
        messageStatus,
        messageStatusName,
        clientAcceptStatusName,
        clientReadStatus,
        clientReadStatusName,
        failReason,
        failBackFlag,
        failBackContent,
        templateCode,
        templateName,
        languageCode,
        message,
        messageType,
        messageTypeName,
        messageSource,
        kind,
        month,
        sendTime,
    )

    /** All fields. */
    override fun toString(): String =
        "MessageRecord(messageId=$messageId, uniqueMessageId=$uniqueMessageId, conversationId=$conversationId, " +
            "businessNumber=$businessNumber, userNumber=$userNumber, channelType=$channelType, " +
            "eventAction=$eventAction, eventActionName=$eventActionName, messageStatus=$messageStatus, " +
            "messageStatusName=$messageStatusName, clientAcceptStatusName=$clientAcceptStatusName, " +
            "clientReadStatus=$clientReadStatus, clientReadStatusName=$clientReadStatusName, failReason=$failReason, " +
            "failBackFlag=$failBackFlag, failBackContent=$failBackContent, templateCode=$templateCode, " +
            "templateName=$templateName, languageCode=$languageCode, message=$message, messageType=$messageType, " +
            "messageTypeName=$messageTypeName, messageSource=$messageSource, kind=$kind, month=$month, " +
            "sendTime=$sendTime)"
}
