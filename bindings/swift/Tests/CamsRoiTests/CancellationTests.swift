import CamsRoi
import Foundation
import XCTest

final class CancellationTests: EmulatorTestCase {
    private func begin(_ client: CamsRoiClient) -> Task<EnableWhatsappRoiMetricResult, any Error> {
        let channel = channel
        return Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
    }

    private func assertCancelled<T>(_ task: Task<T, any Error>, line: UInt = #line) async throws {
        let error = try await thrown(line: line) { try await task.value }
        XCTAssertTrue(error is CancellationError, "\(error)", line: line)
    }

    func testCancellingATaskEndsItsRequestOnTheWire() async throws {
        try await emulator.fault(["type": "hang"])
        let call = begin(try emulator.client())
        try await emulator.logged { $0.count == 1 }
        call.cancel()
        try await assertCancelled(call)
        try await emulator.sawGone()
    }

    func testEveryOperationEnds() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client()
        let (start, end) = (Date() - 60, Date())
        let channel = channel
        let calls: [Task<Void, any Error>] = [
            Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) },
            Task { _ = try await client.getChatappPhoneNumberMetric(start: start, end: end, custSpaceId: channel) },
            Task {
                _ = try await client.getChatappTemplateMetric(
                    templateCode: "1",
                    start: start,
                    end: end,
                    custSpaceId: channel
                )
            },
            Task { _ = try await client.call("ListInstance") },
            Task { for try await _ in client.enableMany([channel]) {} },
        ]
        try await emulator.logged { $0.count == calls.count }
        for call in calls { call.cancel() }
        for call in calls { try await assertCancelled(call) }
        try await emulator.sawGone(calls.count)
    }

    func testACancelledTaskSendsNothing() async throws {
        let client = try emulator.client()
        let channel = channel
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        }
        try await assertCancelled(call)
        let run = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            for try await _ in client.enableMany([channel]) {}
        }
        try await assertCancelled(run)
        let log = try await emulator.log()
        XCTAssertEqual(log, [])
    }

    func testAGroupThatIsCancelledEndsAllItsCalls() async throws {
        try await emulator.fault(["type": "hang"])
        let client = try emulator.client()
        let channels = emulator.channels
        let emulator = emulator!
        let error = try await thrown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for channel in channels {
                    group.addTask { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
                }
                try await emulator.logged { $0.count == channels.count }
                throw TestFailure("the user went away")
            }
        }
        XCTAssertTrue(error is TestFailure, "\(error)")
        try await emulator.sawGone(channels.count)
    }

    func testADeadlineEndsTheRequestToo() async throws {
        try await emulator.fault(["type": "hang"])
        let options = CamsRoiClient.CallOptions(timeout: .milliseconds(50))
        let error = try await failure {
            try await emulator.client().enableWhatsappRoiMetric(custSpaceId: channel, options: options)
        }
        XCTAssertEqual(error.kind, .requestTimeout)
        try await emulator.sawGone()
    }

    func testACallThatWaitsForTheLimitIsCancelledAtOnce() async throws {
        let client = try emulator.client {
            $0.rateLimit = .perSecond(1)
            $0.accountId = "the-limit-of-a-cancelled-call"
        }
        try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        let waiting = (0..<20).map { _ in begin(client) }
        for call in waiting { call.cancel() }
        for call in waiting { try await assertCancelled(call) }
    }

    func testACallThatWaitsForCredentialsIsCancelledAtOnce() async throws {
        let (asked, told) = AsyncStream<Void>.makeStream()
        let client = try emulator.client {
            $0.credentials = .provider {
                told.yield()
                try await Task.sleep(for: .seconds(3600))
                throw TestFailure("nobody waits so long")
            }
        }
        let call = begin(client)
        for await _ in asked { break }
        call.cancel()
        try await assertCancelled(call)
    }
}
