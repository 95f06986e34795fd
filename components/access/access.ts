/** What an exam asks of those who take it, and how this visit stands to it. */
export interface Access {
  code: boolean
  networks: boolean
  safeBrowser: boolean
  /** in the networks; true where there are none */
  inside: boolean
  address: string | null
  /** this visit was proven to come from the exam's Safe Exam Browser */
  proven: boolean
  /** of this opening of the page in Safe Exam Browser */
  launch: string | null
  /** where Safe Exam Browser fetches its settings: `seb://…` */
  settings: string
}
