//! One query of a run: what it asks, and what it is called in a journal.

use super::plan::Window;
use super::rows;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::may_send::MaySend;
use crate::operations::{
    CollectProgress, CollectedMetrics, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity,
    MetricsRow, MetricsTarget,
};

/// A query: a target that names one operation, and a window.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    /// Of a template, or of phone numbers: of all of the channel's where none is named.
    pub(crate) target: MetricsTarget,
    pub(crate) window: Window,
}

impl Query {
    pub(crate) fn is_of_template(&self) -> bool {
        self.target.template_code.is_some()
    }

    /// Asks for the rows.
    pub(crate) async fn ask(
        &self,
        client: &Client,
        granularity: Granularity,
        options: CallOptions,
        guard: &dyn MaySend,
    ) -> Result<Vec<MetricsRow>, Error> {
        let options = CallOptions { is_part: true, ..options };
        let Window { start, end, .. } = self.window;
        let MetricsTarget { cust_space_id, isv_code, .. } = &self.target;
        let Some(code) = &self.target.template_code else {
            let mut request = GetChatappPhoneNumberMetric::new(start, end)
                .cust_space_id(cust_space_id)
                .granularity(granularity);
            if let Some(number) = &self.target.phone_number {
                request = request.phone_number(number);
            }
            if let Some(isv_code) = isv_code {
                request = request.isv_code(isv_code);
            }
            let answer = client.send_unless(&request, options, guard).await?;
            let rows = answer.data.into_iter().map(|row| rows::of_phone_number(cust_space_id, row));
            return Ok(self.own(rows));
        };
        let mut request = GetChatappTemplateMetric::new(code, start, end)
            .cust_space_id(cust_space_id)
            .granularity(granularity);
        if let Some(language) = &self.target.language {
            request = request.language(language);
        }
        if let Some(isv_code) = isv_code {
            request = request.isv_code(isv_code);
        }
        let answer = client.send_unless(&request, options, guard).await?;
        Ok(self.own(answer.data.into_iter().map(|row| rows::of_template(&self.target, row))))
    }

    /// The rows that are this window's: one that begins before it came with the window before.
    fn own(&self, rows: impl Iterator<Item = MetricsRow>) -> Vec<MetricsRow> {
        rows.filter(|row| self.window.is_first || row.start >= self.window.start).collect()
    }

    /// What came of it.
    pub(crate) fn result(
        self,
        result: Result<Vec<MetricsRow>, Error>,
        progress: CollectProgress,
    ) -> CollectedMetrics {
        let (rows, error) = match result {
            Ok(rows) => (rows, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        let MetricsTarget { cust_space_id, phone_number, template_code, language, template_name, .. } =
            self.target;
        CollectedMetrics {
            cust_space_id,
            phone_number,
            template_code,
            template_name,
            language,
            start: self.window.start,
            end: self.window.end,
            rows,
            error,
            progress,
        }
    }
}
