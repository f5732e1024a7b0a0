//! Placeholder until the socket tests.
