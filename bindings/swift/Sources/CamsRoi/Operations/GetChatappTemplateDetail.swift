// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.

/// The parameters of `GetChatappTemplateDetail`.
public struct GetChatappTemplateDetailRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The language, for example `en` or `zh_CN`.
    public var language: String
    /// The template's code. It is a text, even if it consists of digits.
    public var templateCode: String?
    /// The template's name, where its code is not given.
    public var templateName: String?
    /// The template's type; `WHATSAPP` by default.
    public var templateType: String?
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?

    /// Makes a request.
    public init(
        custSpaceId: ChannelChoice,
        language: String,
        templateCode: String? = nil,
        templateName: String? = nil,
        templateType: String? = nil,
        isvCode: String? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.language = language
        self.templateCode = templateCode
        self.templateName = templateName
        self.templateType = templateType
        self.isvCode = isvCode
    }
}

/// The answer to `GetChatappTemplateDetail`.
public struct GetChatappTemplateDetailResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The template.
    public var template: TemplateDetail

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, template: TemplateDetail) {
        self.requestId = requestId
        self.template = template
    }
}

/// A template in one language, with its parts.
public struct TemplateDetail: Sendable, Hashable, Codable {
    /// The template's code. It is a text, even if it consists of digits.
    public var templateCode: String
    /// The template's name. The service calls it `Name` here.
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
    /// Meta's rating of its messages of the last days.
    public var qualityScore: QualityRating
    /// Whether it may be sent, of marketing templates.
    public var allowSend: Bool?
    /// Whether it is paused because Meta changed its category.
    public var categoryChangePaused: Bool?
    /// For how many seconds delivery is tried: 60 to 600.
    public var messageSendTtlSeconds: Int?
    /// The products that it shows.
    public var productSetId: String?
    /// Examples of its variables. Values are often JSON text, given as they came.
    public var examples: [String: String]
    /// Its parts, from top to bottom.
    public var components: [TemplateComponent]

    /// Makes one, for example in a test.
    public init(
        templateCode: String,
        templateName: String,
        language: String,
        category: String,
        auditStatus: String,
        reason: String? = nil,
        templateType: String,
        qualityScore: QualityRating,
        allowSend: Bool? = nil,
        categoryChangePaused: Bool? = nil,
        messageSendTtlSeconds: Int? = nil,
        productSetId: String? = nil,
        examples: [String: String] = [:],
        components: [TemplateComponent] = []
    ) {
        self.templateCode = templateCode
        self.templateName = templateName
        self.language = language
        self.category = category
        self.auditStatus = auditStatus
        self.reason = reason
        self.templateType = templateType
        self.qualityScore = qualityScore
        self.allowSend = allowSend
        self.categoryChangePaused = categoryChangePaused
        self.messageSendTtlSeconds = messageSendTtlSeconds
        self.productSetId = productSetId
        self.examples = examples
        self.components = components
    }
}

extension TemplateDetail: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.templateCode = try reader.read()
        self.templateName = try reader.read()
        self.language = try reader.read()
        self.category = try reader.read()
        self.auditStatus = try reader.read()
        self.reason = try reader.read()
        self.templateType = try reader.read()
        self.qualityScore = try reader.read()
        self.allowSend = try reader.read()
        self.categoryChangePaused = try reader.read()
        self.messageSendTtlSeconds = try reader.read()
        self.productSetId = try reader.read()
        self.examples = try reader.read()
        self.components = try reader.read()
    }
}

/// A part of a template.
public struct TemplateComponent: Sendable, Hashable, Codable {
    /// Which part it is: `BODY`, `HEADER`, `FOOTER`, `BUTTONS`, `CAROUSEL` or `LIMITED_TIME_OFFER`.
    public var componentType: String
    /// What a header holds, such as `TEXT` or `IMAGE`.
    public var format: String?
    /// Its text.
    public var text: String?
    /// The URL of its picture, video or document.
    public var url: String?
    /// The caption of its document.
    public var caption: String?
    /// The name of its document.
    public var fileName: String?
    /// The type of its document.
    public var fileType: String?
    /// The URL of a small picture of its video.
    public var thumbUrl: String?
    /// The length of its video, in seconds.
    public var duration: Int?
    /// The latitude of its place, in degrees as text.
    public var latitude: String?
    /// The longitude of its place, in degrees as text.
    public var longitude: String?
    /// The name of its place.
    public var locationName: String?
    /// The address of its place.
    public var locationAddress: String?
    /// Whether a body warns against giving a code away.
    public var addSecretRecommendation: Bool?
    /// For how many minutes a code is good: 1 to 90.
    public var codeExpirationMinutes: Int?
    /// Whether an offer ends.
    public var hasExpiration: Bool?
    /// When an offer ends: milliseconds since 1970, or a variable such as `$(offerExpirationTimeMs)`.
    public var offerExpirationTimeMs: String?
    /// Its buttons, from top to bottom.
    public var buttons: [TemplateButton]
    /// The cards of a carousel.
    public var cards: [TemplateCard]

    /// Makes one, for example in a test.
    public init(
        componentType: String,
        format: String? = nil,
        text: String? = nil,
        url: String? = nil,
        caption: String? = nil,
        fileName: String? = nil,
        fileType: String? = nil,
        thumbUrl: String? = nil,
        duration: Int? = nil,
        latitude: String? = nil,
        longitude: String? = nil,
        locationName: String? = nil,
        locationAddress: String? = nil,
        addSecretRecommendation: Bool? = nil,
        codeExpirationMinutes: Int? = nil,
        hasExpiration: Bool? = nil,
        offerExpirationTimeMs: String? = nil,
        buttons: [TemplateButton] = [],
        cards: [TemplateCard] = []
    ) {
        self.componentType = componentType
        self.format = format
        self.text = text
        self.url = url
        self.caption = caption
        self.fileName = fileName
        self.fileType = fileType
        self.thumbUrl = thumbUrl
        self.duration = duration
        self.latitude = latitude
        self.longitude = longitude
        self.locationName = locationName
        self.locationAddress = locationAddress
        self.addSecretRecommendation = addSecretRecommendation
        self.codeExpirationMinutes = codeExpirationMinutes
        self.hasExpiration = hasExpiration
        self.offerExpirationTimeMs = offerExpirationTimeMs
        self.buttons = buttons
        self.cards = cards
    }
}

extension TemplateComponent: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.componentType = try reader.read()
        self.format = try reader.read()
        self.text = try reader.read()
        self.url = try reader.read()
        self.caption = try reader.read()
        self.fileName = try reader.read()
        self.fileType = try reader.read()
        self.thumbUrl = try reader.read()
        self.duration = try reader.read()
        self.latitude = try reader.read()
        self.longitude = try reader.read()
        self.locationName = try reader.read()
        self.locationAddress = try reader.read()
        self.addSecretRecommendation = try reader.read()
        self.codeExpirationMinutes = try reader.read()
        self.hasExpiration = try reader.read()
        self.offerExpirationTimeMs = try reader.read()
        self.buttons = try reader.read()
        self.cards = try reader.read()
    }
}

/// A button of a template.
public struct TemplateButton: Sendable, Hashable, Codable {
    /// What it does, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `COPY_CODE` or `FLOW`. The metrics have other
    /// words for the first three.
    public var buttonType: String
    /// Its text, by which the metrics name the button.
    public var text: String
    /// The page that it opens.
    public var url: String?
    /// Whether the page has a variable part: `static` or `dynamic`.
    public var urlType: String?
    /// The number that it calls.
    public var phoneNumber: String?
    /// The coupon that it copies.
    public var couponCode: String?
    /// The flow that it starts.
    public var flowId: String?
    /// How it starts the flow: `NAVIGATE` or `DATA_EXCHANGE`.
    public var flowAction: String?
    /// The first screen of the flow.
    public var navigateScreen: String?
    /// Its text where a code is filled in automatically.
    public var autofillText: String?
    /// The app that a code is handed to.
    public var packageName: String?
    /// The signature of the app that a code is handed to.
    public var signatureHash: String?
    /// The apps that a code may be handed to.
    public var supportedApps: [TemplateApp]
    /// Whether users opt out with it. Such clicks are no success.
    public var isOptOut: Bool?
    /// What follows a click. The service calls it `ExtendAttrs`.
    public var nextStep: TemplateNextStep?

    /// Makes one, for example in a test.
    public init(
        buttonType: String,
        text: String,
        url: String? = nil,
        urlType: String? = nil,
        phoneNumber: String? = nil,
        couponCode: String? = nil,
        flowId: String? = nil,
        flowAction: String? = nil,
        navigateScreen: String? = nil,
        autofillText: String? = nil,
        packageName: String? = nil,
        signatureHash: String? = nil,
        supportedApps: [TemplateApp] = [],
        isOptOut: Bool? = nil,
        nextStep: TemplateNextStep? = nil
    ) {
        self.buttonType = buttonType
        self.text = text
        self.url = url
        self.urlType = urlType
        self.phoneNumber = phoneNumber
        self.couponCode = couponCode
        self.flowId = flowId
        self.flowAction = flowAction
        self.navigateScreen = navigateScreen
        self.autofillText = autofillText
        self.packageName = packageName
        self.signatureHash = signatureHash
        self.supportedApps = supportedApps
        self.isOptOut = isOptOut
        self.nextStep = nextStep
    }
}

extension TemplateButton: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.buttonType = try reader.read()
        self.text = try reader.read()
        self.url = try reader.read()
        self.urlType = try reader.read()
        self.phoneNumber = try reader.read()
        self.couponCode = try reader.read()
        self.flowId = try reader.read()
        self.flowAction = try reader.read()
        self.navigateScreen = try reader.read()
        self.autofillText = try reader.read()
        self.packageName = try reader.read()
        self.signatureHash = try reader.read()
        self.supportedApps = try reader.read()
        self.isOptOut = try reader.read()
        self.nextStep = try reader.read()
    }
}

/// An app that a code may be handed to.
public struct TemplateApp: Sendable, Hashable, Codable {
    /// The app's name.
    public var packageName: String
    /// The app's signature.
    public var signatureHash: String

    /// Makes one, for example in a test.
    public init(packageName: String, signatureHash: String) {
        self.packageName = packageName
        self.signatureHash = signatureHash
    }
}

extension TemplateApp: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.packageName = try reader.read()
        self.signatureHash = try reader.read()
    }
}

/// What follows a click on a button.
public struct TemplateNextStep: Sendable, Hashable, Codable {
    /// What is done, such as `nextCard`.
    public var action: String?
    /// The intent.
    public var intentCode: String?
    /// The code of the template that is sent.
    public var nextTemplateCode: String?
    /// The name of the template that is sent.
    public var nextTemplateName: String?
    /// The language of the template that is sent.
    public var nextLanguageCode: String?

    /// Makes one, for example in a test.
    public init(
        action: String? = nil,
        intentCode: String? = nil,
        nextTemplateCode: String? = nil,
        nextTemplateName: String? = nil,
        nextLanguageCode: String? = nil
    ) {
        self.action = action
        self.intentCode = intentCode
        self.nextTemplateCode = nextTemplateCode
        self.nextTemplateName = nextTemplateName
        self.nextLanguageCode = nextLanguageCode
    }
}

extension TemplateNextStep: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.action = try reader.read()
        self.intentCode = try reader.read()
        self.nextTemplateCode = try reader.read()
        self.nextTemplateName = try reader.read()
        self.nextLanguageCode = try reader.read()
    }
}

/// A card of a carousel.
public struct TemplateCard: Sendable, Hashable, Codable {
    /// The card's parts, from top to bottom.
    public var components: [CardComponent]

    /// Makes one, for example in a test.
    public init(components: [CardComponent] = []) {
        self.components = components
    }
}

extension TemplateCard: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.components = try reader.read()
    }
}

/// A part of a card.
public struct CardComponent: Sendable, Hashable, Codable {
    /// Which part it is: `HEADER`, `BODY` or `BUTTONS`.
    public var componentType: String
    /// What a header holds: `IMAGE` or `VIDEO`.
    public var format: String?
    /// Its text.
    public var text: String?
    /// The URL of its picture or video.
    public var url: String?
    /// The card's buttons, from top to bottom.
    public var buttons: [CardButton]

    /// Makes one, for example in a test.
    public init(
        componentType: String,
        format: String? = nil,
        text: String? = nil,
        url: String? = nil,
        buttons: [CardButton] = []
    ) {
        self.componentType = componentType
        self.format = format
        self.text = text
        self.url = url
        self.buttons = buttons
    }
}

extension CardComponent: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.componentType = try reader.read()
        self.format = try reader.read()
        self.text = try reader.read()
        self.url = try reader.read()
        self.buttons = try reader.read()
    }
}

/// A button of a card.
public struct CardButton: Sendable, Hashable, Codable {
    /// What it does: `URL`, `PHONE_NUMBER` or `QUICK_REPLY`.
    public var buttonType: String
    /// Its text, by which the metrics name the button.
    public var text: String
    /// The page that it opens.
    public var url: String?
    /// Whether the page has a variable part: `static` or `dynamic`.
    public var urlType: String?
    /// The number that it calls.
    public var phoneNumber: String?

    /// Makes one, for example in a test.
    public init(
        buttonType: String,
        text: String,
        url: String? = nil,
        urlType: String? = nil,
        phoneNumber: String? = nil
    ) {
        self.buttonType = buttonType
        self.text = text
        self.url = url
        self.urlType = urlType
        self.phoneNumber = phoneNumber
    }
}

extension CardButton: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.buttonType = try reader.read()
        self.text = try reader.read()
        self.url = try reader.read()
        self.urlType = try reader.read()
        self.phoneNumber = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads a message template in one language: its text, its buttons and its rating by Meta
    /// (`GetChatappTemplateDetail`).
    ///
    /// Name the template by its code or by its name.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappTemplateDetail`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - language: The language, for example `en` or `zh_CN`.
    ///   - templateCode: The template's code. It is a text, even if it consists of digits.
    ///   - templateName: The template's name, where its code is not given.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappTemplateDetail(
        custSpaceId: some StringProtocol,
        language: some StringProtocol,
        templateCode: String? = nil,
        templateName: String? = nil,
        templateType: String? = nil,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappTemplateDetailResult {
        let request = GetChatappTemplateDetailRequest(
            custSpaceId: .id(custSpaceId.description),
            language: language.description,
            templateCode: templateCode,
            templateName: templateName,
            templateType: templateType,
            isvCode: isvCode
        )
        return try await getChatappTemplateDetail(request, options: options)
    }

    /// The same (`GetChatappTemplateDetail`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - language: The language, for example `en` or `zh_CN`.
    ///   - templateCode: The template's code. It is a text, even if it consists of digits.
    ///   - templateName: The template's name, where its code is not given.
    ///   - templateType: The template's type; `WHATSAPP` by default.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappTemplateDetail(
        custSpaceId: ChannelChoice,
        language: some StringProtocol,
        templateCode: String? = nil,
        templateName: String? = nil,
        templateType: String? = nil,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappTemplateDetailResult {
        let request = GetChatappTemplateDetailRequest(
            custSpaceId: custSpaceId,
            language: language.description,
            templateCode: templateCode,
            templateName: templateName,
            templateType: templateType,
            isvCode: isvCode
        )
        return try await getChatappTemplateDetail(request, options: options)
    }

    /// Fails: this client has no such function.
    public func getChatappTemplateDetail(
        _ request: GetChatappTemplateDetailRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappTemplateDetailResult {
        throw lacks("getChatappTemplateDetail")
    }
}

extension CamsRoiClient {
    /// Calls `GetChatappTemplateDetail`, with its parameters as one value.
    public func getChatappTemplateDetail(
        _ request: GetChatappTemplateDetailRequest,
        options: CallOptions
    ) async throws -> GetChatappTemplateDetailResult {
        try await send("GetChatappTemplateDetail", request, options)
    }
}

extension GetChatappTemplateDetailRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.language)
        writer.write(self.templateCode)
        writer.write(self.templateName)
        writer.write(self.templateType)
        writer.write(self.isvCode)
    }
}

extension GetChatappTemplateDetailResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.template = try reader.read()
    }
}
