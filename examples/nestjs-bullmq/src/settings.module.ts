import { Global, Module } from '@nestjs/common'
import { readSettings } from './settings.js'

/** The token by which settings are injected. */
export const SETTINGS = Symbol('settings')

/** Gives the settings to every module. */
@Global()
@Module({
  providers: [{ provide: SETTINGS, useFactory: () => readSettings() }],
  exports: [SETTINGS],
})
export class SettingsModule {}
