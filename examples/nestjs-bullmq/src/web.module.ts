import { Module } from '@nestjs/common'
import { DailyController } from './daily/daily.controller.js'
import { ChannelsController } from './enabling/channels.controller.js'
import { connection, daily, enabling } from './queues.js'
import { SettingsModule } from './settings.module.js'

/** The web application: it adds jobs to the queues, and calls nothing of the service itself. */
@Module({
  imports: [SettingsModule, connection, enabling, daily],
  controllers: [ChannelsController, DailyController],
})
export class WebModule {}
