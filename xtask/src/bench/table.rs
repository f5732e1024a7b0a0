//! Measurements as Markdown.

use std::fmt::Write as _;

use super::figures::{Section, Spread, spread};

/// One table for all sections; each begins with a row that says what stands beside what.
pub(crate) fn render(sections: &[Section]) -> String {
    let mut out = String::from("| | cams-roi | peer | times better | goal |\n|---|--:|--:|--:|--:|\n");
    for Section { face, ours, peer, rows } in sections {
        let _ = writeln!(out, "| **{face}** | {ours} | {peer} | | |");
        for row in rows {
            let cell = |it: Option<Spread>| it.map_or_else(String::new, shown);
            let goal = row.goal.map_or_else(String::new, |goal| format!("≥ {goal}×"));
            let times = row.ratio().map_or_else(String::new, |it| format!("{}×", shown(it)));
            let (ours, peer) = (cell(spread(&row.ours)), cell(spread(&row.peer)));
            let _ = writeln!(out, "| {} | {ours} | {peer} | {times} | {goal} |", row.what);
        }
    }
    out
}

/// The median, and the smallest and largest value where there are several.
fn shown(Spread { median, least, most }: Spread) -> String {
    #[allow(clippy::float_cmp, reason = "they are one and the same value, or they are not")]
    if least == most {
        return number(median);
    }
    format!("{} ({}–{})", number(median), number(least), number(most))
}

/// Three digits say enough.
fn number(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::Row;
    use super::*;

    #[test]
    fn a_section_has_a_row_of_its_own_and_figures_three_digits() {
        let row = |ours: &[f64], peer: &[f64], goal| Row {
            what: "calls/s".to_owned(),
            is_more_better: true,
            goal,
            ours: ours.to_vec(),
            peer: peer.to_vec(),
        };
        let section = Section {
            face: "Node".to_owned(),
            ours: "cams-roi 1".to_owned(),
            peer: "official 2".to_owned(),
            rows: vec![
                row(&[3000.4, 3100.0, 2900.0], &[1000.0, 1550.0, 1450.0], Some(2.5)),
                row(&[12.34], &[], None),
            ],
        };
        assert_eq!(
            render(&[section]).lines().skip(2).collect::<Vec<_>>(),
            [
                "| **Node** | cams-roi 1 | official 2 | | |",
                "| calls/s | 3000 (2900–3100) | 1450 (1000–1550) | 2.00 (2.00–3.00)× | ≥ 2.5× |",
                "| calls/s | 12.3 |  |  |  |",
            ]
        );
    }
}
