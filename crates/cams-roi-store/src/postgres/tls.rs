//! Whom a connection trusts.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::problem::wrong_url;
use crate::error::StoreError;

/// Which servers are taken for the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Whoever answers: nobody on the way can listen, but somebody may answer in the server's place.
    Anybody,
    /// One with a certificate that was signed by somebody who is trusted, whatever its name.
    Signed,
    /// One whose certificate also has its name.
    SignedForHost,
}

/// TLS with this trust; `root` is a file of certificates, `system` for the system's.
pub(super) fn connector(trust: Trust, root: Option<&str>) -> Result<MakeRustlsConnect, StoreError> {
    let provider = Arc::new(ring::default_provider());
    let mut given = Vec::new();
    let of_signatures = if trust == Trust::Anybody {
        None
    } else {
        let (roots, certificates) = roots(root)?;
        given = certificates;
        let built =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
        Some(built.map_err(|error| {
            wrong_url(&format!("sslrootcert cannot be used: {error}"), "Give a file of certificates in PEM.")
        })?)
    };
    let verifier = Arc::new(Verifier { trust, provider: Arc::clone(&provider), of_signatures, given });
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| wrong_url(&format!("TLS cannot be set up: {error}"), "Report this."))?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// Those who may sign, and the certificates of the file as they are.
fn roots(file: Option<&str>) -> Result<(RootCertStore, Vec<CertificateDer<'static>>), StoreError> {
    let mut roots = RootCertStore::empty();
    let Some(path) = file.filter(|path| *path != "system") else {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        return Ok((roots, Vec::new()));
    };
    let hint = "Give sslrootcert as a file of certificates in PEM, or system.";
    let certificates =
        CertificateDer::pem_file_iter(path)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| wrong_url(&format!("sslrootcert {path} cannot be read: {error}"), hint))?;
    let (added, _) = roots.add_parsable_certificates(certificates.iter().cloned());
    if added == 0 {
        return Err(wrong_url(&format!("sslrootcert {path} holds no certificate"), hint));
    }
    Ok((roots, certificates))
}

/// Does what `sslmode` says.
#[derive(Debug)]
struct Verifier {
    trust: Trust,
    provider: Arc<CryptoProvider>,
    of_signatures: Option<Arc<WebPkiServerVerifier>>,
    given: Vec<CertificateDer<'static>>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(verifier) = &self.of_signatures else { return Ok(ServerCertVerified::assertion()) };
        match verifier.verify_server_cert(certificate, intermediates, name, ocsp, now) {
            // A server's own certificate, signed by itself, is the most common one: it must be the very same.
            Err(Error::InvalidCertificate(CertificateError::Other(_)))
                if self.given.contains(certificate) =>
            {
                if self.trust == Trust::SignedForHost {
                    verify_server_name(&ParsedCertificate::try_from(certificate)?, name)?;
                }
                Ok(ServerCertVerified::assertion())
            }
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if self.trust == Trust::Signed => Ok(ServerCertVerified::assertion()),
            result => result,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
