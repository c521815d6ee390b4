// Usage: node verify-keyless.mjs BUNDLE TRUSTED_ROOT: what sigstore-js says of a keyless bundle when it knows this one instance of Sigstore.
import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';

try {
  const trust = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(readFileSync(process.argv[3], 'utf8'))));
  const bundle = bundleFromJSON(JSON.parse(readFileSync(process.argv[2], 'utf8')));
  const signer = new Verifier(trust, { ctlogThreshold: 1, tlogThreshold: 1, timestampThreshold: 1 }).verify(toSignedEntity(bundle));
  console.log(`verified ${signer.identity.subjectAlternativeName}`);
} catch (error) {
  console.log(`refused: ${error.code ?? ''} ${error.message}`);
  process.exitCode = 1;
}
