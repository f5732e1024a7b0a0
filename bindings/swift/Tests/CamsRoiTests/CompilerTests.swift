import Foundation
import XCTest

/// What the compiler tells users before anything runs, and what the linker makes of the package.
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

    /// That of the library which the package asks for.
    private var wantedVersion: Substring {
        get throws {
            let header = try String(contentsOf: native.appending(path: "CamsRoiFFI.h"), encoding: .utf8)
            return try XCTUnwrap(header.firstMatch(of: /#ifndef (\w+)/)).1
        }
    }

    func testNoOtherChannelThanTheOneThatIsMeantCompiles() async throws {
        let file = package.appending(path: "bindings/swift/Tests/Refused/WrongChannels.swift")
        let checked = try await withFolder { folder in
            try check(file, ["-I", modules, "-I", native.path()] + install(wantedVersion, in: folder))
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.indices.filter { lines[$0].hasSuffix("// refused") }.map { $0 + 1 }
        let refused = checked.printed.matches(of: /WrongChannels\.swift:(\d+):\d+: error:/).map { Int($0.1)! }
        XCTAssertEqual(Set(refused).sorted(), marked, checked.printed)
    }

    /// A server's program has these names from its web framework already, and would have to say whose it means.
    func testItsNamesStandBesideThoseOfOtherPackages() async throws {
        let names = [
            "CallOptions", "Client", "Configuration", "Credentials", "ErrorDetails", "InternalError", "Kind",
            "LogLevel", "LogRecord", "Proxy", "RateLimit", "Request", "TimeoutPhase",
        ]
        try await withFolder { folder in
            let framework = folder.appending(path: "Framework.swift")
            let types = names.map { "public struct \($0) { public init() {} }\n" }.joined()
            try types.write(to: framework, atomically: true, encoding: .utf8)
            let output = folder.appending(path: "Framework.swiftmodule").path()
            let emitted = try execute("swiftc", ["-emit-module", "-o", output, framework.path()])
            XCTAssertEqual(emitted.status, 0, emitted.printed)
            let file = folder.appending(path: "main.swift")
            let uses = names.map { "_ = \($0)()\n" }.joined()
            let text = "import CamsRoi\nimport Framework\n\n_ = try CamsRoiClient()\n\(uses)"
            try text.write(to: file, atomically: true, encoding: .utf8)
            let modules = ["-I", modules, "-I", folder.path(), "-I", native.path()]
            let checked = try check(file, modules + install(wantedVersion, in: folder))
            XCTAssertEqual(checked.status, 0, checked.printed)
        }
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

    /// Else one library's calls could be signed with the other's key: both number their functions from 1 on.
    func testEachLibraryOfAProcessCallsTheNativeLibraryThatItHolds() async throws {
        let name = "CAMS_ROI_NATIVE_LIBRARY"
        let library = try XCTUnwrap(ProcessInfo.processInfo.environment[name], "`cargo xtask test` sets \(name)")
        try await withFolder { folder in
            let source = folder.appending(path: "library.swift")
            let text = """
                import CamsRoiFFI

                @_cdecl("native_function") public func nativeFunction() -> UInt {
                    let function: @convention(c) () -> UInt16 = uniffi_cams_roi_uniffi_checksum_func_error_kinds
                    return unsafeBitCast(function, to: UInt.self)
                }
                """
            try text.write(to: source, atomically: true, encoding: .utf8)
            let includes = try ["-I", native.path()] + install(wantedVersion, in: folder)
            let linked = ["-L", library, "-lcams_roi_uniffi", "-Xlinker", "-S"]
            var functions: [UInt] = []
            // The loader binds both to the first of them if it can.
            for name in ["One", "Other"] {
                let path = folder.appending(path: name).path()
                let output = ["-emit-library", "-module-name", name, "-o", path, source.path()]
                let built = try execute("swiftc", output + includes + linked)
                XCTAssertEqual(built.status, 0, built.printed)
                let handle = try XCTUnwrap(dlopen(path, RTLD_NOW | RTLD_GLOBAL), String(cString: dlerror()))
                let symbol = try XCTUnwrap(dlsym(handle, "native_function"))
                functions.append(unsafeBitCast(symbol, to: (@convention(c) () -> UInt).self)())
            }
            XCTAssertNotEqual(functions[0], functions[1])
        }
    }
}
