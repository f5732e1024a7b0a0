import CamsRoi
import CamsRoiNative
import Foundation
import XCTest

final class ErrorTests: EmulatorTestCase {
    /// All but a defect, which nobody can cause.
    private let kinds = CamsRoiError.Kind.known.filter { $0 != .panic }
    private let journal = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()

    override func tearDown() async throws {
        try? FileManager.default.removeItem(atPath: journal)
        try await super.tearDown()
    }

    private func enable(
        _ client: CamsRoiClient,
        timeout: Duration? = nil
    ) async throws -> EnableWhatsappRoiMetricResult {
        let options = CamsRoiClient.CallOptions(timeout: timeout, maxAttempts: 1)
        return try await client.enableWhatsappRoiMetric(custSpaceId: channel, options: options)
    }

    /// Causes each kind, for real.
    private func raise(_ kind: CamsRoiError.Kind) async throws {
        let emulator = emulator!
        switch kind {
        case .configuration:
            _ = try emulator.client { $0.endpoint = "ftp://host" }
        case .journalInUse:
            let options = EnableManyOptions(journal: journal)
            try await emulator.fault(["type": "hang"])
            let (client, channels) = (try emulator.client(), emulator.channels)
            let other = Task { for try await _ in client.enableMany(channels, options: options) {} }
            defer { other.cancel() }
            try await emulator.logged { !$0.isEmpty }
            for try await _ in client.enableMany(channels, options: options) {}
        case .credentials:
            _ = try await enable(emulator.client { $0.credentials = .provider { throw SealedVault() } })
        case .invalidArgument:
            try await emulator.client().enableWhatsappRoiMetric(custSpaceId: "")
        case .transport:
            try await emulator.fault(["type": "reset"])
            _ = try await enable(emulator.client())
        case .requestTimeout:
            try await emulator.fault(["type": "hang"])
            _ = try await enable(emulator.client { $0.attemptTimeout = .milliseconds(50) })
        case .unexpectedResponse:
            try await emulator.fault(["type": "html", "status": 502])
            _ = try await enable(emulator.client())
        case .service:
            try await emulator.fault(["type": "error", "status": 400, "code": "Brand.New", "message": "never seen"])
            _ = try await enable(emulator.client())
        case .notSubscribed:
            try await emulator.changeAccount(["subscribed": false])
            _ = try await enable(emulator.client())
        case .permissionDenied:
            try await emulator.changeAccount(["permissions": [], "denial": "object"])
            _ = try await enable(emulator.client())
        case .throttled:
            try await emulator.fault(["type": "throttle", "retry_after_ms": 1500])
            _ = try await enable(emulator.client())
        case .unknownResourceOwner:
            try await emulator.client().enableWhatsappRoiMetric(custSpaceId: "cams-of-others")
        case .authentication:
            let id = emulator.accessKeyId
            _ = try await enable(emulator.client { $0.credentials = .accessKey(id: id, secret: "wrong") })
        case .invalidParameter:
            let epoch = Date(timeIntervalSince1970: 0)
            _ = try await emulator.client().getChatappPhoneNumberMetric(
                start: epoch,
                end: Date(),
                granularity: "WEEKLY",
                custSpaceId: channel
            )
        case .serviceUnavailable:
            try await emulator.fault(
                ["type": "error", "status": 503, "code": "ServiceUnavailable", "message": "later"]
            )
            _ = try await enable(emulator.client())
        default:
            throw TestFailure("nothing raises \(kind)")
        }
    }

    func testBridgeAndPackageKnowTheSameKinds() {
        let known = errorKinds()
        XCTAssertEqual(known.map(\.name).sorted(), kinds.map(\.rawValue).sorted())
        for entry in known {
            let kind = CamsRoiError.Kind(rawValue: entry.name)
            XCTAssertEqual(kind.parent?.rawValue, entry.parent, entry.name)
            XCTAssertEqual(kind.isRetryableByDefault, entry.retryable, entry.name)
        }
    }

    func testEveryErrorTellsItsParentsAndItsText() async throws {
        for kind in kinds {
            try await emulator.control("reset", nil, method: "POST")
            try await emulator.control("limits", ["enabled": false])
            let error = try await failure { try await raise(kind) }
            XCTAssertEqual(error.kind, kind)
            XCTAssertFalse(error.message.isEmpty, "\(kind)")
            XCTAssertFalse(error.hint.isEmpty, "\(kind) says what to do")
            XCTAssertEqual(error.isServiceError, kind == .service || kind.parent == .service, "\(kind)")
            XCTAssertEqual(error.isConfigurationError, [.configuration, .journalInUse].contains(kind), "\(kind)")
            XCTAssertEqual(error.isTransportError, [.transport, .requestTimeout].contains(kind), "\(kind)")
            XCTAssertEqual("\(error)", "\(kind.rawValue): \(error.errorDescription!)")
            XCTAssertEqual(error.localizedDescription, error.errorDescription)
            XCTAssertEqual(error.failureReason, error.message)
            XCTAssertEqual(error.recoverySuggestion, error.hint)
            XCTAssertFalse("\(error)".contains(emulator.accessKeySecret))
        }
    }

    func testWhatTheServiceSaidIsInTheFields() async throws {
        let throttled = try await failure { try await raise(.throttled) }
        XCTAssertEqual(throttled.code, "Throttling.User")
        XCTAssertEqual(throttled.httpStatus, 429)
        XCTAssertTrue(throttled.isRetryable)
        XCTAssertEqual(throttled.retryAfter, .milliseconds(1500))
        XCTAssertEqual(throttled.attempts, 1)
        XCTAssertEqual(throttled.operation, "EnableWhatsappROIMetric")
        XCTAssertNotNil(try throttled.requestId?.wholeMatch(of: Regex("[0-9A-F-]{36}")))
        XCTAssertNil(throttled.underlying)
        let text = try Regex("ThrottledError: EnableWhatsappROIMetric: Throttling.User: .*\\(HTTP 429, request .*")
        XCTAssertNotNil("\(throttled)".wholeMatch(of: text), "\(throttled)")
        let denied = try await failure {
            try await emulator.control("reset", nil, method: "POST")
            try await raise(.permissionDenied)
        }
        XCTAssertEqual(denied.accessDeniedDetail?.authAction, "cams:EnableWhatsappROIMetric")
        XCTAssertTrue(denied.hint.contains("cams:EnableWhatsappROIMetric"), denied.hint)
    }

    func testADeadlineSaysWhichOneItWas() async throws {
        let attempt = try await failure { try await raise(.requestTimeout) }
        XCTAssertEqual(attempt.timeoutPhase, .attempt)
        let overall = try await failure { try await enable(emulator.client(), timeout: .milliseconds(50)) }
        XCTAssertEqual(overall.kind, .requestTimeout)
        XCTAssertEqual(overall.timeoutPhase, .overall)
        XCTAssertFalse(overall.isRetryable)
    }

    func testAnErrorOfTheNetworkTellsItsCauses() async throws {
        let gone = try Emulator()
        try gone.stop()
        let error = try await failure { try await enable(emulator.client { $0.endpoint = gone.url }) }
        XCTAssertEqual(error.kind, .transport)
        XCTAssertTrue(error.causes.last!.localizedCaseInsensitiveContains("refused"))
    }

    func testAFailureThatComesAsHTTP200IsThrownToo() async throws {
        let body = "{\"Code\":\"Product.Unsubscript\",\"Message\":\"no\",\"RequestId\":\"r\"}"
        try await emulator.fault(["type": "respond", "status": 200, "body": .text(body)])
        let error = try await failure { try await enable(emulator.client()) }
        XCTAssertEqual(error.kind, .notSubscribed)
        XCTAssertEqual(error.httpStatus, 200)
        XCTAssertEqual(error.message, "no")
    }

    func testAPanicIsAnErrorAndTheProcessGoesOn() async throws {
        let panics: [@Sendable () async throws -> Void] = [
            { try panicAtOnce() },
            { try await panicInCall() },
            // What is missing must not look like the end of the run.
            { _ = try await panicInRun().next() },
        ]
        for panic in panics {
            // The package's own way from the binding's errors to users'.
            let defect = try await failure { try await surfaced(panic) }
            XCTAssertEqual(defect.kind, .panic)
            XCTAssertTrue(defect.message.contains("a panic on purpose"), defect.message)
            XCTAssertTrue(defect.localizedDescription.contains("a panic on purpose"))
            XCTAssertTrue(defect.hint.contains("report"), defect.hint)
        }
        try await emulator.client().enableWhatsappRoiMetric(custSpaceId: channel)
    }

    func testAnErrorCanBeMadeByHand() {
        let error = CamsRoiError(.throttled, message: "too many", code: "Throttling.User", hint: "Wait.") {
            $0.retryAfter = .seconds(2)
            $0.operation = "EnableWhatsappROIMetric"
        }
        XCTAssertEqual("\(error)", "ThrottledError: EnableWhatsappROIMetric: Throttling.User: too many")
        XCTAssertEqual(error.retryAfter, .seconds(2))
        XCTAssertEqual(CamsRoiError(.service, message: "x").recoverySuggestion, nil)
    }

    func testAnErrorThatIsMadeByHandIsRetryableIfItsKindIs() {
        let retryable = kinds.filter { CamsRoiError($0, message: "x").isRetryable }
        XCTAssertEqual(retryable, [.journalInUse, .transport, .requestTimeout, .throttled, .serviceUnavailable])
        let told = CamsRoiError(.service, message: "x") { $0.isRetryable = true }
        XCTAssertTrue(told.isRetryable)
    }

    func testAKindThatThisVersionDoesNotKnowBreaksNoSwitch() {
        let unknown = CamsRoiError.Kind(rawValue: "EclipsedError")
        let error = CamsRoiError(unknown, message: "too dark")
        switch error.kind {
        case .throttled, .service: XCTFail("it is another")
        default: XCTAssertEqual("\(error)", "EclipsedError: too dark")
        }
        XCTAssertFalse(error.isRetryable)
        XCTAssertNil(unknown.parent)
    }

    func testErrorsAreEqualWhereTheyTellTheSame() {
        let error = CamsRoiError(.credentials, message: "sealed") { $0.underlying = SealedVault() }
        XCTAssertEqual(error, CamsRoiError(.credentials, message: "sealed"))
        XCTAssertEqual(Set([error, CamsRoiError(.credentials, message: "sealed")]).count, 1)
        XCTAssertNotEqual(error, CamsRoiError(.credentials, message: "open"))
        XCTAssertNotEqual(error, CamsRoiError(.service, message: "sealed"))
        XCTAssertTrue(error.underlying is SealedVault)
    }

    func testWhatAClientCannotBeMadeOfIsThrownTyped() {
        do {
            _ = try CamsRoiClient(.init())
            _ = try readChannels("/nowhere/channels.csv")
        } catch {
            // It is no `any Error`: what it has needs no cast.
            XCTAssertEqual(error.kind, .configuration)
        }
    }

    func testWhatTheCallWasAboutIsInTheError() async throws {
        try await emulator.fault(["type": "error", "status": 400, "code": "Brand.New", "message": "never seen"])
        let client = try emulator.client()
        let (start, end) = (Date() - 60, Date())
        let enabling = try await failure { try await enable(client) }
        XCTAssertEqual(enabling.custSpaceId, channel)
        let byNumber = try await failure {
            try await client.getChatappPhoneNumberMetric(
                start: start,
                end: end,
                phoneNumber: "999",
                custSpaceId: .ownChannel
            )
        }
        XCTAssertNil(byNumber.custSpaceId)
        XCTAssertEqual(byNumber.phoneNumber, "999")
        let byTemplate = try await failure {
            try await client.getChatappTemplateMetric(templateCode: "11", start: start, end: end, custSpaceId: channel)
        }
        XCTAssertEqual([byTemplate.custSpaceId, byTemplate.templateCode], [channel, "11"])
    }

    func testALongMessageIsOneLineAndTheWholeIsInTheDetail() async throws {
        let long = "Specified signature is not matched.\nserver string to sign is:\nPOST\n/\n\nhost:127.0.0.1"
        try await emulator.fault([
            "type": "error", "status": 400, "code": "SignatureDoesNotMatch", "message": .text(long),
        ])
        let error = try await failure { try await enable(emulator.client()) }
        for text in [error.localizedDescription, "\(error)", error.message] {
            XCTAssertFalse(text.contains(where: \.isNewline), text)
        }
        XCTAssertEqual(error.detail?.contains("server string to sign"), true, "\(error)")
    }

    func testATimeoutOfZeroSendsNothingAndSaysSo() async throws {
        let error = try await failure { try await enable(emulator.client(), timeout: .zero) }
        XCTAssertEqual(error.kind, .requestTimeout)
        XCTAssertEqual(error.attempts, 0)
        XCTAssertFalse(error.message.contains("answer"), error.message)
        let log = try await emulator.log()
        XCTAssertEqual(log, [])
    }

    func testADeadlineThatPassesInTheQueueSaysSo() async throws {
        let client = try emulator.client {
            $0.rateLimit = .perSecond(0.1)
            $0.accountId = "a-queue-that-is-long"
        }
        _ = try await enable(client)
        let error = try await failure { try await enable(client, timeout: .milliseconds(50)) }
        XCTAssertEqual(error.timeoutPhase, .queue)
        XCTAssertTrue(error.isRetryable)
        XCTAssertEqual(error.attempts, 0)
        XCTAssertTrue(error.hint.contains("enableMany"), error.hint)
    }

    func testAMessageShowsTimesAsTheyWereGiven() async throws {
        let client = try emulator.client()
        let start = Date(timeIntervalSince1970: 1_756_828_800)
        let error = try await failure {
            try await client.getChatappPhoneNumberMetric(start: start, end: start - 1, custSpaceId: channel)
        }
        XCTAssertTrue(error.message.contains("2025-09-02T16:00:00"), error.message)
    }

    func testADescriptionIsOneLineWhateverIsInIt() {
        let error = CamsRoiError(.authentication, message: "signature:\r\nPOST\n\n/", code: "SignatureDoesNotMatch")
        for text in [error.localizedDescription, "\(error)"] {
            XCTAssertTrue(text.hasSuffix("SignatureDoesNotMatch: signature: POST /"), text)
        }
    }
}

private struct SealedVault: Error {}
