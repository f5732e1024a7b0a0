//! Pages of listings.

use serde_json::Value;

use crate::call::Call;
use crate::refusal::Refusal;

const DEFAULT_SIZE: usize = 10;

/// Which part of a listing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    index: usize,
    size: usize,
}

impl Page {
    /// By two parameters. One that cannot be is taken for absent: the service documents no refusal.
    pub(crate) fn of_two_parameters(call: &Call) -> Self {
        let positive = |name, default| {
            let given = call.parameter(name).and_then(|text| text.parse().ok());
            given.filter(|number| *number > 0).unwrap_or(default)
        };
        Self { index: positive("PageIndex", 1), size: positive("PageSize", DEFAULT_SIZE) }
    }

    /// By one parameter, `Page`, which is JSON.
    pub(crate) fn of_json(call: &Call) -> Result<Self, Refusal> {
        let Some(text) = call.parameter("Page") else { return Ok(Self { index: 1, size: DEFAULT_SIZE }) };
        let page: Value = serde_json::from_str(text).unwrap_or_default();
        let positive = |name: &str| {
            let number = page[name].as_u64().and_then(|number| usize::try_from(number).ok());
            number.filter(|number| *number > 0).ok_or_else(|| {
                Refusal::bad_request(
                    "InvalidParameter.PageInvalid",
                    format!("Page.{name} must be 1 or more."),
                )
            })
        };
        Ok(Self { index: positive("Index")?, size: positive("Size")? })
    }

    /// The page's own items of all.
    pub(crate) fn of<T>(self, all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        all.skip((self.index - 1).saturating_mul(self.size)).take(self.size)
    }

    /// The page's own items, and how many there are on all pages.
    pub(crate) fn counted<T>(self, all: impl Iterator<Item = T>) -> (Vec<T>, usize) {
        let before = (self.index - 1).saturating_mul(self.size);
        let mut total = 0;
        let mut own = Vec::new();
        for item in all {
            if total >= before && own.len() < self.size {
                own.push(item);
            }
            total += 1;
        }
        (own, total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_own_items() {
        let items = |index, size| Page { index, size }.counted(0..5).0;
        assert_eq!(items(1, 2), [0, 1]);
        assert_eq!(items(3, 2), [4]);
        assert_eq!(items(4, 2), [0; 0]);
        assert_eq!(items(usize::MAX, usize::MAX), [0; 0]);
        assert_eq!(Page { index: 9, size: 2 }.counted(0..5).1, 5);
        assert_eq!(Page { index: 2, size: 2 }.of(0..5).collect::<Vec<_>>(), [2, 3]);
    }
}
