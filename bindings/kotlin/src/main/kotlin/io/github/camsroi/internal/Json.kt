// Parameters of a call by name as they cross: texts as they are, and anything else as the JSON that is sent.
package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException

/** What is nested deeper is no parameter, but a map or a list that holds itself. */
private const val DEEPEST = 100
private const val HEX = 16
private const val DIGITS = 4

/** A parameter as it crosses; its value may be JSON rather than a text. */
internal class Parameter(val name: String, val value: String, val isJson: Boolean)

internal fun parameters(given: Map<String, Any?>): List<Parameter> = given.mapNotNull { (name, value) ->
    when (value) {
        // A channel's ID without a value is refused: without one the service takes the account's own channel.
        null -> if (name == "CustSpaceId") Parameter(name, "", isJson = false) else null
        is CharSequence -> Parameter(name, value.toString(), isJson = false)
        else -> Parameter(name, buildString { json(name, value, 0) }, isJson = true)
    }
}

private fun StringBuilder.json(place: String, value: Any?, depth: Int) {
    if (depth > DEEPEST) refuse("parameter $place nests too deeply", "Give less of it.")
    when (value) {
        null, is Boolean -> append(value)
        is Number -> if (isInfinite(value)) refuse("parameter $place is $value", "Give a number.") else append(value)
        is CharSequence -> quoted(value)
        is Map<*, *> -> joined('{', value.entries, '}') { _, (name, member) ->
            if (name !is CharSequence) refuse("parameter $place has a key that is no text", "Give texts as its keys.")
            quoted(name)
            append(':')
            json("$place.$name", member, depth + 1)
        }
        is Iterable<*> -> joined('[', value, ']') { index, item -> json("$place[$index]", item, depth + 1) }
        is Array<*> -> json(place, value.asList(), depth)
        is IntArray -> json(place, value.asList(), depth)
        is LongArray -> json(place, value.asList(), depth)
        else -> refuse(
            "parameter $place is no text, number, boolean, map, iterable or array",
            "Give it as one of these: a text for an enum, a map for an object of your own.",
        )
    }
}

private fun isInfinite(number: Number) =
    (number is Double && !number.isFinite()) || (number is Float && !number.isFinite())

private inline fun <T> StringBuilder.joined(begin: Char, items: Iterable<T>, end: Char, write: (Int, T) -> Unit) {
    append(begin)
    items.forEachIndexed { index, item ->
        if (index > 0) append(',')
        write(index, item)
    }
    append(end)
}

private fun StringBuilder.quoted(text: CharSequence) {
    append('"')
    for (character in text) {
        when {
            character == '"' || character == '\\' -> append('\\').append(character)
            character < ' ' -> append("\\u").append(character.code.toString(HEX).padStart(DIGITS, '0'))
            else -> append(character)
        }
    }
    append('"')
}

private fun refuse(message: String, hint: String): Nothing =
    throw CamsRoiException.InvalidArgument(message, CamsRoiException.Details(hint = hint))
