import Foundation
import XCTest

@testable import CamsRoi

/// What crosses to the native library and back.
final class MessageTests: XCTestCase {
    private func crossed<Value: MessageValue>(_ value: Value) throws -> Value {
        try MessageReader.read(MessageWriter.data(value))
    }

    func testEveryValueComesBackAsItWent() throws {
        for number in [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, .max, .min] {
            XCTAssertEqual(try crossed(number), number)
        }
        for number in [0, -0.5, .pi, .infinity, .leastNonzeroMagnitude] { XCTAssertEqual(try crossed(number), number) }
        for text in ["", "cams-1", "Zoë\n\0", String(repeating: "ж", count: 70)] {
            XCTAssertEqual(try crossed(text), text)
        }
        XCTAssertEqual(try crossed([true, false]), [true, false])
        XCTAssertEqual(try crossed(["a": [1, 2], "b": []]), ["a": [1, 2], "b": []])
        XCTAssertEqual(try crossed([Int?.none, 5]), [nil, 5])
        XCTAssertEqual(try crossed(Granularity(rawValue: "WEEKLY")), "WEEKLY")
    }

    func testItIsPostcardsForm() {
        XCTAssertEqual([UInt8](MessageWriter.data(-65)), [0x81, 0x01])
        XCTAssertEqual([UInt8](MessageWriter.data(1.0)), [0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
        XCTAssertEqual([UInt8](MessageWriter.data(Optional("é"))), [1, 2, 0xc3, 0xa9])
        XCTAssertEqual([UInt8](MessageWriter.data(String?.none)), [0])
        XCTAssertEqual([UInt8](MessageWriter.data([1, -1])), [2, 2, 1])
        XCTAssertEqual(MessageWriter.data(Date(timeIntervalSince1970: 0.001)), MessageWriter.data(1.0))
        XCTAssertEqual(try MessageReader.read(Data([0xd0, 0x0f])), Date(timeIntervalSince1970: 1))
    }

    func testWhatIsOfAnotherBuildIsAnErrorAndEndsNoProcess() {
        let foreign: [Data] = [
            Data(), Data([5]), Data([0xff, 0xff, 0xff, 0xff, 0x7f]), Data(repeating: 0xff, count: 12), Data([1, 200]),
        ]
        for bytes in foreign {
            XCTAssertThrowsError(try MessageReader.read(bytes) as [String]) { error in
                XCTAssertEqual((error as? CamsRoiError)?.kind, .panic)
            }
        }
        XCTAssertThrowsError(try MessageReader.read(Data([1, 2, 3])) as Double)
    }
}
