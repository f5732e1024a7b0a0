//! What an operation is that answers page by page.

use crate::operations::Operation;

/// An [`Operation`] that lists items, a page at a time.
pub trait Listing: Operation {
    /// What is listed.
    type Item;

    /// How many items a page has where the request does not say it.
    const PAGE_SIZE: i64;

    /// How many items a page should have; `None` where the request does not say it.
    fn page_size(&self) -> Option<i64>;

    /// The same request for another page, from 1 on.
    #[must_use]
    fn at_page(self, index: i64, size: i64) -> Self;

    /// The items of a page.
    fn items(page: &Self::Output) -> &[Self::Item];

    /// The items of a page, taken out of it.
    fn into_items(page: Self::Output) -> Vec<Self::Item>;

    /// How many items there are on all pages, where the service says so.
    fn total(page: &Self::Output) -> Option<i64>;
}
