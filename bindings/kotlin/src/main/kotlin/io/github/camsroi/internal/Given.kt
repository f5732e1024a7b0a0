package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException

/** What Java gave, which may be `null` where Kotlin says that it is not: refused by name, before anything is sent. */
internal fun <T : Any> given(name: String, value: T?, hint: String = "Give it a value."): T =
    value ?: throw CamsRoiException.InvalidArgument("$name is null", CamsRoiException.Details(hint = hint))

/** The same, of each element of a list, which is copied: what its owner changes later changes no request. */
internal fun <T : Any> copied(name: String, values: List<T?>): List<T> =
    values.mapIndexed { index, value -> given("$name[$index]", value) }

/** The same, of a client's settings. */
internal fun <T : Any> setting(name: String, value: T?): T =
    value ?: throw CamsRoiException.Configuration(
        "$name is null",
        CamsRoiException.Details(hint = "Give it a value, or leave it out for its default."),
    )

/** The same, of a channel's ID. */
internal fun channelId(id: String?, name: String = "custSpaceId"): String = given(name, id, CHANNEL_HINT)

/** What to do where it is not said which channel is meant. */
internal const val CHANNEL_HINT: String =
    "Give the channel's ID (cams-…); ownChannel() asks for the account's own channel."
