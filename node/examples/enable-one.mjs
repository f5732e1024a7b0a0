// Enables one channel, and says what to do where that fails.
//
// Usage: node enable-one.mjs cams-1

import { CamsRoiError, enableWhatsappRoiMetric } from 'cams-roi'

try {
  const { requestId } = await enableWhatsappRoiMetric({ custSpaceId: process.argv[2] })
  console.log(`collecting from now on, request ${requestId}`)
} catch (error) {
  if (!(error instanceof CamsRoiError)) throw error
  console.error(`${error}\n${error.hint}`)
  process.exitCode = 1
}
