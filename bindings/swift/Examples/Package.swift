// swift-tools-version: 6.0

import PackageDescription

let package = Package(
    name: "examples",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "cams-roi", path: "../../..")],
    targets: ["enable-one", "enable-many"].map {
        .executableTarget(name: $0, dependencies: [.product(name: "CamsRoi", package: "cams-roi")])
    },
    swiftLanguageModes: [.v6]
)
