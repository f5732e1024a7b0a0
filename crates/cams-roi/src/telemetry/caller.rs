//! Who makes a call, as far as what is told of it depends on that.

use std::fmt;
use std::str::FromStr;

use super::id::Id;

/// Who makes a call.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Caller {
    /// Whether somebody listens, where the client asks each caller.
    pub(crate) listens: bool,
    /// Where in a trace the call is made.
    pub(crate) parent: Option<TraceParent>,
    /// The run that the call belongs to.
    pub(crate) run: Option<Id>,
}

/// A place in a trace, as the header `traceparent` of W3C's Trace Context has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TraceParent {
    trace: u128,
    span: u64,
    flags: u8,
}

impl FromStr for TraceParent {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('-');
        let mut hex = |length| {
            let part = parts.next().filter(|it| it.len() == length);
            let part = part.filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
            u128::from_str_radix(part.ok_or(())?, 16).map_err(|_| ())
        };
        let (_, trace, span, flags) = (hex(2)?, hex(32)?, hex(16)?, hex(2)?);
        let span = u64::try_from(span).map_err(|_| ())?;
        let flags = u8::try_from(flags).map_err(|_| ())?;
        if trace == 0 || span == 0 { Err(()) } else { Ok(Self { trace, span, flags }) }
    }
}

impl fmt::Display for TraceParent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "00-{:032x}-{:016x}-{:02x}", self.trace, self.span, self.flags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_and_written_as_the_header_has_it() {
        let text = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
        assert_eq!(text.parse::<TraceParent>().map(|it| it.to_string()), Ok(text.to_owned()));
        for wrong in [
            "",
            "00",
            "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-+af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01",
            "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-1",
        ] {
            assert_eq!(wrong.parse::<TraceParent>(), Err(()), "{wrong}");
        }
    }
}
