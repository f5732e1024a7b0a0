//! The examples in Java and Kotlin.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::jvm;
use crate::postgres::{Durability, Server};
use crate::process;
use crate::workspace::Workspace;

use super::super::runners::{Runner, Tally};
use super::FOLDER;
use super::world::World;

/// Settings by which a project finds what it needs in another repository first. `REPOSITORY` stands for its address.
const SETTINGS: &str = "bindings/kotlin/consumers/settings.xml";
const REPOSITORY: &str = "@localRepositoryUrl@";

/// Runs their tests with the jar as it is built for tests.
pub(super) fn run(workspace: &Workspace, world: &World) -> Result<Tally> {
    let repository = Repository::with_ours(workspace)?;
    // With both of its databases.
    let postgres = Server::start(Durability::Lost)?;
    let url = jdbc_url(&postgres.url())?;
    let runs = [
        ("spring-boot", "H2", None),
        ("spring-boot", "PostgreSQL", Some(url)),
        ("android", "what needs no Android", None),
    ];
    let tallies = runs.into_iter().map(|(example, with, database)| {
        println!("--> {example}, {with}");
        let tests = || {
            let mut maven = jvm::maven(workspace)?;
            maven.current_dir(workspace.root().join(FOLDER).join(example));
            repository.lend(&mut maven);
            world.lend(maven.arg("test"));
            maven.envs(database.map(|url| ("SPRING_DATASOURCE_URL", url)));
            Runner::Surefire.run(maven)
        };
        tests().unwrap_or_else(|error| {
            eprintln!("error: {example}, {with}: {error:#}");
            Tally::BROKEN
        })
    });
    Ok(tallies.sum())
}

/// A database's URL as Java's drivers take it.
fn jdbc_url(url: &str) -> Result<String> {
    let parts = url.strip_prefix("postgres://").and_then(|rest| rest.split_once('@'));
    let (user, place) = parts.with_context(|| format!("{url} has no user"))?;
    let (user, password) = user.split_once(':').with_context(|| format!("{url} has no password"))?;
    Ok(format!("jdbc:postgresql://{place}?user={user}&password={password}"))
}

/// A local repository of the examples' own: what this checkout publishes is in no other when it is tested.
struct Repository {
    local: PathBuf,
    settings: PathBuf,
}

impl Repository {
    /// Builds the jar quickly, and puts it there.
    fn with_ours(workspace: &Workspace) -> Result<Self> {
        let own = workspace.own("examples");
        let (local, built) = (own.join("repository"), own.join("jar"));
        // What was built before must not be taken for this one.
        for before in [&local.join("io/github/cams-roi"), &built] {
            if before.exists() {
                fs::remove_dir_all(before)?;
            }
        }
        let mut maven = jvm::maven(workspace)?;
        // Without what the project's own tests need.
        maven.args(["--quiet", "process-classes", "jar:jar", "deploy:deploy"]);
        process::run(maven.arg(format!("-DaltDeploymentRepository=ours::{}", url(&built))))?;
        let settings = own.join("maven-settings.xml");
        let text = workspace.read(SETTINGS)?.replace(REPOSITORY, &url(&built));
        fs::write(&settings, text)?;
        Ok(Self { local, settings })
    }

    /// Has a project look there.
    fn lend(&self, maven: &mut Command) {
        maven.arg("--global-settings").arg(&self.settings);
        maven.arg(format!("-Dmaven.repo.local={}", self.local.display()));
    }
}

fn url(directory: &Path) -> String {
    format!("file://{}", directory.display())
}
