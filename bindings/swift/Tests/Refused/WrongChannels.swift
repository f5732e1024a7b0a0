// What must not compile: it would enable another channel than the one that is meant. `RefusedTests` has the compiler
// look at this file, and each line that is marked must be an error.

import CamsRoi
import Foundation

func wrong(_ client: CamsRoiClient, unset: String?, several: [String?], number: Int, day: Date) async throws {
    try await client.enableWhatsappRoiMetric()  // refused
    try await client.enableWhatsappRoiMetric(custSpaceId: unset)  // refused
    try await client.enableWhatsappRoiMetric(custSpaceId: nil)  // refused
    try await client.enableWhatsappRoiMetric(custSpaceId: number)  // refused
    try await client.enableWhatsappRoiMetric(custSpaceID: "cams-1")  // refused
    try await client.enableWhatsappRoiMetric("cams-1")  // refused
    try await enableWhatsappRoiMetric()  // refused
    try await enableWhatsappRoiMetric(custSpaceId: unset)  // refused
    _ = try await client.getChatappPhoneNumberMetric(start: day, end: day)  // refused
    _ = try await client.getChatappPhoneNumberMetric(start: day, end: day, custSpaceId: unset)  // refused
    _ = try await client.getChatappTemplateMetric(templateCode: "1", start: day, end: day)  // refused
    _ = try await client.getChatappTemplateMetric(templateCode: "", start: day, end: day, custSpaceId: nil)  // refused
    _ = client.enableMany("cams-1")  // refused
    _ = client.enableMany(unset)  // refused
    _ = client.enableMany(several)  // refused
    _ = client.enableMany([number])  // refused
    _ = client.enableMany(.ownChannel)  // refused
    _ = WhatsAppChannel(unset)  // refused
    _ = try await client.call("ListInstance", parameters: ["CustSpaceId": unset])  // refused
    _ = try CamsRoiClient { $0.rateLimt = .off }  // refused
    _ = CamsRoiClient.CallOptions(timeOut: .seconds(1))  // refused
}

func right(_ client: CamsRoiClient, date: Date) async throws {
    try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
    try await client.enableWhatsappRoiMetric(custSpaceId: .ownChannel)
    try await enableWhatsappRoiMetric(custSpaceId: .ownChannel, isvCode: "isv-1")
    _ = try await client.getChatappPhoneNumberMetric(start: date, end: date, custSpaceId: .ownChannel)
    _ = try await client.getChatappTemplateMetric(templateCode: "1", start: date, end: date, custSpaceId: .ownChannel)
    try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1,cams-2".prefix(6))
    _ = client.enableMany(["cams-1"])
    _ = client.enableMany("cams-1,cams-2".split(separator: ","))
    _ = client.enableMany([WhatsAppChannel("cams-1", isvCode: "isv-1")])
    _ = try await client.call("ListInstance", parameters: ["CustSpaceId": "cams-1", "Page": ["Index": 1]])
}
