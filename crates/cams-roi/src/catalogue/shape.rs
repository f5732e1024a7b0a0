//! What a parameter looks like, in the notation of the generated table: parameters with blanks between them, each a
//! name, a colon and a type unless it is a text, and `!` where it is required.
//!
//! Types are `int32`, `int64`, `bool`, `string`, `json` (a text that holds JSON), `any`, `[type]` for a list,
//! `{*type}` for a map, and `{name name:type}` for an object.

/// A parameter, or a field of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// The name, letter case included.
    pub(crate) name: &'static str,
    /// Whether a call without it is known to fail. Some that are not marked are needed too.
    pub(crate) required: bool,
    /// What it takes.
    pub(crate) shape: Shape,
}

/// What a parameter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text.
    Text,
    /// A text that holds JSON.
    JsonText,
    /// A whole number of this many bits.
    Integer(u32),
    /// True or false.
    Bool,
    /// Anything.
    Any,
    /// A list.
    List(Box<Shape>),
    /// Names that nobody knows beforehand, with values of one type.
    Map(Box<Shape>),
    /// Known names.
    Object(Vec<Parameter>),
}

/// Reads the parameters of an operation.
pub(super) fn parameters(text: &'static str) -> Vec<Parameter> {
    Reader(text).parameters()
}

/// What is left to be read.
struct Reader(&'static str);

impl Reader {
    /// Parameters, up to the end of the text or of the object.
    fn parameters(&mut self) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        while !self.0.is_empty() && !self.take("}") {
            let name = self.word();
            debug_assert!(!name.is_empty(), "no parameter begins with {}", self.0);
            let shape = if self.take(":") { self.shape() } else { Shape::Text };
            let required = self.take("!");
            parameters.push(Parameter { name, required, shape });
            self.take(" ");
        }
        parameters
    }

    fn shape(&mut self) -> Shape {
        if self.take("[") {
            let items = self.shape();
            self.take("]");
            return Shape::List(Box::new(items));
        }
        if self.take("{*") {
            let values = self.shape();
            self.take("}");
            return Shape::Map(Box::new(values));
        }
        if self.take("{") {
            return Shape::Object(self.parameters());
        }
        match self.word() {
            "int32" => Shape::Integer(32),
            "int64" => Shape::Integer(64),
            "bool" => Shape::Bool,
            "json" => Shape::JsonText,
            "string" => Shape::Text,
            _ => Shape::Any,
        }
    }

    /// Letters and digits.
    fn word(&mut self) -> &'static str {
        let end = self.0.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }

    fn take(&mut self, mark: &str) -> bool {
        match self.0.strip_prefix(mark) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(name: &'static str, required: bool, shape: Shape) -> Parameter {
        Parameter { name, required, shape }
    }

    #[test]
    fn the_notation_says_names_types_and_what_is_required() {
        let text =
            "Name Id! Size:int64! On:bool Ids:[string] Map:{*any} Content:json Of:[{A! B:{C:int32}!}]! End";
        let inner = vec![
            parameter("A", true, Shape::Text),
            parameter("B", true, Shape::Object(vec![parameter("C", false, Shape::Integer(32))])),
        ];
        let expected = [
            parameter("Name", false, Shape::Text),
            parameter("Id", true, Shape::Text),
            parameter("Size", true, Shape::Integer(64)),
            parameter("On", false, Shape::Bool),
            parameter("Ids", false, Shape::List(Box::new(Shape::Text))),
            parameter("Map", false, Shape::Map(Box::new(Shape::Any))),
            parameter("Content", false, Shape::JsonText),
            parameter("Of", true, Shape::List(Box::new(Shape::Object(inner)))),
            parameter("End", false, Shape::Text),
        ];
        assert_eq!(parameters(text), expected);
        assert_eq!(parameters(""), []);
    }

    #[test]
    fn every_operation_of_the_table_is_read_to_its_end() {
        fn written(parameters: &[Parameter]) -> String {
            let parameter = |it: &Parameter| {
                let shape = match &it.shape {
                    Shape::Text => String::new(),
                    shape => format!(":{}", written_shape(shape)),
                };
                format!("{}{shape}{}", it.name, if it.required { "!" } else { "" })
            };
            parameters.iter().map(parameter).collect::<Vec<_>>().join(" ")
        }
        fn written_shape(shape: &Shape) -> String {
            match shape {
                Shape::Text => "string".to_owned(),
                Shape::JsonText => "json".to_owned(),
                Shape::Integer(bits) => format!("int{bits}"),
                Shape::Bool => "bool".to_owned(),
                Shape::Any => "any".to_owned(),
                Shape::List(items) => format!("[{}]", written_shape(items)),
                Shape::Map(values) => format!("{{*{}}}", written_shape(values)),
                Shape::Object(fields) => format!("{{{}}}", written(fields)),
            }
        }
        for operation in super::super::operations() {
            assert_eq!(written(&operation.parameters()), operation.parameters, "{}", operation.name());
        }
    }
}
