import Foundation
import XCTest

/// What the compiler tells users before anything runs.
final class CompilerTests: XCTestCase {
    private let package = URL(filePath: #filePath).appending(path: "../../../../..").standardized
    private var native: URL { package.appending(path: "bindings/swift/Sources/CamsRoiFFI") }

    private func check(_ file: URL, _ arguments: [String] = []) throws -> Ended {
        try execute("swiftc", ["-typecheck", "-swift-version", "6"] + arguments + [file.path()])
    }

    /// Where the modules are that these tests were built with.
    private var modules: String {
        #if canImport(Darwin)
            let tests = Bundle(for: Self.self).bundleURL
        #else
            let tests = URL(filePath: ProcessInfo.processInfo.arguments[0])
        #endif
        return tests.deletingLastPathComponent().appending(path: "Modules").path()
    }

    /// Where the compiler looks for the native library's header, which says that this one is installed.
    private func install(_ version: Substring, in folder: URL) throws -> [String] {
        let header = folder.appending(path: "cams-roi/native.h")
        let parent = header.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try "#define \(version)\n".write(to: header, atomically: true, encoding: .utf8)
        return ["-Xcc", "-I\(folder.path())"]
    }

    func testNoOtherChannelThanTheOneThatIsMeantCompiles() async throws {
        let file = package.appending(path: "bindings/swift/Tests/Refused/WrongChannels.swift")
        let header = try String(contentsOf: native.appending(path: "CamsRoiFFI.h"), encoding: .utf8)
        let wanted = try XCTUnwrap(header.firstMatch(of: /#ifndef (\w+)/)).1
        let checked = try await withFolder { folder in
            try check(file, ["-I", modules, "-I", native.path()] + install(wanted, in: folder))
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.indices.filter { lines[$0].hasSuffix("// refused") }.map { $0 + 1 }
        let refused = checked.printed.matches(of: /WrongChannels\.swift:(\d+):\d+: error:/).map { Int($0.1)! }
        XCTAssertEqual(Set(refused).sorted(), marked, checked.printed)
    }

    func testWithoutTheNativeLibraryTheCompilerSaysWhatToDo() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "main.swift")
            try "import CamsRoiFFI\n".write(to: file, atomically: true, encoding: .utf8)
            let missing = try check(file, ["-I", native.path()])
            XCTAssertNotEqual(missing.status, 0)
            XCTAssertTrue(missing.printed.contains("Run `cargo xtask swift install`"), missing.printed)
            XCTAssertTrue(missing.printed.contains("PKG_CONFIG_PATH"), missing.printed)
            let other = try check(file, ["-I", native.path()] + install("CAMS_ROI_NATIVE_0_0_1", in: folder))
            XCTAssertNotEqual(other.status, 0)
            XCTAssertTrue(other.printed.contains("of another version"), other.printed)
        }
    }

    func testACheckoutWithoutItsGeneratedFilesSaysWhatToDo() async throws {
        try await withFolder { folder in
            let manifest = folder.appending(path: "Package.swift")
            try FileManager.default.copyItem(at: package.appending(path: "Package.swift"), to: manifest)
            let told = try execute("swift", ["package", "--package-path", folder.path(), "describe"])
            XCTAssertNotEqual(told.status, 0)
            XCTAssertTrue(told.printed.contains("run `cargo xtask swift generate`"), told.printed)
        }
    }
}
