// Reads workflow and action files with GitHub's own parser. Prints one line of JSON for each file: {"file", "errors": [{"line", "message"}]}.
import fs from "node:fs";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import { parseAction } from "@actions/workflow-parser/actions/action-parser";

async function check(file) {
  const entry = { name: file, content: fs.readFileSync(file, "utf8") };
  const isAction = /(^|\/)action\.ya?ml$/.test(file);
  const parsed = (isAction ? parseAction : parseWorkflow)(entry, new NoOperationTraceWriter());
  if (!isAction && parsed.value) {
    await convertWorkflowTemplate(parsed.context, parsed.value);
  }
  const errors = parsed.context.errors.getErrors().map((error) => ({
    line: error.range?.start.line ?? 0,
    message: error.rawMessage,
  }));
  return { file, errors };
}

async function main() {
  for (const file of process.argv.slice(2)) {
    console.log(JSON.stringify(await check(file)));
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
