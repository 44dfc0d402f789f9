/** Systems whose way of telling we know; `webhook` is any other that sends JSON. */
export const connectorKinds = [
  'zendesk',
  'intercom',
  'freshdesk',
  'chatwoot',
  'twilio',
  'webhook',
  'mailbox',
] as const
export type ConnectorKind = (typeof connectorKinds)[number]

/** These send to us. A mailbox is only fetched from. */
export function receives(kind: ConnectorKind): boolean {
  return kind !== 'mailbox'
}

/** From these we can fetch, once told where and with which key. */
export function pulls(kind: ConnectorKind): boolean {
  return kind !== 'twilio' && kind !== 'webhook'
}
