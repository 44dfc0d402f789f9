import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own in a file, which can be full or cut off without harm to others. Needs root and loop devices. */
export type Disk = { readonly folder: string; readonly image: string; unmount(): void }

export function makeDisk(place: string, name: string, megabytes: number): Disk {
  const image = join(place, `${name}.img`)
  shell('truncate', '-s', `${megabytes}M`, image)
  shell('mkfs.ext4', '-q', '-F', image)
  return mountDisk(place, name, image)
}

/** What had reached the disk by now, and nothing that was only on its way. */
export function copyDisk({ image }: Disk, to: string): void {
  shell('cp', '--sparse=always', image, to)
}

export function mountDisk(place: string, name: string, image: string): Disk {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  shell('mount', '-o', 'loop', image, folder)
  chmodSync(folder, 0o755)
  return { folder, image, unmount: () => shell('umount', folder) }
}

/** Null where this machine lets us make none. */
export function whyNoDisks(place: string): string | null {
  try {
    makeDisk(place, 'try', 16).unmount()
    return null
  } catch (error) {
    return String(error)
  }
}

function shell(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}`)
}
