//! JSON laid out for people or on one line, with every key, digit and escape as it came.

/// The text, which is JSON, on several lines or on one.
pub(crate) fn arranged(text: &str, pretty: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut characters = text.chars().filter(|it| !it.is_control()).peekable();
    let line = |out: &mut String, depth: usize| {
        if pretty {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
    };
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                out.push(character);
                // A string ends at the first quote that no backslash escapes.
                while let Some(inner) = characters.next() {
                    out.push(inner);
                    match inner {
                        '\\' => out.extend(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '[' => {
                out.push(character);
                while characters.next_if_eq(&' ').is_some() {}
                if let Some(end) = characters.next_if(|it| matches!(it, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(character);
            }
            ',' => {
                out.push(character);
                line(&mut out, depth);
            }
            ':' => {
                out.push(character);
                if pretty {
                    out.push(' ');
                }
            }
            ' ' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{ \"b\" : [1, 18446744073709551616 ,1.50],\r\n\t\"a\":{ },\"t\":\"x: \\\"{ , }\\\\\",\"e\":[\n]}";

    #[test]
    fn one_line_keeps_order_digits_and_texts() {
        let line = r#"{"b":[1,18446744073709551616,1.50],"a":{},"t":"x: \"{ , }\\","e":[]}"#;
        assert_eq!(arranged(TEXT, false), line);
    }

    #[test]
    fn several_lines_are_as_serde_lays_them_out() {
        let value = r#"{"a":[1,{"b":[]},"x, y"],"c":null}"#;
        let parsed: serde_json::Value = serde_json::from_str(value).unwrap();
        assert_eq!(arranged(value, true), serde_json::to_string_pretty(&parsed).unwrap());
    }
}
