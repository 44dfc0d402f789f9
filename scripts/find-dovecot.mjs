import { existsSync } from 'node:fs'
import { runStep } from './programs.mjs'
import { Stop, say } from './say.mjs'

const places = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot']

/** A Dovecot that the tests of the mailbox can start. */
export function findDovecot() {
  return places.find((place) => existsSync(place)) ?? null
}

/** Finds a Dovecot, or installs Debian's; says what to do when none can be had. */
export function ensureDovecot() {
  if (findDovecot() === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Dovecot for the tests of the mailbox.')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    runStep('apt-get', ['update', '-qq'], { env })
    runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'], { env })
  }
  if (findDovecot() !== null) return
  throw new Stop(
    'The tests of the mailbox need Dovecot, and none is here or could be installed.',
    'Install it (on Debian and Ubuntu the package dovecot-imapd), then run this again.',
  )
}
