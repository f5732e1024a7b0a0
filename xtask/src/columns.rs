//! Tables for whoever reads a terminal.

/// The rows under each other, each column as wide as its widest cell. Columns that are named stand at the right.
pub(crate) fn aligned<const N: usize>(rows: &[[String; N]], right: &[usize]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if right.contains(&column) { format!("{cell:>width$}") } else { format!("{cell:width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [["a", "passed", "is"], ["größer", "7", "that"]].map(|row| row.map(str::to_owned));
        assert_eq!(aligned(&rows, &[1]), "a       passed  is\ngrößer       7  that\n");
    }
}
