import CamsRoi
import ChannelMetrics
import Foundation
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What the backend was asked, and what it answers in the place of credentials.
private actor Backend {
    private(set) var authorizations: [String?] = []
    private var answer: (status: Int, body: String)?

    func answer(_ status: Int, _ body: String = "") {
        answer = (status, body)
    }

    func take(_ request: URLRequest) -> (status: Int, body: String)? {
        authorizations.append(request.value(forHTTPHeaderField: "Authorization"))
        return answer
    }

    /// Sends a request on to the emulator, unless something else is to be answered.
    nonisolated func send(_ request: URLRequest) async throws -> (Data, URLResponse) {
        guard let (status, body) = await take(request), let url = request.url else {
            return try await URLSession.shared.data(for: request)
        }
        let answer = HTTPURLResponse(url: url, statusCode: status, httpVersion: nil, headerFields: nil)!
        return (Data(body.utf8), answer)
    }
}

/// The model of the screen, with a backend and the emulated service. XCTest makes each test elsewhere, and then uses it on the main
/// actor alone.
@MainActor
final class ChannelModelTests: XCTestCase, @unchecked Sendable {
    private static let channel = "cams-1"
    private var emulator: Emulator!
    private let backend = Backend()

    override func setUp() async throws {
        emulator = try Emulator()
        try await emulator.enableLongAgo(Self.channel)
    }

    override func tearDown() async throws {
        try emulator.stop()
    }

    private func credentials() -> BackendCredentials {
        BackendCredentials(
            url: emulator.credentials,
            session: { "session-of-ada" },
            send: { [backend] in try await backend.send($0) }
        )
    }

    private func model(_ channel: String = channel) throws -> ChannelModel {
        let metrics = try ChannelMetrics(accountId: "1000000000000001", credentials: credentials()) {
            $0.endpoint = emulator.url
            $0.proxy = .direct
            $0.baseDelay = .milliseconds(1)
            $0.maxDelay = .milliseconds(1)
        }
        return ChannelModel(metrics: metrics, custSpaceId: channel)
    }

    func testAWeekIsLoadedWithCredentialsOfTheBackend() async throws {
        let model = try model()
        XCTAssertEqual(model.state, .loading)
        await model.load()
        guard case .loaded(let days) = model.state else { return XCTFail("\(model.state)") }
        XCTAssertEqual(days.count, 7)
        XCTAssertTrue(days.allSatisfy { $0.delivered <= $0.sent } && days.contains { $0.sent > 0 })
        XCTAssertEqual(days.map(\.start), days.map(\.start).sorted())
        let authorizations = await backend.authorizations
        XCTAssertEqual(authorizations, ["Bearer session-of-ada"])
    }

    func testNoKeyButThoseOfTheBackendIsUsed() async throws {
        // What an app would find on a developer's machine.
        setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", emulator.accessKeyId, 1)
        defer { unsetenv("ALIBABA_CLOUD_ACCESS_KEY_ID") }
        try await model().load()
        let keys = try await emulator.requests().map(\.access_key_id)
        XCTAssertEqual(keys.count, 1)
        XCTAssertFalse(keys.contains(nil) || keys.contains(emulator.accessKeyId), "\(keys)")
    }

    func testCredentialsAreAskedForOnceAndAgainWhenTheyAreNotTakenAnyMore() async throws {
        let model = try model()
        await model.load()
        await model.load()
        var asked = await backend.authorizations.count
        XCTAssertEqual(asked, 1)
        try await emulator.expireCredentials()
        await model.load()
        guard case .loaded = model.state else { return XCTFail("\(model.state)") }
        asked = await backend.authorizations.count
        XCTAssertEqual(asked, 2)
    }

    func testWhoIsSignedOutIsToldToSignIn() async throws {
        await backend.answer(401)
        let model = try model()
        await model.load()
        XCTAssertEqual(model.state, .signedOut)
        let requests = try await emulator.requests()
        XCTAssertTrue(requests.isEmpty)
    }

    func testAChannelOfSomebodyElseIsSaidToBeThat() async throws {
        let model = try model("cams-of-others")
        await model.load()
        guard case .failed(let message, canRetry: false) = model.state else { return XCTFail("\(model.state)") }
        XCTAssertTrue(message.contains("does not belong"), message)
    }

    func testADeniedUserIsToldSoAndTryingAgainIsNotOffered() async throws {
        try await emulator.fault(#"{"type": "deny"}"#)
        let model = try model()
        await model.load()
        guard case .failed(let message, canRetry: false) = model.state else { return XCTFail("\(model.state)") }
        XCTAssertTrue(message.contains("not authorized"), message)
    }

    func testWhatMayPassCanBeTriedAgain() async throws {
        try await emulator.fault(#"{"type": "error", "status": 503, "code": "ServiceUnavailable"}"#)
        let model = try model()
        await model.load()
        guard case .failed(_, canRetry: true) = model.state else { return XCTFail("\(model.state)") }
    }

    func testAViewThatGoesAwayEndsItsRequest() async throws {
        try await emulator.fault(#"{"type": "hang"}"#)
        let model = try model()
        let view = Task { await model.load() }
        while try await emulator.requests().isEmpty {}
        view.cancel()
        await view.value
        while try await emulator.requests().first?.outcome != "client_gone" {}
        XCTAssertEqual(model.state, .loading)
    }

    func testARefreshThatIsGivenUpLeavesWhatIsShown() async throws {
        let model = try model()
        await model.load()
        let shown = model.state
        try await emulator.fault(#"{"type": "hang"}"#)
        let refresh = Task { await model.load() }
        while try await emulator.requests().count < 2 {}
        XCTAssertEqual(model.state, shown)
        refresh.cancel()
        await refresh.value
        XCTAssertEqual(model.state, shown)
    }

    func testAKeyThatNeverExpiresIsNotTaken() async throws {
        await backend.answer(200, #"{"AccessKeyId": "id", "AccessKeySecret": "secret"}"#)
        do {
            _ = try await credentials().fetch()
            XCTFail("taken")
        } catch let error as BackendError {
            XCTAssertTrue(error.description.contains("SecurityToken"), error.description)
        }
    }

    func testAnAnswerThatMakesNoSenseIsSaidToBeThat() async throws {
        for (status, body) in [(200, "<html>"), (200, "[]"), (500, "")] {
            await backend.answer(status, body)
            do {
                _ = try await credentials().fetch()
                XCTFail("taken: \(body)")
            } catch is BackendError {}
        }
    }
}
