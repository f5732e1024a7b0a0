// Enables one channel: enable-one CUST_SPACE_ID

import CamsRoi
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let custSpaceId = arguments.first, arguments.count == 1 else {
    FileHandle.standardError.write(Data("usage: enable-one CUST_SPACE_ID\n".utf8))
    exit(2)
}
do {
    let result = try await CamsRoiClient().enableWhatsappRoiMetric(custSpaceId: custSpaceId)
    print("collecting from now on, request \(result.requestId ?? "unknown")")
} catch let error as CamsRoiError {
    FileHandle.standardError.write(Data("\(error)\n\(error.hint)\n".utf8))
    exit(1)
}
