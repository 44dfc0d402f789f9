import { spawnSync } from 'node:child_process'
import { say } from './say.mjs'

/**
 * Asks the registry about known flaws in what runs in earnest. Ends with 1 where it knows a high or critical one, and with
 * 0 where it knows none or cannot be asked, which it says: a machine without a network can still be tested.
 */
const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000']
const { stdout } = spawnSync('npm', args, { encoding: 'utf8' })
const flaws = flawsIn(stdout)
if (flaws === null) say('The registry could not be asked about known flaws of dependencies.')
else if (flaws.length === 0) say('The registry knows no high or critical flaw of our dependencies.')
else say(`Known flaws of dependencies: ${flaws.join('; ')}. Update them, or say in docs/decisions why not.`)
process.exitCode = flaws === null || flaws.length === 0 ? 0 : 1

/** Null where the answer is none. */
function flawsIn(text) {
  const { vulnerabilities, message } = JSON.parse(text === '' ? '{}' : text)
  if (vulnerabilities === undefined || message !== undefined) return null
  return Object.values(vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity }) => `${name} (${severity})`)
}
