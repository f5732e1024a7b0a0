//! Reading the model. What is wrong is said with file and line.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use indexmap::IndexMap;
use jiff::Timestamp;
use toml::Spanned;

use super::catalogue::{Catalogue, may_run_twice};
use super::command::{Group, Subcommand};
use super::errors;
use super::file::{EnumFile, FieldFile, OperationFile, ParameterFile, RecordFile, SampleFile, TypesFile};
use super::options;
use super::pages::pages;
use super::source::Source;
use super::{Absent, Enum, EnumValue, Field, Kind, Model, Name, Operation, Parameter, Record, Sample};

const OPERATIONS: &str = "model/operations";
const TYPES: &str = "model/types.toml";

/// Reads the model of the checkout at `root`, and checks it.
pub(crate) fn read(root: &Path) -> Result<Model> {
    let catalogue = Catalogue::read(root)?;
    let types = Source::read(root, TYPES)?;
    let shared: TypesFile = types.parse()?;
    let mut files: Vec<String> = fs::read_dir(root.join(OPERATIONS))
        .context(OPERATIONS)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    files.sort_unstable();
    let mut operations = Vec::new();
    for file in files {
        let source = Source::read(root, &format!("{OPERATIONS}/{file}"))?;
        operations.push(operation(&source, &catalogue, &shared)?);
    }
    let (local, operations) = operations.into_iter().partition(|it: &Operation| it.is_local);
    let mut model = Model {
        operations,
        local,
        records: records(&types, shared.records)?,
        enums: shared.enums.into_iter().map(|(name, file)| enumeration(&name, file)).collect(),
        errors: errors::read(root)?,
        commands: shared.commands.into_iter().map(|(name, file)| Group::new(name, file)).collect(),
        options: options::read(root)?,
    };
    let names = model
        .all()
        .flat_map(|it| it.records.iter().map(|it| &it.name).chain(it.enums.iter().map(|it| &it.name)));
    let shared = model.records.iter().map(|it| &it.name).chain(model.enums.iter().map(|it| &it.name));
    check_unique(names.chain(shared).map(|name| name.wire.as_str()))?;
    mark(&mut model);
    let records = model.all().flat_map(|it| &it.records).chain(&model.records);
    for record in records.filter(|it| it.sent) {
        if let Some(field) = record.fields.iter().find(|it| it.kind.has_time()) {
            bail!("{}.{}: {NO_TIME}", record.name.wire, field.name.wire);
        }
    }
    Ok(model)
}

/// The type that words mean.
fn kind_of(source: &Source, words: &Spanned<String>) -> Result<Kind> {
    Kind::parse(words.get_ref()).map_err(|problem| source.error(&words.span(), problem))
}

fn operation(source: &Source, catalogue: &Catalogue, shared: &TypesFile) -> Result<Operation> {
    let file: OperationFile = source.parse()?;
    let wire = file.name.get_ref();
    let wrong = |what: String| source.error(&file.name.span(), what);
    if !source.file.ends_with(&format!("/{wire}.toml")) {
        return Err(wrong(format!("the file of {wire} must be called {wire}.toml")));
    }
    let known = catalogue.entry(wire);
    if file.local && (known.is_some() || file.pages.as_ref().is_none_or(|it| it.by.is_some())) {
        return Err(wrong(format!(
            "{wire} is not local: the service has it, or its pages are asked for by number"
        )));
    }
    if !file.local && file.pages.as_ref().is_some_and(|it| it.by.is_none()) {
        return Err(wrong(format!("the pages of {wire} need `by` and `size`")));
    }
    let kind = known.map(|entry| entry.kind.clone()).or(file.kind);
    let kind = kind.or_else(|| file.local.then(|| "read".to_owned()));
    let kind = kind.ok_or_else(|| wrong(format!("{wire} is not in the catalogue: say its `kind`")))?;
    let limit = match known {
        Some(entry) => entry.calls_per_second,
        None => file.limit.filter(|limit| *limit > 0),
    };
    check_names(source, &file.parameters, known)?;
    let exists = Types { shared, records: &file.records, enums: &file.enums };
    for words in file.parameters.values().map(|it| &it.kind).chain(file.output.values().map(|it| &it.kind)) {
        exists.check(source, words)?;
    }
    for record in file.records.values().chain(shared.records.values()) {
        record.fields.values().try_for_each(|field| exists.check(source, &field.kind))?;
    }
    if let Some(range) = &file.time_range {
        for name in range.get_ref() {
            let is_time = file.parameters.get(name).is_some_and(|it| it.kind.get_ref() == "time");
            if !is_time {
                return Err(source.error(&range.span(), format!("{name} is no parameter of the type `time`")));
            }
        }
    }
    let name = Name::new(wire, None, None);
    let takes_channels = |it: &ParameterFile| it.kind.get_ref() == "channels";
    if let Some(parameter) = file.parameters.values().find(|it| !file.local && takes_channels(it)) {
        return Err(source.error(&parameter.kind.span(), "the service takes no list of channels"));
    }
    let parameters = parameters(source, file.parameters)?;
    let output = fields(source, file.output)?;
    let pages = file.pages.map(|it| pages(source, it, &parameters, &output)).transpose()?;
    let named = file.command.as_ref().and_then(|it| it.name.as_ref()).map(Spanned::span);
    let is_group = |name: &str| shared.commands.contains_key(name);
    let command = Subcommand::new(file.command, &name, &file.summary, is_group)
        .map_err(|problem| source.error(&named.unwrap_or_default(), problem))?;
    Ok(Operation {
        command,
        pages,
        is_local: file.local,
        ram_action: format!("cams:{wire}"),
        access: access(wire, limit),
        calls_per_second: limit,
        may_run_twice: may_run_twice(&kind),
        time_range: file.time_range.map(Spanned::into_inner),
        parameters,
        output,
        records: records(source, file.records)?,
        enums: file.enums.into_iter().map(|(name, file)| enumeration(&name, file)).collect(),
        samples: file
            .samples
            .into_iter()
            .map(|sample| self::sample(source, sample))
            .collect::<Result<_>>()?,
        name,
        summary: file.summary,
        doc: file.doc,
        result: file.result,
    })
}

/// What an account and an identity need to call an operation.
fn access(wire: &str, limit: Option<u32>) -> String {
    let limit = match limit {
        Some(1) => "The service allows one call per second for an account.".to_owned(),
        Some(calls) => format!("The service allows {calls} calls per second for an account."),
        None => {
            "The service documents no limit; 5 calls per second are made unless the client says otherwise."
                .to_owned()
        }
    };
    format!("{limit} The caller needs the RAM action `cams:{wire}`.")
}

/// Parameters are named as the catalogue names them, where it knows the operation.
fn check_names(
    source: &Source,
    parameters: &IndexMap<String, ParameterFile>,
    known: Option<&super::catalogue::Entry>,
) -> Result<()> {
    let Some(entry) = known else { return Ok(()) };
    for (name, parameter) in parameters {
        if !entry.parameters.iter().any(|it| it.name == *name) {
            let names: Vec<_> = entry.parameters.iter().map(|it| it.name.as_str()).collect();
            let what =
                format!("the catalogue has no parameter {name} of this operation, but {}", names.join(", "));
            return Err(source.error(&parameter.kind.span(), what));
        }
    }
    Ok(())
}

/// The types that a name can mean.
struct Types<'a> {
    shared: &'a TypesFile,
    records: &'a IndexMap<String, RecordFile>,
    enums: &'a IndexMap<String, EnumFile>,
}

impl Types<'_> {
    fn check(&self, source: &Source, words: &Spanned<String>) -> Result<()> {
        let kind = kind_of(source, words)?;
        let missing = match kind.named() {
            Some(Kind::Record { name }) => (!self.records.contains_key(name)
                && !self.shared.records.contains_key(name))
            .then(|| format!("there is no [records.{name}]")),
            Some(Kind::Enum { name }) => (!self.enums.contains_key(name)
                && !self.shared.enums.contains_key(name))
            .then(|| format!("there is no [enums.{name}]")),
            _ => None,
        };
        missing.map_or(Ok(()), |what| Err(source.error(&words.span(), what)))
    }
}

/// How services write times in JSON differs, and none that is known takes any.
const NO_TIME: &str =
    "what is sent as JSON cannot hold a time: write it as `text`, in the form that the service takes";

/// A name that Rust can have; errors stand at the type.
fn named(
    source: &Source,
    kind: &Spanned<String>,
    wire: &str,
    given: Option<&str>,
    rust: Option<&str>,
) -> Result<Name> {
    let name = Name::new(wire, given, rust);
    if syn::parse_str::<syn::Ident>(&name.rust).is_err() {
        let what = format!("{} is no name in Rust: give {wire} a `rust_name`", name.rust);
        return Err(source.error(&kind.span(), what));
    }
    Ok(name)
}

fn parameters(source: &Source, files: IndexMap<String, ParameterFile>) -> Result<Vec<Parameter>> {
    let parameter = |(wire, file): (String, ParameterFile)| {
        let kind = kind_of(source, &file.kind)?;
        if matches!(
            kind,
            Kind::Message | Kind::AccessDeniedDetail | Kind::Number | Kind::IsoTime | Kind::Error
        ) {
            return Err(source.error(&file.kind.span(), "a parameter cannot be of this type"));
        }
        if kind == Kind::Channel && (wire != "CustSpaceId" || !file.required) {
            let what = "the type `channel` is for CustSpaceId alone, and required: the own channel has a form of its own";
            return Err(source.error(&file.kind.span(), what));
        }
        if kind.is_json() && kind.has_time() {
            return Err(source.error(&file.kind.span(), NO_TIME));
        }
        let example = serde_json::to_value(file.example.get_ref())?;
        let fits = match kind {
            Kind::Count => example.is_i64(),
            Kind::Bool => example.is_boolean(),
            Kind::List { .. } | Kind::Channels => example.is_array(),
            Kind::Map { .. } | Kind::Record { .. } => example.is_object(),
            Kind::Time => example.as_str().is_some_and(|text| text.parse::<Timestamp>().is_ok()),
            _ => example.is_string(),
        };
        if !fits {
            let what = format!("the example of {wire} is not of its type, `{}`", file.kind.get_ref());
            return Err(source.error(&file.example.span(), what));
        }
        Ok(Parameter {
            name: named(source, &file.kind, &wire, file.name.as_deref(), file.rust_name.as_deref())?,
            kind,
            required: file.required,
            doc: file.doc,
            example,
            documented: file.documented,
        })
    };
    files.into_iter().map(parameter).collect()
}

fn fields(source: &Source, files: IndexMap<String, FieldFile>) -> Result<Vec<Field>> {
    let field = |(wire, file): (String, FieldFile)| {
        let kind = kind_of(source, &file.kind)?;
        let absent = match kind {
            Kind::Message | Kind::AccessDeniedDetail => Absent::Nothing,
            _ => file.absent.unwrap_or(Absent::Error),
        };
        let fits = match absent {
            Absent::Nothing | Absent::Error => true,
            Absent::Empty => {
                matches!(kind, Kind::Text | Kind::Enum { .. } | Kind::List { .. } | Kind::Map { .. })
            }
            Absent::Zero => matches!(kind, Kind::Count | Kind::Number),
            Absent::False => kind == Kind::Bool,
        };
        if !fits {
            let what = format!("`{}` cannot be {absent:?} where it is absent", file.kind.get_ref());
            return Err(source.error(&file.kind.span(), what.to_lowercase()));
        }
        if file.placeholder && (kind != Kind::Text || absent != Absent::Nothing) {
            let what = "a placeholder stands for a text that is `nothing` where it is absent";
            return Err(source.error(&file.kind.span(), what));
        }
        if matches!(kind, Kind::Channel | Kind::Channels | Kind::Id) {
            return Err(source.error(&file.kind.span(), "this type is for parameters; write `text`"));
        }
        let name = named(source, &file.kind, &wire, file.name.as_deref(), file.rust_name.as_deref())?;
        Ok(Field { name, kind, absent, placeholder: file.placeholder, doc: file.doc })
    };
    files.into_iter().map(field).collect()
}

fn records(source: &Source, files: IndexMap<String, RecordFile>) -> Result<Vec<Record>> {
    let record = |(name, file): (String, RecordFile)| {
        let fields = fields(source, file.fields)?;
        if let Some(brief) = &file.brief
            && let Some(unknown) =
                placeholders(brief.get_ref()).find(|it| !fields.iter().any(|field| field.name.wire == **it))
        {
            return Err(source.error(&brief.span(), format!("{name} has no field {unknown}")));
        }
        let name = Name::new(&name, None, None);
        let brief = file.brief.map(Spanned::into_inner);
        Ok(Record { name, doc: file.doc, fields, brief, sent: false, received: false, from_service: false })
    };
    files.into_iter().map(record).collect()
}

/// The names in braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn enumeration(name: &str, file: EnumFile) -> Enum {
    let values = file.values.into_iter().map(|(name, value)| EnumValue {
        name: Name::new(&name, None, None),
        wire: value.wire,
        aliases: value.aliases,
        doc: value.doc,
    });
    Enum { name: Name::new(name, None, None), doc: file.doc, values: values.collect(), has_empty: false }
}

fn sample(source: &Source, file: SampleFile) -> Result<Sample> {
    let json = |text: &Spanned<String>| {
        serde_json::from_str::<serde_json::Value>(text.get_ref())
            .map_err(|problem| source.error(&text.span(), format!("this is no JSON: {problem}")))
    };
    json(&file.body)?;
    let result = json(&file.result)?;
    Ok(Sample { name: file.name, body: file.body.into_inner(), result })
}

/// Says of each record where it is used, and of each enum whether it can be empty.
fn mark(model: &mut Model) {
    let (mut sent, mut received, mut empty) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut from_service = BTreeSet::new();
    for operation in model.all() {
        for parameter in &operation.parameters {
            reach(model, operation, &parameter.kind, &mut sent);
        }
        for field in &operation.output {
            reach(model, operation, &field.kind, &mut received);
            if !operation.is_local {
                reach(model, operation, &field.kind, &mut from_service);
            }
        }
        let records = operation.records.iter().chain(&model.records).flat_map(|record| &record.fields);
        for field in operation.output.iter().chain(records) {
            if let (Kind::Enum { name }, Absent::Empty) = (&field.kind, field.absent) {
                empty.insert(name.clone());
            }
        }
    }
    let own = model.operations.iter_mut().chain(&mut model.local).flat_map(|it| it.records.iter_mut());
    for record in own.chain(&mut model.records) {
        record.sent = sent.contains(&record.name.wire);
        record.received = received.contains(&record.name.wire);
        record.from_service = from_service.contains(&record.name.wire);
    }
    let own = model.operations.iter_mut().chain(&mut model.local).flat_map(|it| it.enums.iter_mut());
    own.chain(&mut model.enums).for_each(|it| it.has_empty = empty.contains(&it.name.wire));
}

/// Adds the records that a type is made of.
fn reach(model: &Model, operation: &Operation, kind: &Kind, found: &mut BTreeSet<String>) {
    if let Some(Kind::Record { name }) = kind.named()
        && found.insert(name.clone())
        && let Some(record) = model.record(operation, name)
    {
        record.fields.iter().for_each(|field| reach(model, operation, &field.kind, found));
    }
}

/// Fails where two types that share a namespace have one name.
fn check_unique<'a>(names: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            bail!("two types of the model are called {name}");
        }
    }
    Ok(())
}
