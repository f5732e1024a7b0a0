//! What `docs/comparison.md` quotes of `benches/results.md`: the measurements that have a goal.

use anyhow::{Context as _, Result};

/// The quote stands between these.
const BEGIN: &str = "<!-- benches:begin -->\n";
const END: &str = "<!-- benches:end -->";

/// The page with the quote of `results` in its place.
pub(super) fn write(page: &str, results: &str) -> Result<String> {
    let place = || {
        let begin = page.find(BEGIN)? + BEGIN.len();
        let end = begin + page[begin..].find(END)?;
        Some((begin, end))
    };
    let (begin, end) = place().with_context(|| format!("docs/comparison.md lacks {BEGIN}{END}"))?;
    Ok(format!("{}{}{}", &page[..begin], quote(results), &page[end..]))
}

/// The table, without the measurements that have no goal, and what it was measured on.
fn quote(results: &str) -> String {
    let machine = results.lines().find(|line| line.starts_with("Measured on "));
    let mut rows: Vec<&str> = Vec::new();
    for row in results.lines().filter(|line| line.starts_with('|')) {
        let goal = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default().trim();
        if is_package(row) && rows.last().copied().is_some_and(is_package) {
            // The package before has no measurement with a goal.
            rows.pop();
        }
        // The names of the columns and of the packages are no measurements.
        if !goal.is_empty() || is_package(row) {
            rows.push(row);
        }
    }
    if rows.last().copied().is_some_and(is_package) {
        rows.pop();
    }
    let machine = machine.into_iter().flat_map(|line| ["", line]);
    rows.into_iter().chain(machine).flat_map(|line| [line, "\n"]).collect()
}

fn is_package(row: &str) -> bool {
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
    fn measurements_with_a_goal_are_quoted_and_nothing_else_is_touched() {
        let page = format!("before\n{BEGIN}old\n{END}\nafter\n");
        let table = "| | cams-roi | peer | times better | goal |
|---|--:|--:|--:|--:|
| **Node** | cams-roi 1 | official 2 | | |
| calls/s | 30 | 10 | 3.00× | ≥ 2× |

Measured on linux.
";
        let once = write(&page, RESULTS).unwrap();
        assert_eq!(once, format!("before\n{BEGIN}{table}{END}\nafter\n"));
        assert_eq!(write(&once, RESULTS).unwrap(), once);
    }

    #[test]
    fn a_page_without_a_place_for_them_is_an_error() {
        assert!(write("no place", RESULTS).is_err());
    }
}
