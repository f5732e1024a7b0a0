// What users write must compile, and what is wrong must not.
import {
  type AnyCamsRoiError,
  type CallOperations,
  CamsRoiError,
  type ChannelOutcome,
  Client,
  type ClientOptions,
  type EnableWhatsappRoiMetricOptions,
  type ErrorKind,
  enableWhatsappRoiMetric,
  isCamsRoiError,
  OWN_CHANNEL,
  type PhoneNumberMetric,
  ThrottledError,
} from 'cams-roi'

const options: ClientOptions = {
  endpoint: 'http://127.0.0.1',
  credentials: async () => ({ accessKeyId: 'id', accessKeySecret: 'secret', expiresAt: new Date() }),
  timeouts: { callMs: 1000 },
  retry: { maxAttempts: 2 },
  rateLimit: 'off',
  logger: ({ level, message }) => console[level](message),
}

export async function use(): Promise<PhoneNumberMetric[]> {
  const client = new Client(options)
  const enabled = await client.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' }, { signal: AbortSignal.timeout(1) })
  const requestId: string | undefined = enabled.requestId
  // @ts-expect-error: an ID that may be undefined is none
  await enableWhatsappRoiMetric({ custSpaceId: requestId })
  await enableWhatsappRoiMetric({ custSpaceId: OWN_CHANNEL })
  // @ts-expect-error: which channel is always said
  await client.enableWhatsappRoiMetric({})
  // @ts-expect-error: which channel is always said
  await client.enableWhatsappRoiMetric()
  // @ts-expect-error: it is no symbol of anybody's
  await client.enableWhatsappRoiMetric({ custSpaceId: Symbol('own') })
  // @ts-expect-error: a text is no request
  await client.enableWhatsappRoiMetric('cams-1')
  // @ts-expect-error: there is no such key
  await client.enableWhatsappRoiMetric({ custSpaceID: 'cams-1' })
  // @ts-expect-error: letters are no channels
  client.enableMany('cams-1')
  // @ts-expect-error: letters are no channels, however they come
  client.enableMany(requestId ?? '')
  // @ts-expect-error: there is no such option
  new Client({ rateLimt: 5 })
  for await (const outcome of client.enableMany(['cams-1', { custSpaceId: 'cams-2', isvCode: 'x' }])) tell(outcome)
  // @ts-expect-error: a template's code is a text
  await client.getChatappTemplateMetric({ custSpaceId: 'cams-1', templateCode: 5, start: new Date(), end: new Date() })
  // @ts-expect-error: times are dates
  await client.getChatappPhoneNumberMetric({ custSpaceId: 'cams-1', start: 1, end: 2 })
  const hurried: EnableWhatsappRoiMetricOptions = { timeoutMs: 1000 }
  await client.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' }, hurried)
  // @ts-expect-error: only calls by name have it
  await client.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' }, { bigIntegers: true })
  // @ts-expect-error: how a request is sent is nobody else's
  client.send
  // @ts-expect-error: no such signature
  new Client({ signature: 'md5' })
  const { data } = await client.getChatappPhoneNumberMetric({
    custSpaceId: 'cams-1',
    start: new Date(0),
    end: new Date(),
  })
  const since: Date | undefined = data[0]?.start
  const answer: { Data: number[] } = await client.call('ListInstance', { PageSize: 10 })
  console.log(since, answer.Data.length)
  return data
}

/** The parameters of every operation are known by its name. */
export async function callByName(client: Client, name: string): Promise<unknown[]> {
  const plain: Record<string, unknown> = await client.call('ListInstance')
  const typed = await client.call<{ Data: unknown[] }>('ListInstance', { PageSize: 10 })
  const text: string = await client.callText('QueryInstance', { InstanceId: 'a' }, { timeoutMs: 5000 })
  await client.call('ListInstance', { ChannelType: 'whatsapp', PageSize: 10n, IsBind: true }, { bigIntegers: true })
  await client.call('ListInstance', { ChannelType: 'a new one' })
  await client.call('ListChatGroup', { BusinessNumber: '1', CustSpaceId: 'a', Page: { Index: 1, Size: 10 } })
  await client.call('CreateFlow', { FlowName: 'a', Categories: ['OTHER'] })
  await client.call('GetChatappOpenStatus')
  const content = { text: 'hello' }
  const message = { ChannelType: 'whatsapp', From: '1', To: '2', Type: 'message', Content: content }
  await client.call('SendChatappMessage', message)
  await client.call('ListWhatNobodyKnowsYet', { Any: [1, { A: null }], Other: true }, { idempotent: true })
  await client.call(name, { Any: 1 })
  await client.call('ListInstance' as string, { BrandNew: 1 }, { unchecked: true })
  const parameters: CallOperations['ListInstance'] = { PageSize: 10 }
  await client.call('ListInstance', parameters)
  // @ts-expect-error: it is a number
  await client.call('ListInstance', { PageSize: 'x' })
  // @ts-expect-error: it is a number, whatever becomes of the answer
  const answer: { Data: unknown[] } = await client.call('ListInstance', { PageSize: 'x' })
  // @ts-expect-error: it is a number for a text too
  await client.callText('ListInstance', { PageSize: 'x' })
  // @ts-expect-error: there is no such parameter
  await client.call('ListInstance', { PageSise: 10 })
  // @ts-expect-error: what has no value is no parameter
  await client.call('ListInstance', { PageSize: undefined })
  // @ts-expect-error: it requires parameters
  await client.call('QueryInstance')
  // @ts-expect-error: it requires one that is not there
  await client.call('QueryInstance', {})
  // @ts-expect-error: a field is required, too
  await client.call('ListChatGroup', { BusinessNumber: '1', CustSpaceId: 'a', Page: { Index: 1 } })
  // @ts-expect-error: there is no such field
  await client.call('ListFlow', { Page: { Indx: 1 } })
  // @ts-expect-error: it takes none
  await client.call('GetChatappOpenStatus', { PageSize: 10 })
  // @ts-expect-error: there is no such option
  await client.call('ListInstance', {}, { timeout: 5 })
  // @ts-expect-error: what has no value is no parameter of any operation
  await client.call('ListWhatNobodyKnowsYet', { Any: undefined })
  return [plain, typed.Data, text, answer.Data]
}

function tell(outcome: ChannelOutcome): string {
  // An outcome has an error exactly where it failed.
  return outcome.status === 'failed' ? outcome.error.message : outcome.custSpaceId
}

export function wait(error: unknown): number {
  if (error instanceof ThrottledError) return error.retryAfterMs ?? 0
  if (isCamsRoiError(error, 'RequestTimeoutError')) return error.timeoutPhase === 'overall' ? 1 : 0
  if (!(error instanceof CamsRoiError)) throw error
  const kind: ErrorKind | 'CamsRoiError' = error.kind
  return kind.length
}

/** `switch` over the kind narrows. */
export function advise(error: AnyCamsRoiError): string | undefined {
  switch (error.kind) {
    case 'ThrottledError': {
      const throttled: ThrottledError = error
      return String(throttled.retryAfterMs)
    }
    case 'RequestTimeoutError':
      return error.timeoutPhase
    case 'TransportError': {
      const kind: 'TransportError' = error.kind
      return kind
    }
    case 'CamsRoiError':
      return error.message
    default:
      // @ts-expect-error: it is dealt with above
      return error.kind === 'ThrottledError' ? '' : error.hint
  }
}

/** Whatever was thrown can be narrowed in two steps, or in one. */
export function caught(error: unknown): number | undefined {
  if (isCamsRoiError(error) && error.kind === 'ThrottledError') {
    const throttled: ThrottledError = error
    return throttled.retryAfterMs
  }
  return isCamsRoiError(error, 'ThrottledError') ? error.retryAfterMs : undefined
}
