import type { LayerRow } from '../../../grader/answers/raw-answer.ts'
import type { QuestionSheet } from '../sheet.ts'
import { prose } from '../write.ts'

function row(layer: LayerRow['layer'], cells: Partial<LayerRow> = {}): LayerRow {
  return { layer, units: '', kernel: '', stride: '', padding: '', activation: '', ...cells }
}

const conv = (units: string): LayerRow =>
  row('conv', { units, kernel: '3', stride: '1', padding: '1', activation: 'relu' })

export const design: QuestionSheet = {
  slug: '12-design',
  right: () => ({
    proposal: prose(
      'People feed the cats and monkeys on our campus, and the animals become a nuisance. I would watch the CCTV cameras with a **CNN**: ' +
        'an image goes in, and out comes an event (feeding or not) for the security office. A CNN because it finds the same gesture anywhere in the picture. ' +
        'I would measure how many feeding events of a labelled week it finds.',
    ),
    net: {
      kind: 'layers',
      rows: [
        conv('8'),
        row('maxpool', { kernel: '2', stride: '2' }),
        conv('16'),
        row('maxpool', { kernel: '2', stride: '2' }),
        conv('32'),
        row('globalavgpool'),
        row('dense', { units: '3', activation: 'softmax' }),
      ],
    },
  }),
  slips: [],
}
