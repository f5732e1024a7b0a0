//! The operations that the emulator knows: those of the model.

use crate::operation::Operation;
use crate::typed::TYPED;

/// All of them, each once.
pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    TYPED.iter()
}

/// Names are case-sensitive.
pub(crate) fn operation(name: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.name == name)
}
