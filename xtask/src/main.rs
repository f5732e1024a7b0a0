//! `cargo xtask`: what is done to the checkout, one command for each thing, the same on every machine.

#![allow(clippy::struct_field_names, reason = "templates read best where a class has a `class`")]

mod bench;
mod columns;
mod fuzz;
mod generate;
mod guides;
mod jvm;
mod lint;
mod model;
mod node;
mod package;
#[cfg(unix)]
mod postgres;
mod process;
mod python;
mod site;
mod swift;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::bench::Comparison;
use crate::workspace::Workspace;

/// What is done to the checkout. All that it installs or makes goes below the target directory.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Check the form of everything: formatting, lints, documentation, house rules
    Lint(lint::Arguments),
    /// Run the test suites: all, or those that are named
    Test(test::Arguments),
    /// Write what is committed although a program writes it: the list of errors, what comes from the model, the
    /// Node binding's declarations
    Generate {
        /// Only what is written from the model, for which nothing has to be built
        #[arg(long)]
        model: bool,
    },
    /// Build the site of all pages and of each language's reference into target/xtask/site, and check its links
    Docs(site::Arguments),
    /// Measure each package beside the official SDK of its language, and the store, and write benches/results.md; or one of them
    Bench {
        /// Which one
        #[arg(value_name = "LANGUAGE")]
        comparison: Option<Comparison>,
    },
    /// Run everything that reads outside text under random input, by libFuzzer
    Fuzz(fuzz::Arguments),
    /// Build what is published, as it is published, into target/package
    Package(package::Arguments),
    /// Make what the Swift package is built from
    #[command(subcommand)]
    Swift(swift::Task),
}

fn main() -> ExitCode {
    let task = Task::parse();
    let done = Workspace::find().and_then(|workspace| match task {
        Task::Lint(arguments) => lint::run(&workspace, &arguments).map(|()| ExitCode::SUCCESS),
        Task::Test(arguments) => test::run(&workspace, &arguments),
        Task::Docs(arguments) => site::run(&workspace, &arguments).map(|()| ExitCode::SUCCESS),
        Task::Fuzz(arguments) => fuzz::run(&workspace, &arguments).map(|()| ExitCode::SUCCESS),
        Task::Package(arguments) => package::run(&workspace, &arguments).map(|()| ExitCode::SUCCESS),
        Task::Swift(task) => swift::run(&workspace, task).map(|()| ExitCode::SUCCESS),
        Task::Generate { model: true } => generate::model(&workspace).map(|()| ExitCode::SUCCESS),
        Task::Generate { model: false } => generate::run(&workspace).map(|()| ExitCode::SUCCESS),
        Task::Bench { comparison } => bench::run(&workspace, comparison).map(|()| ExitCode::SUCCESS),
    });
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
