import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For tests: a real Dovecot on loopback with a mailbox for any address, and what it takes to put mails into them. */
export type Dovecot = {
  readonly port: number
  /** Where it speaks TLS from the first byte on; on `port` it can be asked to (STARTTLS). Only with a certificate. */
  readonly tlsPort: number
  readonly user: string
  /** Of every mailbox. */
  readonly password: string
  /** Mailboxes by address, each a maildir, and who owns them. */
  readonly mails: string
  readonly owner: { readonly uid: number; readonly gid: number }
  /** Makes a mailbox where there is none yet. */
  open(address: string): void
  /** Puts a mail into a folder, as a mail server that delivers would. */
  deliver(mail: string, folder?: string, address?: string): void
  /** The mails that lie in a mailbox, as they came, oldest first. */
  read(address: string): readonly string[]
  close(): Promise<void>
}

/** Files of a certificate and its key. */
export type Certificate = { readonly file: string; readonly key: string }

const user = 'help@company.example'
const password = 'password-of-the-mailbox'

/** With a certificate it takes passwords over encrypted connections only. */
export async function startDovecot(certificate?: Certificate): Promise<Dovecot> {
  const finder: { findDovecot(): string | null } = await import(
    new URL('../../../scripts/find-dovecot.mjs', import.meta.url).href
  )
  const program = finder.findDovecot()
  if (program === null)
    throw new Error('Dovecot is not installed; npm test installs it, as does apt-get install dovecot-imapd.')
  const folder = mkdtempSync(join(tmpdir(), 'outside-in-dovecot-'))
  chmodSync(folder, 0o755)
  const [port, tlsPort] = [await freePort(), await freePort()]
  const owner =
    process.getuid?.() === 0
      ? { uid: 65534, gid: 65534 }
      : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const mails = join(folder, 'mails')
  makeFolder(mails, owner)
  writeFileSync(
    join(folder, 'dovecot.conf'),
    settings({ folder, mails, port, tlsPort, certificate, ...owner }),
  )
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await listening(server, port)
  let number = 0
  return {
    port,
    tlsPort,
    user,
    password,
    mails,
    owner,
    open: (address) => {
      for (const part of ['', 'new', 'cur', 'tmp']) makeFolder(join(mails, address, part), owner)
    },
    deliver: (mail, name = 'INBOX', address = user) => {
      number += 1
      const place = join(mails, address, name === 'INBOX' ? '' : `.${name}`)
      makeFolder(join(mails, address), owner)
      for (const part of ['', 'new', 'cur', 'tmp']) makeFolder(join(place, part), owner)
      const file = join(place, 'new', `${1_000_000 + number}.M${number}.test`)
      writeFileSync(file, mail)
      chownSync(file, owner.uid, owner.gid)
    },
    read: (address) => {
      const places = ['new', 'cur']
        .map((part) => join(mails, address, part))
        .filter((place) => existsSync(place))
      const files = places.flatMap((place) => readdirSync(place).map((name) => ({ name, place })))
      const inOrder = files.toSorted((left, right) => (left.name < right.name ? -1 : 1))
      return inOrder.map(({ name, place }) => readFileSync(join(place, name), 'utf8'))
    },
    close: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settings({
  folder,
  mails,
  port,
  tlsPort,
  certificate,
  uid,
  gid,
}: {
  folder: string
  mails: string
  port: number
  tlsPort: number
  certificate: Certificate | undefined
  uid: number
  gid: number
}) {
  const isRoot = process.getuid?.() === 0
  const own = `default_internal_user = ${process.env.USER ?? uid}\ndefault_login_user = ${process.env.USER ?? uid}`
  const encryption =
    certificate === undefined
      ? 'ssl = no\ndisable_plaintext_auth = no'
      : `ssl = required\nssl_cert = <${certificate.file}\nssl_key = <${certificate.key}`
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
${encryption}
first_valid_uid = 1
mail_location = maildir:${mails}/%u
${isRoot ? '' : own}
auth_failure_delay = 0
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${certificate === undefined ? 0 : tlsPort}
    ssl = yes
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mails}/%u
}
`
}

function makeFolder(path: string, { uid, gid }: { uid: number; gid: number }) {
  mkdirSync(path, { recursive: true })
  chownSync(path, uid, gid)
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** It is up when it greets; one that ended will never be. */
export async function listening(server: ChildProcess, port: number): Promise<void> {
  while (server.exitCode === null) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'error').then(() => false),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isUp) return
  }
  throw new Error(`${server.spawnfile} ended with ${server.exitCode}`)
}
