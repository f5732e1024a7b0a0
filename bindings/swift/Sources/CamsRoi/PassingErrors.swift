import Foundation

/// Whether what a credentials function threw may pass: it could not reach what it asks, or says so itself.
func passes(_ thrown: any Error) -> Bool {
    switch thrown {
    case let error as CamsRoiError: error.isRetryable
    case let error as URLError: passingURLErrors.contains(error.code)
    case let error as POSIXError: passingPOSIXErrors.contains(error.code)
    default: false
    }
}

private let passingURLErrors: Set<URLError.Code> = [
    .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .networkConnectionLost, .notConnectedToInternet, .timedOut,
]

private let passingPOSIXErrors: Set<POSIXError.Code> = [
    .ECONNABORTED, .ECONNREFUSED, .ECONNRESET, .EHOSTDOWN, .EHOSTUNREACH, .ENETDOWN, .ENETUNREACH, .EPIPE, .ETIMEDOUT,
]
