//! What is asked of the service, and its answers as plain data.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput, GetChatappPhoneNumberMetric,
    GetChatappPhoneNumberMetricOutput, GetChatappTemplateMetric, GetChatappTemplateMetricOutput, Granularity,
    PhoneNumberMetric, TemplateMetric,
};
use cams_roi::{CallOptions, Client, Error};
use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;

use crate::errors::denial;

/// An operation with its parameters.
#[pyclass(frozen, module = "cams_roi._native")]
pub(crate) struct Request(Operation);

#[derive(Clone)]
pub(crate) enum Operation {
    Enable(EnableWhatsappRoiMetric),
    PhoneNumber(GetChatappPhoneNumberMetric),
    Template(GetChatappTemplateMetric),
    Call(Call),
}

/// What the service answered.
pub(crate) enum Output {
    Enable(EnableWhatsappRoiMetricOutput),
    PhoneNumber(GetChatappPhoneNumberMetricOutput),
    Template(GetChatappTemplateMetricOutput),
    /// The answer's text.
    Call(String),
}

/// Calls a setter of a request if there is a value.
macro_rules! given {
    ($request:ident, $($name:ident),*) => {
        $(let $request = match $name { Some(value) => $request.$name(value), None => $request };)*
    };
}

#[pymethods]
impl Request {
    /// `EnableWhatsappROIMetric`; without an ID the account's own channel.
    #[staticmethod]
    #[pyo3(signature = (cust_space_id, isv_code))]
    fn enable(cust_space_id: Option<&str>, isv_code: Option<&str>) -> Self {
        let request =
            cust_space_id.map_or_else(EnableWhatsappRoiMetric::own_channel, EnableWhatsappRoiMetric::new);
        given!(request, isv_code);
        Self(Operation::Enable(request))
    }

    /// `GetChatappPhoneNumberMetric`; times are in milliseconds since 1970. Without an ID the account's own channel.
    #[staticmethod]
    #[pyo3(signature = (start, end, granularity, phone_number, cust_space_id, isv_code))]
    fn phone_number_metric(
        start: i64,
        end: i64,
        granularity: Option<&str>,
        phone_number: Option<&str>,
        cust_space_id: Option<&str>,
        isv_code: Option<&str>,
    ) -> PyResult<Self> {
        let granularity = granularity.map(Granularity::from);
        let request = GetChatappPhoneNumberMetric::new(time(start)?, time(end)?);
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        given!(request, granularity, phone_number, isv_code);
        Ok(Self(Operation::PhoneNumber(request)))
    }

    /// `GetChatappTemplateMetric`; times are in milliseconds since 1970. Without an ID the account's own channel.
    #[staticmethod]
    #[pyo3(signature = (template_code, start, end, language, granularity, template_type, cust_space_id, isv_code))]
    #[allow(clippy::too_many_arguments, reason = "the operation has as many parameters")]
    fn template_metric(
        template_code: &str,
        start: i64,
        end: i64,
        language: Option<&str>,
        granularity: Option<&str>,
        template_type: Option<&str>,
        cust_space_id: Option<&str>,
        isv_code: Option<&str>,
    ) -> PyResult<Self> {
        let granularity = granularity.map(Granularity::from);
        let request = GetChatappTemplateMetric::new(template_code, time(start)?, time(end)?);
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        given!(request, language, granularity, template_type, isv_code);
        Ok(Self(Operation::Template(request)))
    }

    /// Any operation by its name.
    #[staticmethod]
    #[pyo3(signature = (action, parameters, idempotent))]
    fn call(action: &str, parameters: Vec<(String, String)>, idempotent: Option<bool>) -> Self {
        let request = parameters
            .into_iter()
            .fold(Call::new(action), |request, (name, value)| request.parameter(name, value));
        given!(request, idempotent);
        Self(Operation::Call(request))
    }
}

impl Request {
    pub(crate) fn operation(&self) -> Operation {
        self.0.clone()
    }
}

impl Operation {
    pub(crate) async fn send(self, client: Client, options: CallOptions) -> Result<Output, Error> {
        Ok(match self {
            Self::Enable(request) => Output::Enable(client.send(&request, options).await?),
            Self::PhoneNumber(request) => Output::PhoneNumber(client.send(&request, options).await?),
            Self::Template(request) => Output::Template(client.send(&request, options).await?),
            Self::Call(request) => Output::Call(client.send(&request, options).await?.text),
        })
    }
}

impl<'py> IntoPyObject<'py> for Output {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    /// Tuples in the order of the classes in Python.
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Enable(output) => {
                let detail = output.access_denied_detail.as_ref().map(denial);
                Ok((output.request_id, output.message, detail).into_pyobject(py)?.into_any())
            }
            Self::PhoneNumber(output) => {
                let rows: Vec<_> = output.data.into_iter().map(phone_number_row).collect();
                Ok((output.request_id, rows).into_pyobject(py)?.into_any())
            }
            Self::Template(output) => {
                let rows: Vec<_> = output.data.into_iter().map(template_row).collect();
                Ok((output.request_id, rows).into_pyobject(py)?.into_any())
            }
            Self::Call(text) => Ok(text.into_pyobject(py)?.into_any()),
        }
    }
}

fn phone_number_row(row: PhoneNumberMetric) -> (String, Option<String>, i64, i64, i64, i64) {
    let granularity = row.granularity.map(|it| it.as_str().to_owned());
    let (start, end) = (milliseconds(row.start), milliseconds(row.end));
    (row.phone_number, granularity, start, end, row.sent_count, row.delivered_count)
}

type Clicks = Vec<(String, String, i64)>;

fn template_row(row: TemplateMetric) -> (String, String, i64, i64, i64, i64, i64, Clicks) {
    let clicks = row.clicks.into_iter();
    let clicks = clicks.map(|it| (it.button_content, it.button_type.as_str().to_owned(), it.count)).collect();
    let (start, end) = (milliseconds(row.start), milliseconds(row.end));
    let (sent, delivered, read) = (row.sent_count, row.delivered_count, row.read_count);
    (row.template_code, row.language, start, end, sent, delivered, read, clicks)
}

fn time(milliseconds: i64) -> PyResult<SystemTime> {
    let distance = Duration::from_millis(milliseconds.unsigned_abs());
    let time =
        if milliseconds < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) };
    time.ok_or_else(|| PyOverflowError::new_err("a time that this system cannot hold"))
}

/// The core's times have no more than milliseconds, and fit.
fn milliseconds(time: SystemTime) -> i64 {
    let whole = |distance: Duration| i64::try_from(distance.as_millis()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(before) => -whole(before.duration()),
    }
}
