//! The page in a real browser: Chromium without a window, driven over a pipe.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use cams_roi_store::{Access, Location, Store};
use serde_json::{Value, json};

use crate::collect::{Kept, for_both};
use crate::report::{UNTIL, ago, fill, report};
use crate::support::Scratch;

/// What the page is asked about itself.
const LOOK: &str = r"(() => {
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the screen');
  if (matchMedia('print').matches)
    for (const part of document.querySelectorAll('.scroll'))
      if (part.scrollWidth > part.clientWidth + 1) wrong.push('cut off on paper: ' + part.getAttribute('aria-label'));
  for (const svg of document.querySelectorAll('svg')) {
    const box = svg.viewBox.baseVal;
    const marks = svg.querySelectorAll('path[d],rect,polyline[points]');
    const name = svg.querySelector('title')?.textContent || svg.closest('tr')?.innerText || '';
    if (!marks.length) wrong.push('no marks: ' + name);
    if (!name) wrong.push('a picture without words');
    for (const text of svg.querySelectorAll('text')) {
      const at = text.getBBox();
      if (at.x < -1 || at.y < -1 || at.x + at.width > box.width + 1 || at.y + at.height > box.height + 1)
        wrong.push('outside of its picture: ' + text.textContent);
    }
  }
  for (const drawing of document.querySelectorAll('figure'))
    if (drawing.querySelector('svg.lines') && !drawing.querySelector('table')) wrong.push('no table beside a picture');
  const sums = [...document.querySelectorAll('.tile b')].map(it => Number(it.textContent.replaceAll(',', '')));
  return JSON.stringify({wrong, sums, pictures: document.querySelectorAll('svg').length,
    dark: getComputedStyle(document.body).backgroundColor});
})()";

/// A browser. It ends with the value.
struct Browser {
    process: Child,
    to: UnixStream,
    from: BufReader<UnixStream>,
    session: Value,
    calls: u64,
    /// What the browser told that was no answer.
    events: Vec<Value>,
}

impl Browser {
    fn start(home: &Path) -> Self {
        let (to, commands) = UnixStream::pair().unwrap();
        let (from, told) = UnixStream::pair().unwrap();
        from.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        // The pipe's two ends are the browser's third and fourth stream.
        let shell = "exec chromium --headless --no-sandbox --disable-gpu --remote-debugging-pipe \
                     --user-data-dir=\"$HOME/browser\" about:blank 3<&0 4>&1 1>&2 2>/dev/null </dev/null";
        let process = Command::new("sh")
            .args(["-c", shell])
            .env("HOME", home)
            .stdin(Stdio::from(std::os::fd::OwnedFd::from(commands)))
            .stdout(Stdio::from(std::os::fd::OwnedFd::from(told)))
            .spawn()
            .unwrap();
        let mut browser = Self {
            process,
            to,
            from: BufReader::new(from),
            session: Value::Null,
            calls: 0,
            events: Vec::new(),
        };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        browser.session = browser.call("Target.attachToTarget", &attach)["sessionId"].clone();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser
    }

    fn read(&mut self) -> Value {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).unwrap();
        message.pop();
        serde_json::from_slice(&message).expect("the browser ended")
    }

    fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if !self.session.is_null() {
            message["sessionId"] = self.session.clone();
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let answer = self.read();
            if answer["id"] == self.calls {
                assert_eq!(answer["error"], Value::Null, "{method}");
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    /// Opens a page, and waits until it is there.
    fn open(&mut self, page: &Path, media: &str, width: u32, scheme: &str) {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &screen);
        let features =
            json!({ "media": media, "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.call("Emulation.setEmulatedMedia", &features);
        self.events.clear();
        self.call("Page.navigate", &json!({ "url": format!("file://{}", page.display()) }));
        while !self.events.iter().any(|it| it["method"] == "Page.loadEventFired") {
            let event = self.read();
            self.events.push(event);
        }
    }

    fn evaluate(&mut self, script: &str) -> Value {
        let result = self.call("Runtime.evaluate", &json!({ "expression": script, "awaitPromise": true }));
        assert_eq!(result["exceptionDetails"], Value::Null);
        serde_json::from_str(result["result"]["value"].as_str().unwrap()).unwrap()
    }

    /// Errors of the console, and requests for anything but the page.
    fn complaints(&self, page: &Path) -> Vec<&Value> {
        let own = format!("file://{}", page.display());
        let is_complaint = |it: &&Value| match it["method"].as_str() {
            Some("Runtime.exceptionThrown" | "Runtime.consoleAPICalled" | "Log.entryAdded") => true,
            Some("Network.requestWillBeSent") => it["params"]["request"]["url"] != own.as_str(),
            _ => false,
        };
        self.events.iter().filter(is_complaint).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Its own way to end takes its helpers with it.
        let close = json!({ "id": self.calls + 1, "method": "Browser.close" });
        let _ = self.to.write_all(format!("{close}\0").as_bytes());
        let mut rest = Vec::new();
        let _ = self.from.read_to_end(&mut rest);
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The sums of the tiles, as the store's views have them.
fn sums(store: &str) -> Vec<i64> {
    let mut sums = Vec::new();
    let mut store = Store::open(&Location::parse(store).unwrap(), Access::Read).unwrap();
    let of = ["sent_count", "template_sent_count", "template_delivered_count", "read_count", "click_count"];
    let of = of.map(|count| format!("cast(sum({count}) as bigint)")).join(", ");
    let first = ago(10).strftime("%Y-%m-%d");
    let sql = format!("select {of} from daily_by_channel where day >= '{first}' and day < '{UNTIL}'");
    store
        .query(&sql, &[], |row| {
            sums = row.iter().filter_map(cams_roi_store::Value::integer).collect();
            Ok(())
        })
        .unwrap();
    sums
}

for_both!(the_page_is_whole_on_every_screen);

fn the_page_is_whole_on_every_screen(place: fn() -> Kept) {
    let (kept, scratch) = (place(), Scratch::new());
    let store = kept.store.as_str();
    fill(store, 7);
    // Long numbers, of millions a day.
    let larger = "update metrics set sent_count = sent_count * 9000, delivered_count = delivered_count * 9000, \
                  read_count = read_count * 9000, click_count = click_count * 9000";
    let mut open = Store::open(&Location::parse(store).unwrap(), Access::Write).unwrap();
    open.query(larger, &[], |_| Ok(())).unwrap();
    drop(open);
    let page = scratch.path("report.html");
    let prices = scratch.file("prices.csv", "price,currency\n0.05,EUR\n");
    report(store, &["--prices", &prices, "--output", page.to_str().unwrap()]).output().done();
    let mut browser = Browser::start(page.parent().unwrap());
    let mut papers = Vec::new();
    let screens = [(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")];
    // Paper of A4 between its margins.
    for (media, width, scheme) in
        screens.map(|it| ("screen", it.0, it.1)).into_iter().chain([("print", 718, "dark")])
    {
        browser.open(&page, media, width, scheme);
        let look = browser.evaluate(LOOK);
        assert_eq!(look["wrong"], json!([]), "{media} {width} {scheme}");
        assert!(look["pictures"].as_i64() > Some(10), "{look}");
        assert_eq!(look["sums"], json!(sums(store)));
        assert!(browser.complaints(&page).is_empty(), "{:?}", browser.complaints(&page));
        papers.push(look["dark"].clone());
        let screenshot = browser.call("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }));
        assert!(screenshot["data"].as_str().is_some_and(|data| data.len() > 10_000));
    }
    assert!(papers[0] == papers[2] && papers[1] == papers[3] && papers[0] != papers[1], "{papers:?}");
    assert_eq!(papers[0], papers[4], "paper is white");
}
