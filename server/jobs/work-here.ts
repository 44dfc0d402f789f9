import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { endService, openServiceAt } from '../service.ts'
import { startWork } from './work.ts'
import type { WorkOrder } from './work-threads.ts'

const { config, lane }: WorkOrder = workerData
// Whoever is being served goes first. Only Linux has priorities of threads; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
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
