//! What a worker knows of the journal: all of its lines, so that it can write them back where the server has lost them.

use std::collections::HashMap;
use std::sync::Arc;

use super::messages::Record;

/// What a line of a journal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LineOf {
    /// What it is about.
    pub(crate) thing: String,
    /// Whether that is done, or was done in vain.
    pub(crate) is_done: bool,
}

/// Reads a line; says what is wrong with one that is none.
pub(crate) type ReadLine = fn(&str) -> Result<LineOf, String>;

/// What was recorded of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Recorded {
    Done(Arc<str>),
    /// It was done in vain in this run.
    Failed(Arc<str>),
    FailedBefore,
}

/// A line, and the generation in which it was written.
#[derive(Debug)]
struct Entry {
    record: Record,
    generation: Arc<str>,
}

/// The lines, in the order in which they were read.
#[derive(Debug, Default)]
pub(super) struct Known {
    entries: Vec<Entry>,
    by_line: HashMap<Arc<str>, usize>,
    /// The line that counts of each thing: that it is done, or else the last one.
    by_thing: HashMap<Arc<str>, usize>,
    generation: Arc<str>,
}

impl Known {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The generation that this worker takes part in.
    pub(super) fn generation(&self) -> &Arc<str> {
        &self.generation
    }

    pub(super) fn set_generation(&mut self, generation: &str) {
        if *self.generation == *generation {
            return;
        }
        let generation: Arc<str> = generation.into();
        // Where the state was lost, what this worker saw in its run was still in this one.
        for entry in self.entries.iter_mut().filter(|it| it.generation == self.generation) {
            entry.generation = Arc::clone(&generation);
        }
        self.generation = generation;
    }

    /// Takes in a line that the server gave, behind its generation.
    pub(super) fn add_given(&mut self, given: &str, read: ReadLine) -> Result<(), String> {
        let (generation, line) = given.split_once(' ').ok_or("a line without its generation")?;
        let LineOf { thing, is_done } = read(line)?;
        let record = Record { thing: thing.into(), line: Some(line.into()), is_done, is_now: false };
        self.add(record, generation.into());
        Ok(())
    }

    /// Takes in a line that this worker wrote.
    pub(super) fn add_own(&mut self, record: Record) {
        self.add(record, Arc::clone(&self.generation));
    }

    fn add(&mut self, record: Record, generation: Arc<str>) {
        let Some(line) = record.line.clone() else { return };
        if let Some(&index) = self.by_line.get(&line) {
            self.entries[index].generation = generation;
            return;
        }
        let index = self.entries.len();
        let counts = self.by_thing.entry(Arc::clone(&record.thing)).or_insert(index);
        if record.is_done || !self.entries.get(*counts).is_some_and(|it| it.record.is_done) {
            *counts = index;
        }
        self.by_line.insert(line, index);
        self.entries.push(Entry { record, generation });
    }

    /// What was recorded of a thing.
    pub(super) fn of(&self, thing: &str) -> Option<Recorded> {
        let Entry { record, generation } = &self.entries[*self.by_thing.get(thing)?];
        let line = record.line.clone().unwrap_or_default();
        Some(match record.is_done {
            true => Recorded::Done(line),
            false if *generation == self.generation => Recorded::Failed(line),
            false => Recorded::FailedBefore,
        })
    }

    /// Some lines from there on, as they are written back.
    pub(super) fn part(&self, from: usize, most: usize) -> Vec<Record> {
        let part = self.entries.iter().skip(from).take(most);
        part.map(|entry| Record { is_now: entry.generation == self.generation, ..entry.record.clone() })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<LineOf, String> {
        let (thing, status) = line.split_once('=').ok_or("no line")?;
        Ok(LineOf { thing: thing.to_owned(), is_done: status.starts_with("done") })
    }

    fn known(lines: &[&str]) -> Known {
        let mut known = Known::default();
        known.set_generation("2");
        for line in lines {
            known.add_given(line, read).unwrap();
        }
        known
    }

    #[test]
    fn what_is_done_stays_done_and_what_failed_counts_for_its_generation() {
        let known = known(&["1 a=failed", "1 b=done", "2 b=failed", "2 c=failed", "2 a=failed again"]);
        assert_eq!(known.of("a"), Some(Recorded::Failed("a=failed again".into())));
        assert_eq!(known.of("b"), Some(Recorded::Done("b=done".into())));
        assert_eq!(known.of("c"), Some(Recorded::Failed("c=failed".into())));
        assert_eq!(known.of("d"), None);
    }

    #[test]
    fn a_line_that_comes_again_is_not_there_twice_and_its_generation_is_the_last() {
        let mut known = known(&["2 a=failed", "1 b=failed", "1 c=failed"]);
        known.set_generation("3");
        known.add_given("3 c=failed", read).unwrap();
        assert_eq!(known.of("a"), Some(Recorded::Failed("a=failed".into())), "it is of the worker's own run");
        assert_eq!(known.of("b"), Some(Recorded::FailedBefore));
        assert_eq!(known.of("c"), Some(Recorded::Failed("c=failed".into())));
        let back: Vec<_> = known.part(0, 9).into_iter().map(|it| (it.thing, it.is_now)).collect();
        assert_eq!(back, [("a".into(), true), ("b".into(), false), ("c".into(), true)]);
        assert!(known.add_given("3 no", read).is_err());
    }
}
