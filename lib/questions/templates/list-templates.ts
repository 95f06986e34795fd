import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentFolder } from '../../environment.ts'

/** A question that others begin with. */
export interface Template {
  name: string
  /** what it is, in a word or two */
  title: string
  /** what it is for, in a sentence */
  says: string
  /** without the line that says so */
  source: string
}

const shape = /^---\n# ([^\n.]+)\. ([^\n]+)\ntitle: /

/** The templates of the house's folder, or of the product where the house has none; the plainest first. */
export async function readTemplates(
  folders = [contentFolder('templates'), path.resolve('questions/templates')],
): Promise<Template[]> {
  for (const folder of folders) {
    const files = await readdir(folder).catch(() => [])
    const texts = files.filter((name) => name.endsWith('.md')).map(async (name) => read(folder, name))
    const found = (await Promise.all(texts)).flatMap((template) => template ?? [])
    if (found.length > 0) return found.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
  }
  return []
}

async function read(folder: string, file: string): Promise<Template | null> {
  const text = await readFile(path.join(folder, file), 'utf8')
  const [, title, says] = shape.exec(text) ?? []
  if (says === undefined || title === undefined) return null
  return { name: file.slice(0, -'.md'.length), title, says, source: text.replace(/^---\n# [^\n]+\n/, '---\n') }
}

const first = ['blank', 'steps']

function place({ name }: Template): number {
  const at = first.indexOf(name)
  return at < 0 ? first.length : at
}
