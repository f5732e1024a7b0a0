// Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.

import Foundation

/// The parameters of `ListChatappMessage`.
public struct ListChatappMessageRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The channel's phone number, in digits.
    public var businessNumber: String
    /// What kind of channel it is, in lower or upper case.
    public var channelType: String
    /// The page's number and its length.
    public var page: Page
    /// The start of the time range.
    public var startTime: Date?
    /// The end of the time range.
    public var endTime: Date?
    /// Messages of one direction: `DOWN` to users, `UP` from them.
    public var eventAction: String?
    /// Messages of one status. The service documents no list of them.
    public var messageStatus: String?
    /// Messages with this status on the user's side. The service documents no list of them.
    public var clientAcceptStatus: String?
    /// Messages of one template.
    public var templateCode: String?
    /// Messages of one mass sending.
    public var groupMessageId: String?
    /// Messages to and from one user.
    public var userNumber: String?

    /// Makes a request.
    public init(
        custSpaceId: ChannelChoice,
        businessNumber: String,
        channelType: String,
        page: Page,
        startTime: Date? = nil,
        endTime: Date? = nil,
        eventAction: String? = nil,
        messageStatus: String? = nil,
        clientAcceptStatus: String? = nil,
        templateCode: String? = nil,
        groupMessageId: String? = nil,
        userNumber: String? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.businessNumber = businessNumber
        self.channelType = channelType
        self.page = page
        self.startTime = startTime
        self.endTime = endTime
        self.eventAction = eventAction
        self.messageStatus = messageStatus
        self.clientAcceptStatus = clientAcceptStatus
        self.templateCode = templateCode
        self.groupMessageId = groupMessageId
        self.userNumber = userNumber
    }
}

/// The answer to `ListChatappMessage`.
public struct ListChatappMessageResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The messages of this page; empty after the last page.
    public var messages: [MessageRecord]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, messages: [MessageRecord] = []) {
        self.requestId = requestId
        self.messages = messages
    }
}

/// A message that was sent or received.
public struct MessageRecord: Sendable, Hashable, Codable {
    /// The message's ID, by which receipts name it.
    public var messageId: String
    /// Another ID of the message.
    public var uniqueMessageId: String?
    /// The conversation that it belongs to.
    public var conversationId: String?
    /// The channel's phone number.
    public var businessNumber: String
    /// The user's phone number.
    public var userNumber: String
    /// What kind of channel it is.
    public var channelType: String
    /// `DOWN` to the user, `UP` from the user.
    public var eventAction: String
    /// The same in words.
    public var eventActionName: String?
    /// The result of sending, such as `success`.
    public var messageStatus: String?
    /// The same in words.
    public var messageStatusName: String?
    /// Whether the user's phone has it, in words.
    public var clientAcceptStatusName: String?
    /// Whether the user has read it.
    public var clientReadStatus: String?
    /// The same in words.
    public var clientReadStatusName: String?
    /// Why the sending failed.
    public var failReason: String?
    /// Whether it was sent as an SMS instead, as `Y` or `N`. The service spells it so.
    public var failBackFlag: String?
    /// What was sent as an SMS instead.
    public var failBackContent: String?
    /// The template, if it was made from one.
    public var templateCode: String?
    /// The template's name, if it was made from one.
    public var templateName: String?
    /// The template's language, if it was made from one.
    public var languageCode: String?
    /// The message itself, often as JSON.
    public var message: String?
    /// What kind of message it is, such as `INTERACTIVE`.
    public var messageType: String?
    /// The same in words.
    public var messageTypeName: String?
    /// What sent it, such as `api`.
    public var messageSource: String?
    /// What the row is about, such as `message`. The service calls it `Type`.
    public var kind: String?
    /// The month, as `202611`.
    public var month: String?
    /// When it was sent.
    public var sendTime: Date?

    /// Makes one, for example in a test.
    public init(
        messageId: String,
        uniqueMessageId: String? = nil,
        conversationId: String? = nil,
        businessNumber: String,
        userNumber: String,
        channelType: String,
        eventAction: String,
        eventActionName: String? = nil,
        messageStatus: String? = nil,
        messageStatusName: String? = nil,
        clientAcceptStatusName: String? = nil,
        clientReadStatus: String? = nil,
        clientReadStatusName: String? = nil,
        failReason: String? = nil,
        failBackFlag: String? = nil,
        failBackContent: String? = nil,
        templateCode: String? = nil,
        templateName: String? = nil,
        languageCode: String? = nil,
        message: String? = nil,
        messageType: String? = nil,
        messageTypeName: String? = nil,
        messageSource: String? = nil,
        kind: String? = nil,
        month: String? = nil,
        sendTime: Date? = nil
    ) {
        self.messageId = messageId
        self.uniqueMessageId = uniqueMessageId
        self.conversationId = conversationId
        self.businessNumber = businessNumber
        self.userNumber = userNumber
        self.channelType = channelType
        self.eventAction = eventAction
        self.eventActionName = eventActionName
        self.messageStatus = messageStatus
        self.messageStatusName = messageStatusName
        self.clientAcceptStatusName = clientAcceptStatusName
        self.clientReadStatus = clientReadStatus
        self.clientReadStatusName = clientReadStatusName
        self.failReason = failReason
        self.failBackFlag = failBackFlag
        self.failBackContent = failBackContent
        self.templateCode = templateCode
        self.templateName = templateName
        self.languageCode = languageCode
        self.message = message
        self.messageType = messageType
        self.messageTypeName = messageTypeName
        self.messageSource = messageSource
        self.kind = kind
        self.month = month
        self.sendTime = sendTime
    }
}

extension MessageRecord: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.messageId = try reader.read()
        self.uniqueMessageId = try reader.read()
        self.conversationId = try reader.read()
        self.businessNumber = try reader.read()
        self.userNumber = try reader.read()
        self.channelType = try reader.read()
        self.eventAction = try reader.read()
        self.eventActionName = try reader.read()
        self.messageStatus = try reader.read()
        self.messageStatusName = try reader.read()
        self.clientAcceptStatusName = try reader.read()
        self.clientReadStatus = try reader.read()
        self.clientReadStatusName = try reader.read()
        self.failReason = try reader.read()
        self.failBackFlag = try reader.read()
        self.failBackContent = try reader.read()
        self.templateCode = try reader.read()
        self.templateName = try reader.read()
        self.languageCode = try reader.read()
        self.message = try reader.read()
        self.messageType = try reader.read()
        self.messageTypeName = try reader.read()
        self.messageSource = try reader.read()
        self.kind = try reader.read()
        self.month = try reader.read()
        self.sendTime = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
    ///
    /// The answer has no total: the last page is the one that is not full.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:ListChatappMessage`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - businessNumber: The channel's phone number, in digits.
    ///   - channelType: What kind of channel it is, in lower or upper case.
    ///   - page: The page's number and its length.
    ///   - startTime: The start of the time range.
    ///   - endTime: The end of the time range.
    ///   - eventAction: Messages of one direction: `DOWN` to users, `UP` from them.
    ///   - messageStatus: Messages of one status. The service documents no list of them.
    ///   - clientAcceptStatus: Messages with this status on the user's side. The service documents no list of them.
    ///   - templateCode: Messages of one template.
    ///   - groupMessageId: Messages of one mass sending.
    ///   - userNumber: Messages to and from one user.
    ///   - options: What this call does differently from the client.
    /// - Returns: The messages of this page; empty after the last page.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func listChatappMessage(
        custSpaceId: some StringProtocol,
        businessNumber: some StringProtocol,
        channelType: some StringProtocol,
        page: Page,
        startTime: Date? = nil,
        endTime: Date? = nil,
        eventAction: String? = nil,
        messageStatus: String? = nil,
        clientAcceptStatus: String? = nil,
        templateCode: String? = nil,
        groupMessageId: String? = nil,
        userNumber: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> ListChatappMessageResult {
        let request = ListChatappMessageRequest(
            custSpaceId: .id(custSpaceId.description),
            businessNumber: businessNumber.description,
            channelType: channelType.description,
            page: page,
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber
        )
        return try await listChatappMessage(request, options: options)
    }

    /// The same (`ListChatappMessage`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - businessNumber: The channel's phone number, in digits.
    ///   - channelType: What kind of channel it is, in lower or upper case.
    ///   - page: The page's number and its length.
    ///   - startTime: The start of the time range.
    ///   - endTime: The end of the time range.
    ///   - eventAction: Messages of one direction: `DOWN` to users, `UP` from them.
    ///   - messageStatus: Messages of one status. The service documents no list of them.
    ///   - clientAcceptStatus: Messages with this status on the user's side. The service documents no list of them.
    ///   - templateCode: Messages of one template.
    ///   - groupMessageId: Messages of one mass sending.
    ///   - userNumber: Messages to and from one user.
    ///   - options: What this call does differently from the client.
    /// - Returns: The messages of this page; empty after the last page.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func listChatappMessage(
        custSpaceId: ChannelChoice,
        businessNumber: some StringProtocol,
        channelType: some StringProtocol,
        page: Page,
        startTime: Date? = nil,
        endTime: Date? = nil,
        eventAction: String? = nil,
        messageStatus: String? = nil,
        clientAcceptStatus: String? = nil,
        templateCode: String? = nil,
        groupMessageId: String? = nil,
        userNumber: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> ListChatappMessageResult {
        let request = ListChatappMessageRequest(
            custSpaceId: custSpaceId,
            businessNumber: businessNumber.description,
            channelType: channelType.description,
            page: page,
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber
        )
        return try await listChatappMessage(request, options: options)
    }

    /// Fails: this client has no such function.
    public func listChatappMessage(
        _ request: ListChatappMessageRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListChatappMessageResult {
        throw lacks("listChatappMessage")
    }

    /// All messages that `ListChatappMessage` lists, page by page.
    ///
    /// A page is fetched when its first item is asked for. An error ends the loop and is thrown; leaving the loop, or
    /// cancelling its task, ends the call that is under way.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - businessNumber: The channel's phone number, in digits.
    ///   - channelType: What kind of channel it is, in lower or upper case.
    ///   - startTime: The start of the time range.
    ///   - endTime: The end of the time range.
    ///   - eventAction: Messages of one direction: `DOWN` to users, `UP` from them.
    ///   - messageStatus: Messages of one status. The service documents no list of them.
    ///   - clientAcceptStatus: Messages with this status on the user's side. The service documents no list of them.
    ///   - templateCode: Messages of one template.
    ///   - groupMessageId: Messages of one mass sending.
    ///   - userNumber: Messages to and from one user.
    ///   - pageSize: How many messages a page has.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The messages. Each iteration over them begins with the first page.
    public func allMessages(
        custSpaceId: some StringProtocol,
        businessNumber: some StringProtocol,
        channelType: some StringProtocol,
        startTime: Date? = nil,
        endTime: Date? = nil,
        eventAction: String? = nil,
        messageStatus: String? = nil,
        clientAcceptStatus: String? = nil,
        templateCode: String? = nil,
        groupMessageId: String? = nil,
        userNumber: String? = nil,
        pageSize: Int = 50,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<MessageRecord> {
        let request = ListChatappMessageRequest(
            custSpaceId: .id(custSpaceId.description),
            businessNumber: businessNumber.description,
            channelType: channelType.description,
            page: Page(index: 1, size: pageSize),
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber
        )
        return allMessages(request, limit: limit, options: options)
    }

    /// The same (`ListChatappMessage`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - businessNumber: The channel's phone number, in digits.
    ///   - channelType: What kind of channel it is, in lower or upper case.
    ///   - startTime: The start of the time range.
    ///   - endTime: The end of the time range.
    ///   - eventAction: Messages of one direction: `DOWN` to users, `UP` from them.
    ///   - messageStatus: Messages of one status. The service documents no list of them.
    ///   - clientAcceptStatus: Messages with this status on the user's side. The service documents no list of them.
    ///   - templateCode: Messages of one template.
    ///   - groupMessageId: Messages of one mass sending.
    ///   - userNumber: Messages to and from one user.
    ///   - pageSize: How many messages a page has.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The messages. Each iteration over them begins with the first page.
    public func allMessages(
        custSpaceId: ChannelChoice,
        businessNumber: some StringProtocol,
        channelType: some StringProtocol,
        startTime: Date? = nil,
        endTime: Date? = nil,
        eventAction: String? = nil,
        messageStatus: String? = nil,
        clientAcceptStatus: String? = nil,
        templateCode: String? = nil,
        groupMessageId: String? = nil,
        userNumber: String? = nil,
        pageSize: Int = 50,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<MessageRecord> {
        let request = ListChatappMessageRequest(
            custSpaceId: custSpaceId,
            businessNumber: businessNumber.description,
            channelType: channelType.description,
            page: Page(index: 1, size: pageSize),
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber
        )
        return allMessages(request, limit: limit, options: options)
    }

    /// Fails when it is iterated over: this client has no such function.
    public func allMessages(
        _ request: ListChatappMessageRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<MessageRecord> {
        let error = lacks("allMessages")
        return AllItems(AsyncThrowingStream { throw error })
    }
}

extension CamsRoiClient {
    /// Calls `ListChatappMessage`, with its parameters as one value.
    public func listChatappMessage(
        _ request: ListChatappMessageRequest,
        options: CallOptions
    ) async throws -> ListChatappMessageResult {
        try await send("ListChatappMessage", request, options)
    }

    /// All messages that `ListChatappMessage` lists, with its parameters as one value. Of its page, only the size
    /// counts.
    public func allMessages(
        _ request: ListChatappMessageRequest,
        limit: Int?,
        options: CallOptions
    ) -> AllItems<MessageRecord> {
        all("ListChatappMessage", request, limit, options) { (page: ListChatappMessageResult) in page.messages }
    }
}

extension ListChatappMessageRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.businessNumber)
        writer.write(self.channelType)
        writer.write(self.page)
        writer.write(self.startTime)
        writer.write(self.endTime)
        writer.write(self.eventAction)
        writer.write(self.messageStatus)
        writer.write(self.clientAcceptStatus)
        writer.write(self.templateCode)
        writer.write(self.groupMessageId)
        writer.write(self.userNumber)
    }
}

extension ListChatappMessageResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.messages = try reader.read()
    }
}
