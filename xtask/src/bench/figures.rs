//! What a comparison prints: lines of JSON. `benches/how-it-is-measured.md` describes them.

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

/// One package beside its peer.
#[derive(Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) face: String,
    pub(crate) ours: String,
    pub(crate) peer: String,
    pub(crate) rows: Vec<Row>,
}

/// One measurement, taken in turns from both.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) is_more_better: bool,
    /// How many times better it should be.
    pub(crate) goal: Option<f64>,
    pub(crate) ours: Vec<f64>,
    /// None where there is nothing to compare with.
    pub(crate) peer: Vec<f64>,
}

/// A median with the smallest and the largest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Row {
    /// How many times better ours is, pair by pair, so that a machine whose speed drifts disturbs it little.
    pub(crate) fn ratio(&self) -> Option<Spread> {
        let better = |(ours, peer): (&f64, &f64)| if self.is_more_better { ours / peer } else { peer / ours };
        spread(&self.ours.iter().zip(&self.peer).map(better).collect::<Vec<_>>())
    }
}

/// Nothing where there are no values.
pub(crate) fn spread(values: &[f64]) -> Option<Spread> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let (least, most) = (*values.first()?, *values.last()?);
    let middle = values.len() / 2;
    let median = if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    };
    Some(Spread { median, least, most })
}

/// Reads what a comparison printed.
pub(crate) fn read(output: &str) -> Result<Section> {
    let mut lines = output.lines().filter(|line| line.starts_with('{'));
    let first = lines.next().context("the comparison printed nothing")?;
    let head: Value = serde_json::from_str(first)?;
    let rows =
        lines.map(|line| row(line).with_context(|| format!("in {line}"))).collect::<Result<Vec<_>>>()?;
    ensure!(!rows.is_empty(), "the comparison printed no measurements");
    Ok(Section { face: text(&head, "face")?, ours: text(&head, "ours")?, peer: text(&head, "peer")?, rows })
}

fn row(line: &str) -> Result<Row> {
    let row: Value = serde_json::from_str(line)?;
    let numbers = |name: &str| {
        let values = row[name].as_array().map_or(&[][..], Vec::as_slice).iter();
        values.map(|it| it.as_f64().with_context(|| format!("{name} holds {it}"))).collect::<Result<Vec<_>>>()
    };
    let (ours, peer) = (numbers("ours")?, numbers("peer")?);
    ensure!(!ours.is_empty(), "there are no values");
    ensure!(peer.is_empty() || peer.len() == ours.len(), "{} values beside {}", ours.len(), peer.len());
    let is_more_better = match text(&row, "better")?.as_str() {
        "more" => true,
        "less" => false,
        other => bail!("better is {other:?}, neither \"more\" nor \"less\""),
    };
    Ok(Row { what: text(&row, "what")?, is_more_better, goal: row["goal"].as_f64(), ours, peer })
}

fn text(value: &Value, name: &str) -> Result<String> {
    value[name].as_str().map(str::to_owned).with_context(|| format!("{name} is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"face": "Node", "ours": "cams-roi 1", "peer": "official 2"}"#;

    #[test]
    fn ratios_are_of_pairs_and_say_how_many_times_better() {
        let faster =
            r#"{"what": "calls/s", "better": "more", "goal": 2, "ours": [30, 20, 80], "peer": [10, 10, 20]}"#;
        let smaller = r#"{"what": "MB", "better": "less", "ours": [2], "peer": [10]}"#;
        let section = read(&[HEAD, "progress", faster, smaller].join("\n")).unwrap();
        let ratios: Vec<_> = section.rows.iter().map(|row| row.ratio().unwrap()).collect();
        assert_eq!(ratios[0], Spread { median: 3.0, least: 2.0, most: 4.0 });
        assert_eq!(ratios[1], Spread { median: 5.0, least: 5.0, most: 5.0 });
        assert_eq!(section.rows[0].goal, Some(2.0));
    }

    #[test]
    fn an_even_number_of_values_has_a_median_between_two() {
        assert_eq!(spread(&[4.0, 1.0, 3.0, 2.0]), Some(Spread { median: 2.5, least: 1.0, most: 4.0 }));
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        let row = |row: &str| format!("{HEAD}\n{row}");
        for wrong in [
            "",
            HEAD,
            &row(r#"{"what": "a", "better": "more", "ours": []}"#),
            &row(r#"{"what": "a", "better": "more", "ours": [1, 2], "peer": [1]}"#),
            &row(r#"{"what": "a", "better": "much", "ours": [1]}"#),
            &row(r#"{"what": "a", "better": "more", "ours": ["fast"]}"#),
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
