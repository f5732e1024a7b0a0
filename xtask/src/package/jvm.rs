//! The jar with the libraries of all platforms, its sources and its documentation, in the layout of a Maven repository.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::linked::{LICENCES, LIST, LinkedCrates};
use super::native::Part;
use super::table::Artefact;
use super::target::{TARGETS, Target};
use super::{Plan, glibc};
use crate::guides::{World, blocks};
use crate::jvm;
use crate::process;
use crate::workspace::Workspace;

/// Its pages, relative to the checkout.
const PAGES: [&str; 2] = ["docs/getting-started/kotlin.md", "README.md"];

/// A project of somebody's own with one dependency, relative to the checkout: the pages' code takes the place of its.
const CONSUMER: &str = "bindings/kotlin/consumers/kotlin/pom.xml";

/// Where the package lies in a repository.
const PATH: &str = concat!("io/github/cams-roi/cams-roi/", env!("CARGO_PKG_VERSION"));

/// Where the jar has what its libraries link, in a folder for each platform.
const LINKED: &str = "META-INF/cams-roi";

/// The compiler's daemon would stay behind, with files of the folders that are emptied.
const NO_DAEMON: &str = "-Dkotlin.compiler.daemon=false";

/// What the library is called.
fn library(target: &Target) -> String {
    target.shared_library("cams_roi_uniffi")
}

pub(crate) fn build(workspace: &Workspace, plan: &Plan) -> Result<()> {
    super::build_libraries(workspace, plan, Part::Jvm, library)?;
    if !plan.whole {
        return Ok(());
    }
    let resources = super::emptied(workspace, "jar-libraries")?;
    for (triple, file) in super::libraries(workspace, plan, library)? {
        let target = Target::find(triple)?;
        let folder = resources.join(target.jar);
        fs::create_dir(&folder)?;
        fs::copy(file, folder.join(library(target)))?;
        let beside = resources.join(LINKED).join(target.jar);
        LinkedCrates::of_part(workspace, Part::Jvm, target)?.write(&beside)?;
    }
    let repository = super::emptied(workspace, "jvm")?;
    let mut maven = jvm::maven(workspace)?;
    maven.args(["--quiet", "-Pdist", "deploy"]);
    maven.args(["test", "install"].map(|step| format!("-Dmaven.{step}.skip=true")));
    maven.args(["-Dinvoker.skip=true", NO_DAEMON]);
    // Not where the tests build: its library would be another, and lie in the way.
    let built = super::emptied(workspace, "jar-build")?;
    maven.arg(format!("-Dmaven.folder={}", built.display()));
    maven.arg(format!("-Dlibraries={}", resources.display()));
    maven.arg(format!("-DaltDeploymentRepository=packed::{}", url(&repository)));
    process::run(&mut maven)
}

/// The jar that is packed.
pub(crate) fn jar(workspace: &Workspace) -> PathBuf {
    packed(workspace, "")
}

fn packed(workspace: &Workspace, classifier: &str) -> PathBuf {
    let name = format!("cams-roi-{}{classifier}.jar", env!("CARGO_PKG_VERSION"));
    super::directory(workspace, "jvm").join(PATH).join(name)
}

fn url(directory: &Path) -> String {
    let path = directory.display().to_string().replace('\\', "/");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

/// Builds the Kotlin of the pages as a project of its own, with a local repository that is empty and the packed one to
/// fill it from, and runs it; and the pages' Java.
pub(super) fn check(workspace: &Workspace, command: &Path) -> Result<Vec<Artefact>> {
    let root = super::emptied_for_check(workspace, "jvm")?;
    let (mut kotlin, mut java) = (Vec::new(), Vec::new());
    for page in PAGES {
        let text = workspace.read(page)?;
        kotlin.extend(blocks(&text, "kotlin").into_iter().map(str::to_owned));
        java.extend(blocks(&text, "java").into_iter().map(str::to_owned));
    }
    let classes = compiled(workspace, &root, &kotlin)?;
    let world = || World::begin(command, root.join("world"));
    for number in 0..kotlin.len() {
        let world = world()?;
        let mut program = Command::new("java");
        program.arg("-cp").arg(&classes).arg(format!("guide{number}.Guide{number}Kt"));
        world.play(program.current_dir(world.directory()))?;
    }
    for text in &java {
        let world = world()?;
        let source = root.join("Main.java");
        fs::write(&source, text)?;
        let mut program = Command::new("java");
        program.arg("-cp").arg(&classes).arg(&source);
        world.play(program.current_dir(world.directory()))?;
    }
    let (sources, documentation) = (packed(workspace, "-sources"), packed(workspace, "-javadoc"));
    let holds = |jar: &Path, entry: &str| {
        let entries = listed(jar)?;
        ensure!(entries.iter().any(|it| it == entry), "{} lacks {entry}", super::name(jar));
        anyhow::Ok(())
    };
    // What is written by hand, what is written of the model, and what uniffi writes.
    holds(&sources, "io/github/camsroi/Client.kt")?;
    holds(&sources, "io/github/camsroi/Operations.kt")?;
    holds(&sources, "Crossing.kt")?;
    holds(&documentation, "README.md")?;
    holds(&documentation, "src/main/kotlin/io/github/camsroi/Client.kt")?;
    let here = Target::here()?;
    for file in [LIST, LICENCES] {
        holds(&jar(workspace), &format!("{LINKED}/{}/{file}", here.jar))?;
    }
    let library = super::directory(workspace, "jar-libraries").join(here.jar).join(library(here));
    let in_jar = listed(&jar(workspace))?;
    let has = |target: &&Target| in_jar.iter().any(|entry| entry.starts_with(&format!("{}/", target.jar)));
    let platforms: Vec<_> = TARGETS.iter().filter(has).map(|target| target.jar).collect();
    let ran = format!("empty repository; {} programs; {}", kotlin.len() + java.len(), platforms.join(", "));
    let artefact = |file: &Path, glibc, ran| {
        anyhow::Ok(Artefact { name: super::name(file), size: super::size(file)?, limit: None, glibc, ran })
    };
    Ok(vec![
        artefact(&jar(workspace), glibc::needed(&library)?, ran)?,
        artefact(&sources, None, "holds the sources".to_owned())?,
        artefact(&documentation, None, "holds the documentation".to_owned())?,
    ])
}

/// Has Maven compile programs, each in a package of its own, and gives the class path on which they run.
fn compiled(workspace: &Workspace, project: &Path, programs: &[String]) -> Result<std::ffi::OsString> {
    let sources = project.join("src/main/kotlin");
    fs::create_dir_all(&sources)?;
    for (number, program) in programs.iter().enumerate() {
        fs::write(sources.join(format!("guide{number}.kt")), format!("package guide{number}\n{program}"))?;
    }
    let own = local_repository(workspace)?;
    let pom = with_repositories(&workspace.read(CONSUMER)?, workspace, &own)?;
    fs::write(project.join("pom.xml"), pom)?;
    let listed = project.join("class-path");
    let mut maven = jvm::maven(workspace)?;
    maven.current_dir(project);
    maven.args(["--quiet", "compile", "dependency:build-classpath", NO_DAEMON]);
    maven.arg(format!("-Dmaven.repo.local={}", project.join("repository").display()));
    maven.arg(format!("-Dmdep.outputFile={}", listed.display()));
    process::run(&mut maven)?;
    let jars = fs::read_to_string(listed)?;
    let classes = [project.join("target/classes")];
    Ok(env::join_paths(classes.into_iter().chain(env::split_paths(jars.trim())))?)
}

/// The local repository of whoever runs this: what is in it is not downloaded anew.
fn local_repository(workspace: &Workspace) -> Result<PathBuf> {
    let mut maven = jvm::maven(workspace)?;
    maven.args(["--quiet", "help:evaluate", "-Dexpression=settings.localRepository", "-DforceStdout"]);
    Ok(process::output(&mut maven)?.trim().into())
}

/// A project's file with the repositories that it is to look into first.
fn with_repositories(pom: &str, workspace: &Workspace, own: &Path) -> Result<String> {
    let repository = |id: &str, url: &str, tag: &str| {
        format!(
            "<{tag}><id>{id}</id><url>{url}</url><releases><checksumPolicy>ignore</checksumPolicy></releases></{tag}>"
        )
    };
    let packed = url(&super::directory(workspace, "jvm"));
    let own = url(own);
    let (start, _) = pom.rsplit_once("</project>").context("the consumer's pom.xml has no end")?;
    Ok(format!(
        "{start}<repositories>{}{}</repositories><pluginRepositories>{}</pluginRepositories></project>\n",
        repository("packed", &packed, "repository"),
        repository("own", &own, "repository"),
        repository("own", &own, "pluginRepository"),
    ))
}

/// The names of what a jar holds.
fn listed(jar: &Path) -> Result<Vec<String>> {
    let told = process::output(Command::new("jar").arg("--list").arg("--file").arg(jar))?;
    Ok(told.lines().map(str::to_owned).collect())
}
