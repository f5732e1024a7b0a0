//! Bodies as XML.

use serde_json::Value;

/// `value` as a document whose root element is called `root`.
pub(crate) fn document(root: &str, value: &Value) -> String {
    let mut text = String::from("<?xml version='1.0' encoding='UTF-8'?>");
    element(root, value, &mut text);
    text
}

/// An array is written as one element for each item.
fn element(name: &str, value: &Value, text: &mut String) {
    if let Value::Array(items) = value {
        for item in items {
            element(name, item, text);
        }
        return;
    }
    text.extend(["<", name, ">"]);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| element(name, value, text)),
        Value::String(content) => escape(content, text),
        Value::Null => {}
        other => text.push_str(&other.to_string()),
    }
    text.extend(["</", name, ">"]);
}

fn escape(content: &str, text: &mut String) {
    for character in content.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&apos;"),
            // A parser turns a bare one into a line feed.
            '\r' => text.push_str("&#13;"),
            // XML has no way to write these.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_comes_back_from_a_parser_as_it_was() {
        let content = "é 验 🚀 & <a b=\"c\" d='e'> ]]> \r\n";
        let text = document("Error", &json!({ "Message": content, "Count": 3 }));
        let document = roxmltree::Document::parse(&text).unwrap();
        let field = |name| document.descendants().find(|node| node.has_tag_name(name)).unwrap().text();
        assert_eq!(field("Message"), Some(content));
        assert_eq!(field("Count"), Some("3"));
    }

    #[test]
    fn control_characters_do_not_break_the_document() {
        let text = document("Error", &json!({ "Message": "a\u{0}b\u{1b}" }));
        assert_eq!(roxmltree::Document::parse(&text).unwrap().root_element().text(), None);
        assert!(text.contains("a\u{fffd}b\u{fffd}"));
    }

    #[test]
    fn an_array_becomes_repeated_elements() {
        let text = document("R", &json!({ "Data": [{ "A": 1 }, { "A": 2 }] }));
        assert!(text.ends_with("<R><Data><A>1</A></Data><Data><A>2</A></Data></R>"), "{text}");
    }
}
