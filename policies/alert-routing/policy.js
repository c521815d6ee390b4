// An alert that nobody gets is a log line. The tree of routes is walked as Alertmanager walks it, for an alert that has the severity and nothing else.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  for (const doc of yaml) {
    const root = doc.get("route");
    if (!root?.get("receiver")) {
      report.error("no-route", `${doc.path} has no route with a receiver: it is no configuration of Alertmanager.`, at(doc, "route"));
      continue;
    }

    for (const severity of settings.severities) {
      const routes = walk(root, root, severity);
      for (const { route, name } of routes) {
        const receiver = doc.find("receivers.*").find((one) => one.get("name")?.value === name);
        const tells = receiver?.keys().some((key) => key.endsWith("_configs") && (receiver.get(key)?.items() ?? []).length > 0);
        const rule = !receiver ? "unknown-receiver" : !tells || matchesAny(settings.quiet, name) ? "nobody" : route === root ? "not-routed" : "routed";
        const text = { "unknown-receiver": "which is not declared", nobody: "which tells nobody", "not-routed": "by default: no route is about them" }[rule];
        text ? report.error(rule, `Alerts of ${short(severity)} go to ${short(name)}, ${text}.`, at(receiver ?? route, `${severity} ${name}`)) : report.pass("routed", `${severity} goes to ${short(name)}`);
      }
    }
  }

  /** @type {(route: GateNode, above: GateNode, severity: string) => { route: GateNode, name: string }[]} */
  function walk(route, above, severity) {
    const found = [];
    for (const child of route.find("routes.*").filter((one) => matches(one, severity))) {
      found.push(...walk(child, child.get("receiver") ? child : above, severity));
      if (child.get("continue")?.value !== true) {
        break;
      }
    }

    return found.length > 0 ? found : [{ route, name: String((route.get("receiver") ?? above.get("receiver"))?.value) }];
  }

  /** @type {(route: GateNode, severity: string) => boolean} */
  function matches(route, severity) {
    const old = [...(route.get("match")?.items() ?? []).map((one) => [one.key, "=", one.text]), ...(route.get("match_re")?.items() ?? []).map((one) => [one.key, "=~", one.text])];
    const now = route.find("matchers.*").map((one) => /^\{?\s*"?([\w.-]+)"?\s*(=~|!~|!=|=)\s*"?(.*?)"?\s*\}?$/.exec(one.text ?? "")?.slice(1) ?? ["?", "=", "?"]);
    return [...old, ...now].every(([label = "", operator = "", value = ""]) => {
      const given = label === settings.label ? severity : "";
      const same = operator.endsWith("~") ? new RegExp(`^(?:${value})$`).test(given) : given === value;
      return operator.startsWith("!") ? !same : same;
    });
  }
}
