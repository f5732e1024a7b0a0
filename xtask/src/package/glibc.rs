//! Which glibc a compiled file needs, by the versions of the symbols that it takes from it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use goblin::elf::Elf;

/// The newest version that a file asks for; none if it is no file of Linux, or takes nothing from glibc.
pub(super) fn needed(file: &Path) -> Result<Option<(u32, u32)>> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    if !bytes.starts_with(b"\x7fELF") {
        return Ok(None);
    }
    let elf = Elf::parse(&bytes).with_context(|| format!("{} is not understood", file.display()))?;
    let Some(needs) = &elf.verneed else { return Ok(None) };
    let names = needs.iter().flat_map(|need| need.iter().collect::<Vec<_>>());
    Ok(names.filter_map(|version| elf.dynstrtab.get_at(version.vna_name)).filter_map(version).max())
}

/// `GLIBC_2.17`; nothing of others, such as `GCC_3.0`.
fn version(symbol: &str) -> Option<(u32, u32)> {
    let mut numbers = symbol.strip_prefix("GLIBC_")?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_glibc_is_told_from_those_of_others() {
        assert_eq!(version("GLIBC_2.17"), Some((2, 17)));
        assert_eq!(version("GLIBC_2.2.5"), Some((2, 2)));
        assert_eq!(version("GLIBC_PRIVATE"), None);
        assert_eq!(version("GCC_3.0"), None);
        assert!(Some((2, 9)) < Some((2, 17)));
    }

    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[test]
    fn a_program_of_this_machine_needs_some_glibc() {
        let needed = needed(&std::env::current_exe().unwrap()).unwrap();
        assert!(needed.is_some_and(|(major, minor)| major == 2 && minor >= 2), "{needed:?}");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert_eq!(super::needed(&source).unwrap(), None);
    }
}
