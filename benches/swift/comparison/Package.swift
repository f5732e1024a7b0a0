// swift-tools-version: 6.0

import PackageDescription

let package = Package(
    name: "comparison",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "cams-roi", path: "../../..")],
    targets: [
        .executableTarget(name: "compare", dependencies: [.product(name: "CamsRoi", package: "cams-roi")])
    ],
    swiftLanguageModes: [.v6]
)
