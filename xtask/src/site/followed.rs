//! The links of the references that other tools wrote. They have thousands of pages: linkchecker would take an hour.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::check::files;

/// How many of a list of faults are printed.
const SHOWN: usize = 20;

/// Follows every link of the pages below a folder of the site, `base` being the path of the site on its server; gives how
/// many pages and links there are.
pub(super) fn all(site: &Path, below: &Path, base: &str) -> Result<(usize, usize)> {
    let (mut pages, mut links) = (0, 0);
    let mut dead = Vec::new();
    for page in pages_below(below)? {
        let text = fs::read_to_string(&page)?;
        pages += 1;
        for href in hrefs(&text) {
            links += 1;
            if leads_nowhere(href, &page, site, base) {
                dead.push(format!("{} links to {href}", page.display()));
            }
        }
    }
    if !dead.is_empty() {
        let shown = dead.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n  ");
        bail!("{} links of the references lead nowhere:\n  {shown}", dead.len());
    }
    Ok((pages, links))
}

/// Makes text of those links below a folder that lead nowhere.
pub(super) fn drop_dead(below: &Path) -> Result<()> {
    for page in pages_below(below)? {
        let text = fs::read_to_string(&page)?;
        let mut written = text.clone();
        for href in hrefs(&text).filter(|href| leads_nowhere(href, &page, below, "")) {
            written = written.replace(&format!(" href=\"{href}\""), "");
        }
        if written != text {
            fs::write(&page, written)?;
        }
    }
    Ok(())
}

fn pages_below(folder: &Path) -> Result<impl Iterator<Item = PathBuf>> {
    Ok(files(folder)?.into_iter().filter(|file| file.extension().is_some_and(|it| it == "html")))
}

fn hrefs(text: &str) -> impl Iterator<Item = &str> {
    text.split(" href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0))
}

/// Whether a link is one to a file that is not there. What is elsewhere is not asked.
fn leads_nowhere(href: &str, page: &Path, site: &Path, base: &str) -> bool {
    let is_elsewhere = href.contains("://")
        || ["//", "mailto:", "javascript:", "data:"].iter().any(|scheme| href.starts_with(scheme));
    let path = href.split(['#', '?']).next().unwrap_or_default();
    if is_elsewhere || path.is_empty() {
        return false;
    }
    let path = path.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let file = match path.strip_prefix('/') {
        Some(path) => match Path::new(path).strip_prefix(base) {
            Ok(path) => site.join(path),
            Err(_) => return true,
        },
        None => page.parent().unwrap_or(site).join(path),
    };
    !(file.is_file() || file.join("index.html").is_file())
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    const PAGE: &str = "<link rel=\"stylesheet\" href=\"../a.css\"><a class=\"b\" href=\"c.html#d\">d</a>\
                        <a href=\"https://e.example/f\">g</a><a href=\"#h\">i</a><a href=\"super::J\">k</a>";

    /// A site with one page. It goes with the value.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let site = env::temp_dir().join(format!("cams-roi-site-{name}-{}", std::process::id()));
            fs::create_dir_all(site.join("reference")).unwrap();
            fs::write(site.join("reference/page.html"), PAGE).unwrap();
            for file in ["a.css", "reference/c.html"] {
                fs::write(site.join(file), "").unwrap();
            }
            Self(site)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_is_an_error_until_it_is_text() {
        let site = Site::new("dead");
        let below = site.0.join("reference");
        let error = all(&site.0, &below, "").unwrap_err().to_string();
        assert!(error.starts_with("1 links") && error.ends_with("page.html links to super::J"), "{error}");
        drop_dead(&below).unwrap();
        assert_eq!(all(&site.0, &below, "").unwrap(), (2, 4));
        assert!(fs::read_to_string(below.join("page.html")).unwrap().ends_with("<a>k</a>"));
    }

    #[test]
    fn a_link_from_the_server_s_root_is_below_the_site_s_path() {
        let site = Site::new("base");
        let page = site.0.join("reference/page.html");
        let dead = |href, base| leads_nowhere(href, &page, &site.0, base);
        assert!(!dead("/a.css", "") && !dead("/cams-roi/a.css", "cams-roi"));
        assert!(dead("/a.css", "cams-roi") && dead("/cams-roi/a.css", "") && dead("/b.css", ""));
        assert!(!dead("mailto:a@example.com", "") && dead("none.html", "") && dead("../reference", ""));
    }
}
