// swift-tools-version: 6.0
// SwiftPM looks for this file at the root of a repository; what it is about is in bindings/swift.

import Foundation
import PackageDescription

let sources = "bindings/swift/Sources"

/// Ends SwiftPM with a message; `fatalError` would bury it in a backtrace.
func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(1)
}

/// What calls the native library is not committed but in releases.
if !FileManager.default.fileExists(
    atPath: "\(Context.packageDirectory)/\(sources)/CamsRoiNative/generated/CamsRoiNative.swift"
) {
    fail("this checkout of cams-roi lacks its generated files: run `cargo xtask swift generate` in it")
}

#if canImport(Darwin)
    /// Which release the library for Apple platforms is downloaded from: `cargo xtask swift xcframework` writes it.
    let released: (version: String, checksum: String)? = nil

    /// The one that was built in this checkout, if there is one.
    let built = "bindings/swift/CamsRoiFFI.xcframework"
    let isBuilt = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(built)")

    let bridge: Target =
        if isBuilt {
            .binaryTarget(name: "CamsRoiFFI", path: built)
        } else if let (version, checksum) = released {
            .binaryTarget(
                name: "CamsRoiFFI",
                url: "https://github.com/cams-roi/cams-roi/releases/download/v\(version)/CamsRoiFFI.xcframework.zip",
                checksum: checksum
            )
        } else {
            fail("this checkout of cams-roi has no native library: run `cargo xtask swift xcframework` in it")
        }
#else
    /// The library that pkg-config knows: `cargo xtask swift install` puts it there.
    let bridge = Target.systemLibrary(name: "CamsRoiFFI", path: "\(sources)/CamsRoiFFI", pkgConfig: "cams-roi")
#endif

/// What the library needs of Apple's systems: where certificates are.
let systemLibraries: [LinkerSetting] = ["Security", "CoreFoundation"].map {
    .linkedFramework($0, .when(platforms: [.macOS, .iOS, .macCatalyst]))
}

let package = Package(
    name: "cams-roi",
    platforms: [.macOS(.v13), .iOS(.v16), .macCatalyst(.v16)],
    products: [.library(name: "CamsRoi", targets: ["CamsRoi"])],
    targets: [
        bridge,
        .target(
            name: "CamsRoiNative",
            dependencies: ["CamsRoiFFI"],
            path: "\(sources)/CamsRoiNative",
            linkerSettings: systemLibraries
        ),
        .target(name: "CamsRoi", dependencies: ["CamsRoiNative"], path: "\(sources)/CamsRoi"),
        .testTarget(
            name: "CamsRoiTests",
            dependencies: ["CamsRoi", "CamsRoiNative"],
            path: "bindings/swift/Tests/CamsRoiTests"
        ),
    ],
    swiftLanguageModes: [.v6]
)
