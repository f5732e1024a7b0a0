//! Generated Kotlin is public, and uniffi has no setting for that. What users see is written by hand over it.

/// With what a declaration begins that says nothing of who may use it.
const DECLARATIONS: [&str; 16] = [
    "abstract ",
    "annotation ",
    "class ",
    "const ",
    "data ",
    "enum ",
    "fun ",
    "fun<",
    "inline ",
    "interface ",
    "object ",
    "open ",
    "sealed ",
    "suspend ",
    "typealias ",
    "val ",
];

/// Makes every declaration of a file internal; those within another are then out of reach as well. Its warnings are
/// nobody's to mend, so the compiler keeps them to itself.
pub(crate) fn internal(kotlin: &str) -> String {
    kotlin.lines().map(|line| internal_line(line) + "\n").collect()
}

fn internal_line(line: &str) -> String {
    if line.starts_with("@file:Suppress(") {
        return "@file:Suppress(\"warnings\")".to_owned();
    }
    if let Some(declaration) = line.strip_prefix("public ") {
        return format!("internal {declaration}");
    }
    // A function that belongs to no type is set in, and stands behind its documentation where it has one.
    if let Some(function) = line.strip_prefix(" fun ") {
        return format!("internal fun {function}");
    }
    if let Some((documentation, function)) = line.split_once("*/ fun ") {
        return format!("{documentation}*/ internal fun {function}");
    }
    // One that throws has its annotation before it, on its line or on lines of their own.
    if let Some(function) = line.strip_prefix("    @Throws(Failure::class) fun ") {
        return format!("    @Throws(Failure::class) internal fun {function}");
    }
    if let Some(function) = line.strip_prefix("     suspend fun ") {
        return format!("     internal suspend fun {function}");
    }
    if DECLARATIONS.iter().any(|start| line.starts_with(start)) {
        return format!("internal {line}");
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_of_the_file_become_internal() {
        let kotlin = "\
@file:Suppress(\"NAME_SHADOWING\")
package a
data class Key(
    val secret: String
)
public object FfiConverterKey {
    fun lift() {}
}
private fun own() {}
internal val handles = 1
inline fun <T> T.use() {}
        /**
         */ fun `errorKinds`() {}
 fun `other`() {}
    @Throws(Failure::class) fun `throws`()
     suspend fun `waits`() {
";
        let expected = "\
@file:Suppress(\"warnings\")
package a
internal data class Key(
    val secret: String
)
internal object FfiConverterKey {
    fun lift() {}
}
private fun own() {}
internal val handles = 1
internal inline fun <T> T.use() {}
        /**
         */ internal fun `errorKinds`() {}
internal fun `other`() {}
    @Throws(Failure::class) internal fun `throws`()
     internal suspend fun `waits`() {
";
        assert_eq!(internal(kotlin), expected);
    }
}
