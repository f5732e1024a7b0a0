//! The tables and views, and how older ones become what they are now: one text for both databases.

/// The steps from nothing to this version. A store of version 2 has had the first two; one that was released stays as
/// it is, and what is to change is a further one.
pub(crate) const STEPS: &[&str] = &[include_str!("schema.sql")];

/// How a database writes what the others write otherwise.
pub(crate) struct Dialect {
    pub(crate) replacements: [(&'static str, &'static str); 7],
}

pub(crate) const SQLITE: Dialect = Dialect {
    replacements: [
        ("{time}", "text"),
        ("{count}", "integer"),
        ("{json}", "text"),
        ("{day}", "date(period_start)"),
        ("{table_options}", " strict, without rowid"),
        (
            "{click_fields}",
            "json_extract(c.value, '$.button') as button, json_extract(c.value, '$.type') as button_type, \
             json_extract(c.value, '$.count') as click_count",
        ),
        ("{metrics_with_clicks}", "metrics, json_each(metrics.clicks) c"),
    ],
};

pub(crate) const POSTGRES: Dialect = Dialect {
    replacements: [
        ("{time}", "timestamptz"),
        ("{count}", "bigint"),
        ("{json}", "jsonb"),
        ("{day}", "cast(period_start at time zone 'UTC' as date)"),
        ("{table_options}", ""),
        ("{click_fields}", "c.button, c.type as button_type, c.count as click_count"),
        (
            "{metrics_with_clicks}",
            "metrics cross join lateral jsonb_to_recordset(metrics.clicks) as c(button text, type text, count bigint)",
        ),
    ],
};

impl Dialect {
    /// A step's statements.
    pub(crate) fn statements(&self, step: &str) -> String {
        let mut text = step.to_owned();
        for (mark, meaning) in &self.replacements {
            text = text.replace(mark, meaning);
        }
        text
    }
}

/// A step's comments as statements, for databases that keep comments. SQLite keeps the text itself.
pub(crate) fn comments(step: &str) -> String {
    let mut statements = Vec::new();
    let (mut said, mut table) = ("", "");
    for line in step.lines() {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix("-- ") {
            said = comment;
            continue;
        }
        for kind in ["table", "view"] {
            if let Some(rest) = line.strip_prefix("create ").and_then(|rest| rest.strip_prefix(kind)) {
                table = rest.split_whitespace().next().unwrap_or_default();
                statements.push(format!("comment on {kind} {table} is {};", quoted(said)));
            }
        }
        if let (Some((definition, comment)), Some(column)) =
            (line.split_once(" -- "), line.split_whitespace().next())
            && definition.ends_with(',')
        {
            statements.push(format!("comment on column {table}.{column} is {};", quoted(comment)));
        }
    }
    statements.join("\n")
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_and_column_has_a_comment() {
        let (step, comments) = (STEPS[0], comments(STEPS[0]));
        let columns = step.lines().filter(|line| line.contains(" not null") || line.contains("{count},"));
        assert_eq!(comments.matches("comment on column").count(), columns.count() + 2, "{comments}");
        assert_eq!(comments.matches("comment on table").count(), 7);
        assert_eq!(comments.matches("comment on view").count(), 3);
        assert!(comments.contains("comment on column metrics.sent_count is 'Messages sent';"));
    }

    #[test]
    fn no_mark_is_left() {
        for (dialect, step) in
            [SQLITE, POSTGRES].iter().flat_map(|it| STEPS.iter().map(move |step| (it, step)))
        {
            let statements = dialect.statements(step);
            assert!(!statements.contains(['{', '}']), "{statements}");
        }
    }
}
