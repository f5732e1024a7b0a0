//! Lists as editors, spreadsheets and programs write them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use super::*;
use crate::error::ErrorKind;

type Listed = (String, Option<String>);

fn read_all(bytes: &[u8]) -> Result<Vec<Listed>, Error> {
    read_from(bytes, "list").map(|it| it.map(|it| (it.cust_space_id, it.isv_code))).collect()
}

fn ids(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let bytes = bytes.as_ref();
    read_all(bytes)
        .unwrap_or_else(|error| panic!("{error}: {bytes:?}"))
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

fn refused(bytes: impl AsRef<[u8]>) -> String {
    let error = read_all(bytes.as_ref()).unwrap_err();
    assert!(error.kind() == ErrorKind::InvalidArgument && !error.hint().is_empty(), "{error:?}");
    error.message().to_owned()
}

fn utf16(text: &str, big_endian: bool) -> Vec<u8> {
    let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
    units.flat_map(|it| if big_endian { it.to_be_bytes() } else { it.to_le_bytes() }).collect()
}

#[test]
fn one_id_a_line_whatever_the_editor_did() {
    for text in [
        "cams-1\ncams-2\n29348393884",
        "\u{feff}# all of them\r\ncams-1\r\n\r\n  cams-2 \r\n#cams-3\r\n29348393884",
        "cams-1\rcams-2\r29348393884\r",
        "cams-1,\ncams-2,,\n29348393884\n,,\n",
        "\"cams-1\"\n\"cams-2\"\n\"29348393884\"\n",
        "cams-1;\ncams-2;\n29348393884;\n",
    ] {
        assert_eq!(ids(text), ["cams-1", "cams-2", "29348393884"], "{text:?}");
    }
}

#[test]
fn a_column_isv_holds_isv_codes() {
    for header in ["isv_code", "ISV Code", "isv", "ISV"] {
        let listed = read_all(format!("id,{header}\ncams-1,code-1\n").as_bytes()).unwrap();
        assert_eq!(listed, [("cams-1".to_owned(), Some("code-1".to_owned()))], "{header}");
    }
}

#[test]
fn a_table_as_excel_saves_it() {
    let table = |separator: &str, end: &str| {
        let lines = ["Name,Cust Space ID,isv_code", "\"Shop, one\",cams-1,code-1", "Größe,cams-2,", ",,"];
        let rows = lines.map(|line| match line.strip_prefix("\"Shop, one\"") {
            Some(rest) => format!("\"Shop, one\"{}", rest.replace(',', separator)),
            None => line.replace(',', separator),
        });
        rows.join(end) + end
    };
    let expected = [("cams-1".to_owned(), Some("code-1".to_owned())), ("cams-2".to_owned(), None)];
    for end in ["\n", "\r\n", "\r"] {
        for separator in [",", ";", "\t"] {
            let text = table(separator, end);
            for bytes in [
                text.clone().into_bytes(),
                format!("\u{feff}{text}").into_bytes(),
                utf16(&text, false),
                utf16(&text, true),
                // "CSV" without "UTF-8": the names are in an encoding that nobody names.
                text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect(),
                format!("sep={separator}\r\n{text}").into_bytes(),
            ] {
                assert_eq!(read_all(&bytes).unwrap(), expected, "{separator:?} {end:?} {bytes:?}");
            }
        }
    }
}

#[test]
fn the_header_says_where_the_ids_are_and_is_never_one() {
    for name in [
        "cust_space_id",
        "CustSpaceId",
        "space_id",
        "channel_id",
        "Channel ID",
        "id",
        "ID",
        "instance_id",
        "Instance-Id",
        "\"cust_space_id\"",
        " cust_space_id ",
    ] {
        assert_eq!(ids(format!("{name}\ncams-1\n")), ["cams-1"], "{name}");
        assert_eq!(ids(format!("name,{name}\nShop,cams-1\n")), ["cams-1"], "{name}");
    }
    assert_eq!(ids("id,cust_space_id\n7,cams-1\n"), ["cams-1"], "the better name counts");
    // An export that failed.
    for no_rows in ["cust_space_id,isv_code\n", "cust_space_id", "cust_space_id\r\n,\r\n"] {
        let error = read_all(no_rows.as_bytes()).unwrap_err();
        assert_eq!(error.message(), "list holds no channels", "{no_rows:?}");
        assert_eq!(error.hint(), "Put the channels' IDs below the header.");
    }
    for (text, seen) in [
        (
            "name,isv_code\nShop,code\n",
            "list, line 1: the header names no column of channel IDs; it names \"name\", \"isv_code\"",
        ),
        ("Channels\ncams-1\n", "line 1: the header names no column of channel IDs; it names \"Channels\""),
        ("cust_space_id,CustSpaceId\na,b\n", "line 1: the header names the column custspaceid twice"),
        ("cust_space_id\ncams-1\ncust_space_id\ncams-2\n", "line 3: the header comes again"),
    ] {
        assert!(refused(text).contains(seen), "{text:?}: {}", refused(text));
    }
}

#[test]
fn text_behind_a_quoted_cell_is_refused() {
    for text in ["\"cams-1\"2\n", "id,name\n\"cams-1\"zz,x\n", "id,name\ncams-1,\"a\"\"b\" c\n"] {
        let said = refused(text);
        assert!(
            said.contains("text stands between a quoted cell and the next separator"),
            "{text:?}: {said}"
        );
    }
    assert_eq!(ids("id,name\n\"cams-1\" ,\"a\"\"b,\"\n\"cams-2\",\"\"\n"), ["cams-1", "cams-2"]);
}

#[test]
fn two_columns_without_a_header_are_a_guess() {
    for (text, line) in [("cams-1,Shop one\n", 1), ("cams-1\ncams-2;Shop two\n", 2), ("Shop\tcams-1\n", 1)] {
        let said = refused(text);
        assert!(said.contains(&format!("line {line}: ")), "{text:?}: {said}");
    }
    assert!(refused("cams-1,Shop one\n").contains("no header says which one holds the IDs"));
}

#[test]
fn an_id_that_a_spreadsheet_or_a_program_spoilt_is_refused_with_its_line() {
    for spoilt in [
        "2.93E+10",
        "2.93484E10",
        "\"2,93E+10\"",
        "2e10",
        "29348393884.0",
        "29.348.393.884",
        "\"29,348,393,884\"",
        "01.02.2026",
    ] {
        let said = refused(format!("cust_space_id\ncams-1\n{spoilt}\n"));
        assert!(
            said.starts_with("list, line 3: ")
                && said.ends_with("changed this ID to a number and rounded it"),
            "{said}"
        );
    }
    for (value, reason) in [
        ("#N/A", "spreadsheet's error"),
        ("null", "stands in place of an ID"),
        ("NaN", "stands in place of an ID"),
        ("cams-***", "masked"),
        ("cams 1", "a blank (U+0020) at position 5"),
        ("cams-1\u{a0}", "a no-break space (U+00A0) at position 7"),
        ("\u{200b}cams-1", "a zero-width character (U+200B) at position 1"),
        ("cams\u{feff}-1", "a byte order mark (U+FEFF) at position 5"),
        ("käse", "'ä' (U+00E4) at position 2"),
        ("\"cams-1", "a quote is not closed on this line"),
        ("a\0b", "UTF-16 without a byte order mark"),
    ] {
        let said = refused(format!("cams-1\n{value}\n"));
        assert!(said.starts_with("list, line 2: ") && said.contains(reason), "{value:?}: {said}");
    }
    assert!(
        refused("cust_space_id,isv_code\ncams-1,a\u{a0}b\n").contains("the ISV code holds a no-break space")
    );
    assert!(refused("isv_code,cust_space_id\ncode\n").contains("line 2: the ID is empty"));
    assert!(refused("a".repeat(129) + "1").contains("too many"));
    assert!(refused(b"cams-1\n\xff\xfe\n").contains("not UTF-8"));
}

#[test]
fn an_empty_list_is_the_wrong_file() {
    for text in ["", "\u{feff}\r\n# nothing\r\n", ",,,\n"] {
        assert_eq!(refused(text), "list holds no channels");
    }
}

#[test]
fn a_list_is_read_as_it_comes_and_ends_with_its_first_mistake() {
    /// Gives one line for ever, and counts what was asked for.
    struct Endless(usize);
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            let line = b"cams-1\n";
            buffer[..line.len()].copy_from_slice(line);
            Ok(line.len())
        }
    }
    let mut endless = Endless(0);
    assert_eq!(read_from(&mut endless, "endless").take(100).count(), 100);
    assert!(endless.0 < 110, "{} lines were read for 100 channels", endless.0);
    assert!(refused(vec![b'x'; 1024 * 1024]).contains("longer than"));
    let mut list = read_from(&b"cams-1\n*\ncams-2\n"[..], "list");
    assert!(list.next().unwrap().is_ok() && list.next().unwrap().is_err() && list.next().is_none());
}

#[test]
fn a_file_that_cannot_be_read_is_a_wrong_setting() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("none"), folder.path().to_owned()] {
        let error = read(&path).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("cannot be read"), "{error}");
    }
    let path = folder.path().join("list.csv");
    std::fs::write(&path, "cams-1\n*\n").unwrap();
    let error = read(&path).unwrap().find_map(Result::err).unwrap();
    assert!(error.message().contains("list.csv, line 2: \"*\": this ID is masked"), "{error}");
}

#[test]
fn a_number_sign_begins_a_comment_above_a_table_and_a_value_in_it() {
    let table = "# of today\nName;Channel ID\n#1 Shop;cams-1\n#2;cams-2\n";
    assert_eq!(ids(table), ["cams-1", "cams-2"]);
    assert_eq!(ids("#;Channel ID\n1;cams-1\n"), ["cams-1"], "a header may begin with it");
    assert_eq!(ids("cust_space_id\n# old\ncams-1\n"), ["cams-1"], "in one column nothing else is meant");
    for narrow in ["Channel ID\n########\n", "Date;Channel ID\n########;cams-1\n", "########\ncams-1\n"] {
        assert!(
            refused(narrow).contains("##### is a spreadsheet's error"),
            "{narrow:?}: {}",
            refused(narrow)
        );
    }
}

#[test]
fn a_row_with_more_cells_than_the_header_is_refused() {
    for (text, line) in [
        ("Channel ID\ncams-1,cams-2\n", 2),
        ("Channel ID\ncams-1\n2,93E+10\n", 3),
        ("Name,Channel ID\nShop, Inc,cams-1\n", 2),
    ] {
        let said = refused(text);
        assert!(said.starts_with(&format!("list, line {line}: ")), "{said}");
        assert!(said.contains("cells, but the header names"), "{said}");
    }
    assert_eq!(ids("Channel ID\ncams-1,,\n"), ["cams-1"], "empty ones say nothing");
}

#[test]
fn a_row_number_is_no_id() {
    for (text, line) in
        [("0\ncams-1\n", 1), ("id,name,channel\n1,x,cams-1\n", 2), ("ID;Kanal\n101;cams-1\n", 2)]
    {
        let said = refused(text);
        assert!(
            said.starts_with(&format!("list, line {line}: ")) && said.contains("a row's number"),
            "{said}"
        );
    }
}

#[test]
fn what_stands_in_place_of_an_id_or_a_code_is_refused() {
    assert!(
        refused("Channel ID;Sent\ncams-1;3\nTotal;3\n")
            .starts_with("list, line 3: \"Total\" does not look like")
    );
    for totals in [
        "Name;Channel ID\nShop;29348393884\nTotal:;42\n",
        "Name;Channel ID\nShop;29348393884\nGrand total;29348393885\n",
        "Channel ID;Name\ncams-1;Shop\n42;\n",
        "\u{feff}名称,Channel ID\nShop,cams-1\n合计,1\n",
    ] {
        let said = refused(totals);
        assert!(said.starts_with("list, line 3: \"") && said.contains("looks like a total"), "{said}");
    }
    assert_eq!(ids("Name;Channel ID\nTotal;cams-1\nB;29348393884\n").len(), 2, "a shop may be called so");
    for header in [
        "Column1",
        "Spalte1",
        "Sheet1",
        "cams-id",
        "CAMS-ID",
        "ChannelID1",
        "channel-id-1",
        "cams-channel",
        "cams-cust-space-id",
        "cust_space_id.1",
        "CustSpaceId2",
        "id2",
        "WABA2",
    ] {
        let said = refused(format!("{header}\ncams-1\n"));
        assert!(said.contains("names no column of channel IDs"), "{said}");
    }
    for id in ["cams-1", "cams-emulator-1", "29348393884"] {
        assert_eq!(ids(format!("{id}\n")), [id]);
    }
    for code in ["#N/A", "NULL", "1.2E+10"] {
        let said = refused(format!("Channel ID,isv_code\ncams-1,{code}\n"));
        assert!(said.starts_with("list, line 2: ") && said.contains("ISV code"), "{said}");
    }
}
