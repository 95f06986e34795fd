import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTensor } from './tensor.ts'

const twoByTwo = { ok: true, shape: [2, 2] }

describe('readTensor', () => {
  it.each([
    ['JSON', '[[1,2],[3,4]]'],
    ['numpy print', '[[1. 2.]\n [3. 4.]]'],
    ['numpy repr', 'array([[1., 2.],\n       [3., 4.]], dtype=float32)'],
    ['torch', 'tensor([[ 1.0000, -2.0000],\n        [ 3.0000,  4.0000]], grad_fn=<AddBackward0>)'],
    ['torch on a device', "x = torch.tensor([[1, 2], [3, 4]], device='cuda:0', dtype=torch.int32)"],
    [
      'TensorFlow',
      '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
    ],
    ['MATLAB', 'A = [1 2; 3 4];'],
    ['MATLAB print', 'A =\n\n     1     2\n     3     4\n'],
    ['a spreadsheet', '1\t2\n3\t4'],
    ['CSV', '1.5, 2\r\n3, 4\r\n'],
    ['CSV with decimal commas', '1,5;2,5\n3,5;4,5'],
    ['columns with decimal commas', '1,5 2,5\n3,5 4,5'],
    ['LaTeX', '$$\\left[\\begin{array}{cc}1 & 2\\\\ 3 & 4\\\\\\end{array}\\right]$$'],
    ['bmatrix', 'A = \\begin{bmatrix}1 & 2\\\\ 3 & -\\frac{1}{2}\\end{bmatrix}'],
    ['Markdown', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'],
    ['tuples', '((1,2),(3,4))'],
    ['braces', '{{1,2},{3,4}}'],
    ['rows one by one', '[1, 2]\n[3, 4]'],
    ['MATLAB rows without brackets', '1 2; 3 4'],
    ['LaTeX rows without an environment', '1 & 2 \\\\ 3 & 4'],
    ['SymPy', 'Matrix([[1, 2], [3, 4]])'],
    ['a comma copied along', '[[1, 2], [3, 4]],'],
    ['half a grid', '1\t\n\t4'],
  ])('reads %s', (_name, text) => {
    expect(readTensor(text)).toMatchObject(twoByTwo)
  })

  it('keeps cells as they were typed', () => {
    expect(readTensor('1,5\t\n−2\t3/4')).toEqual({ ok: true, shape: [2, 2], cells: ['1,5', '', '−2', '3/4'] })
  })

  it('settles what is ambiguous by the expected shape', () => {
    expect(readTensor('1,2;3,4')).toMatchObject({ cells: ['1,2', '3,4'] })
    expect(readTensor('1,2;3,4', [2, 2])).toMatchObject({ cells: ['1', '2', '3', '4'] })
    expect(readTensor('A = [1 2\n3 4]')).toMatchObject({ shape: [4] })
    expect(readTensor('A = [1 2\n3 4]', [2, 2])).toMatchObject({ shape: [2, 2] })
    expect(readTensor('1,2\n3,4')).toMatchObject({ shape: [2, 2] })
    expect(readTensor('1,2\n3,4', [2])).toMatchObject({ shape: [2], cells: ['1,2', '3,4'] })
    expect(readTensor('1\n2\n3', [3])).toMatchObject({ shape: [3] })
    expect(readTensor('1 2\n3 4\n\n5 6\n7 8', [2, 2, 2])).toMatchObject({ shape: [2, 2, 2] })
    expect(readTensor('1 2 3', [2, 2])).toMatchObject({ shape: [3] })
  })

  it.each([
    ['1 2\n3', 'Row 2 has 1 entry but row 1 has 2 entries.'],
    ['[[1,2],[3]]', 'Row 2 has 1 entry but row 1 has 2 entries.'],
    ['[[1,2],3]', 'Entry 2 of a list is a number but the first is a list.'],
    ['[[1, 2, ..., 9]]', 'The paste is abbreviated with dots; print every entry.'],
    ['[[1+2j]]', '“1+2j” in row 1, entry 1 is not a number I can read.'],
    ['[[1, 2], [3, x]]', '“x” in row 2, entry 2 is not a number I can read.'],
    ['[1,,2]', 'An entry is missing before a comma.'],
    ['[1,2', 'A bracket is not closed: ] is missing at the end.'],
    ['[1,2)', '“)” closes a bracket that was opened with another sign.'],
  ])('refuses %j', (text, message) => {
    expect(readTensor(text)).toEqual({ ok: false, reason: 'unreadable', message })
  })

  it.each(['{"a":1}', 'hello', '[[True]]', '\\begin{align}1\\end{align}', '[1 2]ᵀ', '[[[[[[[[[[1]]]]]]]]]]'])(
    'refuses %j',
    (text) => {
      expect(readTensor(text)).toMatchObject({ ok: false, reason: 'unreadable' })
    },
  )

  it('refuses more than 4096 entries, and cells too long to store', () => {
    expect(readTensor(Array(4096).fill('1').join(' '))).toMatchObject({ ok: true })
    expect(readTensor(Array(4097).fill('1').join(' '))).toMatchObject({ ok: false })
    expect(readTensor(`1 ${'0'.repeat(65)}`)).toMatchObject({ ok: false })
    expect(readTensor('1'.repeat(300_000))).toMatchObject({ ok: false })
  })

  it('reads back every matrix in every notation', () => {
    const entry = fc.integer({ min: -9999, max: 9999 }).map((n) => String(n / 8))
    const matrix = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([m, n]) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))
    const print: ((rows: string[][]) => string)[] = [
      (rows) => `[${rows.map((row) => `[${row.join(', ')}]`).join(',\n ')}]`,
      (rows) => `[${rows.map((row) => `[${row.join(' ')}]`).join('\n ')}]`,
      (rows) => `[${rows.map((row) => row.join(' ')).join('; ')}]`,
      (rows) => rows.map((row) => row.join('\t')).join('\r\n'),
      (rows) => rows.map((row) => row.join(';').replaceAll('.', ',')).join('\n'),
      (rows) => `\\begin{pmatrix}${rows.map((row) => row.join(' & ')).join(' \\\\\n')}\\end{pmatrix}`,
      (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
    ]
    fc.assert(
      fc.property(matrix, fc.constantFrom(...print), (rows, how) => {
        const reading = readTensor(how(rows))
        if (!reading.ok) return false
        return (
          reading.shape.join() === `${rows.length},${rows[0]?.length}` &&
          reading.cells.join(' ').replaceAll(',', '.') === rows.flat().join(' ')
        )
      }),
      { seed: 6, numRuns: 500 },
    )
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      ...'0123456789.,;|&[](){}<>\\ \n\t=-"\'',
      'array(',
      'tensor(',
      '\\begin{bmatrix}',
      '\\end{bmatrix}',
      'nan',
      '---',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = readTensor(text)
        return reading.ok
          ? reading.cells.length === reading.shape.reduce((size, n) => size * n, 1)
          : reading.message.length > 10
      }),
      { seed: 7, numRuns: 4000 },
    )
  })

  it.each([
    '['.repeat(100_000),
    '<tf.Tensor:'.repeat(10_000),
    'x='.repeat(50_000),
    'array('.repeat(30_000),
    ' \n'.repeat(90_000),
    '\\begin{array}'.repeat(10_000),
    'a|'.repeat(90_000),
    '-'.repeat(190_000),
    `tensor(1${', dtype=<'.repeat(20_000)})`,
  ])('answers a hostile paste fast', (text) => {
    // time of this process, whatever else the machine does
    const before = process.cpuUsage()
    readTensor(text)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})
