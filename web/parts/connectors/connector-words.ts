import type { ConnectorJson, ConnectorSettings } from '../../../contract/connectors.ts'
import type { ConnectorKind } from '../../../core/interactions/connector.ts'

export type TextSetting =
  | 'address'
  | 'user'
  | 'account'
  | 'since'
  | 'host'
  | 'port'
  | 'folders'
  | 'own'
  | 'sendHost'
  | 'sendPort'
  | 'sendUser'
  | 'sendFrom'
  | 'callback'

type Words = {
  readonly name: string
  /** What to do in the other system; `{address}` stands for where it sends. */
  readonly steps: readonly string[]
  /** What the secret is called there; null where we make it. */
  readonly signing: string | null
  readonly key: string | null
  readonly settings: readonly TextSetting[]
  /** By which answers go out; none where they can't. */
  readonly sending?: readonly TextSetting[]
}

/** What each system calls things, and what is to be done there. */
export const connectorWords: Readonly<Record<ConnectorKind, Words>> = {
  zendesk: {
    name: 'Zendesk',
    steps: [
      'In the Admin Center, under Apps and integrations, Webhooks, create a webhook for “Zendesk events” and choose the ticket events.',
      'Give it this address:',
      'Open the webhook, show its signing secret and enter it below.',
    ],
    signing: 'Signing secret of the webhook',
    key: 'API token, to fetch what is there already',
    settings: ['address', 'user', 'since'],
  },
  intercom: {
    name: 'Intercom',
    steps: [
      'In the Developer Hub, open your app, Webhooks, and subscribe to the conversation topics.',
      'Give it this address:',
      'Under Basic information, show the client secret and enter it below.',
    ],
    signing: 'Client secret of the app',
    key: 'Access token, to fetch what is there already',
    settings: ['since'],
  },
  freshdesk: {
    name: 'Freshdesk',
    steps: [
      'Under Admin, Automations, add a rule for tickets that are created and one for updates, with the action “Trigger webhook”.',
      'Send POST with JSON, and the custom header X-Outside-In-Secret with the secret that you copied when you connected it, to this address:',
      'Enter an API key too: a rule can’t say which message set it off, so messages are fetched.',
    ],
    signing: null,
    key: 'API key, to fetch the messages',
    settings: ['address', 'since'],
  },
  chatwoot: {
    name: 'Chatwoot',
    steps: [
      'Under Settings, Integrations, Webhooks, add a webhook with the message and conversation events.',
      'Give it this address:',
      'Copy the secret that Chatwoot shows for the webhook and enter it below.',
    ],
    signing: 'Secret of the webhook',
    key: 'Access token, to fetch what is there already',
    settings: ['address', 'account', 'since'],
  },
  twilio: {
    name: 'Twilio',
    steps: [
      'In the Console, open the number; as status callback of calls, and where messages come in, choose Webhook with POST.',
      'Give both this address:',
      'Copy the auth token of the account and enter it below.',
    ],
    signing: 'Auth token of the account',
    key: null,
    settings: [],
  },
  webhook: {
    name: 'Anything that sends JSON',
    steps: [
      'Send POST with JSON, one object or a list of them, to this address:',
      'Sign the body with the secret that you copied when you connected it (X-Signature: sha256= and its HMAC in hexadecimal), or send the secret as Authorization: Bearer.',
      'Once something has come, say under “Which field tells what” how it is to be read.',
    ],
    signing: null,
    key: null,
    settings: [],
    sending: ['callback'],
  },
  mailbox: {
    name: 'A mailbox (IMAP)',
    steps: [
      'Nothing is to be done there: we look into the mailbox and change nothing in it.',
      'To answer from the desk, enter the mail server that takes its mail, too.',
    ],
    signing: null,
    key: 'Password',
    settings: ['host', 'port', 'user', 'own', 'folders', 'since'],
    sending: ['sendHost', 'sendPort', 'sendUser', 'sendFrom'],
  },
}

export const settingNames: Readonly<Record<TextSetting, string>> = {
  address: 'Its address in the browser, from https:// on',
  user: 'User',
  account: 'Number of the account',
  since: 'Fetch from this day on',
  host: 'Computer, as imap.example.org',
  port: 'Port, where it is not the usual one',
  folders: 'Folders, divided by commas',
  own: 'Our own addresses, divided by commas; @example.org for all of a domain',
  sendHost: 'Mail server, as smtp.example.org',
  sendPort: 'Its port, where it is not the usual one',
  sendUser: 'Its user, where it is not the one of the mailbox',
  sendFrom: 'Address from which answers come, where it is not the first of our own',
  callback: 'Address to which answers are delivered, as https://shop.example.org/answers',
}

export type Draft = Readonly<Partial<Record<TextSetting, string>>>

/** Settings as they stand in text fields. */
export function toDraft(settings: ConnectorSettings): Draft {
  const { address, user, account, since, host, port, folders, own } = settings
  const { sendHost, sendPort, sendUser, sendFrom, callback } = settings
  const texts = {
    address,
    user,
    account,
    since,
    host,
    port: port?.toString(),
    folders: folders?.join(', '),
    own: own?.join(', '),
    sendHost,
    sendPort: sendPort?.toString(),
    sendUser,
    sendFrom,
    callback,
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
}

/** What is filled in; the server says what can't be. */
export function fromDraft({ port, sendPort, folders, own, ...texts }: Draft): ConnectorSettings {
  const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
  return {
    ...filled,
    ...(port?.trim() ? { port: Number(port) } : {}),
    ...(sendPort?.trim() ? { sendPort: Number(sendPort) } : {}),
    ...(listOf(folders).length > 0 ? { folders: listOf(folders) } : {}),
    ...(own === undefined ? {} : { own: listOf(own) }),
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** How a connector is, in one sentence. */
export function sayHealth(one: ConnectorJson, now: number): string {
  if (one.isPaused) return 'Paused: nothing is taken in.'
  if (one.missing.length > 0) return 'Not set up completely yet.'
  if (one.failure !== null) return one.failure.message
  if (one.lastSuccessAt === null)
    return one.nextPullAt === null ? 'Waiting for the first message.' : 'Fetching begins.'
  return `Last heard ${sayAgo(now - Date.parse(one.lastSuccessAt))}.`
}

export function sayAgo(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  if (minutes < 2) return 'just now'
  if (minutes < 120) return `${minutes} minutes ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`
}

/** How long after it happened the newest came. */
export function sayLag(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400)} days`
}
