internal import CamsRoiNative

/// An error that is part of an answer, in the order of the core's `Cross for Error`.
extension CamsRoiError: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        let (kind, message) = (try String(reading: &reader), try String(reading: &reader))
        let (text, hint) = (try String(reading: &reader), try String(reading: &reader))
        self.init(Kind(rawValue: kind), message: message, hint: hint)
        self.text = text
        code = try reader.read()
        requestId = try reader.read()
        httpStatus = try Bool(reading: &reader) ? reader.unsigned() : nil
        isRetryable = try reader.read()
        retryAfter = try Double?(reading: &reader).map { .milliseconds($0) }
        attempts = try reader.unsigned()
        operation = try reader.read()
        accessDeniedDetail = try reader.read()
        timeoutPhase = try String?(reading: &reader).flatMap { TimeoutPhase(rawValue: $0) }
        detail = try reader.read()
        custSpaceId = try reader.read()
        phoneNumber = try reader.read()
        templateCode = try reader.read()
        causes = try reader.read()
        if self.kind == .credentials { underlying = reader.provider?.thrown(detail ?? self.message) }
    }
}
