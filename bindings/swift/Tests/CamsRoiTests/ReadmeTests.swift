import CamsRoi
import Foundation
import XCTest

/// The page's examples, compiled and run; the page must show what is here, line by line.
final class ReadmeTests: EmulatorTestCase {
    func testThePageShowsWhatIsHere() throws {
        let page = URL(filePath: #filePath).appending(path: "../../../README.md").standardized
        let here = trimmed(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
        let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```swift\n").dropFirst()
        XCTAssertEqual(parts.count, 6)
        for part in parts {
            let example = part.components(separatedBy: "```")[0]
            XCTAssertTrue(here.contains(trimmed(example)), "only on the page:\n\(example)")
        }
    }

    private func trimmed(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }

    func testTheFirstCall() async throws {
        try await with(environment: emulator.environment) {
            let client = try Client()
            try await client.enableWhatsappRoiMetric(custSpaceId: "cams-emulator-1")

            // A day later:
            let week = Date() - 7 * 86_400
            let figures = try await client.getChatappPhoneNumberMetric(
                start: week,
                end: Date(),
                granularity: .daily,
                custSpaceId: "cams-emulator-1"
            )
            for row in figures.data {
                print(row.phoneNumber, row.start, row.sentCount, row.deliveredCount)
            }
            XCTAssertNotNil(figures.requestId)
        }
    }

    func testAnyOperation() async throws {
        let client = try emulator.client()
        struct Instances: Decodable { let Total: Int? }
        let json = try await client.call("ListInstance", parameters: ["PageSize": 50])
        let instances = try await client.call("ListInstance", parameters: ["PageSize": 50], as: Instances.self)
        XCTAssertFalse(json.isEmpty)
        XCTAssertNil(instances.Total)
    }

    func testErrors() async throws {
        let client = try emulator.client { $0.maxAttempts = 1 }
        try await emulator.fault(["type": "throttle", "retry_after_ms": 1500], times: 1)
        for _ in 0..<2 {
            do {
                try await client.enableWhatsappRoiMetric(custSpaceId: "cams-emulator-1")
            } catch CamsRoiError.throttled(let error) {
                print("come back in", error.retryAfter ?? .seconds(1))
            } catch CamsRoiError.permissionDenied(let error) {
                print(error.hint)  // which RAM action to grant
            } catch let error as CamsRoiError {
                print(error.kind, error.code ?? "", error.requestId ?? "", error.isRetryable)
            }
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, 2)
    }

    func testManyChannels() async throws {
        let client = try emulator.client()
        let journal = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
        defer { try? FileManager.default.removeItem(atPath: journal) }
        let channels = ["cams-emulator-1", "cams-emulator-2", "cams-emulator-3"]
        for try await outcome in client.enableMany(channels, options: EnableManyOptions(journal: journal)) {
            print(outcome.custSpaceId, outcome.error?.hint ?? "enabled")
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, channels.count)
    }

    func testCancelling() async throws {
        let client = try emulator.client()
        try await emulator.fault(["type": "hang"])
        let call = Task { try await client.enableWhatsappRoiMetric(custSpaceId: "cams-emulator-1") }
        call.cancel()
        let error = try await thrown { try await call.value }
        XCTAssertTrue(error is CancellationError)
    }

    func testConfiguration() async throws {
        let vault = Vault(credentials: emulator.credentials)
        try await with(environment: ["CAMS_ROI_ENDPOINT": emulator.url]) {
            let configured = try Client {
                $0.credentials = .provider { try await vault.accessKey() }
                $0.timeout = .seconds(10)
                $0.logger = { record in print(record.level, record.message, record.fields) }
            }
            try await configured.enableWhatsappRoiMetric(custSpaceId: space)
        }
    }
}

private actor Vault {
    private let credentials: Credentials

    init(credentials: Credentials) {
        self.credentials = credentials
    }

    func accessKey() throws -> Credentials {
        credentials
    }
}
