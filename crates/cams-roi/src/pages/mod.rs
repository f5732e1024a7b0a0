//! Listings of more items than a page holds: all pages, one after the other.

mod cursor;
mod listing;

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};

pub(crate) use cursor::Cursor;
pub use listing::Listing;

use crate::client::{CallOptions, Client};
use crate::error::Error;

/// The pages of a listing. Each is fetched when it is asked for, and not before.
///
/// ```no_run
/// use cams_roi::{Client, operations::ListInstance};
/// use futures_util::TryStreamExt as _;
///
/// # async fn example() -> Result<(), cams_roi::Error> {
/// let client = Client::new()?;
/// let mut instances = std::pin::pin!(client.all_instances(ListInstance::new()).items());
/// while let Some(instance) = instances.try_next().await? {
///     println!("{} {}", instance.instance_id, instance.instance_name);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use]
pub struct Pages<L> {
    client: Client,
    request: L,
    options: CallOptions,
    limit: Option<usize>,
    /// `None` at the end.
    cursor: Option<Cursor>,
}

impl<L: Listing + Clone> Pages<L>
where
    L::Item: Debug,
{
    pub(crate) fn new(client: Client, request: L) -> Self {
        let cursor = Some(Cursor::of(&request));
        Self { client, request, options: CallOptions::new(), limit: None, cursor }
    }

    /// What each call does differently from the client.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Ends after so many items; all of them by default. No page is fetched behind them.
    pub fn limit(mut self, items: usize) -> Self {
        self.limit = Some(items);
        self
    }

    /// The next page; `None` behind the last. After an error the same page is asked for again.
    pub async fn next_page(&mut self) -> Option<Result<L::Output, Error>> {
        let cursor = self.cursor.filter(|_| self.limit != Some(0))?;
        match fetch(&self.client, self.request.clone(), cursor, self.options).await {
            Ok((page, next)) => {
                self.cursor = next;
                self.limit = self.limit.map(|left| left.saturating_sub(L::items(&page).len()));
                Some(Ok(page))
            }
            Err(error) => Some(Err(error)),
        }
    }

    /// The items of all pages. An error ends it.
    pub fn items(self) -> impl Stream<Item = Result<L::Item, Error>> {
        let limit = self.limit.unwrap_or(usize::MAX);
        let pages = stream::try_unfold(self, async |mut pages| {
            let page = pages.next_page().await.transpose()?;
            let items = |page| stream::iter(L::into_items(page).into_iter().map(Ok));
            Ok::<_, Error>(page.map(|page| (items(page), pages)))
        });
        pages.try_flatten().take(limit)
    }
}

/// Fetches a page, and tells where the listing stands after it.
pub(crate) async fn fetch<L: Listing>(
    client: &Client,
    request: L,
    cursor: Cursor,
    options: CallOptions,
) -> Result<(L::Output, Option<Cursor>), Error>
where
    L::Item: Debug,
{
    if cursor.size < 1 {
        let problem = format!("a page of {} items is asked for", cursor.size);
        let error = Error::invalid_argument(problem, "Give the page's size as 1 or more.");
        return Err(error.with_operation(request.action()).about(request.subject()));
    }
    let request = request.at_page(cursor.index, cursor.size);
    let page = client.send(&request, options).await?;
    let items = L::items(&page);
    let came = cursor::Page {
        items: i64::try_from(items.len()).unwrap_or(i64::MAX),
        total: L::total(&page),
        hash: hash(items),
    };
    let next = cursor.after(came).map_err(|error| error.with_operation(request.action()))?;
    Ok((page, next))
}

/// Fetches the page at a cursor in its text, the first one without, and gives the text of the next one's.
#[cfg(feature = "bindings")]
pub(crate) async fn fetch_at<L: Listing>(
    client: &Client,
    request: L,
    cursor: Option<&str>,
    options: CallOptions,
) -> Result<(L::Output, Option<String>), Error>
where
    L::Item: Debug,
{
    let cursor = match cursor.map(str::parse) {
        None => Cursor::of(&request),
        Some(Ok(cursor)) => cursor,
        Some(Err(())) => {
            return Err(Error::invalid_argument("this is no cursor of a page", "Begin with the first page."));
        }
    };
    let (page, next) = fetch(client, request, cursor, options).await?;
    Ok((page, next.map(|cursor| cursor.to_string())))
}

/// The error of what gives its answer in pages alone.
#[cfg(feature = "bindings")]
pub(crate) fn only_in_pages() -> Error {
    Error::invalid_argument("the operation gives its answer in pages", "Ask for all of its pages.")
}

/// A hash of items, by which a page is known again.
fn hash(items: &[impl Debug]) -> u64 {
    let mut hasher = DefaultHasher::new();
    // Items have numbers that cannot be hashed, and all can be shown.
    format!("{items:?}").hash(&mut hasher);
    hasher.finish()
}
