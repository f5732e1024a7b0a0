// How `GetChatappTemplateDetail` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.CardButton
import io.github.camsroi.CardComponent
import io.github.camsroi.GetChatappTemplateDetailRequest
import io.github.camsroi.GetChatappTemplateDetailResult
import io.github.camsroi.QualityRating
import io.github.camsroi.TemplateApp
import io.github.camsroi.TemplateButton
import io.github.camsroi.TemplateCard
import io.github.camsroi.TemplateComponent
import io.github.camsroi.TemplateDetail
import io.github.camsroi.TemplateNextStep

internal object GetChatappTemplateDetail :
    Operation<GetChatappTemplateDetailRequest, GetChatappTemplateDetailResult>() {
    override val name = "GetChatappTemplateDetail"

    override fun write(to: PostcardOutput, request: GetChatappTemplateDetailRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.text(request.language)
        to.optional(request.templateCode) { to.text(it) }
        to.optional(request.templateName) { to.text(it) }
        to.optional(request.templateType) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
    }

    override fun read(from: PostcardInput): GetChatappTemplateDetailResult = GetChatappTemplateDetailResult(
        from.optional { from.text() },
        readTemplateDetail(from),
    )
}

internal fun readTemplateDetail(from: PostcardInput): TemplateDetail = TemplateDetail(
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.text(),
    QualityRating.of(from.text()),
    from.optional { from.boolean() },
    from.optional { from.boolean() },
    from.optional { from.long() },
    from.optional { from.text() },
    from.map { from.text() },
    from.list { readTemplateComponent(from) },
)

internal fun readTemplateComponent(from: PostcardInput): TemplateComponent = TemplateComponent(
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.long() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.boolean() },
    from.optional { from.long() },
    from.optional { from.boolean() },
    from.optional { from.text() },
    from.list { readTemplateButton(from) },
    from.list { readTemplateCard(from) },
)

internal fun readTemplateButton(from: PostcardInput): TemplateButton = TemplateButton(
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.list { readTemplateApp(from) },
    from.optional { from.boolean() },
    from.optional { readTemplateNextStep(from) },
)

internal fun readTemplateApp(from: PostcardInput): TemplateApp = TemplateApp(from.text(), from.text())

internal fun readTemplateNextStep(from: PostcardInput): TemplateNextStep = TemplateNextStep(
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
)

internal fun readTemplateCard(from: PostcardInput): TemplateCard = TemplateCard(from.list { readCardComponent(from) })

internal fun readCardComponent(from: PostcardInput): CardComponent = CardComponent(
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.list { readCardButton(from) },
)

internal fun readCardButton(from: PostcardInput): CardButton = CardButton(
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
)
