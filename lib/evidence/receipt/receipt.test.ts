import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeOverdue } from '../../attempts/close-overdue.ts'
import { receiptCode } from '../../attempts/receipt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { closePools } from '../../db/pool.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { type Sitter, sitter } from '../testing/sitting.ts'
import { verify } from '../verify-command.ts'
import { attemptReceipt } from './attempt-receipt.ts'
import { checkFile } from './check-file.ts'
import { isSigned, publicKeyOf, type ReceiptFile, signReceipt } from './signed-receipt.ts'

const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
const key = newKey()
const folder = mkdtempSync(path.join(os.tmpdir(), 'receipt-'))

let people: Scenario
let owner: pg.Client
let sat: Sitter
let file: ReceiptFile

beforeAll(async () => {
  process.env.REFEREE_RECEIPT_KEY = key
  const url = await freshDatabase()
  people = await makeScenario()
  owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  sat = await sitter(people)
  await sat.save(sat.y, 1, 1, '1')
  await sat.save(sat.why, 1, 1, 'because')
  await expect(attemptReceipt(sat.person, sat.attemptId)).rejects.toMatchObject({ status: 404 })
  const { receipt } = await submitAttempt(sat.person, sat.attemptId, { epoch: 1, revisions: { [sat.y]: 1 } })
  file = await attemptReceipt(sat.person, sat.attemptId)
  expect(file.receipt).toMatchObject({ code: receipt, attempt: sat.attemptId, chainLength: 2, closedBy: 'student' })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await owner.end()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

/** Runs the command on a receipt, or on the whole store; what it says and its exit code. */
async function said(receipt?: ReceiptFile): Promise<[number, string]> {
  const lines: string[] = []
  const saved = path.join(folder, 'receipt.json')
  if (receipt) writeFileSync(saved, JSON.stringify(receipt))
  const args = receipt ? ['--receipt', saved] : ['--attempt', sat.attemptId]
  const code = await verify(args, publicKeyOf(key), (line) => lines.push(line))
  return [code, lines.join('\n')]
}

describe('a receipt', () => {
  it('is for the student alone', async () => {
    await expect(attemptReceipt(null, sat.attemptId)).rejects.toMatchObject({ status: 401 })
    for (const other of [people.ben, people.tara, people.ines])
      await expect(attemptReceipt(other, sat.attemptId)).rejects.toMatchObject({ status: 404 })
  })

  it('agrees with the store, and by its signature alone where there is none', async () => {
    expect(await said(file)).toEqual([0, expect.stringContaining('The store says the same')])
    expect(await checkFile(file, null, null, () => {})).toBe(0)
    expect(await said()).toEqual([0, expect.stringContaining('1 attempts, 2 saves, 1 submissions: 0 attempts are not')])
  })

  it('is made at the deadline as well', async () => {
    const late = await sitter(people)
    await late.save(late.y, 1, 1, '3')
    await late.pass(60)
    await closeOverdue(late.attemptId)
    const { receipt, signature, publicKey } = await attemptReceipt(late.person, late.attemptId)
    expect(receipt).toMatchObject({ closedBy: 'deadline', chainLength: 1, code: receiptCode(receipt.digest) })
    expect(isSigned(receipt, signature, publicKey)).toBe(true)
  })

  it('does not bear a change, nor another key', async () => {
    for (const [member, value] of Object.entries({
      digest: 'x',
      chainHead: null,
      chainLength: 1,
      frozenAt: 'now',
      exam: '',
      code: '',
    })) {
      const changed = { ...file, receipt: { ...file.receipt, [member]: value } }
      expect(await said(changed)).toEqual([1, expect.stringContaining('FORGED')])
    }
    const another = newKey()
    const forged = { ...file, publicKey: publicKeyOf(another), signature: signReceipt(file.receipt, another) }
    expect(await said(forged)).toEqual([1, expect.stringContaining('another key')])
  })

  it('shows what was made anew in the store, without a flaw but for the signature', async () => {
    await owner.query('BEGIN')
    await owner.query(
      `UPDATE save_event SET value = '{"kind":"text","markdown":"better"}' WHERE attempt_id = $1 AND seq = 2`,
      [sat.attemptId],
    )
    await owner.query(
      `UPDATE save_event e SET hash = chain_step(NULL, (SELECT hash FROM save_event WHERE attempt_id = $1 AND seq = 1),
         chain_row(attempt_id, seq, id, field, epoch, revision, op_id, late, received_at, value)) WHERE attempt_id = $1 AND seq = 2`,
      [sat.attemptId],
    )
    await owner.query(
      'UPDATE attempt SET chain_head = (SELECT hash FROM save_event WHERE attempt_id = $1 AND seq = 2) WHERE id = $1',
      [sat.attemptId],
    )
    await owner.query(
      'UPDATE submission SET chain_head = (SELECT chain_head FROM attempt WHERE id = $1) WHERE attempt_id = $1',
      [sat.attemptId],
    )
    await owner.query(`UPDATE response r SET value = e.value FROM save_event e WHERE e.id = r.save_event_id`)
    await owner.query(`UPDATE submission_answer r SET value = e.value FROM save_event e WHERE e.id = r.save_event_id`)
    await owner.query(
      `UPDATE submission SET digest = encode(sha256(convert_to(attempt_id || (SELECT string_agg(jsonb_build_array(field, epoch, revision, value)::text,
         E'\\n' ORDER BY field COLLATE "C") FROM submission_answer WHERE submission_id = id), 'UTF8')), 'hex') WHERE attempt_id = $1`,
      [sat.attemptId],
    )
    await owner.query(
      `UPDATE signed_receipt r SET hash = chain_step(NULL, s.chain_head, receipt_row(s.attempt_id, r.seq, s))
       FROM submission s WHERE s.id = r.submission_id AND s.attempt_id = $1`,
      [sat.attemptId],
    )
    await owner.query(
      `UPDATE attempt a SET chain_head = r.hash FROM submission s JOIN signed_receipt r ON r.submission_id = s.id
       WHERE s.attempt_id = a.id AND a.id = $1`,
      [sat.attemptId],
    )
    await owner.query('COMMIT')
    const [code, lines] = await said()
    expect([code, lines.split('\n')]).toEqual([
      1,
      [
        expect.stringContaining('other answers than the receipt was signed for'),
        expect.stringMatching(/^rewritten: attempt .*, event \d+ \(place 2\): the chain up to place 2 is not the one/),
        expect.stringContaining('1 attempts are not as they were'),
      ],
    ])
    expect(await said(file)).toEqual([1, expect.stringContaining('rewritten at event')])
    await owner.query(`UPDATE signed_receipt SET receipt = receipt || '{"digest":"x"}' WHERE submission_id = $1`, [
      file.receipt.submission,
    ])
    expect(await said()).toEqual([1, expect.stringContaining('its receipt is not the one that was signed')])
  })
})
