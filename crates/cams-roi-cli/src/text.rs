//! Text that others wrote, made fit for one line of a terminal.

use std::borrow::Cow;

/// The text without line breaks and control characters: what a service or a file says must neither break a line nor
/// command the terminal.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unfit) {
        return Cow::Borrowed(text);
    }
    let spaced: String = text.chars().map(|it| if is_unfit(it) { ' ' } else { it }).collect();
    Cow::Owned(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Control characters, and those that turn the direction of writing around.
fn is_unfit(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The beginning of a text in quotes, escaped, for a message about it.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

/// `1 channel`, `2 channels`.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line_and_commands_no_terminal() {
        assert_eq!(one_line("as it is"), "as it is");
        assert_eq!(one_line("two\r\nlines\tand \u{1b}[31mred"), "two lines and [31mred");
        assert_eq!(one_line("turned\u{202e}around"), "turned around");
    }

    #[test]
    fn a_quoted_text_is_escaped_and_cut() {
        assert_eq!(quoted("a\nb"), r#""a\nb""#);
        assert_eq!(quoted(&"é".repeat(61)), format!("\"{}\"…", "é".repeat(60)));
    }
}
