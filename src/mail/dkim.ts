import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';

import DkimSigner from 'nodemailer/lib/dkim';

import type { DkimSettings } from '../config.js';
import { DomainError } from '../errors.js';

/** RFC 8058 wants both List-Unsubscribe headers signed; nodemailer's own list lacks the second. */
const SIGNED_HEADERS = 'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Id:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted:Feedback-ID';

/** Puts a DKIM-Signature (RFC 6376) before a message. */
export type Signer = (message: Buffer) => Promise<Buffer>;

/** Reads the key, once. @throws wrong-use, with the file, where there is no RSA key in it */
export function dkimSigner({ domain, selector, keyFile }: DkimSettings): Signer {
  const privateKey = readKey(keyFile);
  const signer = new DkimSigner({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED_HEADERS });
  return (message) => buffer(signer.sign(message));
}

function readKey(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    const { asymmetricKeyType } = createPrivateKey(pem);
    if (asymmetricKeyType === 'rsa') return pem;
    throw new Error(`it holds a key of type ${asymmetricKeyType}, and DKIM needs rsa here`);
  } catch (error) {
    throw new DomainError('wrong-use', `GERN_DKIM_KEY: the private key in ${file} cannot be used: ${(error as Error).message}.`);
  }
}
