// Holds a CycloneDX document on stdin against CycloneDX's own schema, unknown keys being errors: node validate-sbom.mjs < sbom.json
import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const text = readFileSync(0, "utf8");
const version = JSON.parse(text).specVersion;
const errors = await new Validation.JsonStrictValidator(version).validate(text);
if (!Object.values(Spec.Version).includes(version) || errors !== null) {
  console.error(JSON.stringify(errors, null, 2));
  process.exit(1);
}
