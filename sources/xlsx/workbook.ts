import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { refusal } from '../refusal.ts'
import { builtinStyle, type NumberStyle, styleOfCode } from './styles.ts'
import type { Archive } from './zip.ts'

/** What the cells of a workbook's sheets refer to. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly strings: readonly string[]
  /** By the number a cell gives as its style. */
  readonly styles: readonly NumberStyle[]
  readonly uses1904: boolean
}

/** Shared texts are held in memory; beyond this a workbook must be saved as csv. */
const mostCharacters = 256 * 1024 * 1024

export async function openWorkbook(archive: Archive, name: string): Promise<Workbook> {
  const targets = new Map<string, string>()
  const listed: { name: string; id: string }[] = []
  let uses1904 = false
  await walk(archive, 'xl/_rels/workbook.xml.rels', name, (tag) => {
    if (tag.name.endsWith('Relationship'))
      targets.set(String(tag.attributes.Id), String(tag.attributes.Target))
  })
  await walk(archive, 'xl/workbook.xml', name, (tag) => {
    if (tag.name.endsWith('workbookPr')) uses1904 = /^(1|true)$/.test(String(tag.attributes.date1904 ?? ''))
    if (/(^|:)sheet$/.test(tag.name) && !/hidden/i.test(String(tag.attributes.state ?? ''))) {
      listed.push({ name: String(tag.attributes.name), id: String(tag.attributes['r:id']) })
    }
  })
  const sheets = listed.flatMap(({ name: title, id }) => {
    const target = targets.get(id)
    return target ? [{ name: title, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }] : []
  })
  if (sheets.length === 0)
    throw refusal(`${name} is a zip archive but no workbook.`, 'Unpack it and read the files in it.')
  return {
    sheets,
    strings: await readStrings(archive, name),
    styles: await readStyles(archive, name),
    uses1904,
  }
}

async function readStrings(archive: Archive, name: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let characters = 0
  let isText = false
  let isPhonetic = false
  await walk(
    archive,
    'xl/sharedStrings.xml',
    name,
    (tag) => {
      if (tag.name === 'si') current = ''
      if (tag.name === 'rPh') isPhonetic = true
      isText = tag.name === 't' && !isPhonetic
    },
    (text) => {
      if (isText) current += text
    },
    (tag) => {
      isText = false
      if (tag.name === 'rPh') isPhonetic = false
      if (tag.name !== 'si') return
      characters += current.length
      if (characters > mostCharacters) throw tooLarge(name)
      strings.push(current)
    },
  )
  return strings
}

async function readStyles(archive: Archive, name: string): Promise<NumberStyle[]> {
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  let isInCells = false
  await walk(archive, 'xl/styles.xml', name, (tag) => {
    if (tag.name === 'numFmt') codes.set(Number(tag.attributes.numFmtId), String(tag.attributes.formatCode))
    if (tag.name === 'cellXfs') isInCells = true
    if (tag.name === 'cellStyles' || tag.name === 'dxfs') isInCells = false
    if (tag.name !== 'xf' || !isInCells) return
    const format = Number(tag.attributes.numFmtId ?? 0)
    const code = codes.get(format)
    styles.push(code === undefined ? builtinStyle(format) : styleOfCode(code))
  })
  return styles
}

async function walk(
  archive: Archive,
  path: string,
  name: string,
  onOpen: (tag: SaxesTagPlain) => void,
  onText: (text: string) => void = () => {},
  onClose: (tag: SaxesTagPlain) => void = () => {},
): Promise<void> {
  const content = await archive.read(path)
  if (!content) return
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw refusal(
      `${name} declares XML entities, which no workbook does.`,
      'Save the sheet as csv and read that.',
    )
  })
  parser.on('error', (error) => {
    throw refusal(
      `${name} is damaged: ${path} is no readable XML (${error.message}).`,
      'Save the workbook again.',
    )
  })
  parser.on('opentag', onOpen)
  parser.on('text', onText)
  parser.on('closetag', onClose)
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of content) parser.write(decoder.decode(chunk, { stream: true }))
}

function tooLarge(name: string) {
  return refusal(
    `${name} holds more text than fits in memory at once.`,
    'Save the sheet as csv and read that.',
  )
}
