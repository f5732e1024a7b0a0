package io.github.camsroi.internal

/** What an error says that is part of an answer, in the order of the core's `Cross for Error`. */
internal fun PostcardInput.errorInfo(): ErrorInfo = ErrorInfo(
    kind = text(),
    reason = text(),
    text = text(),
    hint = text(),
    code = optional { text() },
    requestId = optional { text() },
    httpStatus = optional { length() },
    retryable = boolean(),
    retryAfterMs = optional { double() },
    attempts = length(),
    operation = optional { text() },
    accessDeniedDetail = optional { denial() },
    timeoutPhase = optional { phase(text()) },
    detail = optional { text() },
    custSpaceId = optional { text() },
    phoneNumber = optional { text() },
    templateCode = optional { text() },
    causes = list { text() },
)

private fun PostcardInput.denial() = AccessDeniedDetail(
    text(),
    optional { text() },
    optional { text() },
    optional { text() },
    optional { text() },
    optional { text() },
    optional { text() },
    optional { text() },
)

private fun phase(word: String): Phase = Phase.entries.first { it.name.equals(word, ignoreCase = true) }
