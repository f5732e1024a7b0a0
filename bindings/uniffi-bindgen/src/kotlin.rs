//! The Kotlin classes of what crosses to the library and back, each with how it is written and read, in uniffi's own
//! encoding. uniffi's Kotlin would bring a second way into the library, JNA, with its own native code; the Kotlin
//! package needs none, for all its calls cross by JNI as one array of bytes (`bindings/uniffi/src/jvm`).

use std::fmt::Write as _;

use anyhow::{Result, bail};
use uniffi_meta::{EnumMetadata, EnumShape, FieldMetadata, Metadata, RecordMetadata, Type, VariantMetadata};

const HEAD: &str = "\
// Written by cams-roi-uniffi-bindgen, from the library: not to be changed by hand.
@file:Suppress(\"warnings\")

package io.github.camsroi.internal
";

/// The file with every record, enum and error that the library knows.
pub(crate) fn file(types: &[Metadata]) -> Result<String> {
    let mut classes = Vec::new();
    for declared in types {
        match declared {
            Metadata::Record(record) => classes.push((record.name.clone(), class(record)?)),
            Metadata::Enum(choice) => classes.push((choice.name.clone(), choice_class(choice)?)),
            _ => {}
        }
    }
    // The order within the library is nobody's.
    classes.sort();
    Ok(classes.into_iter().fold(HEAD.to_owned(), |file, (_, class)| file + "\n" + &class))
}

fn class(record: &RecordMetadata) -> Result<String> {
    let name = &record.name;
    let mut text = format!("internal class {name}({}) : Written {{\n", properties(&record.fields)?);
    writeln!(text, "    override fun write(to: Output) {{\n{}    }}\n", writes(&record.fields, 8)?)?;
    writeln!(text, "    companion object {{")?;
    writeln!(
        text,
        "        fun read(from: Input): {name} = with(from) {{ {name}({}) }}",
        reads(&record.fields)?
    )?;
    text += "    }\n}\n";
    Ok(text)
}

fn choice_class(choice: &EnumMetadata) -> Result<String> {
    let error = match choice.shape {
        EnumShape::Enum => false,
        EnumShape::Error { flat: false } => true,
        EnumShape::Error { flat: true } => {
            bail!("{}: an error that crosses as a text is not supported", choice.name)
        }
    };
    if !error && choice.variants.iter().all(|variant| variant.fields.is_empty()) {
        return Ok(flat_class(choice));
    }
    let name = &choice.name;
    // It is thrown by who reads it, and caught at once, so that nobody sees its stack.
    let parent = if error { "Exception(null, null, false, false), Written" } else { "Written" };
    let mut text = format!("internal sealed class {name} : {parent} {{\n");
    for (number, variant) in (1..).zip(&choice.variants) {
        let VariantMetadata { name: case, fields, .. } = variant;
        writeln!(text, "    class {case}({}) : {name}() {{", properties(fields)?)?;
        writeln!(text, "        override fun write(to: Output) {{\n            to.int({number})")?;
        writeln!(text, "{}        }}\n    }}\n", writes(fields, 12)?)?;
    }
    writeln!(text, "    companion object {{\n        fun read(from: Input): {name} = with(from) {{")?;
    text += "            when (val number = int()) {\n";
    for (number, variant) in (1..).zip(&choice.variants) {
        writeln!(text, "                {number} -> {}({})", variant.name, reads(&variant.fields)?)?;
    }
    writeln!(text, "                else -> error(\"{name} number $number\")")?;
    text += "            }\n        }\n    }\n}\n";
    Ok(text)
}

fn flat_class(choice: &EnumMetadata) -> String {
    let name = &choice.name;
    let cases: Vec<String> = choice.variants.iter().map(|variant| upper_snake(&variant.name)).collect();
    let cases = cases.join(",\n    ");
    format!(
        "internal enum class {name} : Written {{\n    {cases},\n    ;\n\n    \
         override fun write(to: Output) = to.int(ordinal + 1)\n\n    companion object {{\n        \
         fun read(from: Input): {name} = entries[from.int() - 1]\n    }}\n}}\n"
    )
}

fn properties(fields: &[FieldMetadata]) -> Result<String> {
    let each =
        fields.iter().map(|field| Ok(format!("val {}: {}", camel(&field.name), kotlin_type(&field.ty)?)));
    Ok(each.collect::<Result<Vec<_>>>()?.join(", "))
}

fn writes(fields: &[FieldMetadata], indent: usize) -> Result<String> {
    let each = fields.iter().map(|field| {
        Ok(format!("{:indent$}to.{}\n", "", written(&field.ty, &format!("this.{}", camel(&field.name)))?))
    });
    each.collect()
}

fn reads(fields: &[FieldMetadata]) -> Result<String> {
    Ok(fields.iter().map(|field| read(&field.ty)).collect::<Result<Vec<_>>>()?.join(", "))
}

fn kotlin_type(ty: &Type) -> Result<String> {
    Ok(match ty {
        Type::Int32 => "Int".to_owned(),
        Type::Int64 => "Long".to_owned(),
        Type::Float64 => "Double".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::String => "String".to_owned(),
        Type::Record { name, .. } | Type::Enum { name, .. } => name.clone(),
        Type::Box { inner_type } => kotlin_type(inner_type)?,
        Type::Optional { inner_type } => format!("{}?", kotlin_type(inner_type)?),
        Type::Sequence { inner_type } => format!("List<{}>", kotlin_type(inner_type)?),
        Type::Map { key_type, value_type } => {
            format!("Map<{}, {}>", kotlin_type(key_type)?, kotlin_type(value_type)?)
        }
        other => bail!("a field of the type {other:?} is not supported"),
    })
}

/// How a value of the type is written, as a call of `Output`.
fn written(ty: &Type, value: &str) -> Result<String> {
    Ok(match ty {
        Type::Int32 => format!("int({value})"),
        Type::Int64 => format!("long({value})"),
        Type::Float64 => format!("double({value})"),
        Type::Boolean => format!("boolean({value})"),
        Type::String => format!("text({value})"),
        Type::Record { .. } | Type::Enum { .. } => format!("one({value})"),
        Type::Box { inner_type } => written(inner_type, value)?,
        Type::Optional { inner_type } => format!("optional({value}) {{ {} }}", written(inner_type, "it")?),
        Type::Sequence { inner_type } => format!("list({value}) {{ {} }}", written(inner_type, "it")?),
        Type::Map { key_type, value_type } => {
            format!("map({value}, {{ {} }}) {{ {} }}", written(key_type, "it")?, written(value_type, "it")?)
        }
        other => bail!("a field of the type {other:?} is not supported"),
    })
}

/// How a value of the type is read, by calls of `Input`.
fn read(ty: &Type) -> Result<String> {
    Ok(match ty {
        Type::Int32 => "int()".to_owned(),
        Type::Int64 => "long()".to_owned(),
        Type::Float64 => "double()".to_owned(),
        Type::Boolean => "boolean()".to_owned(),
        Type::String => "text()".to_owned(),
        Type::Record { name, .. } | Type::Enum { name, .. } => format!("{name}.read(from)"),
        Type::Box { inner_type } => read(inner_type)?,
        Type::Optional { inner_type } => format!("optional {{ {} }}", read(inner_type)?),
        Type::Sequence { inner_type } => format!("list {{ {} }}", read(inner_type)?),
        Type::Map { key_type, value_type } => {
            format!("map({{ {} }}) {{ {} }}", read(key_type)?, read(value_type)?)
        }
        other => bail!("a field of the type {other:?} is not supported"),
    })
}

/// `cust_space_id` as `custSpaceId`.
fn camel(snake: &str) -> String {
    let mut words = snake.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let initial: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        name + &initial + letters.as_str()
    })
}

/// `InvalidArgument` as `INVALID_ARGUMENT`.
fn upper_snake(camel: &str) -> String {
    camel.chars().enumerate().fold(String::new(), |mut name, (index, letter)| {
        if index > 0 && letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, ty: Type) -> FieldMetadata {
        FieldMetadata { name: name.to_owned(), orig_name: None, ty, default: None, docstring: None }
    }

    fn record(fields: Vec<FieldMetadata>) -> Metadata {
        Metadata::Record(RecordMetadata {
            module_path: "a".to_owned(),
            name: "Row".to_owned(),
            orig_name: None,
            remote: false,
            fields,
            docstring: None,
        })
    }

    fn choice(shape: EnumShape, variants: Vec<(&str, Vec<FieldMetadata>)>) -> Metadata {
        let variants = variants.into_iter().map(|(name, fields)| VariantMetadata {
            name: name.to_owned(),
            orig_name: None,
            discr: None,
            fields,
            docstring: None,
        });
        Metadata::Enum(EnumMetadata {
            module_path: "a".to_owned(),
            name: "Kind".to_owned(),
            orig_name: None,
            shape,
            remote: false,
            variants: variants.collect(),
            discr_type: None,
            non_exhaustive: false,
            docstring: None,
        })
    }

    fn kind() -> Type {
        Type::Enum { module_path: "a".to_owned(), name: "Kind".to_owned() }
    }

    #[test]
    fn a_record_is_a_class_that_writes_and_reads_its_fields_in_their_order() {
        let names = Type::Sequence { inner_type: Box::new(Type::String) };
        let fields = vec![
            field("cust_space_id", Type::Optional { inner_type: Box::new(Type::String) }),
            field("kind", Type::Box { inner_type: Box::new(kind()) }),
            field("all", Type::Map { key_type: Box::new(Type::String), value_type: Box::new(names) }),
        ];
        let expected = "
internal class Row(val custSpaceId: String?, val kind: Kind, val all: Map<String, List<String>>) : Written {
    override fun write(to: Output) {
        to.optional(this.custSpaceId) { text(it) }
        to.one(this.kind)
        to.map(this.all, { text(it) }) { list(it) { text(it) } }
    }

    companion object {
        fun read(from: Input): Row = with(from) { \
            Row(optional { text() }, Kind.read(from), map({ text() }) { list { text() } }) }
    }
}
";
        assert_eq!(file(&[record(fields)]).unwrap(), HEAD.to_owned() + expected);
    }

    #[test]
    fn an_enum_without_fields_is_numbered_from_one() {
        let text =
            file(&[choice(EnumShape::Enum, vec![("InvalidArgument", vec![]), ("Off", vec![])])]).unwrap();
        assert!(text.contains("    INVALID_ARGUMENT,\n    OFF,\n    ;\n"), "{text}");
        assert!(text.contains("to.int(ordinal + 1)") && text.contains("entries[from.int() - 1]"), "{text}");
    }

    #[test]
    fn an_error_is_thrown_without_a_stack() {
        let variants = vec![("Failed", vec![field("error", Type::String)]), ("Cancelled", vec![])];
        let text = file(&[choice(EnumShape::Error { flat: false }, variants)]).unwrap();
        assert!(
            text.contains("sealed class Kind : Exception(null, null, false, false), Written {"),
            "{text}"
        );
        assert!(text.contains("class Failed(val error: String) : Kind() {"), "{text}");
        assert!(text.contains("2 -> Cancelled()"), "{text}");
    }

    #[test]
    fn what_cannot_cross_is_refused_by_its_type() {
        let error = file(&[record(vec![field("when", Type::Timestamp)])]).unwrap_err();
        assert!(error.to_string().contains("Timestamp"), "{error}");
    }
}
