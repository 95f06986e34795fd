/** An option of a choice; `says` is told to who chose it wrongly. */
export interface ItemOption {
  text: string
  right: boolean
  says: string | null
}

/** A wrong value that earns something, or of which something is said. */
export interface ItemSlip {
  value: string
  earns: number
  says: string | null
}

export interface ItemRubric {
  says: string
  points: number
}

interface Common {
  /** as in `:answer[name]` of the body */
  name: string
  points: number
  label: string | null
}

export interface ItemChoice extends Common {
  kind: 'choice'
  many: boolean
  shuffle: boolean
  options: ItemOption[]
}

export interface ItemOrder extends Common {
  kind: 'order'
  lines: string[]
  distractors: string[]
}

export interface ItemNumber extends Common {
  kind: 'number'
  /** a number, or an expression over the item's parameters */
  value: string
  /** how far from the value an answer may lie; null: what rounding to `decimals` does */
  tolerance: number | null
  decimals: number | null
  /** what an answer earns that lies farther away than the tolerance, but no farther than this */
  wider: { tolerance: number; earns: number }[]
  slips: ItemSlip[]
}

/** A person reads it. */
export interface ItemText extends Common {
  kind: 'text'
  rubric: ItemRubric[]
  solution: string | null
  /** null: as long as the house allows */
  length: number | null
  upload: boolean
}

export interface ItemUpload extends Common {
  kind: 'upload'
  rubric: ItemRubric[]
  solution: string | null
}

export type ItemField = ItemChoice | ItemOrder | ItemNumber | ItemText | ItemUpload

/** What is drawn for every student: a generator of the question file, by name. */
export interface ItemParameter {
  name: string
  generator: string
}

/** A picture with its place, `:figure[name]`; `file` is its name in question files. */
export interface ItemFigure {
  name: string
  file: string
  alt: string
}

/**
 * A question between the formats: what they have in common with a question file. Its texts are the Markdown of question
 * files, the fields stand in its body as `:answer[name]`.
 */
export interface Item {
  /** what it is called in the file that it comes from, or the slug that it goes out by */
  id: string
  title: string
  topics: string[]
  body: string
  parameters: ItemParameter[]
  /** what is worked out before the fields are: named expressions, each over those before it */
  steps?: { name: string; expression: string }[]
  /** what a draw has to fulfil */
  where?: string[]
  figures: ItemFigure[]
  fields: ItemField[]
}

/** A question as it was found in a foreign file. */
export interface FoundItem {
  id: string
  title: string
  /** its type there, in the words of the format */
  was: string
  /** null: nothing of the house is like it; the notes say so */
  item: Item | null
  /** what was not carried, or became something else; whole sentences */
  notes: string[]
  /** the bytes of its pictures, by what question files call them */
  pictures: ReadonlyMap<string, Uint8Array>
}

/** A file as it was read: its questions, and what is wrong with the file itself. */
export interface FoundFile {
  items: FoundItem[]
  problems: string[]
}

/** What goes out: the text of the foreign file, the pictures that it names, and what the question lost. */
export interface WrittenItem {
  text: string
  pictures: string[]
  notes: string[]
}
