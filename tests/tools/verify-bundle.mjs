// Usage: node verify-bundle.mjs BUNDLE PUBLIC_KEY_PEM: what sigstore-js says of a bundle when it knows this one key.
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';

const publicKey = createPublicKey(readFileSync(process.argv[3]));
const hint = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('base64');
const root = { certificateAuthorities: [], ctlogs: [], timestampAuthorities: [], tlogs: [], mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1' };
const trust = toTrustMaterial(root, wanted => {
  if (wanted !== hint) throw new Error(`unknown key ${wanted}`);
  return { publicKey, validFor: () => true };
});
try {
  const bundle = bundleFromJSON(JSON.parse(readFileSync(process.argv[2], 'utf8')));
  new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }).verify(toSignedEntity(bundle));
  console.log('verified');
} catch (error) {
  console.log(`refused: ${error.code ?? ''} ${error.message}`);
  process.exitCode = 1;
}
