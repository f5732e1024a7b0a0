//! Every operation of the service, by `model/catalogue.json`.
//!
//! Written by `cargo xtask generate`; do not edit.

use super::known::KnownOperation;

/// Sorted by name.
pub(super) const OPERATIONS: [KnownOperation; 172] = [
    KnownOperation::once(
        "AddAddressRecoverSuspend",
        0,
        "AuditRecord:{ApplyReason MessageDestinationCountry:[string] \
        MessageDestinationInternationalCountry:[string] RecoveryDate SuspensionDate} CustSpaceId RequestType",
    ),
    KnownOperation::once(
        "AddAuditViberOpen",
        0,
        "AuditRecord:{AgeLimit BusinessAccountName BusinessLicenseRegistrationNumber \
        CompanyAddress:[{CompanyAddress CompanyAddressTitle}] CompanyEnglishName CompanyLegalName \
        CompanyLegalPerson CompanyProfile CompanyRegisteredCountry CompanyTel:[{CompanyTelNumber \
        CompanyTelTitle}] CompleteAddressOfHeadquarters ContactEmail ContactMail ContactName ContactPhone \
        ContactPosition EnableAutoReply IndustryDescription IndustryInvolved LetterGuarantee Logo:[string] \
        MessageDestinationCountry:[string] MessageDestinationInternationalCountry:[string] \
        MessageDialogueIntroduction MessageEnableDate MessageSessionName OtherLetterGuarantee ReplyContent \
        WebAddress} AuditResult CustSpaceId!",
    ),
    KnownOperation::once(
        "AddChatGroup",
        0,
        "BusinessNumber! ChannelType CustSpaceId! Description GroupLink Subject!",
    ),
    KnownOperation::once("AddChatGroupInviteLink", 0, "BusinessNumber! ChannelType CustSpaceId! GroupId!"),
    KnownOperation::once(
        "AddChatappPhoneNumber",
        10,
        "Cc! CustSpaceId! PhoneNumber! PreValidateId VerifiedName!",
    ),
    KnownOperation::once(
        "AddContacts",
        0,
        "BizCode BizExtend:{*any} ContactDetails ContactName Country Email FilePath Groups! NeedUpdate:bool! \
        Remark",
    ),
    KnownOperation::once(
        "AddCustomAudienceUser",
        0,
        "AdAccountId! BatchLastFlag:bool CustSpaceId! CustomAudienceId! EstimatedNumTotal:int64 PageId! \
        Users:[{Email Phone}]!",
    ),
    KnownOperation::once(
        "AddGroup",
        0,
        "BizCode BizExtend:{*any} ContactDetails ContactName Country Email FilePath GroupName! Remark",
    ),
    KnownOperation::once(
        "AddMarketingFlow",
        0,
        "ActivityDesc ActivityName! BizCode BizExtend:{*any} CronExpression EndDate ExecutionType! ParamFlag \
        Params:{*any} RelatedFlowCode RelatedFlowName RelatedGroupId:int64 StartDate",
    ),
    KnownOperation::once(
        "ArchiveChatappTemplate",
        0,
        "ArchiveType! ChannelType! CustSpaceId! TemplateList:[{Language! TemplateCode!}]!",
    ),
    KnownOperation::once(
        "BindDmAccount",
        0,
        "AccountCode! CustSpaceId! ExtendAttr:{AccountName! SendType!}!",
    ),
    KnownOperation::once("BindInstagramPage", 0, "InstanceId! PageId! RegionId"),
    KnownOperation::once("BindMessengerPage", 0, "InstanceId! PageId! RegionId"),
    KnownOperation::once("ChangeResourceGroup", 0, "ResourceGroupId! ResourceId! ResourceType"),
    KnownOperation::once("ChatappBindWaba", 10, "WabaId!"),
    KnownOperation::once("ChatappMigrationRegister", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::once("ChatappMigrationVerified", 10, "CustSpaceId! PhoneNumber! VerifyCode!"),
    KnownOperation::once("ChatappPhoneNumberDeregister", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::once("ChatappPhoneNumberRegister", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::once("ChatappSyncPhoneNumber", 10, "CustSpaceId!"),
    KnownOperation::once("ChatappVerifyAndRegister", 10, "CustSpaceId! PhoneNumber! VerifyCode!"),
    KnownOperation::repeatable(
        "CheckDirectSendMessageSample",
        0,
        "CustSpaceId! Interactive:{*any} Text:{*any} Type!",
    ),
    KnownOperation::once("CopyTemplate", 0, "CustSpaceId Language SceneTemplateCode! SceneTemplateName!"),
    KnownOperation::once(
        "CreateChatFlow",
        0,
        "BizCode BizExtend:{*any} CreateFromFlowCode CreateFromFlowVersion FlowTriggerType \
        LifeCycleExtendData:{*string} Remark Title",
    ),
    KnownOperation::once(
        "CreateChatFlowByImport",
        0,
        "BizCode BizExtend:{*any} FlowViewModel:json Remark Title",
    ),
    KnownOperation::once("CreateChatFlowLogSetting", 0, "FlowCode"),
    KnownOperation::once("CreateChatappMigrationInitiate", 10, "CountryCode! CustSpaceId! MobileNumber!"),
    KnownOperation::once(
        "CreateChatappTemplate",
        50,
        "AllowCategoryChange:bool Category! CategoryChangePaused:bool \
        Components:[{AddSecretRecommendation:bool Buttons:[{AutofillText CouponCode FlowAction FlowId \
        IsOptOut:bool NavigateScreen PackageName PhoneNumber SignatureHash SupportedApps:[{PackageName \
        SignatureHash}] Text Type! Url UrlType}] Caption Cards:[{CardComponents:[{Buttons:[{PhoneNumber \
        Text Type! Url UrlType}] Format Text Type! Url}]!}] CodeExpirationMinutes:int32 Duration:int32 \
        FileName FileType Format HasExpiration:bool Text ThumbUrl Type! Url}]! CustSpaceId! CustWabaId \
        Example:{*string} IsvCode Language! MessageSendTtlSeconds:int32 Name! ProductSetId TemplateType!",
    ),
    KnownOperation::once(
        "CreateCustomAudience",
        0,
        "AdAccountId! CustSpaceId! Description FilePath Name! PageId! UploadType!",
    ),
    KnownOperation::once("CreateFlow", 5, "Categories:[string]! CustSpaceId EndpointUri FlowName!"),
    KnownOperation::once(
        "CreateFlowVersion",
        0,
        "BizCode BizExtend:{*any} FlowCode FlowVersionCopyFrom Remark",
    ),
    KnownOperation::once(
        "CreateInstance",
        0,
        "ChannelType! ContactMail CountryId FacebookBmId InstanceDescription InstanceName! IsConfirmAudit \
        IsvTerms OfficeAddress ResourceGroupId",
    ),
    KnownOperation::once(
        "CreateMessageCampaign",
        0,
        "AdAccountId! Budget:int64! BudgetType! CustSpaceId! Name! PageId!",
    ),
    KnownOperation::once(
        "CreateMessengerPage",
        0,
        "AdAccountIds:[string]! AuthenticationCode! BusinessId! CustSpaceId! PageId!",
    ),
    KnownOperation::once(
        "CreatePhoneMessageQrdl",
        5,
        "CustSpaceId GenerateQrImage! PhoneNumber! PrefilledMessage!",
    ),
    KnownOperation::once("CreateWhatsappConversionApi", 0, "Code InstanceId Permissions:[string]"),
    KnownOperation::once("DeleteChatFlow", 0, "BizCode BizExtend:{*any} FlowCode"),
    KnownOperation::once("DeleteChatGroup", 0, "BusinessNumber! ChannelType CustSpaceId! GroupId!"),
    KnownOperation::once("DeleteChatGroupInviteLink", 0, "BusinessNumber! ChannelType CustSpaceId! GroupId!"),
    KnownOperation::once(
        "DeleteChatGroupParticipants",
        0,
        "BusinessNumber! ChannelType CustSpaceId! GroupId! List:[{ParticipantNumber}]",
    ),
    KnownOperation::once(
        "DeleteChatappTemplate",
        5,
        "CustSpaceId CustWabaId IsvCode Language TemplateCode TemplateName TemplateType",
    ),
    KnownOperation::once(
        "DeleteContacts",
        0,
        "BizCode BizExtend:{*any} ContactDetails ContactName Country FilePath",
    ),
    KnownOperation::once("DeleteContactsByIds", 0, "Contacts!"),
    KnownOperation::once("DeleteFlow", 5, "CustSpaceId FlowId!"),
    KnownOperation::once("DeleteFlowVersion", 0, "BizCode BizExtend:{*any} FlowCode FlowVersion"),
    KnownOperation::once("DeleteGroupById", 0, "GroupId!"),
    KnownOperation::once("DeleteInstagramPage", 0, "InstanceId! PageId!"),
    KnownOperation::once("DeleteInstance", 0, "InstanceId!"),
    KnownOperation::once("DeleteMarketingFlow", 0, "ActivityCode ActivityId"),
    KnownOperation::once("DeleteMessageCampaign", 0, "AdAccountId! CampaignId! CustSpaceId! PageId!"),
    KnownOperation::once("DeleteMessengerPage", 0, "InstanceId! PageId!"),
    KnownOperation::once("DeletePhoneMessageQrdl", 5, "CustSpaceId PhoneNumber! QrdlCode!"),
    KnownOperation::once("DeleteWhatsappUserName", 0, "CustSpaceId! PhoneNumber!"),
    KnownOperation::once("DeprecateFlow", 5, "CustSpaceId FlowId!"),
    KnownOperation::repeatable("EnableWhatsappROIMetric", 5, "CustSpaceId IsvCode"),
    KnownOperation::once(
        "FlowBindPhone",
        0,
        "ChannelCode! ChannelType! FlowCode! FlowVersion MultiWabaPhoneNumbers:[{ChannelCode \
        PhoneNumbers:[string] WabaId}] PhoneNumbers:[string] WabaId!",
    ),
    KnownOperation::once(
        "FlowRebindPhone",
        0,
        "ChannelCode! ChannelType! FlowCode! FlowVersion MultiWabaPhoneNumbers:[{ChannelCode \
        PhoneNumbers:[string] WabaId}] PhoneNumbers:[string] WabaId!",
    ),
    KnownOperation::once("FlowUnbindPhone", 0, "ChannelType FlowCode! FlowVersion PhoneNumbers:[string]"),
    KnownOperation::once("GeneratePresignedUrl", 0, "FilePath!"),
    KnownOperation::repeatable("GetAuditRequestByTypeUnAudit", 0, "CustSpaceId! RequestType!"),
    KnownOperation::repeatable("GetAutoGeneratedTemplate", 0, "CustSpaceId! MaxResults:int32 NextToken"),
    KnownOperation::repeatable(
        "GetChatFlowMetric",
        0,
        "BizCode BizExtend:{*any} FlowCode FlowVersion From:int64 MetricName! MetricParam:{*any} To:int64",
    ),
    KnownOperation::repeatable("GetChatFlowTemplate", 0, "BizCode! Id:int64"),
    KnownOperation::repeatable("GetChatappOpenStatus", 0, ""),
    KnownOperation::repeatable(
        "GetChatappPhoneNumberMetric",
        50,
        "CustSpaceId End:int64! Granularity IsvCode PhoneNumber Start:int64!",
    ),
    KnownOperation::repeatable("GetChatappPhoneNumberSetting", 0, "CustSpaceId PhoneNumber!"),
    KnownOperation::repeatable(
        "GetChatappTemplateDetail",
        5,
        "CustSpaceId! CustWabaId IsvCode Language! TemplateCode TemplateName TemplateType",
    ),
    KnownOperation::repeatable(
        "GetChatappTemplateMetric",
        50,
        "CustSpaceId End:int64! Granularity IsvCode Language Start:int64! TemplateCode! TemplateType",
    ),
    KnownOperation::once("GetChatappUploadAuthorization", 5, "CustSpaceId!"),
    KnownOperation::once("GetChatappVerifyCode", 10, "CustSpaceId! Locale! Method! PhoneNumber!"),
    KnownOperation::repeatable("GetCommerceSetting", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("GetConversationalAutomation", 5, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("GetCustomerSite", 0, ""),
    KnownOperation::repeatable(
        "GetDownloadExcelList",
        0,
        "BizCode BizExtend:{*any} Condition CountryNames:[string] EndDate GroupId GroupIds:[string] StartDate",
    ),
    KnownOperation::repeatable("GetFbInstagramPages", 0, "AccessToken! InstanceId!"),
    KnownOperation::repeatable("GetFbMessengerPages", 0, "AccessToken! InstanceId!"),
    KnownOperation::repeatable("GetFlow", 5, "CustSpaceId FlowId!"),
    KnownOperation::repeatable("GetFlowJSONAssest", 5, "CustSpaceId FlowId"),
    KnownOperation::repeatable("GetFlowPreviewUrl", 5, "CustSpaceId FlowId!"),
    KnownOperation::repeatable("GetGroupExist", 0, "BizCode BizExtend:{*any} GroupName!"),
    KnownOperation::repeatable(
        "GetMessageCampaignInsights",
        0,
        "AdAccountId! CampaignId! CustSpaceId! PageId!",
    ),
    KnownOperation::once("GetMigrationVerifyCode", 10, "CustSpaceId! Locale! Method! PhoneNumber!"),
    KnownOperation::once("GetPermissionByCode", 5, "Code! CustSpaceId Permissions:[string]"),
    KnownOperation::repeatable("GetPhoneEncryptionPublicKey", 5, "CustSpaceId PhoneNumber!"),
    KnownOperation::repeatable("GetPhoneNumberVerificationStatus", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("GetPledgeTemplateAddress", 0, "CustSpaceId IndustryType"),
    KnownOperation::once("GetPreValidatePhoneId", 10, "PhoneNumber! VerifyCode!"),
    KnownOperation::repeatable("GetViberByRequestNo", 0, "CustSpaceId RequestNo!"),
    KnownOperation::repeatable("GetViberPauseTimes", 0, "CustSpaceId!"),
    KnownOperation::repeatable("GetWhatsappConnectionCatalog", 10, "CustSpaceId WabaId!"),
    KnownOperation::repeatable("GetWhatsappConversionApi", 0, "InstanceId"),
    KnownOperation::repeatable(
        "GetWhatsappHealthStatus",
        5,
        "CustSpaceId! Language NodeType! PhoneNumber TemplateCode WabaId",
    ),
    KnownOperation::repeatable("GetWhatsappUserName", 0, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("GetWhatsappUserNameSuggestions", 0, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("IsvGetAppId", 10, "IntlVersion Permissions Type!"),
    KnownOperation::repeatable("ListAllGroups", 0, "BizCode BizExtend:{*any}"),
    KnownOperation::repeatable("ListBindDmAccount", 0, "CustSpaceId!"),
    KnownOperation::repeatable("ListBindingRelationsForFlowVersion", 0, "ChannelType! FlowCode!"),
    KnownOperation::repeatable(
        "ListChatFlow",
        0,
        "BizCode BizExtend:{*any} FlowCode FlowStatus FlowTriggerType Keyword PageNo:int64 PageSize:int64 \
        PhoneNumber ReturnWithOnlineVersion:bool Status Title",
    ),
    KnownOperation::repeatable(
        "ListChatFlowTemplate",
        0,
        "BizCode! Keyword PageNo:int64 PageSize:int64 TriggerType",
    ),
    KnownOperation::repeatable(
        "ListChatGroup",
        0,
        "BusinessNumber! ChannelType CustSpaceId! GroupLink GroupStatus GroupType Page:{Index:int64! \
        Size:int64!}! Subject",
    ),
    KnownOperation::repeatable(
        "ListChatGroupParticipants",
        0,
        "BusinessNumber! ChannelType CustSpaceId! GroupId! Page:{Index:int64 Size:int64}",
    ),
    KnownOperation::repeatable(
        "ListChatappMessage",
        0,
        "BusinessNumber! ChannelType! ClientAcceptStatus CustSpaceId! EndTime:int64 EndTimeStr EventAction \
        GroupMessageId MessageStatus Page:{Index:int64! Size:int64!}! StartTime:int64 StartTimeStr \
        TemplateCode UserNumber",
    ),
    KnownOperation::repeatable(
        "ListChatappTemplate",
        5,
        "AuditStatus Category Code CustSpaceId CustWabaId IsvCode Language Name Page:{Index:int32! \
        Size:int32!} TemplateType",
    ),
    KnownOperation::repeatable(
        "ListCustomAudience",
        0,
        "AdAccountId CustSpaceId! CustomAudienceId CustomAudienceName Page:{Index:int64! Size:int64!}! \
        PageId! TokenType",
    ),
    KnownOperation::repeatable("ListDmAccount", 0, "Keyword PageIndex:int64 PageSize:int64 SendType"),
    KnownOperation::repeatable("ListDmTag", 0, "Keyword PageIndex:int64 PageSize:int64"),
    KnownOperation::repeatable("ListFacebookPosts", 0, "CustSpaceId!"),
    KnownOperation::repeatable("ListFlow", 5, "CustSpaceId FlowName Page:{Index:int32 Size:int32}"),
    KnownOperation::repeatable("ListFlowNodeGroup", 0, "PageNo:int64! PageSize:int64!"),
    KnownOperation::repeatable(
        "ListFlowVersion",
        0,
        "BizCode BizExtend:{*any} FlowCode PageNo:int64 PageSize:int64 Status",
    ),
    KnownOperation::repeatable("ListInstagramPage", 0, "InstanceId!"),
    KnownOperation::repeatable("ListInstagramPosts", 0, "CustSpaceId!"),
    KnownOperation::repeatable(
        "ListInstance",
        0,
        "BindId ChannelType FilterStr InstanceId InstanceName IsBind:bool PageIndex:int64 PageSize:int64 \
        ResourceGroupId SubmitTime",
    ),
    KnownOperation::repeatable(
        "ListMarketingFlow",
        0,
        "ActivityCode ActivityName ActivityStatus BizCode BizExtend:{*any} PageIndex PageSize \
        RelatedFlowCode RelatedGroupId:int64",
    ),
    KnownOperation::repeatable(
        "ListMessageCampaign",
        0,
        "AdAccountId CampaignId CampaignName CustSpaceId! Page:{Index:int64! Size:int64!}! PageId! Status",
    ),
    KnownOperation::repeatable(
        "ListMessengerSubscriptionToken",
        0,
        "CustSpaceId! CustomAudienceId Limit:int64 PageId! PageKey TokenType!",
    ),
    KnownOperation::repeatable("ListPageAdAccount", 0, "CustSpaceId! PageId!"),
    KnownOperation::repeatable("ListPhoneMessageQrdl", 5, "CustSpaceId PhoneNumber!"),
    KnownOperation::repeatable(
        "ListProduct",
        10,
        "After Before CatalogId! CustSpaceId Fields Limit:int64 WabaId!",
    ),
    KnownOperation::repeatable(
        "ListProductCatalog",
        10,
        "After Before BusinessId:int64! CustSpaceId Fields Limit:int64",
    ),
    KnownOperation::repeatable("ListViberServiceMessage", 0, "CustSpaceId!"),
    KnownOperation::repeatable("ListWhatAppTemplate", 0, "CustSpaceId HetuParams:json"),
    KnownOperation::once(
        "ModifyChatappTemplate",
        50,
        "Category CategoryChangePaused:bool Components:[{AddSecretRecommendation:bool Buttons:[{AutofillText \
        CouponCode FlowAction FlowId IsOptOut:bool NavigateScreen PackageName PhoneNumber SignatureHash \
        SupportedApps:[{PackageName SignatureHash}] Text Type! Url UrlType}] Caption \
        Cards:[{CardComponents:[{Buttons:[{PhoneNumber Text Type! Url UrlType}] Format Text Type! Url}]!}] \
        CodeExpirationMinutes:int32 Duration:int32 FileName FileType Format HasExpiration:bool Text \
        ThumbUrl Type! Url}]! CustSpaceId! CustWabaId Example:{*string} IsvCode Language! \
        MessageSendTtlSeconds:int32 ProductSetId TemplateCode TemplateName TemplateType",
    ),
    KnownOperation::once(
        "ModifyChatappTemplateProperties",
        0,
        "AllowSend:bool CategoryChangePaused:bool CustSpaceId! Language! TemplateCode! TemplateType!",
    ),
    KnownOperation::once("ModifyFlow", 5, "Categories:[string]! CustSpaceId EndpointUri FlowId FlowName!"),
    KnownOperation::once(
        "ModifyPhoneBusinessProfile",
        10,
        "About Address CustSpaceId! Description Email PhoneNumber! ProfilePictureUrl Vertical \
        Websites:[string]",
    ),
    KnownOperation::once(
        "MoveContactToGroup",
        0,
        "BizCode BizExtend:{*any} Contacts:json! LinkExistGroups:json LinkNewGroups:json",
    ),
    KnownOperation::once("OfflineFlowVersion", 0, "BizCode BizExtend:{*any} FlowCode FlowVersion Remark"),
    KnownOperation::once("OnlineFlowVersion", 0, "BizCode BizExtend:{*any} FlowCode FlowVersion Remark"),
    KnownOperation::once("OpenChatappService", 0, ""),
    KnownOperation::once("PauseMarketingFLow", 0, "ActivityCode ActivityId"),
    KnownOperation::once("PublishFlow", 5, "CustSpaceId FlowId!"),
    KnownOperation::repeatable("QueryChatappBindWaba", 10, "CustSpaceId IsvCode"),
    KnownOperation::repeatable("QueryChatappPhoneNumbers", 10, "CustSpaceId IsvCode Status"),
    KnownOperation::repeatable("QueryInstance", 0, "InstanceId!"),
    KnownOperation::repeatable("QueryMMLActive", 0, "CustSpaceId"),
    KnownOperation::repeatable("QueryPhoneBusinessProfile", 10, "CustSpaceId! PhoneNumber!"),
    KnownOperation::repeatable("QueryWabaBusinessInfo", 10, "CustSpaceId! WabaId!"),
    KnownOperation::repeatable("ReadChatFlow", 0, "BizCode BizExtend:{*any} FlowCode"),
    KnownOperation::repeatable("ReadChatFlowLogSetting", 0, "FlowCode"),
    KnownOperation::repeatable(
        "ReadFlowVersion",
        0,
        "BizCode BizExtend:{*any} DraftVersion FlowCode FlowVersion Status",
    ),
    KnownOperation::once("RemoveContactById", 0, "ContactId! GroupId!"),
    KnownOperation::once(
        "RequestWhatsappConversionApi",
        100,
        "CustSpaceId! PageId! RequestData:[{ActionSource! AppData:{*any} CustomData:{*any} \
        DataProcessingOptions:[string] DataProcessingOptionsCountry:int64 DataProcessingOptionsState:int64 \
        EventId EventName! EventSourceUrl EventTime:int64! ExtInfo:{*any} MessagingChannel OptOut:bool \
        UserData:{*any}!}]",
    ),
    KnownOperation::once(
        "SendChatappMassMessage",
        10,
        "ChannelType! CustSpaceId CustWabaId FallBackContent FallBackDuration:int32 FallBackId FallBackRule \
        From! IsvCode Label Language! SenderList:[{FlowAction:{FlowActionData:{*any} FlowToken} \
        Payload:[string] ProductAction:{Sections:[{ProductItems:[{ProductRetailerId}] Title}] \
        ThumbnailProductRetailerId} RecipientType TemplateParams:{*string} To}] Tag TaskId TemplateCode \
        TemplateName Ttl:int64",
    ),
    KnownOperation::once(
        "SendChatappMessage",
        250,
        "AdAccountId Category ChannelType! Content:json ContextMessageId CustSpaceId CustWabaId \
        FallBackContent FallBackDuration:int32 FallBackId FallBackRule FlowAction:{FlowActionData:{*any} \
        FlowToken} From! IsvCode Label Language MessageCampaignId MessageType Payload:[string] \
        ProductAction:{Sections:[{ProductItems:[{ProductRetailerId}] Title}] ThumbnailProductRetailerId} \
        RecipientType Tag TaskId TemplateCode TemplateName TemplateParams:{*string} To! TokenType \
        TrackingData Ttl:int32 Type!",
    ),
    KnownOperation::once("SubmitVerifyCodeResult", 0, "MessageId! Result:bool! To"),
    KnownOperation::once("SyncBusinessAppHistory", 0, "CustSpaceId! PhoneNumber!"),
    KnownOperation::once("SyncFlow", 0, "CustSpaceId!"),
    KnownOperation::once("SyncMessageCampaign", 0, "AdAccountId! PageId!"),
    KnownOperation::once(
        "SyncMessengerSubscriptionToken",
        0,
        "CustSpaceId! CustomAudienceId PageId! TokenType!",
    ),
    KnownOperation::once(
        "TriggerChatFlow",
        0,
        "ClaimTimeMillis:int64 Data:{*any} DiscardTimeMillis:int64 FlowCode! OutId Uuid",
    ),
    KnownOperation::once("UnbindDmAccount", 0, "CustSpaceId!"),
    KnownOperation::once("UpdateAccountWebhook", 10, "CustSpaceId! HttpFlag QueueFlag StatusCallbackUrl"),
    KnownOperation::once(
        "UpdateAuditRequest",
        0,
        "AuditRecord:{AgeLimit ApplyReason BusinessAccountName BusinessLicenseRegistrationNumber \
        CompanyAddress:[{CompanyAddress CompanyAddressTitle}] CompanyEnglishName CompanyLegalName \
        CompanyLegalPerson CompanyProfile CompanyRegisteredCountry CompanyTel:[{CompanyTelNumber \
        CompanyTelTitle}] CompleteAddressOfHeadquarters ContactEmail ContactMail ContactName ContactPhone \
        ContactPosition EnableAutoReply IndustryDescription IndustryInvolved LetterGuarantee Logo:[string] \
        MessageDestinationCountry:[string] MessageDestinationInternationalCountry:[string] \
        MessageDialogueIntroduction MessageEnableDate MessageSessionName OtherLetterGuarantee RecoveryDate \
        ReplyContent SuspensionDate WebAddress}! AuditResult CustSpaceId! RequestNo!",
    ),
    KnownOperation::once("UpdateChatFlow", 0, "BizCode BizExtend:{*any} FlowCode Remark Title"),
    KnownOperation::once("UpdateChatFlowLogSetting", 0, "FlowCode Id:int64 Status"),
    KnownOperation::once(
        "UpdateChatGroup",
        0,
        "BusinessNumber! ChannelType CustSpaceId! Description GroupId! ProfilePictureFile Subject",
    ),
    KnownOperation::once(
        "UpdateCommerceSetting",
        10,
        "CartEnable:bool! CatalogVisible:bool! CustSpaceId! PhoneNumber!",
    ),
    KnownOperation::once(
        "UpdateContactById",
        0,
        "BizCode BizExtend:{*any} ContactDetails! ContactId! ContactName! Country! Email Remark",
    ),
    KnownOperation::once(
        "UpdateConversationalAutomation",
        5,
        "Commands:[{CommandDescription CommandName}] CustSpaceId! EnableWelcomeMessage:bool PhoneNumber! \
        Prompts:[string]",
    ),
    KnownOperation::once("UpdateFlowJSONAsset", 5, "CustSpaceId FilePath! FlowId!"),
    KnownOperation::once(
        "UpdateFlowVersion",
        0,
        "BizCode BizExtend:{*any} FlowCode FlowVersion FlowViewModel:json Remark Type",
    ),
    KnownOperation::once("UpdateGroupName", 0, "GroupId! GroupName!"),
    KnownOperation::once(
        "UpdateInstance",
        0,
        "ContactMail CountryId FacebookBmId InstanceDescription InstanceId! InstanceName! IsConfirmAudit \
        IsvTerms OfficeAddress",
    ),
    KnownOperation::once(
        "UpdateMarketingFLow",
        0,
        "ActivityCode ActivityDesc ActivityId ActivityName CronExpression EndDate ExecutionType! ParamFlag \
        Params:{*any} RelatedFlowCode RelatedFlowName RelatedGroupId:int64 StartDate",
    ),
    KnownOperation::once(
        "UpdatePhoneEncryptionPublicKey",
        5,
        "CustSpaceId EncryptionPublicKey! PhoneNumber!",
    ),
    KnownOperation::once(
        "UpdatePhoneMessageQrdl",
        5,
        "CustSpaceId GenerateQrImage! PhoneNumber! PrefilledMessage! QrdlCode!",
    ),
    KnownOperation::once(
        "UpdatePhoneWebhook",
        10,
        "CustSpaceId! HttpFlag PhoneNumber! QueueFlag StatusCallbackUrl UpCallbackUrl",
    ),
    KnownOperation::once("UpdateWabaMmlStatus", 0, "Code! CustSpaceId! WabaId!"),
    KnownOperation::once("UpdateWhatsappUserName", 0, "CustSpaceId! PhoneNumber! TransferAction Username!"),
    KnownOperation::once(
        "WhatsappCall",
        0,
        "BusinessNumber! CallAction! CallId CustSpaceId! Session:{Sdp SdpType} UserNumber",
    ),
];
