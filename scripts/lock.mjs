import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Stop, say } from './say.mjs'

/** No step takes this long: a lock that is older belongs to nobody, even if its number is in use again. */
const longestMs = 30 * 60_000

/** Does the work while nobody else does any in the same folder; waits for who is before us. */
export async function withLock(folder, work) {
  const lock = path.join(folder, 'lock')
  const ticket = path.join(folder, `ticket-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(ticket, String(process.pid))
  } catch (error) {
    throw new Stop(
      `${path.dirname(folder)} cannot be written to: ${error.message}`,
      'Make it writable, then run this again.',
    )
  }
  try {
    await take(lock, ticket)
    return await work()
  } finally {
    if (holder(lock) === process.pid) rmSync(lock, { force: true })
    rmSync(ticket, { force: true })
  }
}

/** A link is made whole or not at all, with the number in it, so that nobody can see a lock without its holder. */
async function take(lock, ticket) {
  for (let round = 0; ; round++) {
    try {
      linkSync(ticket, lock)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const pid = holder(lock)
    if (pid !== null && isStale(lock, pid)) breakLock(lock, pid)
    else if (round === 0 && pid !== null) say(`Waiting for the set-up that process ${pid} is doing.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

function isStale(lock, pid) {
  try {
    process.kill(pid, 0)
    return Date.now() - statSync(lock).mtimeMs > longestMs
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT'
  }
}

/** Takes the dead one's lock aside; if another was quicker and this is a living one's, gives it back. */
function breakLock(lock, pid) {
  const aside = `${lock}-broken-${process.pid}`
  try {
    renameSync(lock, aside)
    if (holder(aside) !== pid) linkSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}
