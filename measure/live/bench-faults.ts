import { chmod, mkdtemp, rm, statfs, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomFrom } from '../../core/stats/random.ts'
import { copyDisk, makeDisk, mountDisk, whyNoDisks } from './devices.ts'
import { type Audit, audit, keepTelling } from './ledger.ts'
import { postgresPids, signalAll } from './processes.ts'
import { compareWithClean } from './readings.ts'
import { runCommand, type Served, startServed } from './served.ts'

const cutsMegabytes = 900
const smallMegabytes = 420
const bytesLeft = 24 * 1024 * 1024

/** Breaks what it can while interactions come in, and prints what was lost: `TIMES` kills and a tenth as many cut disks. */
export async function benchFaults(times = 100): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'outside-in-faults-'))
  await chmod(place, 0o755)
  console.log('| fault | times | acknowledged | lost | doubled | readings as of a clean run |')
  console.log('|---|---:|---:|---:|---:|---|')
  try {
    await killAtRandom(place, times)
    await twoServers(place)
    const reason = whyNoDisks(place)
    if (reason === null) {
      await cutDisks(place, Math.ceil(times / 10))
      await fillDisk(place)
    } else console.log(`| disks cut and full: not tried, ${reason} | 0 | | | | |`)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Kills our server, PostgreSQL or both with a signal that none can hear, again and again, and starts what was killed. */
async function killAtRandom(place: string, times: number): Promise<void> {
  const dataDir = join(place, 'killed')
  const random = randomFrom(times, 0)
  await prepare(dataDir)
  let served: Served | null = await startServed({ dataDir })
  const ledger = keepTelling('kill', () => (served === null ? [] : [served.url]))
  const killed = { server: 0, postgres: 0, both: 0 }
  for (let time = 0; time < times; time++) {
    await pause(200 + random() * 1000)
    const victim = (['server', 'postgres', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
    killed[victim]++
    if (victim !== 'server') signalAll(postgresPids(dataDir).slice(0, 1), 'SIGKILL')
    if (victim === 'postgres') continue
    const dead: Served = served
    served = null
    await dead.end('SIGKILL')
    served = await startServed({ dataDir })
  }
  await pause(1000)
  await ledger.stop()
  await served.end('SIGTERM')
  const kinds = `server ${killed.server}, PostgreSQL ${killed.postgres}, both ${killed.both}`
  const same = await compareWithClean(dataDir, 'kill', prepare)
  report(`kill -9 (${kinds})`, times, await audit(dataDir, ledger), same)
}

/** Two servers on one store are told the same things at the same time. */
async function twoServers(place: string): Promise<void> {
  const dataDir = join(place, 'twins')
  await prepare(dataDir)
  const twins = [await startServed({ dataDir }), await startServed({ dataDir })]
  const ledger = keepTelling('twins', () => twins.map(({ url }) => url))
  await pause(5000)
  await ledger.stop()
  for (const twin of twins) await twin.end('SIGTERM')
  report('two servers told the same at once', 1, await audit(dataDir, ledger), '')
}

/** Stops everything at one moment under load, copies the disk as it is, and opens the copy. */
async function cutDisks(place: string, times: number): Promise<void> {
  let sum: Audit = { acknowledged: 0, lost: 0, doubled: 0 }
  for (let time = 0; time < times; time++) {
    const disk = makeDisk(place, `cut-${time}`, cutsMegabytes)
    const dataDir = join(disk.folder, 'data')
    await prepare(dataDir)
    const served = await startServed({ dataDir })
    const ledger = keepTelling(`cut-${time}`, () => [served.url])
    await pause(1500 + 300 * time)
    const all = [served.pid, ...postgresPids(dataDir)]
    signalAll(all, 'SIGSTOP')
    const acknowledged = new Set(ledger.acknowledged)
    copyDisk(disk, `${disk.image}.cut`)
    signalAll(all, 'SIGKILL')
    await ledger.stop()
    await pause(200)
    disk.unmount()
    const cut = mountDisk(place, `cut-${time}`, `${disk.image}.cut`)
    const found = await audit(dataDir, { ...ledger, acknowledged })
    sum = {
      acknowledged: sum.acknowledged + found.acknowledged,
      lost: sum.lost + found.lost,
      doubled: sum.doubled + found.doubled,
    }
    cut.unmount()
    await rm(disk.image)
    await rm(`${disk.image}.cut`)
  }
  report('disk cut off under load', times, sum, '')
}

/** Lets the disk run full under load, then makes room again. */
async function fillDisk(place: string): Promise<void> {
  const disk = makeDisk(place, 'small', smallMegabytes)
  const dataDir = join(disk.folder, 'data')
  await prepare(dataDir)
  const ballast = join(disk.folder, 'ballast')
  const served = await startServed({ dataDir })
  const ledger = keepTelling('full', () => [served.url])
  const { bavail, bsize } = await statfs(disk.folder)
  await writeFile(ballast, Buffer.alloc(bavail * bsize - bytesLeft))
  while (await isKeeping(ledger));
  await unlink(ballast)
  const atFull = ledger.acknowledged.size
  while (ledger.acknowledged.size < atFull + 50) await pause(200)
  await ledger.stop()
  await served.end('SIGTERM')
  report('disk full, then room again', 1, await audit(dataDir, ledger), '')
  disk.unmount()
}

async function isKeeping({ acknowledged }: { readonly acknowledged: ReadonlySet<string> }): Promise<boolean> {
  const before = acknowledged.size
  await pause(2000)
  return acknowledged.size > before
}

/** A store with the workspace that is told of. */
async function prepare(dataDir: string): Promise<void> {
  const file = `${dataDir}.csv`
  await writeFile(file, 'id,customer,text\n1,ann,Where is my parcel?\n')
  await runCommand({ dataDir }, 'read', file)
}

function report(
  fault: string,
  times: number,
  { acknowledged, lost, doubled }: Audit,
  readings: string,
): void {
  console.log(`| ${fault} | ${times} | ${acknowledged} | ${lost} | ${doubled} | ${readings} |`)
}
