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
    let rows = results.lines().filter(|line| line.starts_with('|')).filter(|line| {
        let goal = line.trim_end_matches('|').rsplit('|').next().unwrap_or_default().trim();
        // The names of the columns, and of the faces, are no figures.
        !goal.is_empty() || line.starts_with("| **")
    });
    let machine = machine.into_iter().flat_map(|line| ["", line]);
    rows.chain(machine).flat_map(|line| [line, "\n"]).collect()
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
