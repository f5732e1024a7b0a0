// Certificates for a server on localhost, made of nothing but Node's own parts.

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const shortest = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...shortest]), body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes))
const truth = der(0x01, Buffer.from([255]))
const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))

const name = (text: string) => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(text)))))
// Years before 2050 have two digits.
const valid = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from('20900101000000Z')))
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)

function certificate(subject: string, key: KeyObject, extension: Buffer, signer: KeyObject): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([subject.length])),
    ECDSA_WITH_SHA256,
    name('authority'),
    valid,
    name(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  )
  const whole = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, signer)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** An authority that nobody knows, and a server's certificate of it for 127.0.0.1. */
export function certificates(): { authority: string; cert: string; key: string } {
  const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const [authority, server] = [pair(), pair()]
  const isAuthority = sequence(oid(0x55, 0x1d, 0x13), truth, der(0x04, sequence(truth)))
  const address = sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))
  return {
    authority: certificate('authority', authority.publicKey, isAuthority, authority.privateKey),
    cert: certificate('server', server.publicKey, address, authority.privateKey),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}
