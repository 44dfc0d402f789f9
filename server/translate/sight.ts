import { maskIdentity, maskName } from '../../core/interactions/mask.ts'
import { maskText } from '../../core/text/mask.ts'

/** How people appear to whoever looks: as they are to those who serve them, masked to everybody else. */
export type Sight = {
  identity(identity: string): string
  name(name: string): string
  text(text: string): string
}

export const masked: Sight = { identity: maskIdentity, name: maskName, text: maskText }

/** Card numbers stay masked even so: nobody serves anybody with them. */
export const clear: Sight = {
  identity: (identity) =>
    /^(case|row):/.test(identity) ? maskIdentity(identity) : identity.slice(identity.indexOf(':') + 1),
  name: (name) => name,
  text: (text) => text.replace(/(?<![\d-])\d(?:[ -]?\d){12,18}(?!\d)/g, '[card]'),
}
