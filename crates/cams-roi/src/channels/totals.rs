//! Lines of totals below a table, whose number would pass for an ID.

use super::header;

/// What such a line is called, in the languages of most users.
const WORDS: [&str; 21] = [
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "count",
    "summe",
    "gesamt",
    "gesamtsumme",
    "anzahl",
    "somme",
    "suma",
    "soma",
    "totale",
    "somma",
    "итого",
    "合计",
    "总计",
    "小计",
    "合計",
    "合計数",
];

/// No ID of digits alone is so short.
const FEW_DIGITS: usize = 6;

/// Whether a row holds a total where the others have an ID: it says so, or it has a small number although all IDs above
/// it have a prefix.
pub(super) fn is_total(row: &[String], id: &str, all_above_prefixed: bool) -> bool {
    if !id.bytes().all(|it| it.is_ascii_digit()) {
        return false;
    }
    let says_so = row.iter().any(|cell| WORDS.contains(&header::plain(cell).as_str()));
    says_so || (all_above_prefixed && id.len() <= FEW_DIGITS)
}
