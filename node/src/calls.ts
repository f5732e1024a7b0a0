// Written by `cargo xtask generate` from model/catalogue.json; do not edit.

/**
 * The parameters of every operation that this version knows, by the operation's name: what `call` checks them against.
 * An operation that the service has learnt since can be added by declaration merging.
 */
export interface CallOperations {
  AddAddressRecoverSuspend: {
    AuditRecord?: {
      ApplyReason?: string
      MessageDestinationCountry?: readonly string[]
      MessageDestinationInternationalCountry?: readonly string[]
      RecoveryDate?: string
      SuspensionDate?: string
    }
    CustSpaceId?: string
    RequestType?: string
  }
  AddAuditViberOpen: {
    AuditRecord?: {
      AgeLimit?: string
      BusinessAccountName?: string
      BusinessLicenseRegistrationNumber?: string
      CompanyAddress?: readonly {
        CompanyAddress?: string
        CompanyAddressTitle?: string
      }[]
      CompanyEnglishName?: string
      CompanyLegalName?: string
      CompanyLegalPerson?: string
      CompanyProfile?: string
      CompanyRegisteredCountry?: string
      CompanyTel?: readonly {
        CompanyTelNumber?: string
        CompanyTelTitle?: string
      }[]
      CompleteAddressOfHeadquarters?: string
      ContactEmail?: string
      ContactMail?: string
      ContactName?: string
      ContactPhone?: string
      ContactPosition?: string
      EnableAutoReply?: string
      IndustryDescription?: string
      IndustryInvolved?: string
      LetterGuarantee?: string
      Logo?: readonly string[]
      MessageDestinationCountry?: readonly string[]
      MessageDestinationInternationalCountry?: readonly string[]
      MessageDialogueIntroduction?: string
      MessageEnableDate?: string
      MessageSessionName?: string
      OtherLetterGuarantee?: string
      ReplyContent?: string
      WebAddress?: string
    }
    AuditResult?: string
    CustSpaceId: string
  }
  AddChatGroup: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    Description?: string
    GroupLink?: string
    Subject: string
  }
  AddChatGroupInviteLink: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupId: string
  }
  AddChatappPhoneNumber: {
    Cc: string
    CustSpaceId: string
    PhoneNumber: string
    /** @deprecated */
    PreValidateId?: string
    VerifiedName: string
  }
  AddContacts: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    ContactDetails?: string
    ContactName?: string
    Country?: string
    Email?: string
    FilePath?: string
    Groups: string
    NeedUpdate: boolean
    Remark?: string
  }
  AddCustomAudienceUser: {
    AdAccountId: string
    BatchLastFlag?: boolean
    CustSpaceId: string
    CustomAudienceId: string
    EstimatedNumTotal?: number | bigint
    PageId: string
    Users: readonly {
      Email?: string
      Phone?: string
    }[]
  }
  AddGroup: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    ContactDetails?: string
    ContactName?: string
    Country?: string
    Email?: string
    FilePath?: string
    GroupName: string
    Remark?: string
  }
  AddMarketingFlow: {
    ActivityDesc?: string
    ActivityName: string
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    CronExpression?: string
    EndDate?: string
    ExecutionType: 'Schedule' | 'Manual' | (string & {})
    ParamFlag?: string
    Params?: Readonly<Record<string, unknown>>
    RelatedFlowCode?: string
    RelatedFlowName?: string
    RelatedGroupId?: number | bigint
    StartDate?: string
  }
  ArchiveChatappTemplate: {
    ArchiveType: string
    ChannelType: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    TemplateList: readonly {
      Language: string
      TemplateCode: string
    }[]
  }
  BindDmAccount: {
    AccountCode: string
    CustSpaceId: string
    ExtendAttr: {
      AccountName: string
      SendType: string
    }
  }
  BindInstagramPage: {
    InstanceId: string
    PageId: string
    RegionId?: string
  }
  BindMessengerPage: {
    InstanceId: string
    PageId: string
    RegionId?: string
  }
  ChangeResourceGroup: {
    ResourceGroupId: string
    ResourceId: string
    ResourceType?: string
  }
  ChatappBindWaba: {
    WabaId: string
  }
  ChatappMigrationRegister: {
    CustSpaceId: string
    PhoneNumber: string
  }
  ChatappMigrationVerified: {
    CustSpaceId: string
    PhoneNumber: string
    VerifyCode: string
  }
  ChatappPhoneNumberDeregister: {
    CustSpaceId: string
    PhoneNumber: string
  }
  ChatappPhoneNumberRegister: {
    CustSpaceId: string
    PhoneNumber: string
  }
  ChatappSyncPhoneNumber: {
    CustSpaceId: string
  }
  ChatappVerifyAndRegister: {
    CustSpaceId: string
    PhoneNumber: string
    VerifyCode: string
  }
  CheckDirectSendMessageSample: {
    CustSpaceId: string
    Interactive?: Readonly<Record<string, unknown>>
    Text?: Readonly<Record<string, unknown>>
    Type: 'interactive' | 'text' | (string & {})
  }
  CopyTemplate: {
    CustSpaceId?: string
    Language?: string
    SceneTemplateCode: string
    SceneTemplateName: string
  }
  CreateChatFlow: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    CreateFromFlowCode?: string
    CreateFromFlowVersion?: string
    FlowTriggerType?:
      | 'TriggeredManually'
      | 'TriggeredByWhatsApp'
      | 'TriggeredByMessenger'
      | 'TriggeredByInstagram'
      | 'TriggeredByViber'
      | (string & {})
    LifeCycleExtendData?: Readonly<Record<string, string>>
    Remark?: string
    Title?: string
  }
  CreateChatFlowByImport: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowViewModel?: string | object
    Remark?: string
    Title?: string
  }
  CreateChatFlowLogSetting: {
    FlowCode?: string
  }
  CreateChatappMigrationInitiate: {
    CountryCode: string
    CustSpaceId: string
    MobileNumber: string
  }
  CreateChatappTemplate: {
    /** @deprecated */
    AllowCategoryChange?: boolean
    Category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION' | (string & {})
    CategoryChangePaused?: boolean
    Components: readonly {
      AddSecretRecommendation?: boolean
      Buttons?: readonly {
        AutofillText?: string
        CouponCode?: string
        FlowAction?: 'DATA_EXCHANGE' | 'NAVIGATE' | (string & {})
        FlowId?: string
        IsOptOut?: boolean
        NavigateScreen?: string
        /** @deprecated */
        PackageName?: string
        PhoneNumber?: string
        /** @deprecated */
        SignatureHash?: string
        SupportedApps?: readonly {
          PackageName?: string
          SignatureHash?: string
        }[]
        Text?: string
        Type:
          | 'PHONE_NUMBER'
          | 'URL'
          | 'QUICK_REPLY'
          | 'COPY_CODE'
          | 'ONE_TAP'
          | 'ZERO_TAP'
          | 'MPM'
          | 'CATALOG'
          | 'FLOW'
          | (string & {})
        Url?: string
        UrlType?: 'static' | 'dynamic' | (string & {})
      }[]
      Caption?: string
      Cards?: readonly {
        CardComponents: readonly {
          Buttons?: readonly {
            PhoneNumber?: string
            Text?: string
            Type: 'PHONE_NUMBER' | 'URL' | 'QUICK_REPLY' | (string & {})
            Url?: string
            UrlType?: 'static' | 'dynamic' | (string & {})
          }[]
          Format?: 'IMAGE' | 'VIDEO' | (string & {})
          Text?: string
          Type: 'BODY' | 'HEADER' | 'BUTTONS' | (string & {})
          Url?: string
        }[]
      }[]
      CodeExpirationMinutes?: number | bigint
      Duration?: number | bigint
      FileName?: string
      FileType?: string
      Format?: 'TEXT' | 'IMAGE' | 'DOCUMENT' | 'VIDEO' | (string & {})
      HasExpiration?: boolean
      Text?: string
      ThumbUrl?: string
      Type: 'BODY' | 'HEADER' | 'FOOTER' | 'BUTTONS' | 'CAROUSEL' | 'LIMITED_TIME_OFFER' | (string & {})
      Url?: string
    }[]
    CustSpaceId: string
    /** @deprecated */
    CustWabaId?: string
    Example?: Readonly<Record<string, string>>
    IsvCode?: string
    Language: string
    MessageSendTtlSeconds?: number | bigint
    Name: string
    ProductSetId?: string
    TemplateType: 'WHATSAPP' | 'VIBER' | (string & {})
  }
  CreateCustomAudience: {
    AdAccountId: string
    CustSpaceId: string
    Description?: string
    FilePath?: string
    Name: string
    PageId: string
    UploadType: string
  }
  CreateFlow: {
    Categories: readonly string[]
    CustSpaceId?: string
    EndpointUri?: string
    FlowName: string
  }
  CreateFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersionCopyFrom?: string
    Remark?: string
  }
  CreateInstance: {
    ChannelType: string
    ContactMail?: string
    CountryId?: string
    FacebookBmId?: string
    InstanceDescription?: string
    InstanceName: string
    IsConfirmAudit?: string
    IsvTerms?: string
    OfficeAddress?: string
    ResourceGroupId?: string
  }
  CreateMessageCampaign: {
    AdAccountId: string
    Budget: number | bigint
    BudgetType: string
    CustSpaceId: string
    Name: string
    PageId: string
  }
  CreateMessengerPage: {
    AdAccountIds: readonly string[]
    AuthenticationCode: string
    BusinessId: string
    CustSpaceId: string
    PageId: string
  }
  CreatePhoneMessageQrdl: {
    CustSpaceId?: string
    GenerateQrImage: 'SVG' | 'PNG' | (string & {})
    PhoneNumber: string
    PrefilledMessage: string
  }
  CreateWhatsappConversionApi: {
    Code?: string
    InstanceId?: string
    Permissions?: readonly string[]
  }
  DeleteChatFlow: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
  }
  DeleteChatGroup: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupId: string
  }
  DeleteChatGroupInviteLink: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupId: string
  }
  DeleteChatGroupParticipants: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupId: string
    List?: readonly {
      ParticipantNumber?: string
    }[]
  }
  DeleteChatappTemplate: {
    CustSpaceId?: string
    CustWabaId?: string
    IsvCode?: string
    Language?: string
    TemplateCode?: string
    TemplateName?: string
    TemplateType?: string
  }
  DeleteContacts: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    ContactDetails?: string
    ContactName?: string
    Country?: string
    FilePath?: string
  }
  DeleteContactsByIds: {
    Contacts: string
  }
  DeleteFlow: {
    CustSpaceId?: string
    FlowId: string
  }
  DeleteFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersion?: string
  }
  DeleteGroupById: {
    GroupId: string
  }
  DeleteInstagramPage: {
    InstanceId: string
    PageId: string
  }
  DeleteInstance: {
    InstanceId: string
  }
  DeleteMarketingFlow: {
    ActivityCode?: string
    ActivityId?: string
  }
  DeleteMessageCampaign: {
    AdAccountId: string
    CampaignId: string
    CustSpaceId: string
    PageId: string
  }
  DeleteMessengerPage: {
    InstanceId: string
    PageId: string
  }
  DeletePhoneMessageQrdl: {
    CustSpaceId?: string
    PhoneNumber: string
    QrdlCode: string
  }
  DeleteWhatsappUserName: {
    CustSpaceId: string
    PhoneNumber: string
  }
  DeprecateFlow: {
    CustSpaceId?: string
    FlowId: string
  }
  EnableWhatsappROIMetric: {
    CustSpaceId?: string
    IsvCode?: string
  }
  FlowBindPhone: {
    ChannelCode: string
    ChannelType: 'INSTAGRAM' | 'WHATSAPP' | 'MESSENGER' | 'VIBER' | (string & {})
    FlowCode: string
    FlowVersion?: string
    MultiWabaPhoneNumbers?: readonly {
      ChannelCode?: string
      PhoneNumbers?: readonly string[]
      WabaId?: string
    }[]
    PhoneNumbers?: readonly string[]
    WabaId: string
  }
  FlowRebindPhone: {
    ChannelCode: string
    ChannelType: 'INSTAGRAM' | 'WHATSAPP' | 'MESSENGER' | 'VIBER' | (string & {})
    FlowCode: string
    FlowVersion?: string
    MultiWabaPhoneNumbers?: readonly {
      ChannelCode?: string
      PhoneNumbers?: readonly string[]
      WabaId?: string
    }[]
    PhoneNumbers?: readonly string[]
    WabaId: string
  }
  FlowUnbindPhone: {
    ChannelType?: 'INSTAGRAM' | 'WHATSAPP' | 'MESSENGER' | 'VIBER' | (string & {})
    FlowCode: string
    FlowVersion?: string
    PhoneNumbers?: readonly string[]
  }
  GeneratePresignedUrl: {
    FilePath: string
  }
  GetAuditRequestByTypeUnAudit: {
    CustSpaceId: string
    RequestType: string
  }
  GetAutoGeneratedTemplate: {
    CustSpaceId: string
    MaxResults?: number | bigint
    NextToken?: string
  }
  GetChatFlowMetric: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersion?: string
    From?: number | bigint
    MetricName: 'nodeUsageStatistics' | 'nodeErrorDetails' | (string & {})
    MetricParam?: Readonly<Record<string, unknown>>
    To?: number | bigint
  }
  GetChatFlowTemplate: {
    BizCode: string
    Id?: number | bigint
  }
  GetChatappOpenStatus: Record<string, never>
  GetChatappPhoneNumberMetric: {
    CustSpaceId?: string
    End: number | bigint
    Granularity?: 'DAILY' | 'HALF_HOUR' | (string & {})
    IsvCode?: string
    PhoneNumber?: string
    Start: number | bigint
  }
  GetChatappPhoneNumberSetting: {
    CustSpaceId?: string
    PhoneNumber: string
  }
  GetChatappTemplateDetail: {
    CustSpaceId: string
    /** @deprecated */
    CustWabaId?: string
    IsvCode?: string
    Language: string
    TemplateCode?: string
    TemplateName?: string
    TemplateType?: 'WHATSAPP' | 'VIBER' | (string & {})
  }
  GetChatappTemplateMetric: {
    CustSpaceId?: string
    End: number | bigint
    Granularity?: 'DAILY' | 'HALF_HOUR' | (string & {})
    IsvCode?: string
    Language?: string
    Start: number | bigint
    TemplateCode: string
    TemplateType?: 'WHATSAPP' | (string & {})
  }
  GetChatappUploadAuthorization: {
    CustSpaceId: string
  }
  GetChatappVerifyCode: {
    CustSpaceId: string
    Locale: string
    Method: string
    PhoneNumber: string
  }
  GetCommerceSetting: {
    CustSpaceId: string
    PhoneNumber: string
  }
  GetConversationalAutomation: {
    CustSpaceId: string
    PhoneNumber: string
  }
  GetCustomerSite: Record<string, never>
  GetDownloadExcelList: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    Condition?: string
    CountryNames?: readonly string[]
    EndDate?: string
    GroupId?: string
    GroupIds?: readonly string[]
    StartDate?: string
  }
  GetFbInstagramPages: {
    AccessToken: string
    InstanceId: string
  }
  GetFbMessengerPages: {
    AccessToken: string
    InstanceId: string
  }
  GetFlow: {
    CustSpaceId?: string
    FlowId: string
  }
  GetFlowJSONAssest: {
    CustSpaceId?: string
    FlowId?: string
  }
  GetFlowPreviewUrl: {
    CustSpaceId?: string
    FlowId: string
  }
  GetGroupExist: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    GroupName: string
  }
  GetMessageCampaignInsights: {
    AdAccountId: string
    CampaignId: string
    CustSpaceId: string
    PageId: string
  }
  GetMigrationVerifyCode: {
    CustSpaceId: string
    Locale: string
    Method: string
    PhoneNumber: string
  }
  GetPermissionByCode: {
    Code: string
    CustSpaceId?: string
    Permissions?: readonly ('ads_management' | 'catalog_management' | (string & {}))[]
  }
  GetPhoneEncryptionPublicKey: {
    CustSpaceId?: string
    PhoneNumber: string
  }
  GetPhoneNumberVerificationStatus: {
    CustSpaceId: string
    PhoneNumber: string
  }
  GetPledgeTemplateAddress: {
    CustSpaceId?: string
    IndustryType?: string
  }
  GetPreValidatePhoneId: {
    PhoneNumber: string
    VerifyCode: string
  }
  GetViberByRequestNo: {
    CustSpaceId?: string
    RequestNo: string
  }
  GetViberPauseTimes: {
    CustSpaceId: string
  }
  GetWhatsappConnectionCatalog: {
    CustSpaceId?: string
    WabaId: string
  }
  GetWhatsappConversionApi: {
    InstanceId?: string
  }
  GetWhatsappHealthStatus: {
    CustSpaceId: string
    Language?: string
    NodeType: 'template' | 'phone' | 'waba' | (string & {})
    PhoneNumber?: string
    TemplateCode?: string
    WabaId?: string
  }
  GetWhatsappUserName: {
    CustSpaceId: string
    PhoneNumber: string
  }
  GetWhatsappUserNameSuggestions: {
    CustSpaceId: string
    PhoneNumber: string
  }
  IsvGetAppId: {
    IntlVersion?: string
    Permissions?: 'whatsapp_business_messaging' | 'ads_management' | 'catalog_management' | (string & {})
    Type: 'whatsapp' | (string & {})
  }
  ListAllGroups: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
  }
  ListBindDmAccount: {
    CustSpaceId: string
  }
  ListBindingRelationsForFlowVersion: {
    ChannelType: 'INSTAGRAM' | 'WHATSAPP' | 'MESSENGER' | 'VIBER' | (string & {})
    FlowCode: string
  }
  ListChatFlow: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowStatus?: string
    FlowTriggerType?:
      | 'TriggeredManually'
      | 'TriggeredByWhatsApp'
      | 'TriggeredByInstagram'
      | 'TriggeredByViber'
      | 'TriggeredByMessenger'
      | (string & {})
    Keyword?: string
    PageNo?: number | bigint
    PageSize?: number | bigint
    PhoneNumber?: string
    ReturnWithOnlineVersion?: boolean
    Status?: string
    Title?: string
  }
  ListChatFlowTemplate: {
    BizCode: string
    Keyword?: string
    PageNo?: number | bigint
    PageSize?: number | bigint
    TriggerType?:
      | 'TriggeredManually'
      | 'TriggeredByWhatsApp'
      | 'TriggeredByInstagram'
      | 'TriggeredByViber'
      | 'TriggeredByMessenger'
      | (string & {})
  }
  ListChatGroup: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupLink?: string
    GroupStatus?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | 'CREATING' | 'DELETING' | 'UPDATING' | (string & {})
    GroupType?: string
    Page: {
      Index: number | bigint
      Size: number | bigint
    }
    Subject?: string
  }
  ListChatGroupParticipants: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    GroupId: string
    Page?: {
      Index?: number | bigint
      Size?: number | bigint
    }
  }
  ListChatappMessage: {
    BusinessNumber: string
    ChannelType: 'whatsapp' | 'viber' | (string & {})
    ClientAcceptStatus?: string
    CustSpaceId: string
    EndTime?: number | bigint
    EndTimeStr?: string
    EventAction?: 'DOWN' | 'UP' | (string & {})
    GroupMessageId?: string
    MessageStatus?: string
    Page: {
      Index: number | bigint
      Size: number | bigint
    }
    StartTime?: number | bigint
    StartTimeStr?: string
    TemplateCode?: string
    UserNumber?: string
  }
  ListChatappTemplate: {
    AuditStatus?: 'pass' | 'fail' | 'auditing' | 'unaudit' | (string & {})
    Category?: string
    Code?: string
    CustSpaceId?: string
    /** @deprecated */
    CustWabaId?: string
    IsvCode?: string
    Language?: string
    Name?: string
    Page?: {
      Index: number | bigint
      Size: number | bigint
    }
    TemplateType?: 'WHATSAPP' | 'VIBER' | (string & {})
  }
  ListCustomAudience: {
    AdAccountId?: string
    CustSpaceId: string
    CustomAudienceId?: string
    CustomAudienceName?: string
    Page: {
      Index: number | bigint
      Size: number | bigint
    }
    PageId: string
    TokenType?: string
  }
  ListDmAccount: {
    Keyword?: string
    PageIndex?: number | bigint
    PageSize?: number | bigint
    SendType?: string
  }
  ListDmTag: {
    Keyword?: string
    PageIndex?: number | bigint
    PageSize?: number | bigint
  }
  ListFacebookPosts: {
    CustSpaceId: string
  }
  ListFlow: {
    CustSpaceId?: string
    FlowName?: string
    Page?: {
      Index?: number | bigint
      Size?: number | bigint
    }
  }
  ListFlowNodeGroup: {
    PageNo: number | bigint
    PageSize: number | bigint
  }
  ListFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    PageNo?: number | bigint
    PageSize?: number | bigint
    Status?: 'DRAFT' | 'DELETED' | 'ONLINE' | 'OFFLINE' | (string & {})
  }
  ListInstagramPage: {
    InstanceId: string
  }
  ListInstagramPosts: {
    CustSpaceId: string
  }
  ListInstance: {
    BindId?: string
    ChannelType?: 'whatsapp' | 'messenger' | 'instagram' | 'viber' | (string & {})
    FilterStr?: string
    InstanceId?: string
    InstanceName?: string
    IsBind?: boolean
    PageIndex?: number | bigint
    PageSize?: number | bigint
    ResourceGroupId?: string
    SubmitTime?: string
  }
  ListMarketingFlow: {
    ActivityCode?: string
    ActivityName?: string
    ActivityStatus?: string
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    PageIndex?: string
    PageSize?: string
    RelatedFlowCode?: string
    RelatedGroupId?: number | bigint
  }
  ListMessageCampaign: {
    AdAccountId?: string
    CampaignId?: string
    CampaignName?: string
    CustSpaceId: string
    Page: {
      Index: number | bigint
      Size: number | bigint
    }
    PageId: string
    Status?: string
  }
  ListMessengerSubscriptionToken: {
    CustSpaceId: string
    CustomAudienceId?: string
    Limit?: number | bigint
    PageId: string
    PageKey?: string
    TokenType: string
  }
  ListPageAdAccount: {
    CustSpaceId: string
    PageId: string
  }
  ListPhoneMessageQrdl: {
    CustSpaceId?: string
    PhoneNumber: string
  }
  ListProduct: {
    After?: string
    Before?: string
    CatalogId: string
    CustSpaceId?: string
    Fields?: string
    Limit?: number | bigint
    WabaId: string
  }
  ListProductCatalog: {
    After?: string
    Before?: string
    BusinessId: number | bigint
    CustSpaceId?: string
    Fields?: string
    Limit?: number | bigint
  }
  ListViberServiceMessage: {
    CustSpaceId: string
  }
  ListWhatAppTemplate: {
    CustSpaceId?: string
    HetuParams?: string | object
  }
  ModifyChatappTemplate: {
    Category?: string
    CategoryChangePaused?: boolean
    Components: readonly {
      AddSecretRecommendation?: boolean
      Buttons?: readonly {
        AutofillText?: string
        CouponCode?: string
        FlowAction?: 'DATA_EXCHANGE' | 'NAVIGATE' | (string & {})
        FlowId?: string
        IsOptOut?: boolean
        NavigateScreen?: string
        /** @deprecated */
        PackageName?: string
        PhoneNumber?: string
        /** @deprecated */
        SignatureHash?: string
        SupportedApps?: readonly {
          PackageName?: string
          SignatureHash?: string
        }[]
        Text?: string
        Type:
          | 'PHONE_NUMBER'
          | 'URL'
          | 'QUICK_REPLY'
          | 'COPY_CODE'
          | 'ONE_TAP'
          | 'ZERO_TAP'
          | 'MPM'
          | 'CATALOG'
          | 'FLOW'
          | (string & {})
        Url?: string
        UrlType?: 'static' | 'dynamic' | (string & {})
      }[]
      Caption?: string
      Cards?: readonly {
        CardComponents: readonly {
          Buttons?: readonly {
            PhoneNumber?: string
            Text?: string
            Type: 'PHONE_NUMBER' | 'URL' | 'QUICK_REPLY' | (string & {})
            Url?: string
            UrlType?: 'static' | 'dynamic' | (string & {})
          }[]
          Format?: 'IMAGE' | 'VIDEO' | (string & {})
          Text?: string
          Type: 'BODY' | 'HEADER' | 'BUTTONS' | (string & {})
          Url?: string
        }[]
      }[]
      CodeExpirationMinutes?: number | bigint
      Duration?: number | bigint
      FileName?: string
      FileType?: string
      Format?: 'TEXT' | 'IMAGE' | 'DOCUMENT' | 'VIDEO' | (string & {})
      HasExpiration?: boolean
      Text?: string
      ThumbUrl?: string
      Type: 'BODY' | 'HEADER' | 'FOOTER' | 'BUTTONS' | 'CAROUSEL' | 'LIMITED_TIME_OFFER' | (string & {})
      Url?: string
    }[]
    CustSpaceId: string
    /** @deprecated */
    CustWabaId?: string
    Example?: Readonly<Record<string, string>>
    IsvCode?: string
    Language: string
    MessageSendTtlSeconds?: number | bigint
    ProductSetId?: string
    TemplateCode?: string
    TemplateName?: string
    TemplateType?: 'WHATSAPP' | 'VIBER' | (string & {})
  }
  ModifyChatappTemplateProperties: {
    AllowSend?: boolean
    CategoryChangePaused?: boolean
    CustSpaceId: string
    Language: string
    TemplateCode: string
    TemplateType: string
  }
  ModifyFlow: {
    Categories: readonly (
      | 'CUSTOMER_SUPPORT'
      | 'OTHER'
      | 'SIGN_IN'
      | 'SIGN_UP'
      | 'APPOINTMENT_BOOKING'
      | 'LEAD_GENERATION'
      | 'SURVEY'
      | 'CONTACT_US'
      | (string & {})
    )[]
    CustSpaceId?: string
    EndpointUri?: string
    FlowId?: string
    FlowName: string
  }
  ModifyPhoneBusinessProfile: {
    About?: string
    Address?: string
    CustSpaceId: string
    Description?: string
    Email?: string
    PhoneNumber: string
    ProfilePictureUrl?: string
    Vertical?:
      | 'OTHER'
      | 'AUTO'
      | 'BEAUTY'
      | 'APPAREL'
      | 'EDU'
      | 'ENTERTAIN'
      | 'EVENT_PLAN'
      | 'FINANCE'
      | 'GROCERY'
      | 'GOVT'
      | 'HOTEL'
      | 'HEALTH'
      | 'NONPROFIT'
      | 'PROF_SERVICES'
      | 'RETAIL'
      | 'TRAVEL'
      | 'RESTAURANT'
      | (string & {})
    Websites?: readonly string[]
  }
  MoveContactToGroup: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    Contacts: string | object
    LinkExistGroups?: string | object
    LinkNewGroups?: string | object
  }
  OfflineFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersion?: string
    Remark?: string
  }
  OnlineFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersion?: string
    Remark?: string
  }
  OpenChatappService: Record<string, never>
  PauseMarketingFLow: {
    ActivityCode?: string
    ActivityId?: string
  }
  PublishFlow: {
    CustSpaceId?: string
    FlowId: string
  }
  QueryChatappBindWaba: {
    CustSpaceId?: string
    IsvCode?: string
  }
  QueryChatappPhoneNumbers: {
    CustSpaceId?: string
    IsvCode?: string
    Status?: string
  }
  QueryInstance: {
    InstanceId: string
  }
  QueryMMLActive: {
    CustSpaceId?: string
  }
  QueryPhoneBusinessProfile: {
    CustSpaceId: string
    PhoneNumber: string
  }
  QueryWabaBusinessInfo: {
    CustSpaceId: string
    WabaId: string
  }
  ReadChatFlow: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
  }
  ReadChatFlowLogSetting: {
    FlowCode?: string
  }
  ReadFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    DraftVersion?: string
    FlowCode?: string
    FlowVersion?: string
    Status?: 'DRAFT' | 'DELETED' | 'ONLINE' | 'OFFLINE' | (string & {})
  }
  RemoveContactById: {
    ContactId: string
    GroupId: string
  }
  RequestWhatsappConversionApi: {
    CustSpaceId: string
    PageId: string
    RequestData?: readonly {
      ActionSource: string
      AppData?: Readonly<Record<string, unknown>>
      CustomData?: Readonly<Record<string, unknown>>
      DataProcessingOptions?: readonly string[]
      DataProcessingOptionsCountry?: number | bigint
      DataProcessingOptionsState?: number | bigint
      EventId?: string
      EventName: string
      EventSourceUrl?: string
      EventTime: number | bigint
      ExtInfo?: Readonly<Record<string, unknown>>
      MessagingChannel?: string
      OptOut?: boolean
      UserData: Readonly<Record<string, unknown>>
    }[]
  }
  SendChatappMassMessage: {
    ChannelType: 'whatsapp' | 'messenger' | 'instagram' | 'viber' | (string & {})
    CustSpaceId?: string
    /** @deprecated */
    CustWabaId?: string
    FallBackContent?: string
    FallBackDuration?: number | bigint
    FallBackId?: string
    FallBackRule?: 'undelivered' | 'sentFailed' | (string & {})
    From: string
    /** @deprecated */
    IsvCode?: string
    Label?: 'pormotion' | 'transaction' | (string & {})
    Language: string
    SenderList?: readonly {
      FlowAction?: {
        FlowActionData?: Readonly<Record<string, unknown>>
        FlowToken?: string
      }
      Payload?: readonly string[]
      ProductAction?: {
        Sections?: readonly {
          ProductItems?: readonly {
            ProductRetailerId?: string
          }[]
          Title?: string
        }[]
        ThumbnailProductRetailerId?: string
      }
      RecipientType?: string
      TemplateParams?: Readonly<Record<string, string>>
      To?: string
    }[]
    Tag?: string
    TaskId?: string
    TemplateCode?: string
    TemplateName?: string
    Ttl?: number | bigint
  }
  SendChatappMessage: {
    AdAccountId?: string
    Category?: string
    ChannelType: 'whatsapp' | 'messenger' | 'instagram' | 'telegram' | 'line' | 'viber' | (string & {})
    Content?: string | object
    ContextMessageId?: string
    CustSpaceId?: string
    /** @deprecated */
    CustWabaId?: string
    FallBackContent?: string
    FallBackDuration?: number | bigint
    FallBackId?: string
    FallBackRule?: 'undelivered' | 'sentFailed' | (string & {})
    FlowAction?: {
      FlowActionData?: Readonly<Record<string, unknown>>
      FlowToken?: string
    }
    From: string
    /** @deprecated */
    IsvCode?: string
    Label?: 'pormotion' | 'transaction' | (string & {})
    Language?: string
    MessageCampaignId?: string
    MessageType?:
      | 'text'
      | 'image'
      | 'video'
      | 'audio'
      | 'document'
      | 'interactive'
      | 'location'
      | 'contacts'
      | 'reaction'
      | 'sticker'
      | 'typing_indicator'
      | 'pin'
      | 'carousel'
      | 'text_image_button'
      | 'text_button'
      | 'text_video'
      | 'text_video_button'
      | 'text_image'
      | 'couponTemplate'
      | 'regularTemplate'
      | 'quickReply'
      | 'buttonTemplate'
      | 'gif'
      | 'buttons'
      | 'confirm'
      | 'imageCarousel'
      | 'textV2'
      | 'coupon'
      | 'imagemap'
      | 'flex'
      | (string & {})
    Payload?: readonly string[]
    ProductAction?: {
      Sections?: readonly {
        ProductItems?: readonly {
          ProductRetailerId?: string
        }[]
        Title?: string
      }[]
      ThumbnailProductRetailerId?: string
    }
    RecipientType?: 'individual' | 'group' | 'userId' | (string & {})
    Tag?: string
    TaskId?: string
    TemplateCode?: string
    TemplateName?: string
    TemplateParams?: Readonly<Record<string, string>>
    To: string
    TokenType?: string
    TrackingData?: string
    Ttl?: number | bigint
    Type: 'template' | 'message' | (string & {})
  }
  SubmitVerifyCodeResult: {
    MessageId: string
    Result: boolean
    To?: string
  }
  SyncBusinessAppHistory: {
    CustSpaceId: string
    PhoneNumber: string
  }
  SyncFlow: {
    CustSpaceId: string
  }
  SyncMessageCampaign: {
    AdAccountId: string
    PageId: string
  }
  SyncMessengerSubscriptionToken: {
    CustSpaceId: string
    CustomAudienceId?: string
    PageId: string
    TokenType: string
  }
  TriggerChatFlow: {
    ClaimTimeMillis?: number | bigint
    Data?: Readonly<Record<string, unknown>>
    DiscardTimeMillis?: number | bigint
    FlowCode: string
    OutId?: string
    Uuid?: string
  }
  UnbindDmAccount: {
    CustSpaceId: string
  }
  UpdateAccountWebhook: {
    CustSpaceId: string
    HttpFlag?: 'Y' | 'N' | (string & {})
    QueueFlag?: 'Y' | 'N' | (string & {})
    StatusCallbackUrl?: string
  }
  UpdateAuditRequest: {
    AuditRecord: {
      AgeLimit?: string
      ApplyReason?: string
      BusinessAccountName?: string
      BusinessLicenseRegistrationNumber?: string
      CompanyAddress?: readonly {
        CompanyAddress?: string
        CompanyAddressTitle?: string
      }[]
      CompanyEnglishName?: string
      CompanyLegalName?: string
      CompanyLegalPerson?: string
      CompanyProfile?: string
      CompanyRegisteredCountry?: string
      CompanyTel?: readonly {
        CompanyTelNumber?: string
        CompanyTelTitle?: string
      }[]
      CompleteAddressOfHeadquarters?: string
      ContactEmail?: string
      ContactMail?: string
      ContactName?: string
      ContactPhone?: string
      ContactPosition?: string
      EnableAutoReply?: string
      IndustryDescription?: string
      IndustryInvolved?: string
      LetterGuarantee?: string
      Logo?: readonly string[]
      MessageDestinationCountry?: readonly string[]
      MessageDestinationInternationalCountry?: readonly string[]
      MessageDialogueIntroduction?: string
      MessageEnableDate?: string
      MessageSessionName?: string
      OtherLetterGuarantee?: string
      RecoveryDate?: string
      ReplyContent?: string
      SuspensionDate?: string
      WebAddress?: string
    }
    AuditResult?: string
    CustSpaceId: string
    RequestNo: string
  }
  UpdateChatFlow: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    Remark?: string
    Title?: string
  }
  UpdateChatFlowLogSetting: {
    FlowCode?: string
    Id?: number | bigint
    Status?: 'ENABLED' | 'DISABLED' | 'DELETED' | (string & {})
  }
  UpdateChatGroup: {
    BusinessNumber: string
    ChannelType?: 'WHATSAPP' | (string & {})
    CustSpaceId: string
    Description?: string
    GroupId: string
    ProfilePictureFile?: string
    Subject?: string
  }
  UpdateCommerceSetting: {
    CartEnable: boolean
    CatalogVisible: boolean
    CustSpaceId: string
    PhoneNumber: string
  }
  UpdateContactById: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    ContactDetails: string
    ContactId: string
    ContactName: string
    Country: string
    Email?: string
    Remark?: string
  }
  UpdateConversationalAutomation: {
    Commands?: readonly {
      CommandDescription?: string
      CommandName?: string
    }[]
    CustSpaceId: string
    EnableWelcomeMessage?: boolean
    PhoneNumber: string
    Prompts?: readonly string[]
  }
  UpdateFlowJSONAsset: {
    CustSpaceId?: string
    FilePath: string
    FlowId: string
  }
  UpdateFlowVersion: {
    BizCode?: string
    BizExtend?: Readonly<Record<string, unknown>>
    FlowCode?: string
    FlowVersion?: string
    FlowViewModel?: string | object
    Remark?: string
    Type?: string
  }
  UpdateGroupName: {
    GroupId: string
    GroupName: string
  }
  UpdateInstance: {
    ContactMail?: string
    CountryId?: string
    FacebookBmId?: string
    InstanceDescription?: string
    InstanceId: string
    InstanceName: string
    IsConfirmAudit?: string
    IsvTerms?: string
    OfficeAddress?: string
  }
  UpdateMarketingFLow: {
    ActivityCode?: string
    ActivityDesc?: string
    ActivityId?: string
    ActivityName?: string
    CronExpression?: string
    EndDate?: string
    ExecutionType: string
    ParamFlag?: string
    Params?: Readonly<Record<string, unknown>>
    RelatedFlowCode?: string
    RelatedFlowName?: string
    RelatedGroupId?: number | bigint
    StartDate?: string
  }
  UpdatePhoneEncryptionPublicKey: {
    CustSpaceId?: string
    EncryptionPublicKey: string
    PhoneNumber: string
  }
  UpdatePhoneMessageQrdl: {
    CustSpaceId?: string
    GenerateQrImage: 'SVG' | 'PNG' | (string & {})
    PhoneNumber: string
    PrefilledMessage: string
    QrdlCode: string
  }
  UpdatePhoneWebhook: {
    CustSpaceId: string
    HttpFlag?: 'Y' | 'N' | (string & {})
    PhoneNumber: string
    QueueFlag?: 'Y' | 'N' | (string & {})
    StatusCallbackUrl?: string
    UpCallbackUrl?: string
  }
  UpdateWabaMmlStatus: {
    Code: string
    CustSpaceId: string
    WabaId: string
  }
  UpdateWhatsappUserName: {
    CustSpaceId: string
    PhoneNumber: string
    TransferAction?: 'none' | 'force_transfer' | (string & {})
    Username: string
  }
  WhatsappCall: {
    BusinessNumber: string
    CallAction: string
    CallId?: string
    CustSpaceId: string
    Session?: {
      Sdp?: string
      SdpType?: string
    }
    UserNumber?: string
  }
}
