// Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.

import Foundation

/// The parameters of `ListChatappTemplate`.
public struct ListChatappTemplateRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?
    /// The page's number and its length; the first 10 rows by default.
    public var page: Page?
    /// Templates of this name.
    public var name: String?
    /// Only the template with this code.
    public var code: String?
    /// Rows of one language, for example `en` or `zh_CN`.
    public var language: String?
    /// Templates of one category.
    public var category: String?
    /// Templates in this state of Meta's review.
    public var auditStatus: String?
    /// The template's type; `WHATSAPP` by default.
    public var templateType: String?

    /// Makes a request.
    public init(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        page: Page? = nil,
        name: String? = nil,
        code: String? = nil,
        language: String? = nil,
        category: String? = nil,
        auditStatus: String? = nil,
        templateType: String? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
        self.page = page
        self.name = name
        self.code = code
        self.language = language
        self.category = category
        self.auditStatus = auditStatus
        self.templateType = templateType
    }
}

/// The answer to `ListChatappTemplate`.
public struct ListChatappTemplateResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The templates of this page; empty after the last page.
    public var templates: [Template]
    /// The number of rows on all pages.
    public var total: Int?

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, templates: [Template] = [], total: Int? = nil) {
        self.requestId = requestId
        self.templates = templates
        self.total = total
    }
}

/// A template in one language.
public struct Template: Sendable, Hashable, Codable {
    /// The template's code. It is a text, even if it consists of digits.
    public var templateCode: String
    /// The template's name.
    public var templateName: String
    /// The language, for example `en` or `zh_CN`.
    public var language: String
    /// The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others.
    public var category: String
    /// The state of the review: `pass`, `fail`, `auditing` or `unaudit`.
    public var auditStatus: String
    /// Why the review refused it; absent without a reason, for which the service also writes `None`.
    public var reason: String?
    /// The type: `WHATSAPP` or `VIBER`.
    public var templateType: String
    /// When it was last changed.
    public var lastUpdateTime: Date?

    /// Makes one, for example in a test.
    public init(
        templateCode: String,
        templateName: String,
        language: String,
        category: String,
        auditStatus: String,
        reason: String? = nil,
        templateType: String,
        lastUpdateTime: Date? = nil
    ) {
        self.templateCode = templateCode
        self.templateName = templateName
        self.language = language
        self.category = category
        self.auditStatus = auditStatus
        self.reason = reason
        self.templateType = templateType
        self.lastUpdateTime = lastUpdateTime
    }
}

extension Template: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.templateCode = try reader.read()
        self.templateName = try reader.read()
        self.language = try reader.read()
        self.category = try reader.read()
        self.auditStatus = try reader.read()
        self.reason = try reader.read()
        self.templateType = try reader.read()
        self.lastUpdateTime = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
    ///
    /// A template has a row for each of its languages.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:ListChatappTemplate`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - page: The page's number and its length; the first 10 rows by default.
    ///   - name: Templates of this name.
    ///   - code: Only the template with this code.
    ///   - language: Rows of one language, for example `en` or `zh_CN`.
    ///   - category: Templates of one category.
    ///   - auditStatus: Templates in this state of Meta's review.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func listChatappTemplate(
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        page: Page? = nil,
        name: String? = nil,
        code: String? = nil,
        language: String? = nil,
        category: String? = nil,
        auditStatus: String? = nil,
        templateType: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> ListChatappTemplateResult {
        let request = ListChatappTemplateRequest(
            custSpaceId: .id(custSpaceId.description),
            isvCode: isvCode,
            page: page,
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType
        )
        return try await listChatappTemplate(request, options: options)
    }

    /// The same (`ListChatappTemplate`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - page: The page's number and its length; the first 10 rows by default.
    ///   - name: Templates of this name.
    ///   - code: Only the template with this code.
    ///   - language: Rows of one language, for example `en` or `zh_CN`.
    ///   - category: Templates of one category.
    ///   - auditStatus: Templates in this state of Meta's review.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func listChatappTemplate(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        page: Page? = nil,
        name: String? = nil,
        code: String? = nil,
        language: String? = nil,
        category: String? = nil,
        auditStatus: String? = nil,
        templateType: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> ListChatappTemplateResult {
        let request = ListChatappTemplateRequest(
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            page: page,
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType
        )
        return try await listChatappTemplate(request, options: options)
    }

    /// Fails: this client has no such function.
    public func listChatappTemplate(
        _ request: ListChatappTemplateRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListChatappTemplateResult {
        throw lacks("listChatappTemplate")
    }

    /// All templates that `ListChatappTemplate` lists, page by page.
    ///
    /// A page is fetched when its first item is asked for. An error ends the loop and is thrown; leaving the loop, or
    /// cancelling its task, ends the call that is under way.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - name: Templates of this name.
    ///   - code: Only the template with this code.
    ///   - language: Rows of one language, for example `en` or `zh_CN`.
    ///   - category: Templates of one category.
    ///   - auditStatus: Templates in this state of Meta's review.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - pageSize: How many templates a page has.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The templates. Each iteration over them begins with the first page.
    public func allTemplates(
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        name: String? = nil,
        code: String? = nil,
        language: String? = nil,
        category: String? = nil,
        auditStatus: String? = nil,
        templateType: String? = nil,
        pageSize: Int = 50,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<Template> {
        let request = ListChatappTemplateRequest(
            custSpaceId: .id(custSpaceId.description),
            isvCode: isvCode,
            page: Page(index: 1, size: pageSize),
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType
        )
        return allTemplates(request, limit: limit, options: options)
    }

    /// The same (`ListChatappTemplate`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - name: Templates of this name.
    ///   - code: Only the template with this code.
    ///   - language: Rows of one language, for example `en` or `zh_CN`.
    ///   - category: Templates of one category.
    ///   - auditStatus: Templates in this state of Meta's review.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - pageSize: How many templates a page has.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The templates. Each iteration over them begins with the first page.
    public func allTemplates(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        name: String? = nil,
        code: String? = nil,
        language: String? = nil,
        category: String? = nil,
        auditStatus: String? = nil,
        templateType: String? = nil,
        pageSize: Int = 50,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<Template> {
        let request = ListChatappTemplateRequest(
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            page: Page(index: 1, size: pageSize),
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType
        )
        return allTemplates(request, limit: limit, options: options)
    }

    /// Fails when it is iterated over: this client has no such function.
    public func allTemplates(
        _ request: ListChatappTemplateRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<Template> {
        let error = lacks("allTemplates")
        return AllItems(AsyncThrowingStream { throw error })
    }
}

extension CamsRoiClient {
    /// Calls `ListChatappTemplate`, with its parameters as one value.
    public func listChatappTemplate(
        _ request: ListChatappTemplateRequest,
        options: CallOptions
    ) async throws -> ListChatappTemplateResult {
        try await send("ListChatappTemplate", request, options)
    }

    /// All templates that `ListChatappTemplate` lists, with its parameters as one value. Of its page, only the size
    /// counts.
    public func allTemplates(
        _ request: ListChatappTemplateRequest,
        limit: Int?,
        options: CallOptions
    ) -> AllItems<Template> {
        all("ListChatappTemplate", request, limit, options) { (page: ListChatappTemplateResult) in page.templates }
    }
}

extension ListChatappTemplateRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
        writer.write(self.page)
        writer.write(self.name)
        writer.write(self.code)
        writer.write(self.language)
        writer.write(self.category)
        writer.write(self.auditStatus)
        writer.write(self.templateType)
    }
}

extension ListChatappTemplateResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.templates = try reader.read()
        self.total = try reader.read()
    }
}
