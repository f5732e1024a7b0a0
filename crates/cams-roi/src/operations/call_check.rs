//! What is wrong with the parameters of a call by name, told before anything is sent.

use serde_json::Value;

use super::call_value::CallValue;
use crate::catalogue::{self, KnownOperation, Parameter, Shape};
use crate::error::Error;

/// Without a channel it is about the account's own, and nothing takes it back: a variable that is not set must not do so.
const NEEDS_CHANNEL: (&str, &str) = ("EnableWhatsappROIMetric", "CustSpaceId");

/// Refuses parameters that the operation does not have, that it lacks, or that it cannot read.
pub(super) fn check(operation: &KnownOperation, given: &[(String, CallValue)]) -> Result<(), Error> {
    let known = operation.parameters();
    for (name, value) in given.iter().filter(|(name, _)| !catalogue::is_of_every_operation(name)) {
        match known.iter().find(|parameter| parameter.name == name) {
            Some(parameter) => check_value(name, &parameter.shape, value)?,
            None => return Err(unknown(operation, &known, name)),
        }
    }
    let is_given = |parameter: &&Parameter| given.iter().any(|(name, _)| name == parameter.name);
    if operation.name() == NEEDS_CHANNEL.0 && !given.iter().any(|(name, _)| name == NEEDS_CHANNEL.1) {
        return Err(Error::invalid_argument(
            format!("{} is not given", NEEDS_CHANNEL.1),
            format!(
                "Give the channel's ID. For the account's own channel, call {}'s own method, which has a form for it.",
                operation.name()
            ),
        ));
    }
    match known.iter().filter(|it| it.required).find(|it| !is_given(it)) {
        None => Ok(()),
        Some(missing) => Err(Error::invalid_argument(
            format!("{} is not given", missing.name),
            format!("Give {}, {}: {} requires it.", missing.name, wanted(&missing.shape), operation.name()),
        )),
    }
}

fn unknown(operation: &KnownOperation, known: &[Parameter], name: &str) -> Error {
    let operation = operation.name();
    let hint = match catalogue::nearest(name, known.iter().map(|it| it.name)) {
        Some(meant) => format!("Did you mean {meant}?"),
        None if known.is_empty() => format!("{operation} takes no parameters."),
        None => format!("{operation} has {}; unchecked sends others too.", names(known)),
    };
    Error::invalid_argument(format!("{operation} has no parameter {name}"), hint)
}

fn names(known: &[Parameter]) -> String {
    known.iter().map(|it| it.name).collect::<Vec<_>>().join(", ")
}

/// A parameter's value: as a text it may be written in the way in which the service reads it.
fn check_value(name: &str, shape: &Shape, value: &CallValue) -> Result<(), Error> {
    let text = value.as_str();
    match shape {
        Shape::Any | Shape::JsonText => return Ok(()),
        Shape::Text if !value.is_json() => return Ok(()),
        _ => {}
    }
    let is_nested = matches!(shape, Shape::List(_) | Shape::Map(_) | Shape::Object(_));
    // What is written as a text is what it says, where that is JSON at all.
    let json = if value.is_json() || is_nested { serde_json::from_str(text).ok() } else { None };
    check_json(name, shape, &json.unwrap_or_else(|| Value::from(text)))
}

/// JSON, at `place`. What is null counts as not given.
fn check_json(place: &str, shape: &Shape, value: &Value) -> Result<(), Error> {
    match (shape, value) {
        (Shape::Any | Shape::JsonText, _)
        | (_, Value::Null)
        | (Shape::Text, Value::String(_) | Value::Number(_))
        | (Shape::Bool, Value::Bool(_)) => Ok(()),
        (Shape::Bool, Value::String(text)) if text == "true" || text == "false" => Ok(()),
        (Shape::Integer(bits), Value::String(text)) if is_integer(text, *bits) => Ok(()),
        (Shape::Integer(bits), Value::Number(number)) if is_integer(&number.to_string(), *bits) => Ok(()),
        (Shape::List(items), Value::Array(values)) => values
            .iter()
            .enumerate()
            .try_for_each(|(index, value)| check_json(&format!("{place}[{index}]"), items, value)),
        (Shape::Map(values), Value::Object(members)) => {
            members.iter().try_for_each(|(name, value)| check_json(&format!("{place}.{name}"), values, value))
        }
        (Shape::Object(fields), Value::Object(members)) => check_fields(place, fields, members),
        _ => {
            let or = match shape {
                Shape::Text => "; what is JSON, as its JSON text",
                Shape::List(_) | Shape::Map(_) | Shape::Object(_) => ", or as its JSON text",
                _ => "",
            };
            let hint = format!("Give {place} as {}{or}.", wanted(shape));
            Err(Error::invalid_argument(format!("{place} is {}", shown(value)), hint))
        }
    }
}

fn check_fields(
    place: &str,
    fields: &[Parameter],
    members: &serde_json::Map<String, Value>,
) -> Result<(), Error> {
    for (name, value) in members {
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            let hint = match catalogue::nearest(name, fields.iter().map(|it| it.name)) {
                Some(meant) => format!("Did you mean {place}.{meant}?"),
                None => format!("{place} has {}; unchecked sends others too.", names(fields)),
            };
            return Err(Error::invalid_argument(format!("{place} has no field {name}"), hint));
        };
        check_json(&format!("{place}.{name}"), &field.shape, value)?;
    }
    let is_given = |field: &&Parameter| members.get(field.name).is_some_and(|value| !value.is_null());
    match fields.iter().filter(|it| it.required).find(|it| !is_given(it)) {
        None => Ok(()),
        Some(missing) => Err(Error::invalid_argument(
            format!("{place}.{} is not given", missing.name),
            format!("Give {place}.{}, {}: {place} requires it.", missing.name, wanted(&missing.shape)),
        )),
    }
}

/// Whether a text is a whole number that so many bits hold, written in digits alone.
fn is_integer(text: &str, bits: u32) -> bool {
    let is_plain = text.strip_prefix('-').unwrap_or(text).bytes().all(|byte| byte.is_ascii_digit());
    is_plain && text.parse::<i64>().is_ok_and(|number| bits == 64 || i32::try_from(number).is_ok())
}

/// What a type takes, in words.
fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::JsonText | Shape::Any => "a value",
        Shape::Integer(32) => "a whole number of at most 32 bits",
        Shape::Integer(_) => "a whole number",
        Shape::Bool => "true or false",
        Shape::List(_) => "a list",
        Shape::Map(_) | Shape::Object(_) => "an object",
    }
}

/// A value in a message: short, in one line.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 40;
    match value {
        Value::String(text) if text.is_empty() => "an empty text".to_owned(),
        Value::String(text) if text.chars().count() > LONGEST => {
            format!("the text {:?}…", text.chars().take(LONGEST).collect::<String>())
        }
        Value::String(text) => format!("the text {text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> CallValue {
        CallValue::from_json(text).unwrap()
    }

    /// What is said about parameters of an operation: `message / hint`.
    fn told(operation: &str, given: &[(&str, CallValue)]) -> Option<String> {
        let given: Vec<_> = given.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let error = check(catalogue::operation(operation).unwrap(), &given).err()?;
        Some(format!("{} / {}", error.message(), error.hint()))
    }

    #[test]
    fn what_the_operation_takes_is_sent() {
        for (operation, given) in [
            ("ListInstance", vec![]),
            ("ListInstance", vec![("PageSize", 10.into()), ("IsBind", true.into()), ("BindId", 5.into())]),
            (
                "ListInstance",
                vec![("PageSize", "-10".into()), ("IsBind", "false".into()), ("BindId", "".into())],
            ),
            ("ListInstance", vec![("OwnerId", 1.into()), ("RegionId", "cn-hongkong".into())]),
            ("ListFlow", vec![("Page", json(r#"{"Index":1,"Size":"2"}"#))]),
            ("ListFlow", vec![("Page", r#"{"Index": 1, "Size": null}"#.into())]),
            ("CreateFlow", vec![("FlowName", "a".into()), ("Categories", ["OTHER"].into())]),
            ("ListAllGroups", vec![("BizExtend", json(r#"{"any":[1,{}]}"#))]),
            ("ListWhatAppTemplate", vec![("HetuParams", json("{}"))]),
            ("ListWhatAppTemplate", vec![("HetuParams", "{}".into())]),
        ] {
            assert_eq!(told(operation, &given), None, "{operation} {given:?}");
        }
    }

    #[test]
    fn what_it_does_not_take_is_told_by_name() {
        const PAGE: &str = "Page is ";
        const NO_PAGE: &str = " / Give Page as an object, or as its JSON text.";
        let about_page = |what: &str| format!("{PAGE}{what}{NO_PAGE}");
        for (operation, given, expected) in [
            (
                "ListInstance",
                vec![("PageSise", 10.into())],
                "ListInstance has no parameter PageSise / Did you mean PageSize?".to_owned(),
            ),
            (
                "QueryInstance",
                vec![("instance_id", "x".into())],
                "QueryInstance has no parameter instance_id / Did you mean InstanceId?".to_owned(),
            ),
            (
                "DeleteGroupById",
                vec![("Nothing", "x".into())],
                "DeleteGroupById has no parameter Nothing / DeleteGroupById has GroupId; unchecked sends others too."
                    .to_owned(),
            ),
            (
                "OpenChatappService",
                vec![("Nothing", "x".into())],
                "OpenChatappService has no parameter Nothing / OpenChatappService takes no parameters.".to_owned(),
            ),
            (
                "ListFlowNodeGroup",
                vec![("PageNo", 1.into())],
                "PageSize is not given / Give PageSize, a whole number: ListFlowNodeGroup requires it.".to_owned(),
            ),
            (
                "ListInstance",
                vec![("PageSize", "x".into())],
                "PageSize is the text \"x\" / Give PageSize as a whole number.".to_owned(),
            ),
            (
                "ListInstance",
                vec![("PageSize", "".into())],
                "PageSize is an empty text / Give PageSize as a whole number.".to_owned(),
            ),
            (
                "ListInstance",
                vec![("PageSize", json("1.5"))],
                "PageSize is 1.5 / Give PageSize as a whole number.".to_owned(),
            ),
            (
                "ListInstance",
                vec![("PageSize", json("9223372036854775808"))],
                "PageSize is 9223372036854775808 / Give PageSize as a whole number.".to_owned(),
            ),
            (
                "GetAutoGeneratedTemplate",
                vec![("CustSpaceId", "x".into()), ("MaxResults", 2_147_483_648_i64.into())],
                "MaxResults is 2147483648 / Give MaxResults as a whole number of at most 32 bits.".to_owned(),
            ),
            (
                "ListInstance",
                vec![("IsBind", "True".into())],
                "IsBind is the text \"True\" / Give IsBind as true or false.".to_owned(),
            ),
            ("ListInstance", vec![("IsBind", 1.into())], "IsBind is 1 / Give IsBind as true or false.".to_owned()),
            (
                "ListInstance",
                vec![("BindId", true.into())],
                "BindId is true / Give BindId as a text; what is JSON, as its JSON text.".to_owned(),
            ),
            ("ListFlow", vec![("Page", 1.into())], about_page("1")),
            ("ListFlow", vec![("Page", "1,2".into())], about_page("the text \"1,2\"")),
            ("ListFlow", vec![("Page", json("[]"))], about_page("a list")),
            ("ListFlow", vec![("Page", "\"{}\"".into())], about_page("the text \"{}\"")),
            (
                "ListFlow",
                vec![("Page", json(r#"{"Index":{}}"#))],
                "Page.Index is an object / Give Page.Index as a whole number of at most 32 bits.".to_owned(),
            ),
            (
                "ListFlow",
                vec![("Page", r#"{"Indx": 1}"#.into())],
                "Page has no field Indx / Did you mean Page.Index?".to_owned(),
            ),
            (
                "ListFlow",
                vec![("Page", json(r#"{"Total":1}"#))],
                "Page has no field Total / Page has Index, Size; unchecked sends others too.".to_owned(),
            ),
            (
                "ListChatappTemplate",
                vec![("Page", json(r#"{"Index":1,"Size":null}"#))],
                "Page.Size is not given / Give Page.Size, a whole number of at most 32 bits: Page requires it.".to_owned(),
            ),
            (
                "DeleteChatGroupParticipants",
                vec![("List", json(r#"[{"ParticipantNumber":1},{"ParticipantNumber":[]}]"#))],
                "List[1].ParticipantNumber is a list / Give List[1].ParticipantNumber as a text; what is JSON, as its \
                 JSON text."
                    .to_owned(),
            ),
        ] {
            assert_eq!(told(operation, &given), Some(expected), "{operation} {given:?}");
        }
    }

    #[test]
    fn a_long_text_is_told_by_its_beginning() {
        let long = told("ListInstance", &[("PageSize", "x".repeat(41).as_str().into())]).unwrap();
        assert!(long.starts_with(&format!("PageSize is the text \"{}\"…", "x".repeat(40))), "{long}");
    }
}
