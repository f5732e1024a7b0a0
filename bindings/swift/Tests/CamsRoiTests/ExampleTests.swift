import Foundation
import XCTest

/// The examples, and with them the package as other packages use it.
final class ExampleTests: EmulatorTestCase {
    private func run(_ name: String, _ arguments: String...) throws -> Ended {
        guard let programs = ProcessInfo.processInfo.environment["CAMS_ROI_EXAMPLES"] else {
            throw TestFailure("CAMS_ROI_EXAMPLES must name the examples' directory; `cargo xtask test` sets it")
        }
        let program = URL(filePath: programs).appending(path: name).path()
        return try execute(program, arguments, with: emulator.environment)
    }

    func testEnableOne() throws {
        let done = try run("enable-one", space)
        XCTAssertEqual(done.status, 0, done.errors)
        XCTAssertTrue(done.output.hasPrefix("collecting from now on, request "), done.output)
        let failed = try run("enable-one", "cams-of-others")
        XCTAssertEqual(failed.status, 1)
        XCTAssertTrue(failed.errors.hasPrefix("UnknownResourceOwnerError: "), failed.errors)
    }

    func testEnableManyFromCSVWithProgressAndAJournal() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, journal) = (folder.appending(path: "channels.csv"), folder.appending(path: "channels.journal"))
        // As a spreadsheet saves it.
        let lines = ["\u{feff}Name,Channel ID,ISV Code"] + emulator.spaces.map { "Zoë,\($0),\(emulator.isvCode)" }
        try lines.joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            let done = try run("enable-many", file.path(), journal.path())
            XCTAssertEqual(done.status, 0, done.errors)
            XCTAssertEqual(done.output, "")
            XCTAssertTrue(done.errors.hasSuffix("5 done, 0 failed\n"), done.errors)
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, emulator.spaces.count)
        XCTAssertTrue(log.allSatisfy { $0["parameters"]["IsvCode"].text == emulator.isvCode })
        let missing = try run("enable-many", "missing.csv", journal.path())
        XCTAssertEqual(missing.status, 1)
        XCTAssertTrue(missing.errors.hasPrefix("ConfigurationError: "), missing.errors)
        try await emulator.changeAccount(["subscribed": false])
        let denied = try run("enable-many", file.path(), folder.appending(path: "other.journal").path())
        XCTAssertEqual(denied.status, 1, denied.errors)
        XCTAssertEqual(denied.output.split(separator: "\n").count, emulator.spaces.count)
    }
}
