import { parentPort, workerData } from 'node:worker_threads'
import { stepBack } from '../running/step-back.ts'
import { endService, openServiceAt } from '../service.ts'
import { startWork } from './work.ts'
import type { WorkOrder } from './work-threads.ts'

const { config, lane }: WorkOrder = workerData
stepBack('behind')
const service = await openServiceAt(config)
const work = await startWork(service, lane)
parentPort?.once('message', async () => {
  // Who fetches from other systems stops after the piece in hand.
  service.life.stop()
  await work.stop()
  await endService(service)
  parentPort?.close()
})
parentPort?.postMessage('working')
