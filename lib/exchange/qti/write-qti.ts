import type { Item, WrittenItem } from '../item/item.ts'
import { wellFormed } from '../item/text.ts'
import { escapeMarkup } from '../markup/entities.ts'
import { withPicturesInText } from '../outgoing/pictures.ts'
import { qtiBody } from './qti-body.ts'
import { outcomesFor, processingFor, responseFor } from './qti-scoring.ts'

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'

/** An identifier cannot begin with a digit. */
const identifier = (id: string) => escapeMarkup(/^[A-Za-z_]/.test(id) ? id : `_${id}`)

/** A question as an item of QTI 3, all of its fields in one. */
export function writeQti(given: Item): WrittenItem {
  const notes: string[] = []
  const item = withPicturesInText(given)
  const { fields } = item
  if (fields.some(({ kind }) => kind === 'order'))
    notes.push('Orders are scored all or nothing there; here parts of them earn something.')
  if (fields.some((field) => field.kind === 'number' && field.slips.some(({ says }) => says)))
    notes.push('What is said of wrong numbers is not carried.')
  if (fields.some((field) => field.kind === 'text' && (field.upload || field.length !== null)))
    notes.push('Uploads beside a text and limits of its length are not carried.')
  if (item.topics.length > 0) notes.push('Topics are not carried.')
  const total = fields.reduce((sum, { points }) => sum + points, 0)
  const sum = fields.map(({ name }) => `<qti-variable identifier="SCORE_${name}"/>`).join('')
  const parts = [
    // all of one kind before the next, as the schema has them
    ...fields.map(responseFor),
    ...fields.flatMap(outcomesFor),
    `<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="${total}"/>`,
    `<qti-item-body>${qtiBody(item)}</qti-item-body>`,
    `<qti-response-processing>${fields.flatMap(processingFor).join('')}<qti-set-outcome-value identifier="SCORE"><qti-sum>${sum}</qti-sum></qti-set-outcome-value></qti-response-processing>`,
  ]
  const head = `<qti-assessment-item xmlns="${namespace}" identifier="${identifier(item.id)}" title="${escapeMarkup(item.title)}" adaptive="false" time-dependent="false" xml:lang="en">`
  return {
    text: wellFormed(`<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${parts.join('\n')}\n</qti-assessment-item>\n`),
    pictures: item.figures.map(({ file }) => file),
    notes,
  }
}

/** A file of a package: a text, or a picture by what question files call it. */
export type OutgoingFile = { name: string; text: string } | { name: string; picture: string }

/** The files of a content package: a manifest, an item each, and the pictures that they name. */
export function qtiPackage(
  items: readonly { id: string; text: string; pictures: readonly string[] }[],
): OutgoingFile[] {
  const resources = items.map(({ id, pictures }) => {
    const files = [`items/${id}.xml`, ...new Set(pictures.map(imagePath))]
    const listed = files.map((file) => `<file href="${file}"/>`).join('')
    return `<resource identifier="${identifier(id)}" type="imsqti_item_xmlv3p0" href="items/${id}.xml">${listed}</resource>`
  })
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="questions">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
<organizations/>
<resources>${resources.join('\n')}</resources>
</manifest>
`
  const named = [...new Set(items.flatMap(({ pictures }) => pictures))]
  return [
    { name: 'imsmanifest.xml', text: manifest },
    ...items.map(({ id, text }) => ({ name: `items/${id}.xml`, text })),
    ...named.map((picture) => ({ name: imagePath(picture), picture })),
  ]
}

const imagePath = (file: string) => `images/${file}`
