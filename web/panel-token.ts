/** Which case the other help desk has open. */
export type PanelCase = { readonly case: string; readonly source?: string }

/** What the other help desk signed; held by this page alone. */
let signed: string | null = null

/** Takes the token from the part of the address that no server sees; null when there is none. Whether it holds, the server says. */
export function takePanelToken(fragment: string): PanelCase | null {
  const token = fragment.replace(/^#/, '')
  const found = readCase(token)
  signed = found === null ? null : token
  return found
}

/** What a request from within the panel shows; nothing elsewhere, where a cookie does. */
export function panelHeaders(): Readonly<Record<string, string>> {
  return signed === null ? {} : { authorization: `Bearer ${signed}` }
}

function readCase(token: string): PanelCase | null {
  try {
    const [, claims = ''] = token.split('.')
    const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'))
    const said: Partial<PanelCase> = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
    )
    if (said.case === undefined) return null
    return { case: String(said.case), ...(said.source === undefined ? {} : { source: String(said.source) }) }
  } catch {
    return null
  }
}
