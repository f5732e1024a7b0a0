//! Texts of errors on one line, whatever came from outside.

use std::borrow::Cow;

/// A longer line is read by nobody to its end.
const MAX_CHARACTERS: usize = 1000;

/// A message on one line, and the whole text where that is more.
pub(crate) fn message_and_detail(text: String) -> (String, Option<String>) {
    match first_line(&text) {
        Cow::Borrowed(line) if line.len() == text.len() => (text, None),
        line => {
            let line = line.into_owned();
            // A newline at the end, or a tab between two words, is nothing to be shown in full.
            let is_cut = line.ends_with('…');
            (line, is_cut.then_some(text))
        }
    }
}

/// The first line that says something, without control characters; it ends in `…` where more follows.
pub(crate) fn first_line(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_CHARACTERS && !text.contains(is_line_end) && !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let mut lines = text.split(is_line_end).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next().unwrap_or_default();
    let end = line.char_indices().nth(MAX_CHARACTERS).map_or(line.len(), |(end, _)| end);
    let mut kept = line[..end].replace(char::is_control, " ");
    if lines.next().is_some() {
        kept.push_str(" …");
    } else if end < line.len() {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// What ends a line in a terminal, a log or a language that reads it.
fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_and_the_rest_is_kept() {
        let split = |text: &str| message_and_detail(text.to_owned());
        assert_eq!(split("one line"), ("one line".to_owned(), None));
        assert_eq!(split(""), (String::new(), None));
        assert_eq!(split("one line\n"), ("one line".to_owned(), None));
        assert_eq!(split("one\tline"), ("one line".to_owned(), None));
        for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{b}"] {
            let text = format!("{end}the first{end}{end}the second{end}");
            assert_eq!(split(&text), ("the first …".to_owned(), Some(text.clone())), "{end:?}");
        }
        let long = "é".repeat(MAX_CHARACTERS + 1);
        let (message, detail) = split(&long);
        assert_eq!((message.chars().count(), detail), (MAX_CHARACTERS + 1, Some(long)));
        assert!(!message.contains(char::is_control));
        // Many bytes, but no more characters than are shown.
        let wide = "é".repeat(MAX_CHARACTERS);
        assert_eq!(split(&wide), (wide.clone(), None));
    }
}
