import CamsRoi
import Foundation
import XCTest

/// Tests with some channels, each with a phone number, and with a marketing template in two languages.
class CollectedTestCase: EmulatorTestCase {
    let channels = ["cams-1", "cams-2", "cams-3"]
    /// Those that are found.
    var all: [String] { channels + ["cams-own"] }
    private(set) var folder: URL!

    override func setUp() async throws {
        try await super.setUp()
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Enabled long ago.
        let known = { (id: String, numbers: [String]) -> JSON in
            let numbers = JSON.list(numbers.map { .text($0) })
            return [
                "id": .text(id), "name": .text(id), "phone_numbers": numbers, "enabled_at": "2020-01-01T00:00:00Z",
            ]
        }
        let channels = JSON.list(channels.map { known($0, ["9990000000\($0.suffix(1))"]) })
        try await emulator.changeAccount(["channels": channels, "direct_channel": known("cams-own", ["99900000009"])])
        let templates = ["en", "de"].map { language -> JSON in
            [
                "TemplateCode": "744", "TemplateName": "sale", "Language": .text(language), "Category": "MARKETING",
                "AuditStatus": "pass",
            ]
        }
        let listing: JSON = ["Code": "OK", "Total": 2, "ListTemplate": .list(templates)]
        try await emulator.fault(answer(listing), of: ["action": "ListChatappTemplate"])
    }

    override func tearDown() async throws {
        try FileManager.default.removeItem(at: folder)
        try await super.tearDown()
    }

    /// A client that makes one attempt.
    func client() throws -> CamsRoiClient {
        try emulator.client { $0.maxAttempts = 1 }
    }

    /// The fault that a request is answered so.
    func answer(_ body: JSON) throws -> JSON {
        ["type": "respond", "status": 200, "body": .text(String(decoding: try body.data, as: UTF8.self))]
    }

    /// Has the calls about a channel hang, so that there is something to end.
    func hang(_ channel: String) async throws {
        try await emulator.fault(["type": "hang"], of: ["cust_space_id": .text(channel)])
    }

    /// Waits until so many requests have come, of which one is under way.
    func isWaiting(_ requests: Int) async throws {
        try await emulator.logged { log in
            log.count == requests && log.filter { $0["outcome"] == .null }.count == 1
        }
    }

    /// Waits until no request is under way; then none may follow.
    func endsForGood() async throws {
        let log = try await emulator.logged { log in !log.isEmpty && log.allSatisfy { $0["outcome"] != .null } }
        XCTAssertTrue(log.contains { $0["outcome"].text == "client_gone" }, "\(log)")
        // What was about to be sent comes before this.
        _ = try await client().callText("ListInstance")
        let after = try await emulator.log()
        XCTAssertEqual(after.last?["action"].text, "ListInstance")
    }

    /// Forgets what was asked so far.
    func forget() async throws {
        try await emulator.control("log", method: "DELETE")
    }

    /// The channels of an operation's requests.
    func asked(_ operation: String) async throws -> [String] {
        try await emulator.log().filter { $0["action"].text == operation }
            .compactMap { $0["parameters"]["CustSpaceId"].text }.sorted()
    }
}
