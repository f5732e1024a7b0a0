//! What the `User-Agent` header says.

/// The library, the system, and `product`: the program, or the language's package.
pub(crate) fn user_agent(product: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let (system, architecture) = (std::env::consts::OS, std::env::consts::ARCH);
    let library = format!("cams-roi/{version} ({system}; {architecture})");
    product.map_or(library.clone(), |product| format!("{library} {product}"))
}
