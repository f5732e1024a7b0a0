//! Requests and answers as types of the `http` crate, for transports that send by a library of theirs.

use crate::transport::{HttpMethod, HttpRequest, HttpResponse};

impl TryFrom<HttpRequest> for http::Request<String> {
    type Error = http::Error;

    /// `Debug` of what this gives shows the URL, which may be signed: log the request that this was made of instead.
    fn try_from(request: HttpRequest) -> Result<Self, http::Error> {
        let method = match request.method {
            HttpMethod::Post => http::Method::POST,
            HttpMethod::Get => http::Method::GET,
            HttpMethod::Put => http::Method::PUT,
        };
        let mut builder = http::Request::builder().method(method).uri(request.url);
        for (name, value) in &request.headers {
            let mut value = http::HeaderValue::try_from(value)?;
            // Some hold tokens and signatures.
            value.set_sensitive(true);
            builder = builder.header(*name, value);
        }
        builder.body(request.body)
    }
}

impl<Body: Into<Vec<u8>>> From<http::Response<Body>> for HttpResponse {
    /// Headers that are no text are left out: the service sends none.
    fn from(response: http::Response<Body>) -> Self {
        let headers = response.headers().iter();
        let headers =
            headers.filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())));
        Self {
            status: response.status().as_u16(),
            headers: headers.collect(),
            body: response.into_body().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_and_what_comes_is_the_same() {
        let request = HttpRequest {
            method: HttpMethod::Put,
            url: "http://127.0.0.1/?a=b".to_owned(),
            headers: vec![("x-acs-security-token", "token99".to_owned())],
            body: "body".to_owned(),
        };
        let sent = http::Request::try_from(request).unwrap();
        assert_eq!(
            (sent.method(), sent.uri().to_string()),
            (&http::Method::PUT, "http://127.0.0.1/?a=b".to_owned())
        );
        assert_eq!(sent.headers()["x-acs-security-token"], "token99");
        assert!(!format!("{:?}", sent.headers()).contains("token99"));
        assert_eq!(sent.into_body(), "body");
        let no_url = HttpRequest { url: "no url".to_owned(), ..HttpRequest::default() };
        http::Request::try_from(no_url).unwrap_err();
        let answer = http::Response::builder().status(400).header("Retry-After", "3").body("text").unwrap();
        let answer = HttpResponse::from(answer);
        assert_eq!((answer.status, answer.header("retry-after")), (400, Some("3")));
        assert_eq!(answer.body, b"text");
    }
}
