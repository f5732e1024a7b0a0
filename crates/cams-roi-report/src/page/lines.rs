//! Lines over time.

use maud::{Markup, html};

use super::number::{count, percent, place, scaled, short};
use crate::counts::Counts;
use crate::period::By;
use crate::report::Report;

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 270.0;
/// Where the lines are drawn: left, right, top, bottom.
const FRAME: (f64, f64, f64, f64) = (64.0, 552.0, 36.0, 240.0);

/// A line: its name, its colour, how it is dashed, and its values; nothing where there is none.
struct Line {
    name: &'static str,
    colour: &'static str,
    dash: &'static str,
    values: Vec<Option<f64>>,
}

pub(super) fn section(report: &Report) -> Markup {
    let parts = report.period.parts(report.by);
    let days: Vec<String> = parts.iter().map(|(day, _)| day.to_string()).collect();
    let counts: Vec<Counts> =
        parts.iter().map(|(_, days)| report.all_templates.days[days.clone()].iter().copied().sum()).collect();
    let each = if report.by == By::Day { "day" } else { "week" };
    html! {
        section aria-labelledby="time" {
            h2 id="time" { "Marketing messages over time" }
            div.charts {
            (figure("counts", &format!("Messages by {each}"), &days, &count_lines(&counts), |value| count(whole(value)), |value| short(whole(value))))
            (figure("rates", &format!("Rates by {each}"), &days, &rate_lines(&counts), |rate| percent(Some(rate)), |rate| percent(Some(rate))))
            }
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a count")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

const STYLES: [(&str, &str); 4] =
    [("var(--a)", ""), ("var(--b)", "7 3"), ("var(--c)", "2 3"), ("var(--d)", "9 3 2 3")];

fn line(name: &'static str, style: usize, values: Vec<Option<f64>>) -> Line {
    let (colour, dash) = STYLES[style];
    Line { name, colour, dash, values }
}

#[allow(clippy::cast_precision_loss, reason = "a picture")]
fn count_lines(counts: &[Counts]) -> Vec<Line> {
    let of = |of: fn(&Counts) -> i64| counts.iter().map(|it| Some(of(it) as f64)).collect();
    vec![
        line("sent", 0, of(|it| it.sent)),
        line("delivered", 1, of(|it| it.delivered)),
        line("read", 2, of(|it| it.read)),
        line("clicks", 3, of(|it| it.clicks)),
    ]
}

fn rate_lines(counts: &[Counts]) -> Vec<Line> {
    let of = |of: fn(&Counts) -> Option<f64>| counts.iter().map(of).collect();
    vec![
        line("delivered of sent", 0, of(Counts::delivery_rate)),
        line("read of delivered", 1, of(Counts::read_rate)),
        line("clicks of delivered", 2, of(Counts::click_rate)),
    ]
}

/// `shown` is how values are told, and `axis` how they stand beside the picture.
fn figure(
    id: &str,
    title: &str,
    days: &[String],
    lines: &[Line],
    shown: fn(f64) -> String,
    axis: fn(f64) -> String,
) -> Markup {
    let most = lines.iter().flat_map(|line| &line.values).flatten().copied().fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { 1.0 };
    let (left, right, top, bottom) = FRAME;
    let height = |value: f64| bottom - value / most * (bottom - top);
    html! {
        figure.card {
            h3 { (title) }
            svg.lines viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby={ (id) "-title" } {
                title id={ (id) "-title" } {
                    (title) " from " (days.first().map_or("", String::as_str)) " to "
                    (days.last().map_or("", String::as_str)) ": " (ends(lines, shown)) ". The table below has all."
                }
                @for share in [0.0, 0.5, 1.0] {
                    line x1=(left) x2=(right) y1=(place(height(most * share))) y2=(place(height(most * share))) stroke="var(--line)" {}
                    text.soft x=(left - 6.0) y=(place(height(most * share) + 4.0)) text-anchor="end" { (axis(most * share)) }
                }
                text.soft x=(left) y=(bottom + 20.0) { (days.first().map_or("", String::as_str)) }
                text.soft x=(right) y=(bottom + 20.0) text-anchor="end" { (days.last().map_or("", String::as_str)) }
                @for (number, line) in lines.iter().enumerate() {
                    @let legend = 4.0 + WIDTH / part(lines.len()) * part(number);
                    line x1=(legend) x2=(legend + 22.0) y1="14" y2="14" stroke=(line.colour) stroke-width="2.5" stroke-dasharray=(line.dash) {}
                    text x=(legend + 27.0) y="18" { (line.name) }
                    path d=(path(&line.values, height)) fill="none" stroke=(line.colour) stroke-width="2.5" stroke-dasharray=(line.dash) {
                        title { (line.name) }
                    }
                }
            }
            details {
                summary { "The same as a table" }
                div.scroll tabindex="0" role="region" aria-label=(title) {
                    table {
                        caption { (title) }
                        thead { tr { th scope="col" { "from" } @for line in lines { th scope="col" { (line.name) } } } }
                        tbody {
                            @for (place, day) in days.iter().enumerate() {
                                tr {
                                    th scope="row" { (day) }
                                    @for line in lines { td { (line.values[place].map_or_else(|| "–".to_owned(), shown)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The number of a line.
fn part(number: usize) -> f64 {
    f64::from(u8::try_from(number).unwrap_or(u8::MAX))
}

/// Where each line begins and ends, in words.
fn ends(lines: &[Line], shown: fn(f64) -> String) -> String {
    let told = lines.iter().filter_map(|line| {
        let mut known = line.values.iter().flatten();
        let first = known.next()?;
        let last = known.next_back().unwrap_or(first);
        Some(format!("{} from {} to {}", line.name, shown(*first), shown(*last)))
    });
    told.collect::<Vec<_>>().join(", ")
}

#[allow(clippy::cast_precision_loss, reason = "a picture")]
fn path(values: &[Option<f64>], height: impl Fn(f64) -> f64) -> String {
    let (left, right, ..) = FRAME;
    let step = (right - left) / values.len().saturating_sub(1).max(1) as f64;
    let mut path = String::new();
    let mut is_down = false;
    for (number, value) in values.iter().enumerate() {
        let Some(value) = value else {
            is_down = false;
            continue;
        };
        let verb = if is_down { 'L' } else { 'M' };
        let x = left + step * number as f64;
        path.extend([format!("{verb}{} {}", place(x), place(height(*value)))]);
        // A point alone is seen as well.
        if !is_down {
            path.push_str("h0.01");
        }
        is_down = true;
    }
    path
}

/// A small line without axes, for a table; what it shows is in the row.
#[allow(clippy::cast_precision_loss, reason = "a picture")]
pub(super) fn spark(days: &[Counts]) -> Markup {
    let most = days.iter().map(|it| it.sent).max().unwrap_or_default();
    let step = 110.0 / days.len().saturating_sub(1).max(1) as f64;
    let points = days.iter().enumerate().map(|(number, counts)| {
        format!("{},{}", place(1.0 + step * number as f64), place(22.0 - scaled(counts.sent, most, 20.0)))
    });
    html! {
        svg viewBox="0 0 112 24" aria-hidden="true" focusable="false" {
            polyline points=(points.collect::<Vec<_>>().join(" ")) fill="none" stroke="var(--a)" stroke-width="2" {}
        }
    }
}
