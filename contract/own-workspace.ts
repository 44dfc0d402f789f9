/** Where one's own records go while nobody names a workspace: each server begins with it. */
export const ownWorkspace = 'main'
