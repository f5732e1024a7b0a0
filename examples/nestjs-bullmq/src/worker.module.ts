import { Module } from '@nestjs/common'
import { CamsRoiModule } from './cams-roi/cams-roi.module.js'
import { DailyProcessor } from './daily/daily.processor.js'
import { DailyScheduler } from './daily/daily.scheduler.js'
import { EnablingProcessor } from './enabling/enabling.processor.js'
import { connection, daily, enabling } from './queues.js'
import { SettingsModule } from './settings.module.js'

/** A worker of both queues. */
@Module({
  imports: [SettingsModule, CamsRoiModule, connection, enabling, daily],
  providers: [EnablingProcessor, DailyProcessor, DailyScheduler],
})
export class WorkerModule {}
