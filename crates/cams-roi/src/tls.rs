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
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};

use crate::error::Error;

/// Where further trusted certificates come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct TlsOptions {
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) ca_pem: Option<Vec<u8>>,
    pub(crate) accept_any_certificate: bool,
}

impl TlsOptions {
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
        for certificate in self.given_certificates()? {
            roots
                .add(certificate)
                .map_err(|error| bad_ca(&format!("holds a certificate that is none: {error}")))?;
        }
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }

    fn given_certificates(&self) -> Result<Vec<CertificateDer<'static>>, Error> {
        let mut certificates = Vec::new();
        if let Some(path) = &self.ca_file {
            let pem = std::fs::read(path)
                .map_err(|error| bad_ca(&format!("{} cannot be read: {error}", path.display())))?;
            certificates.extend(parse_pem(&pem, &path.display().to_string())?);
        }
        if let Some(pem) = &self.ca_pem {
            certificates.extend(parse_pem(pem, "the given PEM text")?);
        }
        Ok(certificates)
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

fn parse_pem(pem: &[u8], origin: &str) -> Result<Vec<CertificateDer<'static>>, Error> {
    let certificates = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| bad_ca(&format!("{origin} is not PEM: {error}")))?;
    if certificates.is_empty() {
        return Err(bad_ca(&format!("{origin} holds no certificate")));
    }
    Ok(certificates)
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
