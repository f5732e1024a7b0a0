//! Each channel is enabled once, however often it is given.

use std::collections::HashMap;

use super::channel::Channel;
use crate::error::Error;

/// The channels that were given so far.
#[derive(Debug, Default)]
pub struct Once {
    given: usize,
    seen: HashMap<String, First>,
}

/// How a channel was given first.
#[derive(Debug)]
struct First {
    /// From 1.
    place: usize,
    isv_code: Option<String>,
}

impl Once {
    /// Whether a channel is given for the first time. `isv_code` is that of channels that have none of their own.
    ///
    /// # Errors
    /// An [`InvalidArgument`](crate::ErrorKind::InvalidArgument) error where it was given before with another ISV code:
    /// which of them is right nobody knows here.
    pub fn is_new(&mut self, channel: &Channel, isv_code: Option<&str>) -> Result<bool, Error> {
        self.given += 1;
        let Channel { cust_space_id: id, isv_code: own } = channel;
        let isv_code = own.as_deref().or(isv_code);
        match self.seen.get(id) {
            None => {
                let first = First { place: self.given, isv_code: isv_code.map(str::to_owned) };
                self.seen.insert(id.clone(), first);
                Ok(true)
            }
            Some(first) if first.isv_code.as_deref() == isv_code => Ok(false),
            Some(First { place, .. }) => Err(Error::invalid_argument(
                format!(
                    "the channel {id} is given twice with different ISV codes, as number {place} and as number {}",
                    self.given
                ),
                "Give each channel once, with the right ISV code.",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_comes_again_but_not_with_another_code() {
        let mut once = Once::default();
        let mut is_new = |id: &str, code: Option<&str>| {
            let channel = Channel { cust_space_id: id.to_owned(), isv_code: code.map(str::to_owned) };
            once.is_new(&channel, Some("of-all")).map_err(|error| error.message().to_owned())
        };
        assert_eq!(is_new("cams-1", None), Ok(true));
        assert_eq!(is_new("cams-2", Some("own")), Ok(true));
        assert_eq!(is_new("cams-1", Some("of-all")), Ok(false), "it is the same in other words");
        assert_eq!(is_new("cams-2", Some("own")), Ok(false));
        let problem =
            "the channel cams-2 is given twice with different ISV codes, as number 2 and as number 5";
        assert_eq!(is_new("cams-2", None), Err(problem.to_owned()));
    }
}
