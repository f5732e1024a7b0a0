"""The parameters of every operation, for type checkers alone: nothing of this is there when a program runs.

Written by `cargo xtask generate` from model/catalogue.json and model/options.toml; do not edit.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Literal, Protocol, TypedDict, TypeVar, overload

from typing_extensions import Required, Unpack

Answer_co = TypeVar("Answer_co", covariant=True)

class Options(TypedDict, total=False):
    idempotent: bool | None
    timeout: float | timedelta | None
    max_attempts: int | None

class AddAddressRecoverSuspendAuditRecord(TypedDict, total=False):
    ApplyReason: str
    MessageDestinationCountry: Sequence[str]
    MessageDestinationInternationalCountry: Sequence[str]
    RecoveryDate: str
    SuspensionDate: str

class AddAddressRecoverSuspend(TypedDict, total=False):
    AuditRecord: AddAddressRecoverSuspendAuditRecord | None
    CustSpaceId: str
    RequestType: str | None

class AddAuditViberOpenAuditRecordCompanyAddress(TypedDict, total=False):
    CompanyAddress: str
    CompanyAddressTitle: str

class AddAuditViberOpenAuditRecordCompanyTel(TypedDict, total=False):
    CompanyTelNumber: str
    CompanyTelTitle: str

class AddAuditViberOpenAuditRecord(TypedDict, total=False):
    AgeLimit: str
    BusinessAccountName: str
    BusinessLicenseRegistrationNumber: str
    CompanyAddress: Sequence[AddAuditViberOpenAuditRecordCompanyAddress]
    CompanyEnglishName: str
    CompanyLegalName: str
    CompanyLegalPerson: str
    CompanyProfile: str
    CompanyRegisteredCountry: str
    CompanyTel: Sequence[AddAuditViberOpenAuditRecordCompanyTel]
    CompleteAddressOfHeadquarters: str
    ContactEmail: str
    ContactMail: str
    ContactName: str
    ContactPhone: str
    ContactPosition: str
    EnableAutoReply: str
    IndustryDescription: str
    IndustryInvolved: str
    LetterGuarantee: str
    Logo: Sequence[str]
    MessageDestinationCountry: Sequence[str]
    MessageDestinationInternationalCountry: Sequence[str]
    MessageDialogueIntroduction: str
    MessageEnableDate: str
    MessageSessionName: str
    OtherLetterGuarantee: str
    ReplyContent: str
    WebAddress: str

class AddAuditViberOpen(TypedDict, total=False):
    AuditRecord: AddAuditViberOpenAuditRecord | None
    AuditResult: str | None
    CustSpaceId: Required[str]

class AddChatGroup(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    Description: str | None
    GroupLink: str | None
    Subject: Required[str]

class AddChatGroupInviteLinkOrDeleteChatGroupOrDeleteChatGroupInviteLink(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    GroupId: Required[str]

class AddChatappPhoneNumber(TypedDict, total=False):
    Cc: Required[str]
    CustSpaceId: Required[str]
    PhoneNumber: Required[str]
    PreValidateId: str | None
    VerifiedName: Required[str]

class AddContacts(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    ContactDetails: str | None
    ContactName: str | None
    Country: str | None
    Email: str | None
    FilePath: str | None
    Groups: Required[str]
    NeedUpdate: Required[bool]
    Remark: str | None

class AddCustomAudienceUserUsers(TypedDict, total=False):
    Email: str
    Phone: str

class AddCustomAudienceUser(TypedDict, total=False):
    AdAccountId: Required[str]
    BatchLastFlag: bool | None
    CustSpaceId: Required[str]
    CustomAudienceId: Required[str]
    EstimatedNumTotal: int | None
    PageId: Required[str]
    Users: Required[Sequence[AddCustomAudienceUserUsers]]

class AddGroup(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    ContactDetails: str | None
    ContactName: str | None
    Country: str | None
    Email: str | None
    FilePath: str | None
    GroupName: Required[str]
    Remark: str | None

class AddMarketingFlow(TypedDict, total=False):
    ActivityDesc: str | None
    ActivityName: Required[str]
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    CronExpression: str | None
    EndDate: str | None
    ExecutionType: Required[Literal["Schedule", "Manual"] | str]
    ParamFlag: str | None
    Params: Mapping[str, Any] | None
    RelatedFlowCode: str | None
    RelatedFlowName: str | None
    RelatedGroupId: int | None
    StartDate: str | None

class ArchiveChatappTemplateTemplateList(TypedDict, total=False):
    Language: Required[str]
    TemplateCode: Required[str]

class ArchiveChatappTemplate(TypedDict, total=False):
    ArchiveType: Required[str]
    ChannelType: Required[Literal["WHATSAPP"] | str]
    CustSpaceId: Required[str]
    TemplateList: Required[Sequence[ArchiveChatappTemplateTemplateList]]

class BindDmAccountExtendAttr(TypedDict, total=False):
    AccountName: Required[str]
    SendType: Required[str]

class BindDmAccount(TypedDict, total=False):
    AccountCode: Required[str]
    CustSpaceId: Required[str]
    ExtendAttr: Required[BindDmAccountExtendAttr]

class BindInstagramPageOrBindMessengerPage(TypedDict, total=False):
    InstanceId: Required[str]
    PageId: Required[str]
    RegionId: str | None

class ChangeResourceGroup(TypedDict, total=False):
    ResourceGroupId: Required[str]
    ResourceId: Required[str]
    ResourceType: str | None

class ChatappBindWaba(TypedDict, total=False):
    WabaId: Required[str]

class CustSpaceIdAndPhoneNumber(TypedDict, total=False):
    CustSpaceId: Required[str]
    PhoneNumber: Required[str]

class ChatappMigrationVerifiedOrChatappVerifyAndRegister(TypedDict, total=False):
    CustSpaceId: Required[str]
    PhoneNumber: Required[str]
    VerifyCode: Required[str]

class CustSpaceId(TypedDict, total=False):
    CustSpaceId: Required[str]

class CheckDirectSendMessageSample(TypedDict, total=False):
    CustSpaceId: Required[str]
    Interactive: Mapping[str, Any] | None
    Text: Mapping[str, Any] | None
    Type: Required[Literal["interactive", "text"] | str]

class CopyTemplate(TypedDict, total=False):
    CustSpaceId: str
    Language: str | None
    SceneTemplateCode: Required[str]
    SceneTemplateName: Required[str]

class CreateChatFlow(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    CreateFromFlowCode: str | None
    CreateFromFlowVersion: str | None
    FlowTriggerType: (
        Literal[
            "TriggeredManually",
            "TriggeredByWhatsApp",
            "TriggeredByMessenger",
            "TriggeredByInstagram",
            "TriggeredByViber",
        ]
        | str
        | None
    )
    LifeCycleExtendData: Mapping[str, str] | None
    Remark: str | None
    Title: str | None

class CreateChatFlowByImport(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowViewModel: str | Mapping[str, Any] | Sequence[Any] | None
    Remark: str | None
    Title: str | None

class CreateChatFlowLogSettingOrReadChatFlowLogSetting(TypedDict, total=False):
    FlowCode: str | None

class CreateChatappMigrationInitiate(TypedDict, total=False):
    CountryCode: Required[str]
    CustSpaceId: Required[str]
    MobileNumber: Required[str]

class CreateChatappTemplateComponentsButtonsSupportedApps(TypedDict, total=False):
    PackageName: str
    SignatureHash: str

class CreateChatappTemplateComponentsButtons(TypedDict, total=False):
    AutofillText: str
    CouponCode: str
    FlowAction: Literal["DATA_EXCHANGE", "NAVIGATE"] | str
    FlowId: str
    IsOptOut: bool
    NavigateScreen: str
    PackageName: str
    PhoneNumber: str
    SignatureHash: str
    SupportedApps: Sequence[CreateChatappTemplateComponentsButtonsSupportedApps]
    Text: str
    Type: Required[
        Literal["PHONE_NUMBER", "URL", "QUICK_REPLY", "COPY_CODE", "ONE_TAP", "ZERO_TAP", "MPM", "CATALOG", "FLOW"]
        | str
    ]
    Url: str
    UrlType: Literal["static", "dynamic"] | str

class CreateChatappTemplateComponentsCardsCardComponentsButtons(TypedDict, total=False):
    PhoneNumber: str
    Text: str
    Type: Required[Literal["PHONE_NUMBER", "URL", "QUICK_REPLY"] | str]
    Url: str
    UrlType: Literal["static", "dynamic"] | str

class CreateChatappTemplateComponentsCardsCardComponents(TypedDict, total=False):
    Buttons: Sequence[CreateChatappTemplateComponentsCardsCardComponentsButtons]
    Format: Literal["IMAGE", "VIDEO"] | str
    Text: str
    Type: Required[Literal["BODY", "HEADER", "BUTTONS"] | str]
    Url: str

class CreateChatappTemplateComponentsCards(TypedDict, total=False):
    CardComponents: Required[Sequence[CreateChatappTemplateComponentsCardsCardComponents]]

class CreateChatappTemplateComponents(TypedDict, total=False):
    AddSecretRecommendation: bool
    Buttons: Sequence[CreateChatappTemplateComponentsButtons]
    Caption: str
    Cards: Sequence[CreateChatappTemplateComponentsCards]
    CodeExpirationMinutes: int
    Duration: int
    FileName: str
    FileType: str
    Format: Literal["TEXT", "IMAGE", "DOCUMENT", "VIDEO"] | str
    HasExpiration: bool
    Text: str
    ThumbUrl: str
    Type: Required[Literal["BODY", "HEADER", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"] | str]
    Url: str

class CreateChatappTemplate(TypedDict, total=False):
    AllowCategoryChange: bool | None
    Category: Required[Literal["UTILITY", "MARKETING", "AUTHENTICATION"] | str]
    CategoryChangePaused: bool | None
    Components: Required[Sequence[CreateChatappTemplateComponents]]
    CustSpaceId: Required[str]
    CustWabaId: str | None
    Example: Mapping[str, str] | None
    IsvCode: str | None
    Language: Required[str]
    MessageSendTtlSeconds: int | None
    Name: Required[str]
    ProductSetId: str | None
    TemplateType: Required[Literal["WHATSAPP", "VIBER"] | str]

class CreateCustomAudience(TypedDict, total=False):
    AdAccountId: Required[str]
    CustSpaceId: Required[str]
    Description: str | None
    FilePath: str | None
    Name: Required[str]
    PageId: Required[str]
    UploadType: Required[str]

class CreateFlow(TypedDict, total=False):
    Categories: Required[Sequence[str]]
    CustSpaceId: str
    EndpointUri: str | None
    FlowName: Required[str]

class CreateFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowVersionCopyFrom: str | None
    Remark: str | None

class CreateInstance(TypedDict, total=False):
    ChannelType: Required[str]
    ContactMail: str | None
    CountryId: str | None
    FacebookBmId: str | None
    InstanceDescription: str | None
    InstanceName: Required[str]
    IsConfirmAudit: str | None
    IsvTerms: str | None
    OfficeAddress: str | None
    ResourceGroupId: str | None

class CreateMessageCampaign(TypedDict, total=False):
    AdAccountId: Required[str]
    Budget: Required[int]
    BudgetType: Required[str]
    CustSpaceId: Required[str]
    Name: Required[str]
    PageId: Required[str]

class CreateMessengerPage(TypedDict, total=False):
    AdAccountIds: Required[Sequence[str]]
    AuthenticationCode: Required[str]
    BusinessId: Required[str]
    CustSpaceId: Required[str]
    PageId: Required[str]

class CreatePhoneMessageQrdl(TypedDict, total=False):
    CustSpaceId: str
    GenerateQrImage: Required[Literal["SVG", "PNG"] | str]
    PhoneNumber: Required[str]
    PrefilledMessage: Required[str]

class CreateWhatsappConversionApi(TypedDict, total=False):
    Code: str | None
    InstanceId: str | None
    Permissions: Sequence[str] | None

class DeleteChatFlowOrReadChatFlow(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None

class DeleteChatGroupParticipantsList(TypedDict, total=False):
    ParticipantNumber: str

class DeleteChatGroupParticipants(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    GroupId: Required[str]
    List: Sequence[DeleteChatGroupParticipantsList] | None

class DeleteChatappTemplate(TypedDict, total=False):
    CustSpaceId: str
    CustWabaId: str | None
    IsvCode: str | None
    Language: str | None
    TemplateCode: str | None
    TemplateName: str | None
    TemplateType: str | None

class DeleteContacts(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    ContactDetails: str | None
    ContactName: str | None
    Country: str | None
    FilePath: str | None

class DeleteContactsByIds(TypedDict, total=False):
    Contacts: Required[str]

class CustSpaceIdAndFlowId(TypedDict, total=False):
    CustSpaceId: str
    FlowId: Required[str]

class DeleteFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowVersion: str | None

class DeleteGroupById(TypedDict, total=False):
    GroupId: Required[str]

class DeleteInstagramPageOrDeleteMessengerPage(TypedDict, total=False):
    InstanceId: Required[str]
    PageId: Required[str]

class DeleteInstanceOrListInstagramPageOrQueryInstance(TypedDict, total=False):
    InstanceId: Required[str]

class DeleteMarketingFlowOrPauseMarketingFLow(TypedDict, total=False):
    ActivityCode: str | None
    ActivityId: str | None

class DeleteMessageCampaignOrGetMessageCampaignInsights(TypedDict, total=False):
    AdAccountId: Required[str]
    CampaignId: Required[str]
    CustSpaceId: Required[str]
    PageId: Required[str]

class DeletePhoneMessageQrdl(TypedDict, total=False):
    CustSpaceId: str
    PhoneNumber: Required[str]
    QrdlCode: Required[str]

class EnableWhatsappROIMetricOrQueryChatappBindWaba(TypedDict, total=False):
    CustSpaceId: str
    IsvCode: str | None

class FlowBindPhoneOrFlowRebindPhoneMultiWabaPhoneNumbers(TypedDict, total=False):
    ChannelCode: str
    PhoneNumbers: Sequence[str]
    WabaId: str

class FlowBindPhoneOrFlowRebindPhone(TypedDict, total=False):
    ChannelCode: Required[str]
    ChannelType: Required[Literal["INSTAGRAM", "WHATSAPP", "MESSENGER", "VIBER"] | str]
    FlowCode: Required[str]
    FlowVersion: str | None
    MultiWabaPhoneNumbers: Sequence[FlowBindPhoneOrFlowRebindPhoneMultiWabaPhoneNumbers] | None
    PhoneNumbers: Sequence[str] | None
    WabaId: Required[str]

class FlowUnbindPhone(TypedDict, total=False):
    ChannelType: Literal["INSTAGRAM", "WHATSAPP", "MESSENGER", "VIBER"] | str | None
    FlowCode: Required[str]
    FlowVersion: str | None
    PhoneNumbers: Sequence[str] | None

class GeneratePresignedUrl(TypedDict, total=False):
    FilePath: Required[str]

class GetAuditRequestByTypeUnAudit(TypedDict, total=False):
    CustSpaceId: Required[str]
    RequestType: Required[str]

class GetAutoGeneratedTemplate(TypedDict, total=False):
    CustSpaceId: Required[str]
    MaxResults: int | None
    NextToken: str | None

class GetChatFlowMetric(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowVersion: str | None
    From: int | None
    MetricName: Required[Literal["nodeUsageStatistics", "nodeErrorDetails"] | str]
    MetricParam: Mapping[str, Any] | None
    To: int | None

class GetChatFlowTemplate(TypedDict, total=False):
    BizCode: Required[str]
    Id: int | None

class GetChatappOpenStatusOrGetCustomerSiteOrOpenChatappService(TypedDict, total=False): ...

class GetChatappPhoneNumberMetric(TypedDict, total=False):
    CustSpaceId: str
    End: Required[int]
    Granularity: Literal["DAILY", "HALF_HOUR"] | str | None
    IsvCode: str | None
    PhoneNumber: str | None
    Start: Required[int]

class GetChatappPhoneNumberSettingOrGetPhoneEncryptionPublicKeyOrListPhoneMessageQrdl(TypedDict, total=False):
    CustSpaceId: str
    PhoneNumber: Required[str]

class GetChatappTemplateDetail(TypedDict, total=False):
    CustSpaceId: Required[str]
    CustWabaId: str | None
    IsvCode: str | None
    Language: Required[str]
    TemplateCode: str | None
    TemplateName: str | None
    TemplateType: Literal["WHATSAPP", "VIBER"] | str | None

class GetChatappTemplateMetric(TypedDict, total=False):
    CustSpaceId: str
    End: Required[int]
    Granularity: Literal["DAILY", "HALF_HOUR"] | str | None
    IsvCode: str | None
    Language: str | None
    Start: Required[int]
    TemplateCode: Required[str]
    TemplateType: Literal["WHATSAPP"] | str | None

class GetChatappVerifyCodeOrGetMigrationVerifyCode(TypedDict, total=False):
    CustSpaceId: Required[str]
    Locale: Required[str]
    Method: Required[str]
    PhoneNumber: Required[str]

class GetDownloadExcelList(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    Condition: str | None
    CountryNames: Sequence[str] | None
    EndDate: str | None
    GroupId: str | None
    GroupIds: Sequence[str] | None
    StartDate: str | None

class GetFbInstagramPagesOrGetFbMessengerPages(TypedDict, total=False):
    AccessToken: Required[str]
    InstanceId: Required[str]

class GetFlowJSONAssest(TypedDict, total=False):
    CustSpaceId: str
    FlowId: str | None

class GetGroupExist(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    GroupName: Required[str]

class GetPermissionByCode(TypedDict, total=False):
    Code: Required[str]
    CustSpaceId: str
    Permissions: Sequence[Literal["ads_management", "catalog_management"] | str] | None

class GetPledgeTemplateAddress(TypedDict, total=False):
    CustSpaceId: str
    IndustryType: str | None

class GetPreValidatePhoneId(TypedDict, total=False):
    PhoneNumber: Required[str]
    VerifyCode: Required[str]

class GetViberByRequestNo(TypedDict, total=False):
    CustSpaceId: str
    RequestNo: Required[str]

class GetWhatsappConnectionCatalog(TypedDict, total=False):
    CustSpaceId: str
    WabaId: Required[str]

class GetWhatsappConversionApi(TypedDict, total=False):
    InstanceId: str | None

class GetWhatsappHealthStatus(TypedDict, total=False):
    CustSpaceId: Required[str]
    Language: str | None
    NodeType: Required[Literal["template", "phone", "waba"] | str]
    PhoneNumber: str | None
    TemplateCode: str | None
    WabaId: str | None

class IsvGetAppId(TypedDict, total=False):
    IntlVersion: str | None
    Permissions: Literal["whatsapp_business_messaging", "ads_management", "catalog_management"] | str | None
    Type: Required[Literal["whatsapp"] | str]

class ListAllGroups(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None

class ListBindingRelationsForFlowVersion(TypedDict, total=False):
    ChannelType: Required[Literal["INSTAGRAM", "WHATSAPP", "MESSENGER", "VIBER"] | str]
    FlowCode: Required[str]

class ListChatFlow(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowStatus: str | None
    FlowTriggerType: (
        Literal[
            "TriggeredManually",
            "TriggeredByWhatsApp",
            "TriggeredByInstagram",
            "TriggeredByViber",
            "TriggeredByMessenger",
        ]
        | str
        | None
    )
    Keyword: str | None
    PageNo: int | None
    PageSize: int | None
    PhoneNumber: str | None
    ReturnWithOnlineVersion: bool | None
    Status: str | None
    Title: str | None

class ListChatFlowTemplate(TypedDict, total=False):
    BizCode: Required[str]
    Keyword: str | None
    PageNo: int | None
    PageSize: int | None
    TriggerType: (
        Literal[
            "TriggeredManually",
            "TriggeredByWhatsApp",
            "TriggeredByInstagram",
            "TriggeredByViber",
            "TriggeredByMessenger",
        ]
        | str
        | None
    )

class ListChatGroupPage(TypedDict, total=False):
    Index: Required[int]
    Size: Required[int]

class ListChatGroup(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    GroupLink: str | None
    GroupStatus: Literal["ACTIVE", "INACTIVE", "SUSPENDED", "CREATING", "DELETING", "UPDATING"] | str | None
    GroupType: str | None
    Page: Required[ListChatGroupPage]
    Subject: str | None

class ListChatGroupParticipantsPage(TypedDict, total=False):
    Index: int
    Size: int

class ListChatGroupParticipants(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    GroupId: Required[str]
    Page: ListChatGroupParticipantsPage | None

class ListChatappMessagePage(TypedDict, total=False):
    Index: Required[int]
    Size: Required[int]

class ListChatappMessage(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Required[Literal["whatsapp", "viber"] | str]
    ClientAcceptStatus: str | None
    CustSpaceId: Required[str]
    EndTime: int | None
    EndTimeStr: str | None
    EventAction: Literal["DOWN", "UP"] | str | None
    GroupMessageId: str | None
    MessageStatus: str | None
    Page: Required[ListChatappMessagePage]
    StartTime: int | None
    StartTimeStr: str | None
    TemplateCode: str | None
    UserNumber: str | None

class ListChatappTemplatePage(TypedDict, total=False):
    Index: Required[int]
    Size: Required[int]

class ListChatappTemplate(TypedDict, total=False):
    AuditStatus: Literal["pass", "fail", "auditing", "unaudit"] | str | None
    Category: str | None
    Code: str | None
    CustSpaceId: str
    CustWabaId: str | None
    IsvCode: str | None
    Language: str | None
    Name: str | None
    Page: ListChatappTemplatePage | None
    TemplateType: Literal["WHATSAPP", "VIBER"] | str | None

class ListCustomAudiencePage(TypedDict, total=False):
    Index: Required[int]
    Size: Required[int]

class ListCustomAudience(TypedDict, total=False):
    AdAccountId: str | None
    CustSpaceId: Required[str]
    CustomAudienceId: str | None
    CustomAudienceName: str | None
    Page: Required[ListCustomAudiencePage]
    PageId: Required[str]
    TokenType: str | None

class ListDmAccount(TypedDict, total=False):
    Keyword: str | None
    PageIndex: int | None
    PageSize: int | None
    SendType: str | None

class ListDmTag(TypedDict, total=False):
    Keyword: str | None
    PageIndex: int | None
    PageSize: int | None

class ListFlowPage(TypedDict, total=False):
    Index: int
    Size: int

class ListFlow(TypedDict, total=False):
    CustSpaceId: str
    FlowName: str | None
    Page: ListFlowPage | None

class ListFlowNodeGroup(TypedDict, total=False):
    PageNo: Required[int]
    PageSize: Required[int]

class ListFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    PageNo: int | None
    PageSize: int | None
    Status: Literal["DRAFT", "DELETED", "ONLINE", "OFFLINE"] | str | None

class ListInstance(TypedDict, total=False):
    BindId: str | None
    ChannelType: Literal["whatsapp", "messenger", "instagram", "viber"] | str | None
    FilterStr: str | None
    InstanceId: str | None
    InstanceName: str | None
    IsBind: bool | None
    PageIndex: int | None
    PageSize: int | None
    ResourceGroupId: str | None
    SubmitTime: str | None

class ListMarketingFlow(TypedDict, total=False):
    ActivityCode: str | None
    ActivityName: str | None
    ActivityStatus: str | None
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    PageIndex: str | None
    PageSize: str | None
    RelatedFlowCode: str | None
    RelatedGroupId: int | None

class ListMessageCampaignPage(TypedDict, total=False):
    Index: Required[int]
    Size: Required[int]

class ListMessageCampaign(TypedDict, total=False):
    AdAccountId: str | None
    CampaignId: str | None
    CampaignName: str | None
    CustSpaceId: Required[str]
    Page: Required[ListMessageCampaignPage]
    PageId: Required[str]
    Status: str | None

class ListMessengerSubscriptionToken(TypedDict, total=False):
    CustSpaceId: Required[str]
    CustomAudienceId: str | None
    Limit: int | None
    PageId: Required[str]
    PageKey: str | None
    TokenType: Required[str]

class ListPageAdAccount(TypedDict, total=False):
    CustSpaceId: Required[str]
    PageId: Required[str]

class ListProduct(TypedDict, total=False):
    After: str | None
    Before: str | None
    CatalogId: Required[str]
    CustSpaceId: str
    Fields: str | None
    Limit: int | None
    WabaId: Required[str]

class ListProductCatalog(TypedDict, total=False):
    After: str | None
    Before: str | None
    BusinessId: Required[int]
    CustSpaceId: str
    Fields: str | None
    Limit: int | None

class ListWhatAppTemplate(TypedDict, total=False):
    CustSpaceId: str
    HetuParams: str | Mapping[str, Any] | Sequence[Any] | None

class ModifyChatappTemplateComponentsButtonsSupportedApps(TypedDict, total=False):
    PackageName: str
    SignatureHash: str

class ModifyChatappTemplateComponentsButtons(TypedDict, total=False):
    AutofillText: str
    CouponCode: str
    FlowAction: Literal["DATA_EXCHANGE", "NAVIGATE"] | str
    FlowId: str
    IsOptOut: bool
    NavigateScreen: str
    PackageName: str
    PhoneNumber: str
    SignatureHash: str
    SupportedApps: Sequence[ModifyChatappTemplateComponentsButtonsSupportedApps]
    Text: str
    Type: Required[
        Literal["PHONE_NUMBER", "URL", "QUICK_REPLY", "COPY_CODE", "ONE_TAP", "ZERO_TAP", "MPM", "CATALOG", "FLOW"]
        | str
    ]
    Url: str
    UrlType: Literal["static", "dynamic"] | str

class ModifyChatappTemplateComponentsCardsCardComponentsButtons(TypedDict, total=False):
    PhoneNumber: str
    Text: str
    Type: Required[Literal["PHONE_NUMBER", "URL", "QUICK_REPLY"] | str]
    Url: str
    UrlType: Literal["static", "dynamic"] | str

class ModifyChatappTemplateComponentsCardsCardComponents(TypedDict, total=False):
    Buttons: Sequence[ModifyChatappTemplateComponentsCardsCardComponentsButtons]
    Format: Literal["IMAGE", "VIDEO"] | str
    Text: str
    Type: Required[Literal["BODY", "HEADER", "BUTTONS"] | str]
    Url: str

class ModifyChatappTemplateComponentsCards(TypedDict, total=False):
    CardComponents: Required[Sequence[ModifyChatappTemplateComponentsCardsCardComponents]]

class ModifyChatappTemplateComponents(TypedDict, total=False):
    AddSecretRecommendation: bool
    Buttons: Sequence[ModifyChatappTemplateComponentsButtons]
    Caption: str
    Cards: Sequence[ModifyChatappTemplateComponentsCards]
    CodeExpirationMinutes: int
    Duration: int
    FileName: str
    FileType: str
    Format: Literal["TEXT", "IMAGE", "DOCUMENT", "VIDEO"] | str
    HasExpiration: bool
    Text: str
    ThumbUrl: str
    Type: Required[Literal["BODY", "HEADER", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"] | str]
    Url: str

class ModifyChatappTemplate(TypedDict, total=False):
    Category: str | None
    CategoryChangePaused: bool | None
    Components: Required[Sequence[ModifyChatappTemplateComponents]]
    CustSpaceId: Required[str]
    CustWabaId: str | None
    Example: Mapping[str, str] | None
    IsvCode: str | None
    Language: Required[str]
    MessageSendTtlSeconds: int | None
    ProductSetId: str | None
    TemplateCode: str | None
    TemplateName: str | None
    TemplateType: Literal["WHATSAPP", "VIBER"] | str | None

class ModifyChatappTemplateProperties(TypedDict, total=False):
    AllowSend: bool | None
    CategoryChangePaused: bool | None
    CustSpaceId: Required[str]
    Language: Required[str]
    TemplateCode: Required[str]
    TemplateType: Required[str]

class ModifyFlow(TypedDict, total=False):
    Categories: Required[
        Sequence[
            Literal[
                "CUSTOMER_SUPPORT",
                "OTHER",
                "SIGN_IN",
                "SIGN_UP",
                "APPOINTMENT_BOOKING",
                "LEAD_GENERATION",
                "SURVEY",
                "CONTACT_US",
            ]
            | str
        ]
    ]
    CustSpaceId: str
    EndpointUri: str | None
    FlowId: str | None
    FlowName: Required[str]

class ModifyPhoneBusinessProfile(TypedDict, total=False):
    About: str | None
    Address: str | None
    CustSpaceId: Required[str]
    Description: str | None
    Email: str | None
    PhoneNumber: Required[str]
    ProfilePictureUrl: str | None
    Vertical: (
        Literal[
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
        ]
        | str
        | None
    )
    Websites: Sequence[str] | None

class MoveContactToGroup(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    Contacts: Required[str | Mapping[str, Any] | Sequence[Any]]
    LinkExistGroups: str | Mapping[str, Any] | Sequence[Any] | None
    LinkNewGroups: str | Mapping[str, Any] | Sequence[Any] | None

class OfflineFlowVersionOrOnlineFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowVersion: str | None
    Remark: str | None

class QueryChatappPhoneNumbers(TypedDict, total=False):
    CustSpaceId: str
    IsvCode: str | None
    Status: str | None

class QueryMMLActive(TypedDict, total=False):
    CustSpaceId: str

class QueryWabaBusinessInfo(TypedDict, total=False):
    CustSpaceId: Required[str]
    WabaId: Required[str]

class ReadFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    DraftVersion: str | None
    FlowCode: str | None
    FlowVersion: str | None
    Status: Literal["DRAFT", "DELETED", "ONLINE", "OFFLINE"] | str | None

class RemoveContactById(TypedDict, total=False):
    ContactId: Required[str]
    GroupId: Required[str]

class RequestWhatsappConversionApiRequestData(TypedDict, total=False):
    ActionSource: Required[str]
    AppData: Mapping[str, Any]
    CustomData: Mapping[str, Any]
    DataProcessingOptions: Sequence[str]
    DataProcessingOptionsCountry: int
    DataProcessingOptionsState: int
    EventId: str
    EventName: Required[str]
    EventSourceUrl: str
    EventTime: Required[int]
    ExtInfo: Mapping[str, Any]
    MessagingChannel: str
    OptOut: bool
    UserData: Required[Mapping[str, Any]]

class RequestWhatsappConversionApi(TypedDict, total=False):
    CustSpaceId: Required[str]
    PageId: Required[str]
    RequestData: Sequence[RequestWhatsappConversionApiRequestData] | None

class SendChatappMassMessageSenderListFlowAction(TypedDict, total=False):
    FlowActionData: Mapping[str, Any]
    FlowToken: str

class SendChatappMassMessageSenderListProductActionSectionsProductItems(TypedDict, total=False):
    ProductRetailerId: str

class SendChatappMassMessageSenderListProductActionSections(TypedDict, total=False):
    ProductItems: Sequence[SendChatappMassMessageSenderListProductActionSectionsProductItems]
    Title: str

class SendChatappMassMessageSenderListProductAction(TypedDict, total=False):
    Sections: Sequence[SendChatappMassMessageSenderListProductActionSections]
    ThumbnailProductRetailerId: str

class SendChatappMassMessageSenderList(TypedDict, total=False):
    FlowAction: SendChatappMassMessageSenderListFlowAction
    Payload: Sequence[str]
    ProductAction: SendChatappMassMessageSenderListProductAction
    RecipientType: str
    TemplateParams: Mapping[str, str]
    To: str

class SendChatappMassMessage(TypedDict, total=False):
    ChannelType: Required[Literal["whatsapp", "messenger", "instagram", "viber"] | str]
    CustSpaceId: str
    CustWabaId: str | None
    FallBackContent: str | None
    FallBackDuration: int | None
    FallBackId: str | None
    FallBackRule: Literal["undelivered", "sentFailed"] | str | None
    From: Required[str]
    IsvCode: str | None
    Label: Literal["pormotion", "transaction"] | str | None
    Language: Required[str]
    SenderList: Sequence[SendChatappMassMessageSenderList] | None
    Tag: str | None
    TaskId: str | None
    TemplateCode: str | None
    TemplateName: str | None
    Ttl: int | None

class SendChatappMessageFlowAction(TypedDict, total=False):
    FlowActionData: Mapping[str, Any]
    FlowToken: str

class SendChatappMessageProductActionSectionsProductItems(TypedDict, total=False):
    ProductRetailerId: str

class SendChatappMessageProductActionSections(TypedDict, total=False):
    ProductItems: Sequence[SendChatappMessageProductActionSectionsProductItems]
    Title: str

class SendChatappMessageProductAction(TypedDict, total=False):
    Sections: Sequence[SendChatappMessageProductActionSections]
    ThumbnailProductRetailerId: str

class SendChatappMessage(TypedDict, total=False):
    AdAccountId: str | None
    Category: str | None
    ChannelType: Required[Literal["whatsapp", "messenger", "instagram", "telegram", "line", "viber"] | str]
    Content: str | Mapping[str, Any] | Sequence[Any] | None
    ContextMessageId: str | None
    CustSpaceId: str
    CustWabaId: str | None
    FallBackContent: str | None
    FallBackDuration: int | None
    FallBackId: str | None
    FallBackRule: Literal["undelivered", "sentFailed"] | str | None
    FlowAction: SendChatappMessageFlowAction | None
    From: Required[str]
    IsvCode: str | None
    Label: Literal["pormotion", "transaction"] | str | None
    Language: str | None
    MessageCampaignId: str | None
    MessageType: (
        Literal[
            "text",
            "image",
            "video",
            "audio",
            "document",
            "interactive",
            "location",
            "contacts",
            "reaction",
            "sticker",
            "typing_indicator",
            "pin",
            "carousel",
            "text_image_button",
            "text_button",
            "text_video",
            "text_video_button",
            "text_image",
            "couponTemplate",
            "regularTemplate",
            "quickReply",
            "buttonTemplate",
            "gif",
            "buttons",
            "confirm",
            "imageCarousel",
            "textV2",
            "coupon",
            "imagemap",
            "flex",
        ]
        | str
        | None
    )
    Payload: Sequence[str] | None
    ProductAction: SendChatappMessageProductAction | None
    RecipientType: Literal["individual", "group", "userId"] | str | None
    Tag: str | None
    TaskId: str | None
    TemplateCode: str | None
    TemplateName: str | None
    TemplateParams: Mapping[str, str] | None
    To: Required[str]
    TokenType: str | None
    TrackingData: str | None
    Ttl: int | None
    Type: Required[Literal["template", "message"] | str]

class SubmitVerifyCodeResult(TypedDict, total=False):
    MessageId: Required[str]
    Result: Required[bool]
    To: str | None

class SyncMessageCampaign(TypedDict, total=False):
    AdAccountId: Required[str]
    PageId: Required[str]

class SyncMessengerSubscriptionToken(TypedDict, total=False):
    CustSpaceId: Required[str]
    CustomAudienceId: str | None
    PageId: Required[str]
    TokenType: Required[str]

class TriggerChatFlow(TypedDict, total=False):
    ClaimTimeMillis: int | None
    Data: Mapping[str, Any] | None
    DiscardTimeMillis: int | None
    FlowCode: Required[str]
    OutId: str | None
    Uuid: str | None

class UpdateAccountWebhook(TypedDict, total=False):
    CustSpaceId: Required[str]
    HttpFlag: Literal["Y", "N"] | str | None
    QueueFlag: Literal["Y", "N"] | str | None
    StatusCallbackUrl: str | None

class UpdateAuditRequestAuditRecordCompanyAddress(TypedDict, total=False):
    CompanyAddress: str
    CompanyAddressTitle: str

class UpdateAuditRequestAuditRecordCompanyTel(TypedDict, total=False):
    CompanyTelNumber: str
    CompanyTelTitle: str

class UpdateAuditRequestAuditRecord(TypedDict, total=False):
    AgeLimit: str
    ApplyReason: str
    BusinessAccountName: str
    BusinessLicenseRegistrationNumber: str
    CompanyAddress: Sequence[UpdateAuditRequestAuditRecordCompanyAddress]
    CompanyEnglishName: str
    CompanyLegalName: str
    CompanyLegalPerson: str
    CompanyProfile: str
    CompanyRegisteredCountry: str
    CompanyTel: Sequence[UpdateAuditRequestAuditRecordCompanyTel]
    CompleteAddressOfHeadquarters: str
    ContactEmail: str
    ContactMail: str
    ContactName: str
    ContactPhone: str
    ContactPosition: str
    EnableAutoReply: str
    IndustryDescription: str
    IndustryInvolved: str
    LetterGuarantee: str
    Logo: Sequence[str]
    MessageDestinationCountry: Sequence[str]
    MessageDestinationInternationalCountry: Sequence[str]
    MessageDialogueIntroduction: str
    MessageEnableDate: str
    MessageSessionName: str
    OtherLetterGuarantee: str
    RecoveryDate: str
    ReplyContent: str
    SuspensionDate: str
    WebAddress: str

class UpdateAuditRequest(TypedDict, total=False):
    AuditRecord: Required[UpdateAuditRequestAuditRecord]
    AuditResult: str | None
    CustSpaceId: Required[str]
    RequestNo: Required[str]

class UpdateChatFlow(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    Remark: str | None
    Title: str | None

class UpdateChatFlowLogSetting(TypedDict, total=False):
    FlowCode: str | None
    Id: int | None
    Status: Literal["ENABLED", "DISABLED", "DELETED"] | str | None

class UpdateChatGroup(TypedDict, total=False):
    BusinessNumber: Required[str]
    ChannelType: Literal["WHATSAPP"] | str | None
    CustSpaceId: Required[str]
    Description: str | None
    GroupId: Required[str]
    ProfilePictureFile: str | None
    Subject: str | None

class UpdateCommerceSetting(TypedDict, total=False):
    CartEnable: Required[bool]
    CatalogVisible: Required[bool]
    CustSpaceId: Required[str]
    PhoneNumber: Required[str]

class UpdateContactById(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    ContactDetails: Required[str]
    ContactId: Required[str]
    ContactName: Required[str]
    Country: Required[str]
    Email: str | None
    Remark: str | None

class UpdateConversationalAutomationCommands(TypedDict, total=False):
    CommandDescription: str
    CommandName: str

class UpdateConversationalAutomation(TypedDict, total=False):
    Commands: Sequence[UpdateConversationalAutomationCommands] | None
    CustSpaceId: Required[str]
    EnableWelcomeMessage: bool | None
    PhoneNumber: Required[str]
    Prompts: Sequence[str] | None

class UpdateFlowJSONAsset(TypedDict, total=False):
    CustSpaceId: str
    FilePath: Required[str]
    FlowId: Required[str]

class UpdateFlowVersion(TypedDict, total=False):
    BizCode: str | None
    BizExtend: Mapping[str, Any] | None
    FlowCode: str | None
    FlowVersion: str | None
    FlowViewModel: str | Mapping[str, Any] | Sequence[Any] | None
    Remark: str | None
    Type: str | None

class UpdateGroupName(TypedDict, total=False):
    GroupId: Required[str]
    GroupName: Required[str]

class UpdateInstance(TypedDict, total=False):
    ContactMail: str | None
    CountryId: str | None
    FacebookBmId: str | None
    InstanceDescription: str | None
    InstanceId: Required[str]
    InstanceName: Required[str]
    IsConfirmAudit: str | None
    IsvTerms: str | None
    OfficeAddress: str | None

class UpdateMarketingFLow(TypedDict, total=False):
    ActivityCode: str | None
    ActivityDesc: str | None
    ActivityId: str | None
    ActivityName: str | None
    CronExpression: str | None
    EndDate: str | None
    ExecutionType: Required[str]
    ParamFlag: str | None
    Params: Mapping[str, Any] | None
    RelatedFlowCode: str | None
    RelatedFlowName: str | None
    RelatedGroupId: int | None
    StartDate: str | None

class UpdatePhoneEncryptionPublicKey(TypedDict, total=False):
    CustSpaceId: str
    EncryptionPublicKey: Required[str]
    PhoneNumber: Required[str]

class UpdatePhoneMessageQrdl(TypedDict, total=False):
    CustSpaceId: str
    GenerateQrImage: Required[Literal["SVG", "PNG"] | str]
    PhoneNumber: Required[str]
    PrefilledMessage: Required[str]
    QrdlCode: Required[str]

class UpdatePhoneWebhook(TypedDict, total=False):
    CustSpaceId: Required[str]
    HttpFlag: Literal["Y", "N"] | str | None
    PhoneNumber: Required[str]
    QueueFlag: Literal["Y", "N"] | str | None
    StatusCallbackUrl: str | None
    UpCallbackUrl: str | None

class UpdateWabaMmlStatus(TypedDict, total=False):
    Code: Required[str]
    CustSpaceId: Required[str]
    WabaId: Required[str]

class UpdateWhatsappUserName(TypedDict, total=False):
    CustSpaceId: Required[str]
    PhoneNumber: Required[str]
    TransferAction: Literal["none", "force_transfer"] | str | None
    Username: Required[str]

class WhatsappCallSession(TypedDict, total=False):
    Sdp: str
    SdpType: str

class WhatsappCall(TypedDict, total=False):
    BusinessNumber: Required[str]
    CallAction: Required[str]
    CallId: str | None
    CustSpaceId: Required[str]
    Session: WhatsappCallSession | None
    UserNumber: str | None

class Call(Protocol[Answer_co]):
    """Calls an operation by its name."""

    @overload
    def __call__(
        self,
        action: Literal["AddAddressRecoverSuspend"],
        parameters: AddAddressRecoverSuspend | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddAuditViberOpen"], parameters: AddAuditViberOpen, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddChatGroup"], parameters: AddChatGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["AddChatGroupInviteLink", "DeleteChatGroup", "DeleteChatGroupInviteLink"],
        parameters: AddChatGroupInviteLinkOrDeleteChatGroupOrDeleteChatGroupInviteLink,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddChatappPhoneNumber"], parameters: AddChatappPhoneNumber, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddContacts"], parameters: AddContacts, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddCustomAudienceUser"], parameters: AddCustomAudienceUser, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(self, action: Literal["AddGroup"], parameters: AddGroup, **options: Unpack[Options]) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["AddMarketingFlow"], parameters: AddMarketingFlow, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ArchiveChatappTemplate"], parameters: ArchiveChatappTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["BindDmAccount"], parameters: BindDmAccount, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["BindInstagramPage", "BindMessengerPage"],
        parameters: BindInstagramPageOrBindMessengerPage,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ChangeResourceGroup"], parameters: ChangeResourceGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ChatappBindWaba"], parameters: ChatappBindWaba, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal[
            "ChatappMigrationRegister",
            "ChatappPhoneNumberDeregister",
            "ChatappPhoneNumberRegister",
            "DeleteWhatsappUserName",
            "GetCommerceSetting",
            "GetConversationalAutomation",
            "GetPhoneNumberVerificationStatus",
            "GetWhatsappUserName",
            "GetWhatsappUserNameSuggestions",
            "QueryPhoneBusinessProfile",
            "SyncBusinessAppHistory",
        ],
        parameters: CustSpaceIdAndPhoneNumber,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ChatappMigrationVerified", "ChatappVerifyAndRegister"],
        parameters: ChatappMigrationVerifiedOrChatappVerifyAndRegister,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal[
            "ChatappSyncPhoneNumber",
            "GetChatappUploadAuthorization",
            "GetViberPauseTimes",
            "ListBindDmAccount",
            "ListFacebookPosts",
            "ListInstagramPosts",
            "ListViberServiceMessage",
            "SyncFlow",
            "UnbindDmAccount",
        ],
        parameters: CustSpaceId,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CheckDirectSendMessageSample"],
        parameters: CheckDirectSendMessageSample,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CopyTemplate"], parameters: CopyTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateChatFlow"], parameters: CreateChatFlow | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CreateChatFlowByImport"],
        parameters: CreateChatFlowByImport | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CreateChatFlowLogSetting", "ReadChatFlowLogSetting"],
        parameters: CreateChatFlowLogSettingOrReadChatFlowLogSetting | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CreateChatappMigrationInitiate"],
        parameters: CreateChatappMigrationInitiate,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateChatappTemplate"], parameters: CreateChatappTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateCustomAudience"], parameters: CreateCustomAudience, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateFlow"], parameters: CreateFlow, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CreateFlowVersion"],
        parameters: CreateFlowVersion | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateInstance"], parameters: CreateInstance, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateMessageCampaign"], parameters: CreateMessageCampaign, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreateMessengerPage"], parameters: CreateMessengerPage, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["CreatePhoneMessageQrdl"], parameters: CreatePhoneMessageQrdl, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["CreateWhatsappConversionApi"],
        parameters: CreateWhatsappConversionApi | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteChatFlow", "ReadChatFlow"],
        parameters: DeleteChatFlowOrReadChatFlow | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteChatGroupParticipants"],
        parameters: DeleteChatGroupParticipants,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteChatappTemplate"],
        parameters: DeleteChatappTemplate | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["DeleteContacts"], parameters: DeleteContacts | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["DeleteContactsByIds"], parameters: DeleteContactsByIds, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteFlow", "DeprecateFlow", "GetFlow", "GetFlowPreviewUrl", "PublishFlow"],
        parameters: CustSpaceIdAndFlowId,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteFlowVersion"],
        parameters: DeleteFlowVersion | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["DeleteGroupById"], parameters: DeleteGroupById, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteInstagramPage", "DeleteMessengerPage"],
        parameters: DeleteInstagramPageOrDeleteMessengerPage,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteInstance", "ListInstagramPage", "QueryInstance"],
        parameters: DeleteInstanceOrListInstagramPageOrQueryInstance,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteMarketingFlow", "PauseMarketingFLow"],
        parameters: DeleteMarketingFlowOrPauseMarketingFLow | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["DeleteMessageCampaign", "GetMessageCampaignInsights"],
        parameters: DeleteMessageCampaignOrGetMessageCampaignInsights,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["DeletePhoneMessageQrdl"], parameters: DeletePhoneMessageQrdl, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["EnableWhatsappROIMetric", "QueryChatappBindWaba"],
        parameters: EnableWhatsappROIMetricOrQueryChatappBindWaba | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["FlowBindPhone", "FlowRebindPhone"],
        parameters: FlowBindPhoneOrFlowRebindPhone,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["FlowUnbindPhone"], parameters: FlowUnbindPhone, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GeneratePresignedUrl"], parameters: GeneratePresignedUrl, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetAuditRequestByTypeUnAudit"],
        parameters: GetAuditRequestByTypeUnAudit,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetAutoGeneratedTemplate"],
        parameters: GetAutoGeneratedTemplate,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetChatFlowMetric"], parameters: GetChatFlowMetric, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetChatFlowTemplate"], parameters: GetChatFlowTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappOpenStatus", "GetCustomerSite", "OpenChatappService"],
        parameters: GetChatappOpenStatusOrGetCustomerSiteOrOpenChatappService | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappPhoneNumberMetric"],
        parameters: GetChatappPhoneNumberMetric,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappPhoneNumberSetting", "GetPhoneEncryptionPublicKey", "ListPhoneMessageQrdl"],
        parameters: GetChatappPhoneNumberSettingOrGetPhoneEncryptionPublicKeyOrListPhoneMessageQrdl,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappTemplateDetail"],
        parameters: GetChatappTemplateDetail,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappTemplateMetric"],
        parameters: GetChatappTemplateMetric,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetChatappVerifyCode", "GetMigrationVerifyCode"],
        parameters: GetChatappVerifyCodeOrGetMigrationVerifyCode,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetDownloadExcelList"],
        parameters: GetDownloadExcelList | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetFbInstagramPages", "GetFbMessengerPages"],
        parameters: GetFbInstagramPagesOrGetFbMessengerPages,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetFlowJSONAssest"],
        parameters: GetFlowJSONAssest | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetGroupExist"], parameters: GetGroupExist, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetPermissionByCode"], parameters: GetPermissionByCode, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetPledgeTemplateAddress"],
        parameters: GetPledgeTemplateAddress | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetPreValidatePhoneId"], parameters: GetPreValidatePhoneId, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["GetViberByRequestNo"], parameters: GetViberByRequestNo, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetWhatsappConnectionCatalog"],
        parameters: GetWhatsappConnectionCatalog,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetWhatsappConversionApi"],
        parameters: GetWhatsappConversionApi | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["GetWhatsappHealthStatus"],
        parameters: GetWhatsappHealthStatus,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["IsvGetAppId"], parameters: IsvGetAppId, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListAllGroups"], parameters: ListAllGroups | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListBindingRelationsForFlowVersion"],
        parameters: ListBindingRelationsForFlowVersion,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListChatFlow"], parameters: ListChatFlow | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListChatFlowTemplate"], parameters: ListChatFlowTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListChatGroup"], parameters: ListChatGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListChatGroupParticipants"],
        parameters: ListChatGroupParticipants,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListChatappMessage"], parameters: ListChatappMessage, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListChatappTemplate"],
        parameters: ListChatappTemplate | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListCustomAudience"], parameters: ListCustomAudience, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListDmAccount"], parameters: ListDmAccount | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListDmTag"], parameters: ListDmTag | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListFlow"], parameters: ListFlow | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListFlowNodeGroup"], parameters: ListFlowNodeGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListFlowVersion"], parameters: ListFlowVersion | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListInstance"], parameters: ListInstance | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListMarketingFlow"],
        parameters: ListMarketingFlow | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListMessageCampaign"], parameters: ListMessageCampaign, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListMessengerSubscriptionToken"],
        parameters: ListMessengerSubscriptionToken,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListPageAdAccount"], parameters: ListPageAdAccount, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListProduct"], parameters: ListProduct, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ListProductCatalog"], parameters: ListProductCatalog, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ListWhatAppTemplate"],
        parameters: ListWhatAppTemplate | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ModifyChatappTemplate"], parameters: ModifyChatappTemplate, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ModifyChatappTemplateProperties"],
        parameters: ModifyChatappTemplateProperties,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ModifyFlow"], parameters: ModifyFlow, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["ModifyPhoneBusinessProfile"],
        parameters: ModifyPhoneBusinessProfile,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["MoveContactToGroup"], parameters: MoveContactToGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["OfflineFlowVersion", "OnlineFlowVersion"],
        parameters: OfflineFlowVersionOrOnlineFlowVersion | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["QueryChatappPhoneNumbers"],
        parameters: QueryChatappPhoneNumbers | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["QueryMMLActive"], parameters: QueryMMLActive | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["QueryWabaBusinessInfo"], parameters: QueryWabaBusinessInfo, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["ReadFlowVersion"], parameters: ReadFlowVersion | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["RemoveContactById"], parameters: RemoveContactById, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["RequestWhatsappConversionApi"],
        parameters: RequestWhatsappConversionApi,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["SendChatappMassMessage"], parameters: SendChatappMassMessage, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["SendChatappMessage"], parameters: SendChatappMessage, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["SubmitVerifyCodeResult"], parameters: SubmitVerifyCodeResult, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["SyncMessageCampaign"], parameters: SyncMessageCampaign, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["SyncMessengerSubscriptionToken"],
        parameters: SyncMessengerSubscriptionToken,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["TriggerChatFlow"], parameters: TriggerChatFlow, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateAccountWebhook"], parameters: UpdateAccountWebhook, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateAuditRequest"], parameters: UpdateAuditRequest, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateChatFlow"], parameters: UpdateChatFlow | None = None, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["UpdateChatFlowLogSetting"],
        parameters: UpdateChatFlowLogSetting | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateChatGroup"], parameters: UpdateChatGroup, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateCommerceSetting"], parameters: UpdateCommerceSetting, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateContactById"], parameters: UpdateContactById, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["UpdateConversationalAutomation"],
        parameters: UpdateConversationalAutomation,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateFlowJSONAsset"], parameters: UpdateFlowJSONAsset, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["UpdateFlowVersion"],
        parameters: UpdateFlowVersion | None = None,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateGroupName"], parameters: UpdateGroupName, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateInstance"], parameters: UpdateInstance, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateMarketingFLow"], parameters: UpdateMarketingFLow, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: Literal["UpdatePhoneEncryptionPublicKey"],
        parameters: UpdatePhoneEncryptionPublicKey,
        **options: Unpack[Options],
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdatePhoneMessageQrdl"], parameters: UpdatePhoneMessageQrdl, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdatePhoneWebhook"], parameters: UpdatePhoneWebhook, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateWabaMmlStatus"], parameters: UpdateWabaMmlStatus, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["UpdateWhatsappUserName"], parameters: UpdateWhatsappUserName, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self, action: Literal["WhatsappCall"], parameters: WhatsappCall, **options: Unpack[Options]
    ) -> Answer_co: ...
    @overload
    def __call__(
        self,
        action: str,
        parameters: Mapping[str, object] | None = None,
        *,
        unchecked: Literal[True],
        **options: Unpack[Options],
    ) -> Answer_co: ...
