//! Where a listing stands: which page is asked for next, and whether there is one.

use std::fmt;
use std::str::FromStr;

use super::Listing;
use crate::error::{Error, ErrorKind};

/// The page to ask for next.
///
/// Its text crosses to other languages and back: they keep it between two pages, and read nothing from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// From 1 on.
    pub(crate) index: i64,
    pub(crate) size: i64,
    /// How many items there were on the pages so far.
    seen: i64,
    /// How many the longest page had.
    longest: i64,
    /// A hash of the page before.
    before: u64,
}

/// What a page came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    pub(crate) items: i64,
    /// How many there are on all pages, where the service says so.
    pub(crate) total: Option<i64>,
    /// A hash of its items.
    pub(crate) hash: u64,
}

impl Cursor {
    /// The first page of what is asked for.
    pub(crate) fn of<L: Listing>(request: &L) -> Self {
        Self::first(request.page_size().unwrap_or(L::PAGE_SIZE))
    }

    fn first(size: i64) -> Self {
        Self { index: 1, size, seen: 0, longest: 0, before: 0 }
    }

    /// Where the listing stands after `page`; `None` at its end.
    ///
    /// The total decides where there is one. Else the last page is the one that is shorter than the longest, or empty.
    /// That the first page is shorter than asked says nothing: it may be as long as the service's pages get.
    pub(crate) fn after(self, page: Page) -> Result<Option<Self>, Error> {
        if page.items == 0 {
            return Ok(None);
        }
        if self.index > 1 && page.hash == self.before {
            let (this, last) = (self.index, self.index - 1);
            return Err(Error::new(
                ErrorKind::UnexpectedResponse,
                format!("page {this} is the same as page {last}, so that the list would never end"),
                "Report this with the request ID to the vendor's support; ask page by page until then.",
            ));
        }
        let seen = self.seen + page.items;
        let is_last = match page.total.filter(|total| *total > 0) {
            Some(total) => seen >= total,
            None => page.items < self.longest,
        };
        let longest = self.longest.max(page.items);
        Ok((!is_last).then_some(Self { index: self.index + 1, seen, longest, before: page.hash, ..self }))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, size, seen, longest, before } = self;
        write!(f, "{index} {size} {seen} {longest} {before}")
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        fn next<T: FromStr>(parts: &mut std::str::Split<'_, char>) -> Result<T, ()> {
            parts.next().and_then(|part| part.parse().ok()).ok_or(())
        }
        let mut parts = text.split(' ');
        Ok(Self {
            index: next(&mut parts)?,
            size: next(&mut parts)?,
            seen: next(&mut parts)?,
            longest: next(&mut parts)?,
            before: next(&mut parts)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(items: i64, total: Option<i64>, hash: u64) -> Page {
        Page { items, total, hash }
    }

    /// The pages that are asked for when the service answers with `pages`.
    fn asked(size: i64, pages: &[Page]) -> usize {
        let mut cursor = Some(Cursor::first(size));
        let mut asked = 0;
        while let Some(at) = cursor {
            cursor = at.after(pages[asked]).expect("no error");
            asked += 1;
        }
        asked
    }

    #[test]
    fn the_total_ends_a_listing_even_where_the_service_gives_shorter_pages_than_asked() {
        let pages = [page(20, Some(45), 1), page(20, Some(45), 2), page(5, Some(45), 3)];
        assert_eq!(asked(50, &pages), 3);
        assert_eq!(asked(50, &[page(45, Some(45), 1)]), 1);
    }

    #[test]
    fn without_a_total_a_short_page_ends_it_but_for_the_first() {
        assert_eq!(asked(50, &[page(50, None, 1), page(7, None, 2)]), 2);
        assert_eq!(asked(50, &[page(20, None, 1), page(20, None, 2), page(3, None, 3)]), 3);
        assert_eq!(asked(50, &[page(7, None, 1), page(0, None, 0)]), 2);
        assert_eq!(asked(50, &[page(0, None, 0)]), 1);
        // A total of none beside items is no total.
        assert_eq!(asked(50, &[page(50, Some(0), 1), page(0, Some(0), 0)]), 2);
    }

    #[test]
    fn a_page_that_comes_again_is_an_error() {
        let second = Cursor::first(2).after(page(2, None, 9)).expect("no error").expect("another page");
        let error = second.after(page(2, None, 9)).expect_err("the same page");
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert!(error.to_string().contains("page 2 is the same as page 1"), "{error}");
    }

    #[test]
    fn its_text_holds_all_of_it() {
        let cursor = Cursor { index: 3, size: 50, seen: 100, longest: 50, before: u64::MAX };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        assert_eq!("3 50 x".parse::<Cursor>(), Err(()));
    }
}
