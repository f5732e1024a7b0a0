//! The table of the command's conformance runner: how what a case gives is written on the command line, and how what is
//! printed becomes what a case expects.

use serde::Serialize;

use crate::model::{Field, Kind, Model, Operation, Record};

/// All of it.
#[derive(Serialize)]
pub(super) struct Runner {
    records: Vec<RenamedRecord>,
    operations: Vec<RunnerOperation>,
}

#[derive(Serialize)]
struct RenamedRecord {
    name: String,
    /// The name in a case, the other name, and the form.
    fields: Vec<(String, String, String)>,
}

#[derive(Serialize)]
struct RunnerOperation {
    name: String,
    words: Vec<String>,
    takes: Vec<(String, String)>,
    gives: Vec<(String, String)>,
}

/// Whether something is sent or read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Sent,
    Read,
}

impl Runner {
    pub(super) fn new(model: &Model) -> Self {
        let mut records = Vec::new();
        let own =
            model.operations.iter().flat_map(|it| it.records.iter().map(move |record| (Some(it), record)));
        for (operation, record) in own.chain(model.records.iter().map(|record| (None, record))) {
            let form = |kind: &Kind, way| form(model, operation, kind, way);
            if record.sent {
                let fields = record.fields.iter();
                let fields =
                    fields.map(|it| (it.name.snake.clone(), it.name.wire.clone(), form(&it.kind, Way::Sent)));
                records.push(RenamedRecord { name: constant(record, Way::Sent), fields: fields.collect() });
            }
            if record.received && has_times(model, operation, &record.fields) {
                let fields = record.fields.iter().map(|it| (&it.name.snake, form(&it.kind, Way::Read)));
                let fields = fields.filter(|(_, form)| form != PLAIN);
                let fields = fields.map(|(name, form)| (name.clone(), name.clone(), form));
                records.push(RenamedRecord { name: constant(record, Way::Read), fields: fields.collect() });
            }
        }
        let operations = model.operations.iter().map(|it| RunnerOperation::new(model, it)).collect();
        Self { records, operations }
    }
}

impl RunnerOperation {
    fn new(model: &Model, operation: &Operation) -> Self {
        let special = |name: &str, kind: &Kind, way| {
            let form = form(model, Some(operation), kind, way);
            (form != PLAIN).then(|| (name.to_owned(), form))
        };
        let parameters = operation.parameters.iter();
        Self {
            name: operation.name.snake.clone(),
            words: operation.command.words().into_iter().map(str::to_owned).collect(),
            takes: parameters.filter_map(|it| special(&it.name.snake, &it.kind, Way::Sent)).collect(),
            gives: operation
                .output
                .iter()
                .filter_map(|it| special(&it.name.snake, &it.kind, Way::Read))
                .collect(),
        }
    }
}

const PLAIN: &str = "Form::Plain";

fn form(model: &Model, operation: Option<&Operation>, kind: &Kind, way: Way) -> String {
    let inner = |wrap: &str, of: &Kind| match form(model, operation, of, way) {
        plain if plain == PLAIN => plain,
        other => format!("Form::{wrap}(&{other})"),
    };
    match kind {
        Kind::Time | Kind::IsoTime => "Form::Time".to_owned(),
        Kind::List { of } => inner("List", of),
        Kind::Map { of } => inner("Map", of),
        Kind::Record { name } => match find(model, operation, name) {
            Some(record) if way == Way::Sent || has_times(model, operation, &record.fields) => {
                format!("Form::Record({})", constant(record, way))
            }
            _ => PLAIN.to_owned(),
        },
        _ => PLAIN.to_owned(),
    }
}

fn has_times(model: &Model, operation: Option<&Operation>, fields: &[Field]) -> bool {
    fields.iter().any(|field| form(model, operation, &field.kind, Way::Read) != PLAIN)
}

fn find<'a>(model: &'a Model, operation: Option<&'a Operation>, name: &str) -> Option<&'a Record> {
    let own = operation.map_or(&[][..], |it| &it.records);
    own.iter().chain(&model.records).find(|it| it.name.wire == name)
}

fn constant(record: &Record, way: Way) -> String {
    match way {
        Way::Sent => format!("SENT_{}", record.name.shouty),
        Way::Read => record.name.shouty.clone(),
    }
}
