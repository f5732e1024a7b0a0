// What users write must compile, and what is wrong must not.
import {
  CamsRoiError,
  Client,
  type ClientOptions,
  type ErrorKind,
  enableWhatsappRoiMetric,
  isCamsRoiError,
  type PhoneNumberMetric,
  type SpaceOutcome,
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
  await enableWhatsappRoiMetric({ custSpaceId: requestId })
  for await (const outcome of client.enableMany(['cams-1', { custSpaceId: 'cams-2', isvCode: 'x' }])) tell(outcome)
  // @ts-expect-error: a template's code is a text
  await client.getChatappTemplateMetric({ templateCode: 5, start: new Date(), end: new Date() })
  // @ts-expect-error: times are dates
  await client.getChatappPhoneNumberMetric({ start: 1, end: 2 })
  // @ts-expect-error: no such signature
  new Client({ signature: 'md5' })
  const { data } = await client.getChatappPhoneNumberMetric({ start: new Date(0), end: new Date() })
  const since: Date | undefined = data[0]?.start
  const answer = await client.call<{ Data: number[] }>('ListInstance', { PageSize: 10 })
  console.log(since, answer.Data.length)
  return data
}

function tell(outcome: SpaceOutcome): string {
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
