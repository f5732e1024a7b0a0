extension CamsRoiClient {
    /// How many calls a second are made for each operation. All clients of a process that call for one account share
    /// it: the lowest counts, operation by operation.
    public enum RateLimit: Sendable, Hashable {
        /// What the service documents: 5 to enable, 50 to read.
        case documented
        /// So many, for each operation; fractions are allowed.
        case perSecond(Double)
        /// As many as there are. The service refuses what is too much.
        case off
        /// A limit of its own for each of these operations, by its name. The others keep the documented one.
        ///
        /// ```swift
        /// configuration.rateLimit = .operations(["EnableWhatsappROIMetric": .perSecond(1.25)])
        /// ```
        case operations([String: OperationLimit])
    }

    /// How many calls a second are made for one operation.
    public enum OperationLimit: Sendable, Hashable {
        /// So many; fractions are allowed.
        case perSecond(Double)
        /// As many as there are.
        case off
    }
}

/// The limit of all operations, and those of single ones, each with its name.
extension CamsRoiClient.RateLimit: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(limits)
    }

    private var limits: [Limit] {
        switch self {
        case .documented: [Limit(calls: .documented)]
        case .perSecond(let calls): [Limit(calls: .perSecond(calls))]
        case .off: [Limit(calls: .off)]
        case .operations(let limits):
            limits.map { operation, limit in
                switch limit {
                case .perSecond(let calls): Limit(operation: operation, calls: .perSecond(calls))
                case .off: Limit(operation: operation, calls: .off)
                }
            }
        }
    }
}

/// A limit as it crosses.
private struct Limit: MessageWritable {
    var operation: String?
    var calls: Calls

    /// How many they are, in the order that the core has, too.
    enum Calls {
        case documented
        case perSecond(Double)
        case off
    }

    func write(to writer: inout MessageWriter) {
        writer.write(operation)
        switch calls {
        case .documented: writer.write(choice: 0)
        case .perSecond(let calls):
            writer.write(choice: 1)
            writer.write(calls)
        case .off: writer.write(choice: 2)
        }
    }
}
