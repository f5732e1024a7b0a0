import Foundation

// The binding's times are milliseconds, as fractions where they are given, so that it can say what is wrong with one.

extension Date {
    /// Milliseconds since 1970, as exact as the service knows them.
    var milliseconds: Double { (timeIntervalSince1970 * 1000).rounded() }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Duration {
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1000 + Double(attoseconds) / 1e15
    }
}
