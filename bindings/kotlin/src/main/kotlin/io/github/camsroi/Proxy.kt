package io.github.camsroi

import io.github.camsroi.internal.setting

/** Through which proxy calls go. */
public class Proxy private constructor(internal val told: String?) {
    /** Which proxy it is, without its password. */
    override fun toString(): String = when (this) {
        ENVIRONMENT -> "environment"
        DIRECT -> "direct"
        else -> "proxy"
    }

    /** The ways that there are. */
    public companion object {
        /** What `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say. */
        @JvmField
        public val ENVIRONMENT: Proxy = Proxy(null)

        /** None. */
        @JvmField
        public val DIRECT: Proxy = Proxy("direct")

        /** By its URL: `http://`, `https://` or `socks5://`, with user and password where it asks for them. */
        @JvmStatic
        public fun of(url: String): Proxy = Proxy(setting("proxy", url))
    }
}
