//! The list of conventions: what differs between faces, how, and why.

use super::super::surface::Face::{self, Command, Kotlin, Node, Python, Rust, Swift};
use super::super::surface::Kind::{
    self, CallOption, ClientOption, ErrorClass, Field, Operation, Parameter, Value,
};

/// Matches any name.
pub(super) const ANY: &str = "*";

/// A convention.
pub(super) struct Rule {
    pub(super) faces: &'static [Face],
    pub(super) kind: Kind,
    /// The operation or value that has it.
    pub(super) of: &'static str,
    /// The name, but for the case and the endings that `plain` takes off.
    pub(super) name: &'static str,
    pub(super) effect: Effect,
    pub(super) why: &'static str,
}

/// What a convention says.
pub(super) enum Effect {
    /// It has another name elsewhere.
    Is(&'static str),
    /// It belongs to the language, and no other face needs it.
    NotCompared,
    /// The face does without it.
    MayLack,
}
use Effect::{Is, MayLack, NotCompared};

const fn rule(
    faces: &'static [Face],
    kind: Kind,
    of: &'static str,
    name: &'static str,
    effect: Effect,
    why: &'static str,
) -> Rule {
    Rule { faces, kind, of, name, effect, why }
}

const RAW: &str = "the parameters of any operation: a map, pairs, or one at a time";
const GROUPED: &str = "Node groups the deadlines";
const WHAT_IT_HOLDS: &str = "Python calls a table after its rows";
const OWN_OBJECTS: &str = "an object of the program's own that the core calls: in other languages each call would have to \
                           cross the bridge, and tests have the emulator";
const LOGGING: &str =
    "each language has its own way: Rust `tracing`, Python `logging`, the command -v, others a function";
const OUTCOMES_COUNT: &str = "who takes a stream's outcomes counts them; the command has a progress bar";
const THE_CLASS_SAYS_IT: &str =
    "an error's kind is its class; here it is data too, to be matched or switched over";
const ONE_TYPE: &str = "Swift's errors are one type with a kind, and with the same fields: no class to catch";
const TOOLS: &str = "what operators need, and programs do not: no operation of the service";
const MANY_AT_ONCE: &str = "`enable` is one channel and many; this is for many";
const CHANNELS: &str = "the channels: flags, or the lines of a file";
const ONE_RUN: &str = "a run of the command is one client with one call: the client's options are the call's";
const CROSSES_THREADS: &str =
    "an error as plain data, for the boundaries of JavaScript that no class crosses";

const OWN_CHANNEL: &str =
    "each language asks for the account's own channel in a form of its own: a function, a constant, a flag";
const TEXT: &str = "in Rust and Kotlin `call` itself hands over the text, and the command prints it";

const ONE_IS_MANY: &str = "the command's `enable` answers for one channel as for many, so the outcome has what the result of \
                           a single call has";

/// All conventions. The first that matches a name applies.
pub(super) const RULES: &[Rule] = &[
    // The account's own channel, which nobody must ask for by accident.
    rule(&[Command], Parameter, ANY, "own_channel", NotCompared, OWN_CHANNEL),
    rule(&[Python], Value, "", "OwnChannel", NotCompared, OWN_CHANNEL),
    // A call's answer as text.
    rule(&[Rust, Command], Operation, "", "call_text", MayLack, TEXT),
    rule(&[Kotlin], Operation, "", "call", MayLack, TEXT),
    rule(&[Python], Parameter, "call_text", "params", Is("parameters"), RAW),
    rule(&[Node], Parameter, "call", "big_integers", NotCompared, "only JavaScript rounds wide integers"),
    rule(&[Rust], Value, "", "CallResult", NotCompared, TEXT),
    rule(&[Command], Parameter, ANY, "dry_run", NotCompared, TOOLS),
    rule(
        &[Command],
        Parameter,
        "enable_whatsapp_roi_metric",
        "stop_after_denials",
        NotCompared,
        MANY_AT_ONCE,
    ),
    // What one language alone has.
    rule(&[Node], Value, "", "AnyCamsRoiError", NotCompared, THE_CLASS_SAYS_IT),
    rule(&[Rust], Value, "", "Subject", NotCompared, "elsewhere its fields are the error's own"),
    rule(&[Rust], Field, "Credentials", "masked_access_key_id", NotCompared, OWN_OBJECTS),
    rule(&[Rust], Field, "Credentials", "source", NotCompared, OWN_OBJECTS),
    // Spelling.
    rule(&[Rust], Parameter, "call", "parameter", Is("parameters"), RAW),
    rule(&[Python], Parameter, "call", "params", Is("parameters"), RAW),
    rule(&[Command], Parameter, "call", "key=value", Is("parameters"), RAW),
    rule(&[Rust], Field, "ButtonClicks", "button_type", Is("type"), "`type` is a keyword"),
    rule(
        &[Rust],
        Value,
        "",
        "Error",
        Is("CamsRoiError"),
        "Rust has one type for all errors, in the crate's namespace",
    ),
    rule(&[Python], Value, "", "PhoneNumberMetrics", Is("GetChatappPhoneNumberMetricResult"), WHAT_IT_HOLDS),
    rule(&[Python], Value, "", "TemplateMetrics", Is("GetChatappTemplateMetricResult"), WHAT_IT_HOLDS),
    rule(
        &[Swift],
        Value,
        "",
        "WhatsAppChannel",
        Is("Channel"),
        "server frameworks have a `Channel` of their own",
    ),
    rule(&[Node, Swift], Value, "", "EnableManyProgress", Is("Progress"), "its name says of what"),
    rule(
        &[Kotlin],
        ClientOption,
        "",
        "credentials_provider",
        Is("credentials"),
        "a function has a setter of its own, for Java",
    ),
    rule(&[Node], ClientOption, "", "timeouts.call", Is("timeout"), GROUPED),
    rule(&[Node], ClientOption, "", "timeouts.connect", Is("connect_timeout"), GROUPED),
    rule(&[Node], ClientOption, "", "timeouts.attempt", Is("attempt_timeout"), GROUPED),
    rule(
        &[Node, Command],
        Field,
        "ChannelOutcome",
        "status",
        Is("enabled"),
        "`enabled` or `failed`, instead of a flag",
    ),
    rule(
        &[Command],
        ClientOption,
        "",
        "ca_bundle",
        Is("ca_file"),
        "the name that other commands have for it",
    ),
    rule(&[Command], Parameter, "enable_many", "cust_space_id", Is("channels"), CHANNELS),
    rule(&[Command], Parameter, "enable_many", "from", Is("channels"), CHANNELS),
    // What only the language needs.
    rule(&[Rust], Operation, "", "enable_stream", NotCompared, "elsewhere `enable_many` takes streams too"),
    rule(&[Rust], ClientOption, "", "environment", NotCompared, OWN_OBJECTS),
    rule(&[Rust], ClientOption, "", "transport", NotCompared, OWN_OBJECTS),
    rule(&[Rust], ClientOption, "", "clock", NotCompared, OWN_OBJECTS),
    rule(
        &[Rust],
        Value,
        "",
        "Answer",
        NotCompared,
        "what an `Operation` of the program's own reads its output from",
    ),
    rule(
        &[Rust],
        Field,
        "Credentials",
        "provider",
        NotCompared,
        "who gave them, for providers of the program's own",
    ),
    rule(
        &[Rust],
        Field,
        "CamsRoiError",
        "concerns_the_account",
        NotCompared,
        "by which `enable_many` decides whether to go on, and the command what to say",
    ),
    rule(&[Rust, Node, Swift, Command], Field, "CamsRoiError", "kind", NotCompared, THE_CLASS_SAYS_IT),
    rule(&[Node, Kotlin, Swift], ClientOption, "", "logger", NotCompared, LOGGING),
    rule(&[Node, Kotlin, Swift], ClientOption, "", "log_level", NotCompared, LOGGING),
    rule(&[Node, Kotlin, Swift], Value, "", "LogRecord", NotCompared, LOGGING),
    rule(&[Command], ClientOption, "", "verbose", NotCompared, LOGGING),
    rule(
        &[Node],
        CallOption,
        "",
        "signal",
        NotCompared,
        "what cancelling a task or dropping a future is elsewhere",
    ),
    rule(
        &[Kotlin],
        Operation,
        "",
        "enable_many_channels",
        NotCompared,
        "elsewhere `enable_many` takes channels as well as IDs",
    ),
    rule(&[Swift], Parameter, "call", "as", NotCompared, "the type that the answer is decoded as"),
    rule(
        &[Swift],
        Field,
        "CamsRoiError",
        "causes",
        NotCompared,
        "elsewhere exceptions have a chain of causes",
    ),
    rule(
        &[Swift],
        Field,
        "CamsRoiError",
        "underlying",
        NotCompared,
        "the cause, which elsewhere every exception has",
    ),
    rule(&[Swift], Field, "CamsRoiError", "configuration_error", NotCompared, ONE_TYPE),
    rule(&[Swift], Field, "CamsRoiError", "service_error", NotCompared, ONE_TYPE),
    rule(&[Swift], Field, "CamsRoiError", "transport_error", NotCompared, ONE_TYPE),
    rule(
        &[Swift],
        ErrorClass,
        "",
        "PanicError",
        NotCompared,
        "a panic of the core, which elsewhere is an error of the language",
    ),
    rule(&[Node], Value, "", "ErrorClasses", NotCompared, "a type for `isCamsRoiError`"),
    rule(&[Node], Value, "", "ErrorFields", NotCompared, CROSSES_THREADS),
    rule(&[Node], Value, "", "ErrorJson", NotCompared, CROSSES_THREADS),
    rule(&[Command], Operation, "", "policy", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "doctor", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "emulator", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "demo", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "completions", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "man", NotCompared, TOOLS),
    rule(&[Command], CallOption, "", "output", NotCompared, "how a result is printed"),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "from", NotCompared, MANY_AT_ONCE),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "journal", NotCompared, MANY_AT_ONCE),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "concurrency", NotCompared, MANY_AT_ONCE),
    rule(&[Rust, Command], Field, "ChannelOutcome", "message", NotCompared, ONE_IS_MANY),
    rule(&[Rust, Command], Field, "ChannelOutcome", "access_denied_detail", NotCompared, ONE_IS_MANY),
    // What a face does without.
    rule(&[Rust, Command], Parameter, "enable_many", "on_progress", MayLack, OUTCOMES_COUNT),
    rule(&[Rust, Command], Value, "", "Progress", MayLack, OUTCOMES_COUNT),
    rule(&[Command], CallOption, "", ANY, MayLack, ONE_RUN),
    rule(
        &[Command],
        ClientOption,
        "",
        "ca_pem",
        MayLack,
        "a command line gives files, and has --ca-bundle for it",
    ),
    rule(
        &[Command],
        Field,
        "Credentials",
        "expires_at",
        MayLack,
        "a run ends before what it was given expires",
    ),
    rule(&[Command], Value, "", "Channel", MayLack, CHANNELS),
];
