import Foundation
import XCTest

/// The examples, and with them the package as other packages use it.
final class ExampleTests: EmulatorTestCase {
    private func run(_ program: [String], with environment: [String: String]) throws -> Ended {
        guard let programs = ProcessInfo.processInfo.environment["CAMS_ROI_EXAMPLES"] else {
            throw TestFailure("CAMS_ROI_EXAMPLES must name the examples' directory; `cargo xtask test` sets it")
        }
        let path = URL(filePath: programs).appending(path: program[0]).path()
        return try execute(path, Array(program.dropFirst()), with: environment)
    }

    private func run(_ program: String...) throws -> Ended {
        try run(program, with: emulator.environment)
    }

    /// A list of all channels, as a spreadsheet saves it.
    private func list(in folder: URL) throws -> String {
        let file = folder.appending(path: "channels.csv")
        let lines = ["\u{feff}Name,Channel ID,ISV Code"] + emulator.channels.map { "Zoë,\($0),\(emulator.isvCode)" }
        try lines.joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        return file.path()
    }

    func testEnableOne() throws {
        let done = try run("enable-one", channel)
        XCTAssertEqual(done.status, 0, done.errors)
        XCTAssertTrue(done.output.hasPrefix("collecting from now on, request "), done.output)
        let failed = try run("enable-one", "cams-of-others")
        XCTAssertEqual(failed.status, 1)
        XCTAssertTrue(failed.errors.hasPrefix("UnknownResourceOwnerError: "), failed.errors)
    }

    func testEnableManyFromAListWithProgressAndAJournal() async throws {
        try await withFolder { folder in
            let (list, journal) = (try list(in: folder), folder.appending(path: "channels.journal").path())
            for _ in 0..<2 {
                let done = try run("enable-many", list, journal)
                XCTAssertEqual(done.status, 0, done.errors)
                XCTAssertEqual(done.output, "")
                XCTAssertTrue(done.errors.hasSuffix("5 done, 0 failed\n"), done.errors)
            }
            let log = try await emulator.log()
            XCTAssertEqual(log.count, emulator.channels.count)
            XCTAssertTrue(log.allSatisfy { $0["parameters"]["IsvCode"].text == emulator.isvCode })
            let missing = try run("enable-many", "missing.csv", journal)
            XCTAssertEqual(missing.status, 1)
            XCTAssertTrue(missing.errors.hasPrefix("ConfigurationError: "), missing.errors)
            try await emulator.changeAccount(["subscribed": false])
            let denied = try run("enable-many", list, folder.appending(path: "other.journal").path())
            XCTAssertEqual(denied.status, 1, denied.errors)
            XCTAssertEqual(denied.output.split(separator: "\n").count, emulator.channels.count)
        }
    }

    #if os(Linux)
        func testWithoutAThreadForTheCoreACallFailsAndSaysWhatToDo() async throws {
            // Swift's own runtime gets the threads that it asks for. The core is part of the program.
            let preload = """
                #define _GNU_SOURCE
                #include <dlfcn.h>
                #include <errno.h>
                #include <pthread.h>
                #include <string.h>
                typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
                int pthread_create(pthread_t *id, const pthread_attr_t *how, void *(*run)(void *), void *with) {
                    Dl_info caller;
                    int known = dladdr(__builtin_return_address(0), &caller);
                    if (known && strstr(caller.dli_fname, "/enable-")) return EAGAIN;
                    return ((create *)dlsym(RTLD_NEXT, "pthread_create"))(id, how, run, with);
                }
                """
            try await withFolder { folder in
                let source = folder.appending(path: "preload.c")
                try preload.write(to: source, atomically: true, encoding: .utf8)
                let library = folder.appending(path: "preload.so").path()
                let build = "cc \"$@\" || clang \"$@\""
                let built = try execute("sh", ["-c", build, "sh", "-shared", "-fPIC", "-o", library, source.path()])
                XCTAssertEqual(built.status, 0, built.printed)
                let environment = emulator.environment.merging(["LD_PRELOAD": library]) { $1 }
                for arguments in [
                    ["enable-one", channel], ["enable-many", try list(in: folder), "\(folder.path())j"],
                ] {
                    let failed = try run(arguments, with: environment)
                    XCTAssertEqual(failed.status, 1, failed.printed)
                    XCTAssertTrue(failed.errors.hasPrefix("ConfigurationError: "), failed.errors)
                    XCTAssertTrue(failed.errors.contains("thread"), failed.errors)
                }
            }
            let log = try await emulator.log()
            XCTAssertEqual(log, [])
        }
    #endif
}
