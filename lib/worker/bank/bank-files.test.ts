import { rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { versionOf } from '../../../grader/question/parse-question.ts'
import { ownBank, writeBankFile } from '../../questions/bank/testing/own-bank.ts'
import { bankFiles } from './bank-files.ts'

it('the files of the bank are read again when they were written, and what is gone is passed over', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://nowhere/none')
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests')
  const folder = await ownBank()
  const file = path.join(folder, 'bank/a.md')
  const write = (text: string) => {
    writeBankFile(folder, 'a', text)
    utimesSync(file, 1, 1)
  }
  write('first')
  symlinkSync('nowhere', path.join(folder, 'bank/gone.md'))
  writeFileSync(path.join(folder, 'bank/Notes.md'), 'no question')
  const [first, ...more] = await bankFiles()
  expect([first?.slug, first?.version, more]).toEqual(['a', versionOf('first'), []])
  // unchanged, it is not read: the very same is given
  expect((await bankFiles())[0]).toBe(first)
  // as long as before, and of the same time of writing: the system alone knows better
  const { ctimeMs } = statSync(file)
  while (statSync(file).ctimeMs === ctimeMs) write('other')
  expect((await bankFiles()).map(({ version }) => version)).toEqual([versionOf('other')])
  rmSync(path.join(folder, 'bank'), { recursive: true })
  expect(await bankFiles()).toEqual([])
  writeFileSync(path.join(folder, 'bank'), 'no folder')
  await expect(bankFiles()).rejects.toMatchObject({ code: 'ENOTDIR' })
})
