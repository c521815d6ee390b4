/** @type {import("./types.d.ts").Judge} */
export function judge({ github, change }, settings, report) {
  const pull = github.pullRequests?.[0];
  if (!pull || !/^(feat|fix|chore|docs|refactor|test)(\(.+\))?!?: \S/.test(pull.title)) {
    report.error("title", `The title ${pull?.title ?? "(not known)"} is not conventional, such as "fix(api): …".`);
  }

  const pack = change.files.find(({ path }) => path === "package.json");
  const [before, after] = [pack?.before?.[0].get("version"), pack?.after?.[0].get("version")];
  if (!before || !after || !isNewer(after.value, before.value)) {
    report.error("version", `package.json says ${after ?? "the same"}: the version did not go up.`, after ?? null);
  }

  const api = change.files.find(({ path }) => path === "api/openapi.yaml");
  for (const field of api?.before?.[0].find("components.schemas.*.properties.*") ?? []) {
    if (!api?.after?.[0].get(field.pointer)) {
      report.error("field-gone", `${field.pointer} left the API.`, { path: "api/openapi.yaml", line: 1, identity: field.pointer });
    }
  }
}

/** @type {(a: string, b: string) => boolean} */
function isNewer(a, b) {
  const [one, two] = [a, b].map((text) => text.split(".").map(Number));
  return one.map((part, i) => part - two[i]).find((difference) => difference !== 0) > 0;
}
