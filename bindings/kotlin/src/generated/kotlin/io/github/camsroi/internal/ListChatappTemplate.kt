// How `ListChatappTemplate` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.ListChatappTemplateRequest
import io.github.camsroi.ListChatappTemplateResult
import io.github.camsroi.Template

internal object ListChatappTemplate :
    Listing<ListChatappTemplateRequest, ListChatappTemplateResult, Template>() {
    override val name = "ListChatappTemplate"

    override fun write(to: PostcardOutput, request: ListChatappTemplateRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
        to.optional(request.page) { writePage(to, it) }
        to.optional(request.name) { to.text(it) }
        to.optional(request.code) { to.text(it) }
        to.optional(request.language) { to.text(it) }
        to.optional(request.category) { to.text(it) }
        to.optional(request.auditStatus) { to.text(it) }
        to.optional(request.templateType) { to.text(it) }
    }

    override fun read(from: PostcardInput): ListChatappTemplateResult = ListChatappTemplateResult(
        from.optional { from.text() },
        from.list { readTemplate(from) },
        from.optional { from.long() },
    )

    override fun items(page: ListChatappTemplateResult): List<Template> = page.templates

    override fun sized(request: ListChatappTemplateRequest, size: Int): ListChatappTemplateRequest = request.sized(size)
}

internal fun readTemplate(from: PostcardInput): Template = Template(
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.text(),
    from.optional { from.time() },
)
