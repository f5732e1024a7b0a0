import Foundation
import XCTest

/// The examples, and with them the package as other packages use it.
final class ExampleTests: EmulatorTestCase {
    private func run(_ name: String, _ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
        guard let programs = ProcessInfo.processInfo.environment["CAMS_ROI_EXAMPLES"] else {
            throw TestFailure("CAMS_ROI_EXAMPLES must name the examples' directory; `cargo xtask test` sets it")
        }
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: programs).appending(path: name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(emulator.environment) { $1 }
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = [output, errors].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return (process.terminationStatus, printed[0], printed[1])
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
        let lines = ["id,isv code"] + emulator.spaces.map { "\($0),\(emulator.isvCode)" }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            let done = try run("enable-many", file.path(), journal.path())
            XCTAssertEqual(done.status, 0, done.errors)
            XCTAssertEqual(done.output, "")
            XCTAssertTrue(done.errors.hasSuffix("5 of 5 done, 0 failed\n"), done.errors)
        }
        let log = try await emulator.log()
        XCTAssertEqual(log.count, emulator.spaces.count)
        XCTAssertTrue(log.allSatisfy { $0["parameters"]["IsvCode"].text == emulator.isvCode })
    }
}
