import CamsRoi
import Foundation
import XCTest

/// The conformance cases, by the Swift package. `conformance/format.md` says what a case is.
final class ConformanceTests: EmulatorTestCase {
    private let folder = URL(filePath: #filePath).appending(path: "../../../../../conformance").standardized
    private let home = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString)")
    private var silent = ""

    func testEveryCase() async throws {
        silent = try await emulator.control("silent")["address"].text!
        for name in ProcessInfo.processInfo.environment.keys {
            let isOurs = name.hasPrefix("ALIBABA_CLOUD_") || name == "CAMS_ROI_ENDPOINT"
            if isOurs || name.lowercased().hasSuffix("_proxy") { unsetenv(name) }
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cases").path())
        var passed = 0
        try await with(environment: ["HOME": home.path(), "ALIBABA_CLOUD_ECS_METADATA_DISABLED": "true"]) {
            for file in files.sorted() {
                for item in try read("cases/\(file)").list {
                    let problems = try await play(item)
                    if problems.isEmpty { passed += 1 } else { XCTFail("\(item["name"].text!): \(problems)") }
                }
            }
        }
        print("conformance swift: \(passed) cases passed")
    }

    private func read(_ name: String) throws -> JSON {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let host = emulator.url.replacingOccurrences(of: "http://", with: "")
        let values = ["{url}": emulator.url, "{host}": host, "{silent}": silent, "{home}": home.path()]
        return try JSON(Data(values.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }.utf8))
    }

    /// What the emulator found wrong.
    private func play(_ item: JSON) async throws -> [JSON] {
        var keys = Keys(item)
        _ = keys["name"]
        try? FileManager.default.removeItem(at: home)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for (path, content) in keys["files"].object {
            let file = home.appending(path: path)
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try bytes(of: content).write(to: file)
        }
        try await emulator.control("reset", nil, method: "POST")
        for control in keys["emulator"].list { try await emulator.control(control[0].text!, control[1]) }
        let settings = try read("client.json").object.merging(keys["client"].object) { $1 }
        let outcome = try await outcome(.object(settings), keys["call"])
        let seen = keys["seen"] == .null ? [:] : keys["seen"]
        let verdict: JSON = ["expect": keys["expect"], "outcome": outcome, "seen": seen]
        try keys.none()
        return try await emulator.control("verify", verdict)["problems"].list
    }

    /// A text as it is, bytes in Base64, or anything else as JSON.
    private func bytes(of content: JSON) throws -> Data {
        if let text = content.text { return Data(text.utf8) }
        guard let encoded = content["base64"].text, content.object.count == 1 else { return try content.data }
        return try XCTUnwrap(Data(base64Encoded: encoded), "a file is no Base64")
    }

    private func outcome(_ settings: JSON, _ call: JSON) async throws -> JSON {
        var keys = Keys(call)
        let (operation, cancelWhen) = (keys["operation"].text!, keys["cancel_when"])
        let (request, options) = (keys["request"], keys["options"])
        try keys.none()
        do {
            let client = try connect(settings)
            let done = Task { try await send(client, operation, Keys(request), Keys(options)) }
            if let requests = cancelWhen["requests"].integer {
                try await emulator.logged { $0.count >= requests }
                done.cancel()
            }
            return try await done.value
        } catch let error as CamsRoiError {
            return ["error": told(error)]
        } catch is CancellationError {
            return ["cancelled": true]
        }
    }

    private func connect(_ settings: JSON) throws -> CamsRoiClient {
        var keys = Keys(settings)
        var configuration = CamsRoiClient.Configuration()
        configuration.endpoint = keys["endpoint"].text
        configuration.region = keys["region"].text
        configuration.profile = keys["profile"].text
        configuration.accountId = keys["account_id"].text
        configuration.userAgent = keys["user_agent"].text
        configuration.caFile = keys["ca_file"].text
        configuration.caPem = keys["ca_pem"].text
        var key = Keys(keys["credentials"])
        if let (id, secret) = key["access_key_id"].text.flatMap({ id in key["access_key_secret"].text.map { (id, $0) } }
        ) {
            let token = key["security_token"].text
            configuration.credentials = .accessKey(id: id, secret: secret, securityToken: token)
        }
        try key.none()
        if let name = keys["signature"].text { configuration.signature = .init(rawValue: name)! }
        configuration.timeout = keys.duration("timeout_ms")
        configuration.connectTimeout = keys.duration("connect_timeout_ms")
        configuration.attemptTimeout = keys.duration("attempt_timeout_ms")
        configuration.maxAttempts = keys.count("max_attempts")
        configuration.baseDelay = keys.duration("base_delay_ms")
        configuration.maxDelay = keys.duration("max_delay_ms")
        switch keys["rate_limit"] {
        case .null: break
        case "off": configuration.rateLimit = .off
        case .object(let limits):
            configuration.rateLimit = .operations(
                limits.mapValues { $0 == "off" ? .off : .perSecond($0.number!) }
            )
        case let calls: configuration.rateLimit = .perSecond(calls.number!)
        }
        configuration.maxConnections = keys.count("max_connections")
        if let proxy = keys["proxy"].text { configuration.proxy = proxy == "direct" ? .direct : .url(proxy) }
        try keys.none()
        return try CamsRoiClient(configuration)
    }
}

/// Calls an operation; its result is JSON in the words of the cases.
private func send(
    _ client: CamsRoiClient,
    _ operation: String,
    _ request: Keys,
    _ given: Keys
) async throws -> JSON {
    var (request, given) = (request, given)
    let options = CamsRoiClient.CallOptions(
        timeout: given.duration("timeout_ms"),
        maxAttempts: given.count("max_attempts")
    )
    defer { XCTAssertNoThrow(try request.none()) }
    try given.none()
    if let result = try await sendTyped(client, operation, &request, options) { return ["result": result] }
    switch operation {
    case "call", "call_text":
        let text = try await client.callText(
            request["action"].text!,
            parameters: request["parameters"].object.mapValues { plain($0) },
            idempotent: request["idempotent"].bool,
            unchecked: request["unchecked"].bool ?? false,
            options: options
        )
        return ["result": operation == "call" ? try JSON(Data(text.utf8)) : ["text": .text(text)]]
    case "read_channels":
        let channels = try await readChannels(request["path"].text!).reduce(into: []) { $0.append($1) }
        let listed = channels.map { channel -> JSON in
            ["cust_space_id": .text(channel.custSpaceId), "isv_code": JSON(channel.isvCode)]
        }
        return ["result": ["channels": .list(listed)]]
    case "enable_many":
        let channels = request["channels"].list.map {
            WhatsAppChannel($0["cust_space_id"].text!, isvCode: $0["isv_code"].text)
        }
        let many = EnableManyOptions(
            isvCode: request["isv_code"].text,
            journal: request["journal"].text,
            concurrency: request.count("concurrency"),
            stopAfterDenials: request.count("stop_after_denials"),
            timeout: options.timeout,
            maxAttempts: options.maxAttempts
        )
        var outcomes: [ChannelOutcome] = []
        for try await outcome in client.enableMany(channels, options: many) { outcomes.append(outcome) }
        return ["outcomes": .list(outcomes.sorted { $0.custSpaceId < $1.custSpaceId }.map { told($0) })]
    default:
        throw TestFailure("no operation \(operation)")
    }
}

/// A value as Swift has it.
private func plain(_ json: JSON) -> any CallParameter {
    switch json {
    case .bool(let flag): flag
    case .integer(let number): number
    case .number(let number): number
    case .text(let text): text
    default: try! CallValue(encoding: json)
    }
}

private func told(_ row: ChannelOutcome) -> JSON {
    [
        "cust_space_id": .text(row.custSpaceId), "status": row.isEnabled ? "enabled" : "failed",
        "request_id": JSON(row.requestId), "attempts": JSON(row.attempts), "resumed": .bool(row.isResumed),
        "not_called": .bool(row.isNotCalled), "error": row.error.map { told($0) } ?? .null,
    ]
}

/// Names of options and parameters in messages, too, are those of the cases.
private func inWordsOfTheCases(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { (word: Substring) -> String in
        let name = word.prefix { $0.isLetter }
        guard name.first?.isLowercase == true else { return String(word) }
        return name.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined() + word.dropFirst(name.count)
    }
    return words.joined(separator: " ")
}

private func told(_ error: CamsRoiError) -> JSON {
    [
        "kind": .text(error.kind.rawValue), "message": .text(inWordsOfTheCases(error.message)),
        "code": JSON(error.code),
        "request_id": JSON(error.requestId), "http_status": JSON(error.httpStatus),
        "retryable": .bool(error.isRetryable),
        "retry_after_ms": JSON(error.retryAfter.map { Int($0 / .milliseconds(1)) }),
        "attempts": JSON(error.attempts), "operation": JSON(error.operation),
        "hint": .text(inWordsOfTheCases(error.hint)),
        "access_denied_detail": error.accessDeniedDetail.json, "timeout_phase": JSON(error.timeoutPhase?.rawValue),
        "detail": JSON(error.detail), "cust_space_id": JSON(error.custSpaceId),
        "phone_number": JSON(error.phoneNumber), "template_code": JSON(error.templateCode),
    ]
}
