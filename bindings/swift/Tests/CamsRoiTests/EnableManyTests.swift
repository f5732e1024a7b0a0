import CamsRoi
import Foundation
import XCTest

final class EnableManyTests: EmulatorTestCase {
    private var folder: URL!

    override func setUp() async throws {
        try await super.setUp()
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() async throws {
        try FileManager.default.removeItem(at: folder)
        try await super.tearDown()
    }

    private func collect(_ outcomes: EnableManyOutcomes) async throws -> [ChannelOutcome] {
        try await outcomes.reduce(into: []) { $0.append($1) }
    }

    private func stream<Element: Sendable>(_ elements: [Element]) -> AsyncStream<Element> {
        AsyncStream { continuation in
            for element in elements { continuation.yield(element) }
            continuation.finish()
        }
    }

    func testEveryChannelIsEnabledOnceFromAnySequence() async throws {
        let client = try emulator.client()
        let channels = emulator.channels
        let runs = [
            client.enableMany(channels),
            client.enableMany(Set(channels)),
            client.enableMany(channels.joined(separator: ",").split(separator: ",")),
            client.enableMany(channels + channels),
            client.enableMany(channels.map { WhatsAppChannel($0) }),
            client.enableMany(stream(channels)),
            client.enableMany(stream(channels.map { $0[...] })),
            client.enableMany(stream(channels.map { WhatsAppChannel($0) })),
        ]
        for run in runs {
            try await emulator.control("log", nil, method: "DELETE")
            let outcomes = try await collect(run)
            XCTAssertEqual(outcomes.map(\.custSpaceId).sorted(), channels.sorted())
            for outcome in outcomes {
                XCTAssertTrue(outcome.isEnabled && outcome.requestId != nil && !outcome.isResumed)
                XCTAssertEqual(outcome.attempts, 1)
            }
            let log = try await emulator.log()
            XCTAssertEqual(log.count, channels.count)
        }
        // Each iteration is a run.
        let again = try await collect(runs[0])
        XCTAssertEqual(again.count, channels.count)
    }

    func testAFailureIsAnOutcomeWithItsError() async throws {
        let outcomes = try await collect(emulator.client().enableMany([channel, "cams-of-others"]))
        let failed = try XCTUnwrap(outcomes.first { !$0.isEnabled })
        XCTAssertEqual(failed.custSpaceId, "cams-of-others")
        XCTAssertEqual(failed.error?.kind, .unknownResourceOwner)
        XCTAssertEqual(outcomes.first { $0.isEnabled }?.custSpaceId, channel)
    }

    func testISVCodesAreThoseOfTheChannelElseThoseOfTheRun() async throws {
        let channels = [WhatsAppChannel(channel, isvCode: "its own"), WhatsAppChannel(emulator.channels[1])]
        let options = EnableManyOptions(isvCode: emulator.isvCode)
        _ = try await collect(emulator.client().enableMany(channels, options: options))
        let codes = try await emulator.log().map { $0["parameters"]["IsvCode"].text! }
        XCTAssertEqual(codes.sorted(), [emulator.isvCode, "its own"].sorted())
    }

    func testAJournalCarriesOverWhatIsDone() async throws {
        let journal = folder.appending(path: "channels.journal").path()
        let client = try emulator.client()
        let first = client.enableMany(emulator.channels.prefix(2), options: EnableManyOptions(journal: journal))
        _ = try await collect(first)
        let progress = Recorder<EnableManyProgress>()
        let options = EnableManyOptions(journal: journal, onProgress: { progress.add($0) })
        let outcomes = try await collect(client.enableMany(emulator.channels, options: options))
        XCTAssertEqual(outcomes.filter(\.isResumed).count, 2)
        let log = try await emulator.log()
        XCTAssertEqual(log.count, emulator.channels.count)
        let last = try XCTUnwrap(progress.all.last)
        XCTAssertEqual(progress.all.map(\.done), Array(1...emulator.channels.count))
        XCTAssertEqual(last.total, emulator.channels.count)
        XCTAssertEqual([last.enabled, last.failed, last.resumed], [emulator.channels.count, 0, 2])
    }

    func testAJournalThatCannotBeUsedIsSaid() async throws {
        let options = EnableManyOptions(journal: folder.path())
        let error = try await failure { try await collect(emulator.client().enableMany([channel], options: options)) }
        XCTAssertEqual(error.kind, .configuration)
        XCTAssertTrue(error.message.contains("journal"), error.message)
    }

    func testAJournalThatAnotherRunUsesIsToldApart() async throws {
        try await emulator.fault(["type": "hang"])
        let options = EnableManyOptions(journal: folder.appending(path: "channels.journal").path())
        let (client, channels) = (try emulator.client(), emulator.channels)
        let other = Task { for try await _ in client.enableMany(channels, options: options) {} }
        try await emulator.logged { !$0.isEmpty }
        let error = try await failure { try await collect(client.enableMany(channels, options: options)) }
        XCTAssertEqual(error.kind, .journalInUse)
        XCTAssertTrue(error.isRetryable)
        other.cancel()
        _ = try await thrown { try await other.value }
    }

    func testARunGoesOnAfterAChannelThatIsDeniedAndStopsAfterSeveral() async throws {
        let client = try emulator.client()
        try await emulator.changeAccount(["permissions": []])
        let options = EnableManyOptions(concurrency: 1, stopAfterDenials: 2)
        let outcomes = try await collect(client.enableMany(emulator.channels, options: options))
        XCTAssertEqual(outcomes.map(\.error?.kind), Array(repeating: .permissionDenied, count: emulator.channels.count))
        XCTAssertEqual(outcomes.filter { !$0.isNotCalled }.count, 2)
        XCTAssertEqual(outcomes.filter(\.isNotCalled).map(\.attempts), [0, 0, 0])
    }

    private func list(_ bytes: Data) throws -> String {
        let file = folder.appending(path: "channels.csv")
        try bytes.write(to: file)
        return file.path()
    }

    func testChannelsComeFromAListAsASpreadsheetWritesIt() async throws {
        let channels = emulator.channels
        let rows = ["Name;Channel ID;ISV Code"] + channels.map { "Zoë;\($0);" } + [";;"]
        let text = rows.joined(separator: "\r\n") + "\r\n"
        let utf16 = Data([0xff, 0xfe]) + text.replacing(";", with: "\t").data(using: .utf16LittleEndian)!
        for bytes in [Data("\u{feff}\(text)".utf8), utf16] {
            let listed = try readChannels(list(bytes))
            for _ in 0..<2 {
                let read = try await listed.reduce(into: []) { $0.append($1) }
                XCTAssertEqual(read, channels.map { WhatsAppChannel($0) })
            }
            let outcomes = try await collect(emulator.client().enableMany(listed))
            XCTAssertEqual(outcomes.filter(\.isEnabled).count, channels.count)
        }
    }

    func testALongListIsReadToItsEnd() async throws {
        let ids = (0..<1000).map { "cams-\($0)" }
        let channels = try readChannels(list(Data(ids.joined(separator: "\n").utf8)))
        let read = try await channels.reduce(into: []) { $0.append($1.custSpaceId) }
        XCTAssertEqual(read, ids)
    }

    func testALineThatCannotBeRightIsNamedAfterTheChannelsBeforeIt() async throws {
        let path = try list(Data("cust_space_id\ncams-1\n2.93E+10\ncams-3\n".utf8))
        var read: [String] = []
        let error = try await failure {
            for try await channel in try readChannels(path) { read.append(channel.custSpaceId) }
        }
        XCTAssertEqual(read, ["cams-1"])
        XCTAssertEqual(error.kind, .invalidArgument)
        XCTAssertTrue(error.message.contains("channels.csv") && error.message.contains("3"), error.message)
        let missing = try await failure { try readChannels(folder.appending(path: "missing.csv").path()) }
        XCTAssertEqual(missing.kind, .configuration)
        XCTAssertTrue(missing.message.contains("missing.csv"), missing.message)
    }

    func testNoMoreCallsAreUnderWayThanWereAskedFor() async throws {
        try await emulator.fault(["type": "hang"])
        let options = EnableManyOptions(concurrency: 2)
        let (client, channels) = (try emulator.client(), emulator.channels)
        let run = Task { for try await _ in client.enableMany(channels, options: options) {} }
        try await emulator.logged { $0.count == 2 }
        run.cancel()
        _ = try await thrown { try await run.value }
        try await emulator.sawGone(2)
    }

    func testWhatTheUsersChannelsThrowComesAfterTheOutcomesOfThoseBeforeIt() async throws {
        let (channels, known) = AsyncThrowingStream<String, any Error>.makeStream()
        for channel in emulator.channels.prefix(2) { known.yield(channel) }
        known.finish(throwing: TestFailure("the database is gone"))
        var seen: [String] = []
        let client = try emulator.client()
        let error = try await thrown {
            for try await outcome in client.enableMany(channels) { seen.append(outcome.custSpaceId) }
        }
        XCTAssertEqual((error as? TestFailure)?.description, "the database is gone")
        XCTAssertEqual(seen.sorted(), emulator.channels.prefix(2).sorted())
    }

    func testLeavingTheLoopEndsTheCallsAndTheUsersOwnIteration() async throws {
        let ids = emulator.channels
        try await emulator.fault(["type": "hang"])
        let ended = expectation(description: "the user's iteration ended")
        let (channels, known) = AsyncStream<String>.makeStream()
        known.onTermination = { _ in ended.fulfill() }
        known.yield("")
        for id in ids { known.yield(id) }
        // An ID that is empty fails at once, so that there is an outcome to leave the loop at.
        for try await outcome in try emulator.client().enableMany(channels) {
            XCTAssertEqual(outcome.error?.kind, .invalidArgument)
            try await emulator.logged { !$0.isEmpty }
            break
        }
        await fulfillment(of: [ended], timeout: 60)
        try await emulator.logged { log in log.allSatisfy { $0["outcome"].text == "client_gone" } }
    }

    func testAnEndlessSequenceIsTakenNoFasterThanCallsAreMade() async throws {
        let given = Recorder<Int>()
        let endless = Endless(given: given)
        for try await _ in try emulator.client().enableMany(endless) { break }
        XCTAssertLessThan(given.all.count, 1000)
    }
}

/// Notes what it is told, from any thread.
final class Recorder<Element: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var elements: [Element] = []

    var all: [Element] { lock.withLock { elements } }

    func add(_ element: Element) {
        lock.withLock { elements.append(element) }
    }
}

private struct Endless: Sequence, IteratorProtocol, Sendable {
    let given: Recorder<Int>
    var number = 0

    mutating func next() -> String? {
        number += 1
        given.add(number)
        return "cams-\(number)"
    }
}
