// Enables the channels that a CSV file lists: enable-many FILE JOURNAL
//
// The file's first column is the channel's ID, its second, if any, the channel's ISV code. Run it again with the same
// journal, and it goes on where it stopped.

import CamsRoi
import Foundation

func tell(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2 else {
    tell("usage: enable-many FILE JOURNAL\n")
    exit(2)
}
let text = try String(contentsOfFile: arguments[0], encoding: .utf8)
let spaces = text.split(whereSeparator: \.isNewline).compactMap { line -> Space? in
    let fields = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let id = fields.first, id.hasPrefix("cams-") else { return nil }
    return Space(id, isvCode: fields.count > 1 ? fields[1] : nil)
}
let options = EnableManyOptions(journal: arguments[1]) { progress in
    tell("\(progress.done) of \(progress.total ?? 0) done, \(progress.failed) failed\n")
}
var failed = 0
for try await outcome in try Client().enableMany(spaces, options: options) {
    if let error = outcome.error {
        failed += 1
        print("\(outcome.custSpaceId): \(error). \(error.hint)")
    }
}
exit(failed == 0 ? 0 : 1)
