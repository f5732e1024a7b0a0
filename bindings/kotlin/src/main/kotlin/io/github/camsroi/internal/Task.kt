package io.github.camsroi.internal

/**
 * Something that takes time, ready to be begun. Who needs the answer may suspend for it, wait for it, or be told: see
 * Suspending.kt, Waiting.kt and Futures.kt. Only the first of them knows coroutines, so that Java can do without.
 */
internal class Task<Answer>(val work: Work<Answer>, val handle: Long, val request: ByteArray)

/** What takes time, by number, and how its answer is read. */
internal abstract class Work<Answer>(val number: Int) {
    abstract fun read(from: Input): Answer

    /** Adds a channel to a run. */
    object Add : Work<Boolean>(1) {
        override fun read(from: Input) = from.boolean()
    }

    /** Asks for a run's next outcome. */
    object Next : Work<NativeChannelOutcome?>(2) {
        override fun read(from: Input) = from.optional { NativeChannelOutcome.read(this) }
    }
}

/** An operation of the service. */
internal abstract class Operation<Request, Answer> : Work<Answer>(0) {
    /** Its name on the wire. */
    protected abstract val name: String

    /** Writes the parameters, in the model's order. */
    protected abstract fun write(to: PostcardOutput, request: Request)

    /** Reads the answer's fields, in the model's order. */
    protected abstract fun read(from: PostcardInput): Answer

    override fun read(from: Input) = read(from.postcard())

    /** A call of it by a client. */
    fun task(handle: Long, request: Request, settings: Bytes): Task<Answer> =
        Task(this, handle, written(name, request, settings))

    /** A request as it crosses, to what the library calls so. */
    protected fun written(name: String, request: Request, settings: Bytes): ByteArray {
        val to = Output()
        to.text(name)
        to.one(settings)
        write(PostcardOutput(to), request)
        return to.bytes()
    }
}

/** Any operation by its name: the answer is its JSON text. */
internal class NamedCall(
    val action: String,
    val parameters: List<Parameter>,
    val idempotent: Boolean?,
    val unchecked: Boolean,
) {
    companion object : Operation<NamedCall, String>() {
        override val name = "call"

        override fun write(to: PostcardOutput, request: NamedCall) {
            to.text(request.action)
            to.list(request.parameters) {
                to.text(it.name)
                to.text(it.value)
                to.boolean(it.isJson)
            }
            to.optional(request.idempotent) { to.boolean(it) }
            to.boolean(request.unchecked)
        }

        override fun read(from: PostcardInput): String = from.text()
    }
}
