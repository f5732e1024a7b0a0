import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { Client } from 'cams-roi'
import type { Settings } from '../settings.js'
import { SETTINGS } from '../settings.module.js'

/** Gives one client to all who inject `Client`: it holds connections, credentials and limits. */
@Module({
  providers: [
    {
      provide: Client,
      inject: [SETTINGS],
      useFactory: ({ redisUrl }: Settings) => new Client({ sharedLimits: redisUrl, retry: { maxAttempts: 3 } }),
    },
  ],
  exports: [Client],
})
export class CamsRoiModule implements OnApplicationShutdown {
  constructor(private readonly client: Client) {}

  /** Waits for the calls that are under way. */
  async onApplicationShutdown(): Promise<void> {
    await this.client.close()
  }
}
