// A private root and a certificate for this computer, made anew at each start, to practise and test TLS whose root only
// the operator's computer knows. The root's key is thrown away. Validity is that of the real world, since TLS libraries
// look at the computer's clock: from 2020 to the end of 2049.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { bits, der, integer, octets, oid, sequence, set, utcTime, utf8, yes } from './der.ts';

export interface PrivateCertificate {
  readonly key: string;
  readonly cert: string;
  /** PEM of the root that a client has to trust. */
  readonly root: string;
}

/** A certificate for `127.0.0.1` and `localhost`, signed by a root of its own. */
export function createPrivateCertificate(): PrivateCertificate {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = commonName('Seamline practice root');
  return {
    key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    root: certificate({
      subject: issuer,
      issuer,
      publicKey: root.publicKey,
      signedWith: root.privateKey,
      extensions: [
        extension('2.5.29.19', sequence(yes), 'critical'), // basic constraints: an authority
        extension('2.5.29.15', bits(Buffer.from([0x06]), 1), 'critical'), // key usage: sign certificates and lists
        extension('2.5.29.14', octets(keyId(root.publicKey))), // whose key this is
      ],
    }),
    cert: certificate({
      subject: commonName('localhost'),
      issuer,
      publicKey: leaf.publicKey,
      signedWith: root.privateKey,
      extensions: [
        extension('2.5.29.15', bits(Buffer.from([0x80]), 7), 'critical'), // key usage: sign
        extension('2.5.29.35', sequence(der(0x80, keyId(root.publicKey)))), // whose key signed this
        extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // for servers
        extension('2.5.29.17', sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
      ],
    }),
  };
}

interface CertificateParts {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly signedWith: KeyObject;
  readonly extensions: readonly Buffer[];
}

function certificate({ subject, issuer, publicKey, signedWith, extensions }: CertificateParts): string {
  const algorithm = sequence(oid('1.2.840.10045.4.3.2')); // ECDSA with SHA-256
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), keyId(publicKey)])), // serial number
    algorithm,
    issuer,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    subject,
    subjectKey,
    der(0xa3, sequence(...extensions)),
  );
  const whole = sequence(content, algorithm, bits(sign('sha256', content, signedWith)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 16);
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(name))));
}

function extension(id: string, value: Buffer, weight?: 'critical'): Buffer {
  return sequence(oid(id), ...(weight === 'critical' ? [yes] : []), octets(value));
}
