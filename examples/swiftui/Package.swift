// swift-tools-version: 6.0

import PackageDescription

let package = Package(
    name: "whatsapp-metrics",
    platforms: [.macOS(.v14), .iOS(.v17)],
    products: [.library(name: "ChannelViews", targets: ["ChannelViews", "ChannelMetrics"])],
    // In a project of your own: .package(url: "https://github.com/cams-roi/cams-roi", from: "0.1.0")
    dependencies: [.package(name: "cams-roi", path: "../..")],
    targets: [
        .target(name: "ChannelMetrics", dependencies: [.product(name: "CamsRoi", package: "cams-roi")]),
        .target(name: "ChannelViews", dependencies: ["ChannelMetrics"]),
        .testTarget(name: "ChannelMetricsTests", dependencies: ["ChannelMetrics"]),
    ],
    swiftLanguageModes: [.v6]
)
