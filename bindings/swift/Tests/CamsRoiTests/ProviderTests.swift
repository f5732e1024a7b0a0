import CamsRoiNative
import Foundation
import XCTest

@testable import CamsRoi

/// In whose task a credentials function is asked, and what ends it.
final class ProviderTests: EmulatorTestCase {
    private enum Trace {
        @TaskLocal static var id = "none"
    }

    /// Is asked, and waits until it is cancelled, or is given on.
    private final class Vault: Sendable {
        let asked = Recorder<String>()
        let cancelled = Recorder<String>()
        let (open, key) = AsyncStream<Void>.makeStream()

        func credentials() async throws -> CamsRoiClient.Credentials {
            let id = Trace.id
            asked.add(id)
            for await _ in open { return .init(accessKeyId: "id of \(id)", accessKeySecret: "secret") }
            cancelled.add(id)
            throw CancellationError()
        }
    }

    /// What the binding asks with.
    private final class Request: KeyRequest, @unchecked Sendable {
        let answers = Recorder<String>()

        override func give(key: Key) { answers.add(key.accessKeyId) }
        override func refuse(reason: String, passes: Bool) { answers.add(reason) }
    }

    private func until(_ isSo: () -> Bool) async {
        while !isSo() { await Task.yield() }
    }

    func testItHasTheTaskLocalValuesOfACallOrARun() async throws {
        let asked = Recorder<String>()
        let credentials = emulator.credentials
        let client = {
            try self.emulator.client {
                $0.credentials = .provider {
                    asked.add(Trace.id)
                    return credentials
                }
            }
        }
        let (channel, channels) = (channel, emulator.channels)
        for _ in 0..<50 {
            let client = try client()
            try await Trace.$id.withValue("a call") { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        }
        XCTAssertEqual(asked.all, Array(repeating: "a call", count: 50))
        let runner = try client()
        try await Trace.$id.withValue("a run") { for try await _ in runner.enableMany(channels) {} }
        XCTAssertEqual(asked.all.last, "a run")
    }

    func testCancellingTheOnlyCallCancelsItAndTheNextCallAsksAnew() async throws {
        let vault = Vault()
        let client = try emulator.client { $0.credentials = .provider(vault.credentials) }
        let channel = channel
        let call = Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        await until { vault.asked.all.count == 1 }
        call.cancel()
        let error = try await thrown { try await call.value }
        XCTAssertTrue(error is CancellationError, "\(error)")
        await until { vault.cancelled.all.count == 1 }
        let next = Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
        // The binding still waits for its answer, and gets it from there.
        await until { vault.asked.all.count == 2 }
        next.cancel()
        _ = try await thrown { try await next.value }
        await until { vault.cancelled.all.count == 2 }
    }

    func testItGoesOnWhileAnyCallWaits() async {
        let vault = Vault()
        let provider = GuardedProvider(vault.credentials)
        let request = Request(noHandle: .init())
        let one = Trace.$id.withValue("one") { provider.lend() }
        provider.ask(request: request)
        await until { vault.asked.all == ["one"] }
        let other = Trace.$id.withValue("other") { provider.lend() }
        one.end(isCancelled: true)
        vault.key.yield()
        await until { !request.answers.all.isEmpty }
        XCTAssertEqual(request.answers.all, ["id of one"])
        XCTAssertEqual(vault.cancelled.all, [])
        other.end()
    }

    func testWhenTheLastCallIsCancelledTheNextOneHasItAskedAgain() async {
        let vault = Vault()
        let provider = GuardedProvider(vault.credentials)
        let request = Request(noHandle: .init())
        let calls = ["one", "other"].map { id in Trace.$id.withValue(id) { provider.lend() } }
        provider.ask(request: request)
        await until { vault.asked.all.count == 1 }
        for call in calls { call.end(isCancelled: true) }
        await until { vault.cancelled.all.count == 1 }
        XCTAssertEqual(request.answers.all, [])
        let next = Trace.$id.withValue("next") { provider.lend() }
        await until { vault.asked.all.count == 2 }
        XCTAssertEqual(vault.asked.all[1], "next")
        next.end(isCancelled: true)
        await until { vault.cancelled.all.count == 2 }
    }

    func testACallThatEndsLeavesItToItself() async {
        let vault = Vault()
        let provider = GuardedProvider(vault.credentials)
        let request = Request(noHandle: .init())
        let call = Trace.$id.withValue("a call") { provider.lend() }
        provider.ask(request: request)
        await until { vault.asked.all.count == 1 }
        // As where credentials are renewed ahead of their expiry.
        call.end()
        vault.key.yield()
        await until { !request.answers.all.isEmpty }
        XCTAssertEqual(request.answers.all, ["id of a call"])
    }

    func testWithoutACallItIsAskedAllTheSame() async {
        let vault = Vault()
        let request = Request(noHandle: .init())
        vault.key.yield()
        GuardedProvider(vault.credentials).ask(request: request)
        await until { !request.answers.all.isEmpty }
        XCTAssertEqual(request.answers.all, ["id of none"])
    }

    func testItIsAskedAgainWhereItCouldNotReachItsSource() async throws {
        let passing: [any Error] = [
            URLError(.cannotConnectToHost), POSIXError(.ECONNRESET), CamsRoiError(.throttled, message: "busy"),
            CamsRoiError(.credentials, message: "away") { $0.isRetryable = true },
        ]
        for away in passing {
            let asked = Recorder<String>()
            let credentials = emulator.credentials
            let client = try emulator.client {
                $0.credentials = .provider {
                    asked.add("asked")
                    if asked.all.count == 1 { throw away }
                    return credentials
                }
            }
            for try await outcome in client.enableMany(emulator.channels) { XCTAssertNil(outcome.error, "\(away)") }
            XCTAssertEqual(asked.all.count, 2, "\(away)")
        }
    }

    func testWhatMayPassMakesARetryableError() async throws {
        for (away, isRetryable) in [(URLError(.timedOut), true), (URLError(.badURL), false)] {
            let client = try emulator.client { $0.credentials = .provider { throw away } }
            let channel = channel
            let error = try await thrown { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
            let failure = try XCTUnwrap(error as? CamsRoiError)
            XCTAssertEqual(failure.kind, .credentials)
            XCTAssertEqual(failure.isRetryable, isRetryable)
        }
    }
}
