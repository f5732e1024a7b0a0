// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.util.Objects

/**
 * What is asked of `GetChatappTemplateDetail`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property language The language, for example `en` or `zh_CN`.
 * @property templateCode The template's code. It is a text, even if it consists of digits.
 * @property templateName The template's name, where its code is not given.
 * @property templateType The template's type; `WHATSAPP` by default.
 * @property isvCode The code by which the ISV authorised the caller.
 */
public class GetChatappTemplateDetailRequest private constructor(
    channel: WantedChannel,
    public val language: String,
    public val templateCode: String?,
    public val templateName: String?,
    public val templateType: String?,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappTemplateDetailRequest &&
        custSpaceId == other.custSpaceId &&
        language == other.language &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        templateType == other.templateType &&
        isvCode == other.isvCode

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        custSpaceId,
        language,
        templateCode,
        templateName,
        templateType,
        isvCode,
    )

    /** All that is asked. */
    override fun toString(): String =
        "GetChatappTemplateDetailRequest(custSpaceId=$custSpaceId, language=$language, templateCode=$templateCode, " +
            "templateName=$templateName, templateType=$templateType, isvCode=$isvCode)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val language: String,
    ) {
        private var templateCode: String? = null
        private var templateName: String? = null
        private var templateType: String? = null
        private var isvCode: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The template's code. It is a text, even if it consists of digits. */
        public fun templateCode(templateCode: String?): Builder = apply { this.templateCode = templateCode }

        /** The template's name, where its code is not given. */
        public fun templateName(templateName: String?): Builder = apply { this.templateName = templateName }

        /** The template's type; `WHATSAPP` by default. */
        public fun templateType(templateType: String?): Builder = apply { this.templateType = templateType }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetChatappTemplateDetailRequest = GetChatappTemplateDetailRequest(
            WantedChannel.of(custSpaceId, own),
            language,
            templateCode,
            templateName,
            templateType,
            isvCode,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(language: String): Builder = Builder(given("language", language))

        /** A request for the channel [custSpaceId], in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            language: String,
            custSpaceId: String,
            templateCode: String? = null,
            templateName: String? = null,
            templateType: String? = null,
            isvCode: String? = null,
        ): GetChatappTemplateDetailRequest = builder(language)
            .custSpaceId(custSpaceId)
            .templateCode(templateCode)
            .templateName(templateName)
            .templateType(templateType)
            .isvCode(isvCode)
            .build()

        /** For the account's own channel, in Kotlin. */
        @JvmSynthetic
        public fun ownChannel(
            language: String,
            templateCode: String? = null,
            templateName: String? = null,
            templateType: String? = null,
            isvCode: String? = null,
        ): GetChatappTemplateDetailRequest = builder(language)
            .ownChannel()
            .templateCode(templateCode)
            .templateName(templateName)
            .templateType(templateType)
            .isvCode(isvCode)
            .build()
    }
}

/**
 * The answer to `GetChatappTemplateDetail`.
 *
 * @property requestId The service's ID of the request.
 * @property template The template.
 */
public class GetChatappTemplateDetailResult(
    public val requestId: String?,
    public val template: TemplateDetail,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappTemplateDetailResult &&
        requestId == other.requestId &&
        template == other.template

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, template)

    /** All fields. */
    override fun toString(): String = "GetChatappTemplateDetailResult(requestId=$requestId, template=$template)"
}

/**
 * A template in one language, with its parts.
 *
 * @property templateCode The template's code. It is a text, even if it consists of digits.
 * @property templateName The template's name. The service calls it `Name` here.
 * @property language The language, for example `en` or `zh_CN`.
 * @property category The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others.
 * @property auditStatus The state of the review: `pass`, `fail`, `auditing` or `unaudit`.
 * @property reason Why the review refused it; absent without a reason, for which the service also writes `None`.
 * @property templateType The type: `WHATSAPP` or `VIBER`.
 * @property qualityScore Meta's rating of its messages of the last days.
 * @property allowSend Whether it may be sent, of marketing templates.
 * @property categoryChangePaused Whether it is paused because Meta changed its category.
 * @property messageSendTtlSeconds For how many seconds delivery is tried: 60 to 600.
 * @property productSetId The products that it shows.
 * @property examples Examples of its variables. Values are often JSON text, given as they came.
 * @property components Its parts, from top to bottom.
 */
public class TemplateDetail(
    public val templateCode: String,
    public val templateName: String,
    public val language: String,
    public val category: String,
    public val auditStatus: String,
    public val reason: String?,
    public val templateType: String,
    public val qualityScore: QualityRating,
    public val allowSend: Boolean?,
    public val categoryChangePaused: Boolean?,
    public val messageSendTtlSeconds: Long?,
    public val productSetId: String?,
    public val examples: Map<String, String>,
    public val components: List<TemplateComponent>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateDetail &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        language == other.language &&
        category == other.category &&
        auditStatus == other.auditStatus &&
        reason == other.reason &&
        templateType == other.templateType &&
        qualityScore == other.qualityScore &&
        allowSend == other.allowSend &&
        categoryChangePaused == other.categoryChangePaused &&
        messageSendTtlSeconds == other.messageSendTtlSeconds &&
        productSetId == other.productSetId &&
        examples == other.examples &&
        components == other.components

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        templateCode,
        templateName,
        language,
        category,
        auditStatus,
        reason,
        templateType,
        qualityScore,
        allowSend,
        categoryChangePaused,
        messageSendTtlSeconds,
        productSetId,
        examples,
        components,
    )

    /** All fields. */
    override fun toString(): String =
        "TemplateDetail(templateCode=$templateCode, templateName=$templateName, language=$language, " +
            "category=$category, auditStatus=$auditStatus, reason=$reason, templateType=$templateType, " +
            "qualityScore=$qualityScore, allowSend=$allowSend, categoryChangePaused=$categoryChangePaused, " +
            "messageSendTtlSeconds=$messageSendTtlSeconds, productSetId=$productSetId, examples=$examples, " +
            "components=$components)"
}

/**
 * A part of a template.
 *
 * @property componentType Which part it is: `BODY`, `HEADER`, `FOOTER`, `BUTTONS`, `CAROUSEL` or
 *   `LIMITED_TIME_OFFER`.
 * @property format What a header holds, such as `TEXT` or `IMAGE`.
 * @property text Its text.
 * @property url The URL of its picture, video or document.
 * @property caption The caption of its document.
 * @property fileName The name of its document.
 * @property fileType The type of its document.
 * @property thumbUrl The URL of a small picture of its video.
 * @property duration The length of its video, in seconds.
 * @property latitude The latitude of its place, in degrees as text.
 * @property longitude The longitude of its place, in degrees as text.
 * @property locationName The name of its place.
 * @property locationAddress The address of its place.
 * @property addSecretRecommendation Whether a body warns against giving a code away.
 * @property codeExpirationMinutes For how many minutes a code is good: 1 to 90.
 * @property hasExpiration Whether an offer ends.
 * @property offerExpirationTimeMs When an offer ends: milliseconds since 1970, or a variable such as
 *   `$(offerExpirationTimeMs)`.
 * @property buttons Its buttons, from top to bottom.
 * @property cards The cards of a carousel.
 */
public class TemplateComponent(
    public val componentType: String,
    public val format: String?,
    public val text: String?,
    public val url: String?,
    public val caption: String?,
    public val fileName: String?,
    public val fileType: String?,
    public val thumbUrl: String?,
    public val duration: Long?,
    public val latitude: String?,
    public val longitude: String?,
    public val locationName: String?,
    public val locationAddress: String?,
    public val addSecretRecommendation: Boolean?,
    public val codeExpirationMinutes: Long?,
    public val hasExpiration: Boolean?,
    public val offerExpirationTimeMs: String?,
    public val buttons: List<TemplateButton>,
    public val cards: List<TemplateCard>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateComponent &&
        componentType == other.componentType &&
        format == other.format &&
        text == other.text &&
        url == other.url &&
        caption == other.caption &&
        fileName == other.fileName &&
        fileType == other.fileType &&
        thumbUrl == other.thumbUrl &&
        duration == other.duration &&
        latitude == other.latitude &&
        longitude == other.longitude &&
        locationName == other.locationName &&
        locationAddress == other.locationAddress &&
        addSecretRecommendation == other.addSecretRecommendation &&
        codeExpirationMinutes == other.codeExpirationMinutes &&
        hasExpiration == other.hasExpiration &&
        offerExpirationTimeMs == other.offerExpirationTimeMs &&
        buttons == other.buttons &&
        cards == other.cards

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        componentType,
        format,
        text,
        url,
        caption,
        fileName,
        fileType,
        thumbUrl,
        duration,
        latitude,
        longitude,
        locationName,
        locationAddress,
        addSecretRecommendation,
        codeExpirationMinutes,
        hasExpiration,
        offerExpirationTimeMs,
        buttons,
        cards,
    )

    /** All fields. */
    override fun toString(): String =
        "TemplateComponent(componentType=$componentType, format=$format, text=$text, url=$url, caption=$caption, " +
            "fileName=$fileName, fileType=$fileType, thumbUrl=$thumbUrl, duration=$duration, latitude=$latitude, " +
            "longitude=$longitude, locationName=$locationName, locationAddress=$locationAddress, " +
            "addSecretRecommendation=$addSecretRecommendation, codeExpirationMinutes=$codeExpirationMinutes, " +
            "hasExpiration=$hasExpiration, offerExpirationTimeMs=$offerExpirationTimeMs, buttons=$buttons, " +
            "cards=$cards)"
}

/**
 * A button of a template.
 *
 * @property buttonType What it does, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `COPY_CODE` or `FLOW`. The metrics
 *   have other words for the first three.
 * @property text Its text, by which the metrics name the button.
 * @property url The page that it opens.
 * @property urlType Whether the page has a variable part: `static` or `dynamic`.
 * @property phoneNumber The number that it calls.
 * @property couponCode The coupon that it copies.
 * @property flowId The flow that it starts.
 * @property flowAction How it starts the flow: `NAVIGATE` or `DATA_EXCHANGE`.
 * @property navigateScreen The first screen of the flow.
 * @property autofillText Its text where a code is filled in automatically.
 * @property packageName The app that a code is handed to.
 * @property signatureHash The signature of the app that a code is handed to.
 * @property supportedApps The apps that a code may be handed to.
 * @property isOptOut Whether users opt out with it. Such clicks are no success.
 * @property nextStep What follows a click. The service calls it `ExtendAttrs`.
 */
public class TemplateButton(
    public val buttonType: String,
    public val text: String,
    public val url: String?,
    public val urlType: String?,
    public val phoneNumber: String?,
    public val couponCode: String?,
    public val flowId: String?,
    public val flowAction: String?,
    public val navigateScreen: String?,
    public val autofillText: String?,
    public val packageName: String?,
    public val signatureHash: String?,
    public val supportedApps: List<TemplateApp>,
    public val isOptOut: Boolean?,
    public val nextStep: TemplateNextStep?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateButton &&
        buttonType == other.buttonType &&
        text == other.text &&
        url == other.url &&
        urlType == other.urlType &&
        phoneNumber == other.phoneNumber &&
        couponCode == other.couponCode &&
        flowId == other.flowId &&
        flowAction == other.flowAction &&
        navigateScreen == other.navigateScreen &&
        autofillText == other.autofillText &&
        packageName == other.packageName &&
        signatureHash == other.signatureHash &&
        supportedApps == other.supportedApps &&
        isOptOut == other.isOptOut &&
        nextStep == other.nextStep

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        buttonType,
        text,
        url,
        urlType,
        phoneNumber,
        couponCode,
        flowId,
        flowAction,
        navigateScreen,
        autofillText,
        packageName,
        signatureHash,
        supportedApps,
        isOptOut,
        nextStep,
    )

    /** All fields. */
    override fun toString(): String =
        "TemplateButton(buttonType=$buttonType, text=$text, url=$url, urlType=$urlType, phoneNumber=$phoneNumber, " +
            "couponCode=$couponCode, flowId=$flowId, flowAction=$flowAction, navigateScreen=$navigateScreen, " +
            "autofillText=$autofillText, packageName=$packageName, signatureHash=$signatureHash, " +
            "supportedApps=$supportedApps, isOptOut=$isOptOut, nextStep=$nextStep)"
}

/**
 * An app that a code may be handed to.
 *
 * @property packageName The app's name.
 * @property signatureHash The app's signature.
 */
public class TemplateApp(
    public val packageName: String,
    public val signatureHash: String,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateApp &&
        packageName == other.packageName &&
        signatureHash == other.signatureHash

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(packageName, signatureHash)

    /** All fields. */
    override fun toString(): String = "TemplateApp(packageName=$packageName, signatureHash=$signatureHash)"
}

/**
 * What follows a click on a button.
 *
 * @property action What is done, such as `nextCard`.
 * @property intentCode The intent.
 * @property nextTemplateCode The code of the template that is sent.
 * @property nextTemplateName The name of the template that is sent.
 * @property nextLanguageCode The language of the template that is sent.
 */
public class TemplateNextStep(
    public val action: String?,
    public val intentCode: String?,
    public val nextTemplateCode: String?,
    public val nextTemplateName: String?,
    public val nextLanguageCode: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateNextStep &&
        action == other.action &&
        intentCode == other.intentCode &&
        nextTemplateCode == other.nextTemplateCode &&
        nextTemplateName == other.nextTemplateName &&
        nextLanguageCode == other.nextLanguageCode

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        action,
        intentCode,
        nextTemplateCode,
        nextTemplateName,
        nextLanguageCode,
    )

    /** All fields. */
    override fun toString(): String =
        "TemplateNextStep(action=$action, intentCode=$intentCode, nextTemplateCode=$nextTemplateCode, " +
            "nextTemplateName=$nextTemplateName, nextLanguageCode=$nextLanguageCode)"
}

/**
 * A card of a carousel.
 *
 * @property components The card's parts, from top to bottom.
 */
public class TemplateCard(
    public val components: List<CardComponent>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateCard &&
        components == other.components

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(components)

    /** All fields. */
    override fun toString(): String = "TemplateCard(components=$components)"
}

/**
 * A part of a card.
 *
 * @property componentType Which part it is: `HEADER`, `BODY` or `BUTTONS`.
 * @property format What a header holds: `IMAGE` or `VIDEO`.
 * @property text Its text.
 * @property url The URL of its picture or video.
 * @property buttons The card's buttons, from top to bottom.
 */
public class CardComponent(
    public val componentType: String,
    public val format: String?,
    public val text: String?,
    public val url: String?,
    public val buttons: List<CardButton>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CardComponent &&
        componentType == other.componentType &&
        format == other.format &&
        text == other.text &&
        url == other.url &&
        buttons == other.buttons

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(componentType, format, text, url, buttons)

    /** All fields. */
    override fun toString(): String =
        "CardComponent(componentType=$componentType, format=$format, text=$text, url=$url, buttons=$buttons)"
}

/**
 * A button of a card.
 *
 * @property buttonType What it does: `URL`, `PHONE_NUMBER` or `QUICK_REPLY`.
 * @property text Its text, by which the metrics name the button.
 * @property url The page that it opens.
 * @property urlType Whether the page has a variable part: `static` or `dynamic`.
 * @property phoneNumber The number that it calls.
 */
public class CardButton(
    public val buttonType: String,
    public val text: String,
    public val url: String?,
    public val urlType: String?,
    public val phoneNumber: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CardButton &&
        buttonType == other.buttonType &&
        text == other.text &&
        url == other.url &&
        urlType == other.urlType &&
        phoneNumber == other.phoneNumber

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(buttonType, text, url, urlType, phoneNumber)

    /** All fields. */
    override fun toString(): String =
        "CardButton(buttonType=$buttonType, text=$text, url=$url, urlType=$urlType, phoneNumber=$phoneNumber)"
}
