// The Swift package beside the Rust core that it is made of, from a Rust program: what the way through Swift costs.
// Prints what benches/how-it-is-measured.md describes.
//
// The official SDK for Swift is no peer that can be run here: it is for Apple's platforms alone.
//
// Usage: compare RUST_PROGRAM LIBRARY URL    or, as it calls itself:    compare worker URL CALLS IN_FLIGHT

import Foundation

let arguments = CommandLine.arguments
switch (arguments.count, arguments.dropFirst().first) {
case (5, "worker"):
    try await work(url: arguments[2], calls: Int(arguments[3])!, inFlight: Int(arguments[4])!)
case (4, _):
    try compare(Programs(rust: arguments[1], swift: arguments[0]), library: arguments[2], url: arguments[3])
default:
    FileHandle.standardError.write(Data("usage: compare RUST_PROGRAM LIBRARY URL\n".utf8))
    exit(2)
}
