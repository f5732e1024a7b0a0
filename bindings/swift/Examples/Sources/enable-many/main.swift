// Enables the channels that a list names: enable-many FILE JOURNAL
//
// The file has one ID a line, or is a table with a column `cust_space_id`, as spreadsheets save them. Run it again with the
// same journal, and it goes on where it stopped.

import CamsRoi
import Foundation

func tell(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2 else {
    tell("usage: enable-many FILE JOURNAL")
    exit(2)
}
let options = EnableManyOptions(journal: arguments[1]) { progress in
    tell("\(progress.done) done, \(progress.failed) failed")
}
do {
    var failed = 0
    for try await outcome in try CamsRoiClient().enableMany(readChannels(arguments[0]), options: options) {
        if let error = outcome.error {
            failed += 1
            print("\(outcome.custSpaceId): \(error). \(error.hint)")
        }
    }
    exit(failed == 0 ? 0 : 1)
} catch let error as CamsRoiError {
    // The list, the journal or a setting: the channels that are left were not called.
    tell("\(error)\n\(error.hint)")
    exit(1)
}
