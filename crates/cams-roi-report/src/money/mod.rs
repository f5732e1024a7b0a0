//! Costs and returns, from the user's own files alone.

mod amount;
mod given;
mod prices;
mod revenue;
mod sums;

pub(crate) use amount::Amount;
pub use prices::Prices;
pub use revenue::Revenue;
pub(crate) use sums::{Money, MoneyRow};
