import CamsRoi
import Foundation
import XCTest

/// No growth, however many calls there are.
final class SoakTests: EmulatorTestCase {
    /// A tenth as many are cancelled.
    private let calls = Int(ProcessInfo.processInfo.environment["CAMS_ROI_SOAK_CALLS"] ?? "") ?? 10_000
    /// What the allocators of two languages may keep: they grow by steps of some MiB, however long the run is.
    private let slackMiB = 16

    private struct Use {
        let residentMiB: Int
        let threads: Int
        let descriptors: Int

        /// What this process has now; nothing where there is no `/proc`.
        static func now() throws -> Use? {
            guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
            func number(_ name: String) throws -> Int {
                let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
                let digits = line?.filter(\.isNumber) ?? ""
                guard let number = Int(digits) else { throw TestFailure("/proc tells no \(name)") }
                return number
            }
            let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            return Use(
                residentMiB: try number("VmRSS") / 1024,
                threads: try number("Threads"),
                descriptors: descriptors
            )
        }
    }

    /// Does work so many times, some at a time.
    private func make(_ count: Int, atOnce: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<count {
                if index >= atOnce { try await group.next() }
                group.addTask { try await work(index) }
            }
            try await group.waitForAll()
        }
    }

    private func grows(
        _ name: String,
        _ count: Int,
        atOnce: Int = 1,
        _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        // What is made once: connections, threads, and heaps, which take their time to find their size.
        try await make(min(count, 5000), atOnce: atOnce, work)
        // The first wait of a process makes a timer's descriptor, which stays.
        try await Task.sleep(for: .milliseconds(1))
        let before = try Use.now()
        try await make(count, atOnce: atOnce, work)
        guard let before, var after = try Use.now() else { return }
        // Threads and connections of what is closed end a little later.
        let deadline = ContinuousClock.now + .seconds(60)
        while after.threads > before.threads || after.descriptors > before.descriptors, .now < deadline {
            try await Task.sleep(for: .milliseconds(10))
            after = try Use.now() ?? after
        }
        print("\(count) \(name): before \(before), after \(after)")
        XCTAssertLessThanOrEqual(after.residentMiB - before.residentMiB, slackMiB, "memory grows")
        XCTAssertLessThanOrEqual(after.threads, before.threads, "threads grow")
        XCTAssertLessThanOrEqual(after.descriptors, before.descriptors, "descriptors grow")
    }

    func testCallsLeaveNothingBehind() async throws {
        let (client, channel) = (try emulator.client(), channel)
        try await grows("calls", calls, atOnce: 32) { _ in
            try await client.enableWhatsappRoiMetric(custSpaceId: channel)
        }
    }

    func testCancelledCallsLeaveNothingBehind() async throws {
        try await emulator.fault(["type": "hang"])
        let (emulator, client, channel) = (emulator!, try emulator.client(), channel)
        // In groups, so that each is known to be on the wire before it is cancelled.
        let group = 50
        try await grows("groups of \(group) cancelled calls", calls / 10 / group) { _ in
            try await emulator.control("log", nil, method: "DELETE")
            let calls = (0..<group).map { _ in
                Task { try await client.enableWhatsappRoiMetric(custSpaceId: channel) }
            }
            try await emulator.logged { $0.count == group }
            for call in calls { call.cancel() }
            for call in calls {
                do {
                    _ = try await call.value
                    throw TestFailure("it was not cancelled")
                } catch is CancellationError {}
            }
            try await emulator.sawGone(group)
        }
    }

    func testRunsAndClientsLeaveNothingBehind() async throws {
        let emulator = emulator!
        try await grows("clients, each with a logger and a run", calls / 100, atOnce: 8) { _ in
            let client = try emulator.client { $0.logger = { _ in } }
            for try await outcome in client.enableMany(emulator.channels) {
                XCTAssertTrue(outcome.isEnabled)
                break
            }
        }
    }
}
