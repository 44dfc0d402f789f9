declare const brand: unique symbol

/** An authorised workspace: the first thing every store function asks for after its connection. */
export type Scope = number & { readonly [brand]: 'Scope' }

/** Only the server's gate and the test kit call this. */
export const mintScope = (workspaceId: number) => workspaceId as Scope
