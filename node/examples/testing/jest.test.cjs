// The emulated service in a test of jest.

const { CamsRoiError } = require('cams-roi')
const { startEmulator } = require('cams-roi/testing')

let emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

test('what is throttled is tried again', async () => {
  await emulator.throttle()
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channels[0] })
  expect((await emulator.requests()).map(({ status }) => status)).toEqual([429, 200])
})

test('what fails is an error of its kind', async () => {
  await emulator.fail({ status: 400, code: 'Product.Unsubscript' })
  const call = emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channels[0] })
  await expect(call).rejects.toThrow(CamsRoiError)
})
