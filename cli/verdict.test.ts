import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ended, end } from './test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'outside-in-verdict-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs where no store could be reached: none is needed. */
function verdict(content: string, ...args: string[]): Promise<Ended> {
  const file = join(folder, 'series.csv')
  writeFileSync(file, content)
  const environment = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const words = [join(import.meta.dirname, 'main.ts'), 'verdict', '--series', file, ...args]
  return end(spawn(process.execPath, words, { env: environment }))
}

const days = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
)
const wave = (day: number) => 3 * Math.sin(1.7 * day) + 2 * Math.cos(0.9 * day * day)
const rise = (day: number) => (day >= 45 ? 25 : 0)
const rows = days.map(
  (date, day) => `${date},${(100 + wave(day) + rise(day)).toFixed(2)},${(50 + wave(day + 7)).toFixed(2)}`,
)
const table = ['date,sales,other', ...rows].join('\n')

/** Flow of the Nile at Aswan; it fell when the dam was begun in 1898. Source: Cobb (1978), Biometrika 65, 243-251. */
const nile =
  '1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140 1100 1210 1150 1250 1260 1220 ' +
  '1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864 862 698 ' +
  '845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749 838 1050 918 ' +
  '986 797 923 975 815 1020 906 901 1170 912 746 919 718 714 740'

describe('outside-in verdict', () => {
  it('says it in one sentence, then on what it rests', async () => {
    const { out, code } = await verdict(table, '--at', '2024-02-15')
    expect(code).toBe(0)
    expect(out).toMatch(/^Better: over 15 days sales was 2\d\.\d a day above what would have been/)
    expect(out.split('\n')[0]).toMatch(/\(2\d\.\d to 2\d\.\d\).*, clear since \d+ Feb 2024\.$/)
    expect(out).not.toMatch(/2024-\d\d/)
    expect(out).toContain('Controls, taken as untouched by the change: “other”')
    expect(out).toContain('Enough history: passed')
  })

  it('prints one JSON document, the same bytes each time, with the same sentence', async () => {
    const [one, other, said] = await Promise.all([
      verdict(table, '--at', '2024-02-15', '--json'),
      verdict(table, '--at', '2024-02-15', '--json'),
      verdict(table, '--at', '2024-02-15'),
    ])
    expect(one.out).toBe(other.out)
    const document = JSON.parse(one.out)
    expect(document).toMatchObject({ version: 1, verdict: { kind: 'better' }, look: 'any', history: 45 })
    expect(said.out.split('\n')[0]).toBe(document.says)
  })

  it('turns round where less is better, and takes the controls it is given', async () => {
    const { out } = await verdict(
      table,
      '--at',
      '2024-02-15',
      '--good',
      'down',
      '--controls',
      'none',
      '--json',
    )
    expect(JSON.parse(out)).toMatchObject({
      verdict: { kind: 'worse' },
      used: expect.not.objectContaining({ other: 1 }),
    })
  })

  it('finds the fall of the Nile in years set apart by spaces', async () => {
    const lines = nile.split(' ').map((flow, year) => `"${year + 1}" ${1871 + year} ${flow}`)
    const { out } = await verdict(['"year" "flow"', ...lines].join('\n'), '--at', '1899', '--json')
    const document = JSON.parse(out)
    expect(document).toMatchObject({ verdict: { kind: 'worse' }, series: { name: 'flow', rhythm: 'year' } })
    // Cobb: about 250 less.
    expect(document.effect.average.low).toBeLessThan(-250)
    expect(document.effect.average.high).toBeGreaterThan(-250)
  })

  it.each([
    ['nothing to judge', '', ['--at', '2024-01-02'], 'is empty'],
    ['no change named', table, [], 'Say when the change came into force'],
    ['a date that is none', table, ['--at', 'soon'], '“soon” can’t be read as the time of the change'],
    ['a change in the future', table, ['--at', '2030-01-01'], 'lies after the last value'],
    ['a change before all', table, ['--at', '2020-01-01'], 'has no values before it'],
    ['an unknown column', table, ['--at', '2024-02-15', '--outcome', 'profit'], 'has no column “profit”'],
    [
      'an unknown control',
      table,
      ['--at', '2024-02-15', '--controls', 'rain'],
      'no column of numbers named “rain”',
    ],
    ['itself as control', table, ['--at', '2024-02-15', '--controls', 'sales'], 'is the series itself'],
    ['a date twice', `${table}\n2024-02-29,1,2`, ['--at', '2024-02-15'], '29 Feb 2024 comes more than once'],
    [
      'a negative count',
      'date,contacts\n2024-01-01,3\n2024-01-02,-4\n2024-01-03,5',
      ['--at', '2024-01-02'],
      'row 2 says -4',
    ],
    ['no direction', table, ['--at', '2024-02-15', '--good', 'left'], '“left” is no direction'],
  ])('refuses %s and says what to do', async (_, content, args, message) => {
    const { err, out, code } = await verdict(content, ...args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('says that one value before is too little, as a verdict', async () => {
    const { out, code } = await verdict(table, '--at', '2024-01-02')
    expect(code).toBe(0)
    expect(out).toMatch(/^Cannot say, because there is only 1 day before the change/)
  })

  it('leaves out a control that equals the series', async () => {
    const doubled = [
      'date,sales,twice',
      ...rows
        .map((row) => row.replace(/,[^,]*$/, ''))
        .map((row) => `${row},${2 * Number(row.split(',')[1])}`),
    ]
    const { out } = await verdict(doubled.join('\n'), '--at', '2024-02-15')
    expect(out).toContain('Left out: “twice” equals the series')
  })
})
