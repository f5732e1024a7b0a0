import Foundation
import XCTest

/// The programs of the pages, in the world that `docs/code-in-these-pages.md` describes, and in worlds where calls fail.
final class GuideTests: EmulatorTestCase {
    private let channels = ["cams-1", "cams-2", "cams-3"]
    /// Those that allow a call some seconds.
    private let impatient: Set = [
        "bindings-swift-README-8", "docs-getting-started-swift-5", "docs-getting-started-swift-6",
    ]

    private func programs() throws -> [(name: String, path: String)] {
        let guides = ProcessInfo.processInfo.environment["CAMS_ROI_GUIDES"]
        let paths = try XCTUnwrap(guides, "`cargo xtask test` sets CAMS_ROI_GUIDES").split(separator: ":")
        return paths.map { (URL(filePath: String($0)).lastPathComponent, String($0)) }
    }

    func testEveryProgramOfThePagesRuns() async throws {
        let programs = try programs()
        let pages = [
            "README", "bindings-swift-README", "docs-getting-started-swift", "docs-listings", "docs-mobile",
            "docs-moving-from-the-official-sdk",
        ]
        for page in pages {
            XCTAssertTrue(programs.contains { $0.name == "\(page)-1" }, "\(page) shows no program")
        }
        for program in programs {
            let ended = try await play(program.path)
            XCTAssertEqual(ended.status, 0, "\(program.name) printed: \(ended.printed)")
        }
    }

    func testEveryProgramTellsThatACallFailed() async throws {
        for program in try programs() {
            let ended = try await play(program.path) {
                try await emulator.changeAccount(["subscribed": false])
                if program.name == "bindings-swift-README-7" { try await emulator.fault(["type": "hang"]) }
            }
            // Where nobody catches it, Swift itself prints the error, and the program fails.
            let told = ["Product.Unsubscript", "Subscribe", "cancelled"].contains { ended.printed.contains($0) }
            XCTAssertTrue(told, "\(program.name) printed: \(ended.printed)")
        }
    }

    func testNoProgramTakesACallThatTookTooLongForASuccess() async throws {
        let programs = try programs().filter { impatient.contains($0.name) }
        XCTAssertEqual(programs.count, impatient.count)
        for program in programs {
            let ended = try await play(program.path) { try await emulator.fault(["type": "hang"]) }
            XCTAssertNotEqual(ended.status, 0, "\(program.name) printed: \(ended.printed)")
            let told = ended.printed.contains("RequestTimeoutError") || ended.printed.contains("TookTooLong")
            XCTAssertTrue(told, "\(program.name) printed: \(ended.printed)")
        }
    }

    private func play(_ program: String, after change: () async throws -> Void = {}) async throws -> Ended {
        try await emulator.control("reset", nil, method: "POST")
        try await emulator.control("limits", ["enabled": false])
        let enabled = channels.map { channel -> JSON in
            ["id": .text(channel), "phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"]
        }
        try await emulator.changeAccount(["isv_code": "isv-1", "channels": .list(enabled)])
        try await change()
        return try await withFolder { folder in
            let list = (["cust_space_id"] + channels).joined(separator: "\n") + "\n"
            try list.write(to: folder.appending(path: "channels.csv"), atomically: true, encoding: .utf8)
            // Whoever reads a backtrace of a program that ends by an error waits for it.
            let environment = emulator.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
            return try execute(program, in: folder, with: environment)
        }
    }
}
