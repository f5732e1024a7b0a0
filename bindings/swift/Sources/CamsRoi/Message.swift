import Foundation

// How options and a request cross to the native library, and its answer back: in postcard's form. Numbers are varints, texts and
// lists have their length in front, what is optional a byte that says whether it is there, and records are their fields
// in the model's order, with nothing between them.

/// What can cross to the native library.
protocol MessageWritable {
    func write(to writer: inout MessageWriter)
}

/// What can cross back.
protocol MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError)
}

/// What crosses both ways.
typealias MessageValue = MessageWritable & MessageReadable

/// Puts a request together.
struct MessageWriter {
    fileprivate var bytes: [UInt8] = []

    static func data(_ request: some MessageWritable) -> Data {
        var writer = MessageWriter()
        request.write(to: &writer)
        return Data(writer.bytes)
    }

    mutating func write(_ value: some MessageWritable) {
        value.write(to: &self)
    }

    /// Which of several cases follows.
    mutating func write(choice number: UInt8) {
        write(varint: UInt64(number))
    }

    fileprivate mutating func write(varint number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Takes an answer apart.
struct MessageReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// For the errors that are part of an answer.
    let provider: GuardedProvider?

    static func read<Answer: MessageReadable>(
        _ data: Data,
        _ provider: GuardedProvider? = nil
    ) throws(CamsRoiError) -> Answer {
        let read = data.withUnsafeBytes { bytes -> Result<Answer, CamsRoiError> in
            var reader = MessageReader(bytes: bytes, provider: provider)
            return Result { () throws(CamsRoiError) in try Answer(reading: &reader) }
        }
        return try read.get()
    }

    mutating func read<Value: MessageReadable>() throws(CamsRoiError) -> Value {
        try Value(reading: &self)
    }

    /// A number without a sign.
    mutating func unsigned() throws(CamsRoiError) -> Int {
        Int(clamping: try varint())
    }

    fileprivate mutating func byte() throws(CamsRoiError) -> UInt8 {
        guard position < bytes.count else { throw Self.foreign }
        defer { position += 1 }
        return bytes[position]
    }

    fileprivate mutating func varint() throws(CamsRoiError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            let byte = try byte()
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
        }
        throw Self.foreign
    }

    /// How many bytes or items follow. Each item has a byte at least.
    fileprivate mutating func count() throws(CamsRoiError) -> Int {
        let count = try varint()
        guard count <= bytes.count - position else { throw Self.foreign }
        return Int(count)
    }

    fileprivate mutating func bytes(_ count: Int) throws(CamsRoiError) -> UnsafeRawBufferPointer {
        guard count <= bytes.count - position else { throw Self.foreign }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Both sides come from one build, so nothing but a mistake leads here.
    private static var foreign: CamsRoiError {
        CamsRoiError(panic: "the native library answered what this package does not know: it is of another build")
    }
}

extension Bool: MessageValue {
    func write(to writer: inout MessageWriter) {
        writer.bytes.append(self ? 1 : 0)
    }

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self = try reader.byte() != 0
    }
}

extension Int: MessageValue {
    func write(to writer: inout MessageWriter) {
        let number = Int64(self)
        writer.write(varint: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.init(clamping: try Int64(reading: &reader))
    }
}

extension Int64: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        let number = try reader.varint()
        self = Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    }
}

extension Double: MessageValue {
    func write(to writer: inout MessageWriter) {
        withUnsafeBytes(of: bitPattern.littleEndian) { writer.bytes.append(contentsOf: $0) }
    }

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        let bytes = try reader.bytes(8)
        self.init(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
    }
}

extension String: MessageValue {
    func write(to writer: inout MessageWriter) {
        writer.write(varint: UInt64(utf8.count))
        writer.bytes.append(contentsOf: utf8)
    }

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.init(decoding: try reader.bytes(reader.count()), as: UTF8.self)
    }
}

/// Milliseconds since 1970: as fractions where they are given, so that the library can say what is wrong with one.
extension Date: MessageValue {
    func write(to writer: inout MessageWriter) {
        writer.write(milliseconds)
    }

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.init(milliseconds: try Int64(reading: &reader))
    }
}

/// Milliseconds, as fractions where they are given.
extension Duration: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(milliseconds)
    }
}

extension Optional: MessageWritable where Wrapped: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self != nil)
        if let self { writer.write(self) }
    }
}

extension Optional: MessageReadable where Wrapped: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self = try Bool(reading: &reader) ? Wrapped(reading: &reader) : nil
    }
}

extension Array: MessageWritable where Element: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(varint: UInt64(count))
        for element in self { writer.write(element) }
    }
}

extension Array: MessageReadable where Element: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        let count = try reader.count()
        self.init()
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(reading: &reader)) }
    }
}

extension Dictionary: MessageWritable where Key == String, Value: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(varint: UInt64(count))
        for (key, value) in self {
            writer.write(key)
            writer.write(value)
        }
    }
}

extension Dictionary: MessageReadable where Key == String, Value: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        let count = try reader.count()
        self.init(minimumCapacity: count)
        for _ in 0..<count {
            let key = try String(reading: &reader)
            self[key] = try Value(reading: &reader)
        }
    }
}

/// Words of a set to which the service may add.
extension MessageWritable where Self: RawRepresentable, RawValue == String {
    func write(to writer: inout MessageWriter) {
        writer.write(rawValue)
    }
}

extension MessageReadable where Self: RawRepresentable, RawValue == String {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        // The types of such words take any.
        self.init(rawValue: try String(reading: &reader))!
    }
}
