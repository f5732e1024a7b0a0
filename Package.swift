// swift-tools-version: 6.0
// SwiftPM looks for this file at the root of a repository; what it is about is in bindings/swift.

import Foundation
import PackageDescription

let sources = "bindings/swift/Sources"

#if os(Linux)
    // The library is found by pkg-config: bindings/swift/README.md tells how it gets there.
    let bridge = Target.systemLibrary(
        name: "CamsRoiFFI",
        path: "\(sources)/CamsRoiFFI",
        pkgConfig: "cams-roi"
    )
#else
    let bridge = Target.binaryTarget(name: "CamsRoiFFI", path: "bindings/swift/CamsRoiFFI.xcframework")
#endif

let package = Package(
    name: "cams-roi",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [.library(name: "CamsRoi", targets: ["CamsRoi"])],
    targets: [
        bridge,
        .target(name: "CamsRoiNative", dependencies: ["CamsRoiFFI"], path: "\(sources)/CamsRoiNative"),
        .target(name: "CamsRoi", dependencies: ["CamsRoiNative"], path: "\(sources)/CamsRoi"),
        .testTarget(
            name: "CamsRoiTests",
            dependencies: ["CamsRoi", "CamsRoiNative"],
            path: "bindings/swift/Tests/CamsRoiTests"
        ),
    ],
    swiftLanguageModes: [.v6]
)
