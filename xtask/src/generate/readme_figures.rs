//! What the README quotes of `benches/results.md`: the figures that have a goal.

use anyhow::{Context as _, Result};

/// Between these the README has the quote.
const BEGIN: &str = "<!-- benches:begin -->\n";
const END: &str = "<!-- benches:end -->";

/// The README with the quote of `results` in its place.
pub(super) fn write(readme: &str, results: &str) -> Result<String> {
    let place = || {
        let begin = readme.find(BEGIN)? + BEGIN.len();
        let end = begin + readme[begin..].find(END)?;
        Some((begin, end))
    };
    let (begin, end) = place().with_context(|| format!("the README lacks {BEGIN}{END}"))?;
    Ok(format!("{}{}{}", &readme[..begin], quote(results), &readme[end..]))
}

/// The table, without the figures that have no goal, and what it was measured on.
fn quote(results: &str) -> String {
    let machine = results.lines().find(|line| line.starts_with("Measured on "));
    let mut rows: Vec<&str> = Vec::new();
    for row in results.lines().filter(|line| line.starts_with('|')) {
        let goal = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default().trim();
        if is_face(row) && rows.last().copied().is_some_and(is_face) {
            // The face before has no figure with a goal.
            rows.pop();
        }
        // The names of the columns, and of the faces, are no figures.
        if !goal.is_empty() || is_face(row) {
            rows.push(row);
        }
    }
    if rows.last().copied().is_some_and(is_face) {
        rows.pop();
    }
    let machine = machine.into_iter().flat_map(|line| ["", line]);
    rows.into_iter().chain(machine).flat_map(|line| [line, "\n"]).collect()
}

fn is_face(row: &str) -> bool {
    row.starts_with("| **")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = "# Results
Measured on linux.

| | cams-roi | peer | times better | goal |
|---|--:|--:|--:|--:|
| **Node** | cams-roi 1 | official 2 | | |
| calls/s | 30 | 10 | 3.00× | ≥ 2× |
| memory | 3 | 6 | 2.00× |  |
| **Deno** | cams-roi 1 | official 2 | | |
| memory | 3 | 6 | 2.00× |  |
| **Swift** | cams-roi 1 | core 1 | | |
| memory | 3 | 6 | 2.00× |  |
";

    #[test]
    fn figures_with_a_goal_are_quoted_and_nothing_else_is_touched() {
        let readme = format!("before\n{BEGIN}old\n{END}\nafter\n");
        let table = "| | cams-roi | peer | times better | goal |
|---|--:|--:|--:|--:|
| **Node** | cams-roi 1 | official 2 | | |
| calls/s | 30 | 10 | 3.00× | ≥ 2× |

Measured on linux.
";
        let once = write(&readme, RESULTS).unwrap();
        assert_eq!(once, format!("before\n{BEGIN}{table}{END}\nafter\n"));
        assert_eq!(write(&once, RESULTS).unwrap(), once);
    }

    #[test]
    fn a_readme_without_a_place_for_them_is_an_error() {
        assert!(write("no place", RESULTS).is_err());
    }
}
