import { Darkroom } from '../../uploads/darkroom/darkroom.ts'
import { recognise } from '../../uploads/recognise/recognise.ts'
import { hostileFiles } from '../../uploads/testing/hostile-files.ts'
import { pdf, photograph } from '../../uploads/testing/photograph.ts'
import { median } from '../statistics.ts'
import { kB, ms, printFigures } from '../table.ts'

const rounds = 7

/** Until a file is refused, looked at and decoded as the server does it. */
async function refusal(room: Darkroom, bytes: Buffer): Promise<number> {
  const begun = performance.now()
  const recognised = recognise(bytes)
  if (recognised.ok) await room.develop(recognised.mediaType, bytes)
  return performance.now() - begun
}

/** How long hostile files take to be refused, and honest ones to become pictures. */
export async function measureUploads(): Promise<void> {
  const room = new Darkroom()
  try {
    const photo = await photograph('y = W x', { width: 3000, height: 2250 })
    await room.develop('image/jpeg', photo)
    await room.develop('application/pdf', pdf(1))
    const files: { name: string; time: number }[] = []
    for (const { name, bytes } of await hostileFiles()) {
      const times: number[] = []
      for (let round = 0; round < rounds; round++) times.push(await refusal(room, bytes))
      files.push({ name, time: median(times) })
    }
    const slowest = files.toSorted((a, b) => b.time - a.time)
    printFigures(`Refusing ${files.length} hostile files (median of ${rounds} each)`, [
      { what: 'p50', value: ms(median(files.map(({ time }) => time))), aim: '< 100 ms' },
      ...slowest.slice(0, 5).map(({ name, time }) => ({ what: name, value: ms(time), aim: '< 100 ms' })),
    ])
    const taken = async (mediaType: 'image/jpeg' | 'application/pdf', bytes: Buffer) => {
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now()
        await room.develop(mediaType, bytes)
        times.push(performance.now() - begun)
      }
      return ms(median(times))
    }
    printFigures('Making pictures', [
      { what: `a photograph of 3000 × 2250, ${kB(photo.length)}`, value: await taken('image/jpeg', photo) },
      { what: 'a PDF of one page', value: await taken('application/pdf', pdf(1)) },
      { what: 'a PDF of twelve pages', value: await taken('application/pdf', pdf(12)) },
    ])
  } finally {
    room.close()
  }
}
