//! Which servers are trusted.
//!
//! The system's certificates and a copy of Mozilla's are trusted together: so a client starts where the system has
//! no certificates, and a company's own authority works where the system knows it.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};

use crate::error::Error;
use crate::option_text::{check_given, check_path};
use crate::text_bytes;

/// Where further trusted certificates come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct TlsOptions {
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) ca_pem: Option<Vec<u8>>,
    pub(crate) accept_any_certificate: bool,
}

impl TlsOptions {
    /// Refuses what a variable without a value gives.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if let Some(path) = &self.ca_file {
            check_path("ca_file", path)?;
        }
        if let Some(pem) = &self.ca_pem {
            check_given("ca_pem", &String::from_utf8_lossy(pem))?;
        }
        Ok(())
    }

    /// The rustls configuration. Without `is_https` no certificate will be needed, so none is read unless given.
    pub(crate) fn client_config(&self, is_https: bool) -> Result<ClientConfig, Error> {
        let provider = Arc::new(ring::default_provider());
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(|error| {
                Error::configuration(format!("TLS cannot be set up: {error}"), "Report this.")
            })?;
        if self.accept_any_certificate {
            tracing::warn!(
                "certificates are not verified: anybody on the way can read and change what is sent"
            );
            let verifier = Arc::new(AcceptAnyCertificate(provider));
            return Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth());
        }
        let mut roots = if is_https { STANDARD_ROOTS.clone() } else { RootCertStore::empty() };
        self.add_given(&mut roots)?;
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }

    fn add_given(&self, roots: &mut RootCertStore) -> Result<(), Error> {
        if let Some(path) = &self.ca_file {
            let name = path.display().to_string();
            let pem =
                std::fs::read(path).map_err(|error| bad_ca(&format!("{name} cannot be read: {error}")))?;
            add_pem(roots, &pem, &name)?;
        }
        if let Some(pem) = &self.ca_pem {
            add_pem(roots, pem, "the given PEM text")?;
        }
        Ok(())
    }
}

static STANDARD_ROOTS: LazyLock<RootCertStore> = LazyLock::new(|| {
    let mut roots = RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let system = rustls_native_certs::load_native_certs();
    for error in system.errors {
        tracing::debug!(%error, "the system's certificates cannot all be read");
    }
    roots.add_parsable_certificates(system.certs);
    roots
});

/// Adds every certificate of a bundle. A block that is damaged refuses the bundle, which may have been cut off. One that
/// is whole, but no authority that can be used, is passed over with a warning: bundles of companies have them.
pub(crate) fn add_pem(roots: &mut RootCertStore, pem: &[u8], origin: &str) -> Result<(), Error> {
    let text = text_bytes::read(pem).map_err(|error| bad_ca(&format!("{origin} cannot be read: {error}")))?;
    let (mut added, mut unusable) = (0, None);
    for (number, (line, block)) in certificate_blocks(&text).into_iter().enumerate() {
        let number = number + 1;
        let certificate = CertificateDer::from_pem_slice(block.as_bytes()).ok();
        let Some(certificate) = certificate.filter(|it| is_whole(it)) else {
            let problem = format!("{origin}: certificate {number}, which begins in line {line}, is damaged");
            return Err(bad_ca(&problem));
        };
        match roots.add(certificate) {
            Ok(()) => added += 1,
            Err(error) => {
                tracing::warn!(
                    "CA bundle: {origin}: certificate {number}, which begins in line {line}, cannot be used and is \
                     left out: {error}"
                );
                unusable.get_or_insert_with(|| format!("certificate {number} (line {line}): {error}"));
            }
        }
    }
    match (added, unusable) {
        (1.., _) => Ok(()),
        (_, Some(problem)) => {
            Err(bad_ca(&format!("{origin} holds no certificate that can be used: {problem}")))
        }
        (_, None) => Err(bad_ca(&format!("{origin} holds no certificate"))),
    }
}

/// Whether it is one sequence of DER from its first byte to its last, as every certificate is. What is within it may be
/// older or newer than what can be used.
fn is_whole(der: &[u8]) -> bool {
    const SEQUENCE: u8 = 0x30;
    let (length, rest) = match der {
        [SEQUENCE, short @ ..=0x7f, rest @ ..] => (usize::from(*short), rest),
        [SEQUENCE, 0x81, one, rest @ ..] => (usize::from(*one), rest),
        [SEQUENCE, 0x82, one, two, rest @ ..] => (usize::from(u16::from_be_bytes([*one, *two])), rest),
        _ => return false,
    };
    length == rest.len()
}

/// The blocks `-----BEGIN CERTIFICATE-----`, each with the number of its first line, up to its end or the next begin.
fn certificate_blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_within = false;
    // Old Macs end lines with a carriage return alone, and copying leaves blanks around them.
    for (index, line) in text.replace("\r\n", "\n").split(['\n', '\r']).map(str::trim).enumerate() {
        if line.starts_with("-----BEGIN ") {
            is_within = line == "-----BEGIN CERTIFICATE-----";
            if is_within {
                blocks.push((index + 1, String::new()));
            }
        }
        if let (true, Some((_, block))) = (is_within, blocks.last_mut()) {
            block.push_str(line);
            block.push('\n');
        }
        is_within &= !line.starts_with("-----END ");
    }
    blocks
}

/// What to do about a certificate that is not trusted.
pub(crate) fn hint_of(error: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    let reason = match error.downcast_ref()? {
        rustls::Error::InvalidCertificate(reason) => reason,
        rustls::Error::InvalidMessage(_) => {
            return Some(
                "The server does not answer with TLS. An endpoint without a scheme means https; write http:// before that of a server without TLS, such as the emulator.",
            );
        }
        _ => return None,
    };
    match reason {
        CertificateError::UnknownIssuer => Some(
            "No trusted authority signed the server's certificate. If a company's proxy or firewall signs for others, give its certificates as ca_file (--ca-bundle on the command line).",
        ),
        _ => None,
    }
}

fn bad_ca(problem: &str) -> Error {
    Error::configuration(
        format!("CA bundle: {problem}"),
        "Give a readable file of PEM certificates (-----BEGIN CERTIFICATE-----).",
    )
}

/// For the option that says loudly that nothing is verified.
#[derive(Debug)]
struct AcceptAnyCertificate(Arc<CryptoProvider>);

impl ServerCertVerifier for AcceptAnyCertificate {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certificate() -> String {
        rcgen::generate_simple_self_signed(["host.example".to_owned()]).unwrap().cert.pem()
    }

    fn add(pem: &[u8]) -> Result<usize, String> {
        let mut roots = RootCertStore::empty();
        add_pem(&mut roots, pem, "bundle.pem").map_err(|error| error.message().to_owned())?;
        Ok(roots.len())
    }

    #[test]
    fn every_certificate_counts_whatever_the_editor_did() {
        let both = certificate() + &certificate();
        assert_eq!(add(both.as_bytes()), Ok(2));
        assert_eq!(add(format!("\u{feff}{both}").as_bytes()), Ok(2));
        assert_eq!(add(format!("# a comment\n\n{both}more words\n").as_bytes()), Ok(2));
        assert_eq!(add(both.replace('\n', "\r\n").as_bytes()), Ok(2));
        assert_eq!(add(both.replace('\n', "\r").as_bytes()), Ok(2));
        assert_eq!(add(both.replace('\n', " \n ").as_bytes()), Ok(2));
        let utf16: Vec<u8> = format!("\u{feff}{both}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(add(&utf16), Ok(2));
        let with_key = format!("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n{both}");
        assert_eq!(add(with_key.as_bytes()), Ok(2));
    }

    #[test]
    fn a_damaged_block_is_told_by_its_line_and_an_unusable_one_left_out() {
        let good = certificate();
        let junk = "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n";
        let line = good.lines().count() + 1;
        let problem =
            format!("CA bundle: bundle.pem: certificate 2, which begins in line {line}, is damaged");
        assert_eq!(add(format!("{good}{junk}").as_bytes()), Err(problem.clone()));
        let cut = &good[..good.len() - 40];
        assert_eq!(add(format!("{good}{cut}").as_bytes()), Err(problem.clone()));
        for no_certificate in ["AAAA", "MIIBAA=="] {
            let block = junk.replace("!!!!", no_certificate);
            assert_eq!(add(format!("{good}{block}").as_bytes()), Err(problem.clone()), "{no_certificate}");
        }
        // A sequence of nothing.
        let no_authority = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
        assert_eq!(add(format!("{no_authority}{good}").as_bytes()), Ok(1));
        let alone = add(no_authority.as_bytes()).unwrap_err();
        assert!(alone.contains("no certificate that can be used: certificate 1 (line 1)"), "{alone}");
        assert_eq!(add(b"nothing").unwrap_err(), "CA bundle: bundle.pem holds no certificate");
    }
}
