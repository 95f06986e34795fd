import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { uploadLimits } from '../limits.ts'
import type { RefusedFile } from '../recognise/refused-file.ts'
import { pdf, photograph } from './photograph.ts'

export interface HostileFile {
  name: string
  code: RefusedFile['code']
  bytes: Buffer
}

const text = (words: string) => Buffer.from(words, 'latin1')
const joined = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : part)))

function chunk(name: string, body: Buffer): Buffer {
  const [head, tail] = [Buffer.alloc(8), Buffer.alloc(4)]
  head.writeUInt32BE(body.length)
  head.write(name, 4, 'latin1')
  tail.writeUInt32BE(crc32(joined(name, body)))
  return joined(head, body, tail)
}

/** A PNG that says of itself to be so large; its pixels are what is given. */
function png(width: number, height: number, pixels: Buffer, between: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from('89504e470d0a1a0a', 'hex')
  return joined(magic, chunk('IHDR', header), between, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)))
}

/** A segment of a JPEG, put right behind its beginning. */
function withSegment(jpeg: Buffer, marker: number, body: Buffer | string): Buffer {
  const inside = joined(body)
  const head = Buffer.from([0xff, marker, (inside.length + 2) >> 8, (inside.length + 2) & 255])
  return joined(jpeg.subarray(0, 2), head, inside, jpeg.subarray(2))
}

/** The same JPEG that says of itself to have another size. */
function resized(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg)
  const frame = [0xc0, 0xc2].map((marker) => copy.indexOf(Buffer.from([0xff, marker]))).find((at) => at > 0) ?? 0
  copy.writeUInt16BE(height, frame + 5)
  copy.writeUInt16BE(width, frame + 7)
  return copy
}

const zip = text('PK\x03\x04\x14\x00\x00\x00\x08\x00evil.exe')
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const ftyp = (brand: string) =>
  joined('\x00\x00\x00\x18ftyp', brand, '\x00\x00\x00\x00', brand, 'mif1', 'x'.repeat(200))
const script = '1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj'

/** Files that must not get in, each made here and each with why it is refused. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const jpeg = await photograph('x', { width: 640, height: 480 })
  const flat = sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
  const [whole, webp, moving] = await Promise.all([
    flat.clone().png().toBuffer(),
    flat.clone().webp().toBuffer(),
    sharp(Buffer.alloc(40 * 40 * 3 * 2, 99).fill(7, 40 * 40 * 3), {
      raw: { width: 40, height: 80, channels: 3, pageHeight: 40 },
    })
      .webp({ loop: 0 })
      .toBuffer(),
  ])
  const bomb = deflateSync(Buffer.alloc(60_000_000))
  const lossy = Buffer.from(webp)
  lossy.writeUInt16LE(0x3fff, 26)
  lossy.writeUInt16LE(0x3fff, 28)
  const noHeight = Buffer.from(whole)
  noHeight.writeUInt32BE(0, 20)
  const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))
  const scrambled = Buffer.from(whole)
  scrambled.fill(0x5a, 60, 100)
  const empty = Buffer.alloc(0)
  const files: [RefusedFile['code'], Record<string, Buffer>][] = [
    ['empty', { 'an empty file': empty }],
    ['too-large', { 'a file of many megabytes': Buffer.alloc(uploadLimits.bytes + 1, 0xff) }],
    [
      'not-taken',
      {
        'one byte': text('x'),
        words: text('../../../etc/passwd\n'),
        'a page with a script': text('<!doctype html><script>alert(1)</script>'),
        'SVG with a script': text(svg),
        'SVG behind an XML head': text(`<?xml version="1.0"?>${svg}`),
        'packed SVG': joined(Buffer.from('1f8b0800', 'hex'), deflateSync(text(svg))),
        HEIC: ftyp('heic'),
        AVIF: ftyp('avif'),
        TIFF: joined('II*\x00', 'x'.repeat(300)),
        'TIFF of the other order': joined('MM\x00*', 'x'.repeat(300)),
        BigTIFF: joined('II+\x00', 'x'.repeat(300)),
        GIF: joined('GIF89a', 'x'.repeat(300)),
        'GIF that goes on as JPEG': joined('GIF89a/*', jpeg, '*/=1;alert(1)'),
        BMP: joined('BM', 'x'.repeat(300)),
        'a zip': zip,
        'a program': joined('\x7fELF', 'x'.repeat(300)),
        'a program for Windows': joined('MZ', 'x'.repeat(300)),
        'JPEG XL': Buffer.from(`ff0a${'00'.repeat(200)}`, 'hex'),
        'JPEG 2000': joined('\x00\x00\x00\x0cjP  \r\n\x87\n', 'x'.repeat(200)),
        PostScript: text('%!PS-Adobe-3.0\n(x) show'),
        'a page that goes on as JPEG': joined('<html>', jpeg),
        'a blank before a JPEG': joined('\n', jpeg),
        'RIFF that is sound': joined('RIFF\x24\x00\x00\x00WAVEfmt ', 'x'.repeat(60)),
        'a vips file': Buffer.from(`08f2a6b6${'00'.repeat(100)}`, 'hex'),
        'a PDF behind other bytes': joined('x', pdf(1)),
        'a moving WebP': moving,
        'a locked PDF': pdf(1, '', '/Encrypt 9 0 R'),
      },
    ],
    [
      'damaged',
      {
        'the beginning of a JPEG': jpeg.subarray(0, 3),
        'half a JPEG': cut(jpeg, 0.5),
        'a JPEG without its end': jpeg.subarray(0, -2),
        'a JPEG that breaks off and ends': joined(cut(jpeg, 0.6), Buffer.from([0xff, 0xd9])),
        'a JPEG of height 0': resized(jpeg, 640, 0),
        'a JPEG taller than its pixels': resized(jpeg, 640, 4800),
        'a JPEG without a frame': joined(
          Buffer.from('ffd8ffda0008010100003f00', 'hex'),
          'x'.repeat(50),
          Buffer.from('ffd9', 'hex'),
        ),
        'a JPEG with a part longer than itself': withSegment(jpeg.subarray(0, 2), 0xe0, 'x').fill(0xff, 4, 6),
        'the beginning of a PNG': whole.subarray(0, 20),
        'half a PNG': cut(whole, 0.5),
        'a PNG with its pixels scrambled': scrambled,
        'a PNG without height': noHeight,
        'a PNG smaller than it says': png(4_000, 4_000, deflateSync(Buffer.alloc(100))),
        'half a WebP': cut(webp, 0.5),
        'a WebP without a picture': joined(
          'RIFF',
          Buffer.from([22, 0, 0, 0]),
          'WEBPjunk',
          Buffer.from([10, 0, 0, 0]),
          'x'.repeat(10),
        ),
        'the beginning of a PDF': text('%PDF-1.7\n'),
        'half a PDF': cut(pdf(2), 0.5),
        'a PDF with nothing in it': text(`%PDF-1.7\n${' '.repeat(100)}\n%%EOF\n`),
        'a PDF whose pages are themselves': joined(pdf(0).toString('latin1').replace('/Kids[]', '/Kids[2 0 R]')),
      },
    ],
    [
      'suspicious',
      {
        'a JPEG with a zip behind it': joined(jpeg, zip),
        'a JPEG with a page behind it': joined(jpeg, '<html><script>alert(1)</script>'),
        'a JPEG with PHP behind it': joined(jpeg, '<?php system($_GET[0]); ?>'),
        'a JPEG that is a script as well': withSegment(jpeg, 0xfe, '*/=1;<script>alert(1)</script>/*'),
        'a JPEG that is a PDF as well': withSegment(jpeg, 0xfe, '%PDF-1.4\n1 0 obj<</Type/Catalog>>'),
        'a JPEG with PHP in its description': withSegment(jpeg, 0xe1, 'Exif\x00\x00<?php eval($_POST[0]); ?>'),
        'a PNG with a zip behind it': joined(whole, zip),
        'a PNG with a script in its description': png(
          1,
          1,
          deflateSync(Buffer.alloc(4)),
          chunk('tEXt', text('Comment\x00<script>alert(1)</script>')),
        ),
        'a WebP with a page behind it': joined(webp, '<html>'),
        'a PDF that runs a script': pdf(1, script, '/OpenAction 1 0 R'),
        'a PDF with a script under another spelling': pdf(1, '9 0 obj<</S/J#61vaScript/J#53(app.alert(1))>>endobj'),
        'a PDF that starts a program': pdf(1, '9 0 obj<</S/Launch/F(calc.exe)>>endobj'),
        'a PDF with a file in it': pdf(1, '9 0 obj<</Names<</EmbeddedFiles<<>>>>>>endobj'),
      },
    ],
    [
      'too-many-pixels',
      {
        'a PNG of more pixels than are decoded': png(30_000, 30_000, bomb),
        'a PNG of endless width': png(2 ** 31 - 1, 1, bomb),
        'a JPEG of more pixels than are decoded': resized(jpeg, 65_000, 65_000),
        'a WebP of more pixels than are decoded': lossy,
      },
    ],
    ['too-many-pages', { 'a PDF of many pages': pdf(13), 'a PDF of very many pages': pdf(3_000) }],
  ]
  return files.flatMap(([code, named]) => Object.entries(named).map(([name, bytes]) => ({ name, code, bytes })))
}

/** Files as students send them, and what must not be left of them. */
export async function honestFiles(): Promise<{ name: string; bytes: Buffer; secrets: string[] }[]> {
  const jpeg = await photograph('honest')
  const flat = sharp(jpeg)
  const traces = ['Exif', 'SecretPhone', 'GPS']
  return [
    { name: 'a photograph', bytes: jpeg, secrets: traces },
    { name: 'a photograph with a second one behind it', bytes: joined(jpeg, jpeg), secrets: traces },
    { name: 'a photograph with a film behind it', bytes: joined(jpeg, ftyp('mp42')), secrets: [...traces, 'ftyp'] },
    { name: 'a progressive JPEG', bytes: await flat.clone().jpeg({ progressive: true }).toBuffer(), secrets: [] },
    { name: 'a transparent PNG', bytes: await flat.clone().ensureAlpha(0.5).png().toBuffer(), secrets: ['IHDR'] },
    { name: 'a WebP', bytes: await flat.clone().webp().toBuffer(), secrets: ['WEBP'] },
    { name: 'a lossless WebP', bytes: await flat.clone().webp({ lossless: true }).toBuffer(), secrets: ['WEBP'] },
    { name: 'a PDF', bytes: pdf(2), secrets: ['%PDF', 'Page'] },
  ]
}
