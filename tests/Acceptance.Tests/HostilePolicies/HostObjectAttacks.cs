using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>The objects that a policy is given, bent by every means of the language.</summary>
internal static class HostObjectAttacks
{
    private const string Doc = "const doc = evidence.yaml[0]; const node = doc.get('name');";
    private const string After = " report.error('a', node.value, node);";
    private const string Whole = "error a x a.yaml:1:7";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Judged("report assigned to", "report.error = () => 0; report.x = 1; report.error('a', 'm');", "error a m"),
        Refused(
            "report assigned to in strict code",
            "export function judge(evidence, settings, report) {\n  report.error = () => 0;\n}",
            2,
            "it threw TypeError"),
        Judged(
            "report redefined",
            "try { Object.defineProperty(report, 'error', { value: () => 0 }); } catch (e) { report.log(e.name); } report.error('a', 'm');",
            "error a m",
            "log TypeError"),
        Judged(
            "report redefined by Reflect",
            "report.log(String(Reflect.defineProperty(report, 'error', { value: () => 0 }))); report.error('a', 'm');",
            "error a m",
            "log false"),
        Judged("report deleted from", "report.log(String(delete report.error)); report.error('a', 'm');", "error a m", "log false"),
        Judged("report frozen", "try { Object.freeze(report); } catch (e) { } report.error('a', 'm');", "error a m"),
        Judged(
            "report with another prototype",
            "try { Object.setPrototypeOf(report, { error: () => 0, x: 1 }); } catch (e) { } report.error('a', 'm');",
            "error a m"),
        Judged(
            "report behind a Proxy",
            "new Proxy(report, {}).error('a', 'm'); new Proxy(report, { get: (t, k) => t[k] }).error('b', 'm');",
            "error a m",
            "error b m"),
        Judged("report as a prototype", "const r = Object.create(report); r.error('a', 'm'); r.error = 5;", "error a m"),
        Judged(
            "report spread",
            "const { error, ...rest } = report; error('a', 'm'); ({ ...rest }).log(Object.keys(rest).join());",
            "error a m",
            "log warning,note,pass,metric,output,chart,document,log"),
        Judged(
            "functions of report without report",
            "const f = report.error; f('a', 'm'); f.call(null, 'b', 'm'); f.apply(1, ['c', 'm']); f.bind({})('d', 'm'); Reflect.apply(f, [], ['e', 'm']);",
            "error a m",
            "error b m",
            "error c m",
            "error d m",
            "error e m"),
        Judged(
            "functions of report as callbacks",
            "['a', 'b'].forEach((r) => report.error(r, 'm')); ['x'].map(report.log);",
            "error a m",
            "error b m",
            "log x"),
        Judged(
            "functions of report changed",
            "for (const k of ['name', 'length', 'x']) { try { 'use strict'; Object.defineProperty(report.error, k, { value: 'evil' }); "
                + "} catch (e) { report.log(k + e.name); } } report.error.call = null; report.error('a', 'm');",
            "error a m",
            "log lengthTypeError",
            "log xTypeError"),
        Wrong("report.error as a constructor", "new report.error('a', 'm');", "it threw TypeError"),
        Wrong("report.error extended", "class A extends report.error { } new A('a', 'm');", "it threw TypeError"),
        Wrong("property that report lacks", "report.eror('a', 'm');", "there is no `eror` here"),
        Wrong(
            "property that report lacks, by a computed name", "report['er' + 'ror2'];",
            "there is no `error2` here: report has error, warning, note, pass, metric, output, chart, document, log; did you mean error?"),
        Wrong("property that report lacks, in a text of megabytes", "report['x'.repeat(5e6)];", "there is no `xxx"),
        Judged(
            "property that report lacks, asked with in",
            "report.log(['error' in report, 'eror' in report, Object.hasOwn(report, 'log')].join());",
            "log true,false,true"),
        Judged(
            "symbols of report",
            "report.log([String(report[Symbol.toPrimitive]), String(report[Symbol.iterator]), String(report)].join());",
            "log undefined,undefined,[object Object]"),
        Wrong("JSON of report", "JSON.stringify(report);", "there is no `toJSON` here"),
        Judged("report compared", "report.log([report == 'x', report > 1, report === report].join());", "log false,false,true"),
        Judged("node assigned to", Doc + "node.value = 'evil'; node.line = 99; delete node.value;" + After, Whole),
        Judged("node redefined", Doc + "for (const k of ['value', 'line', 'path', 'x']) { Reflect.defineProperty(node, k, { value: 9 }); }" + After, Whole),
        Judged(
            "node frozen and sealed",
            Doc + "for (const f of ['freeze', 'seal', 'preventExtensions']) { try { Object[f](node); Object[f](doc); } catch (e) { } }" + After,
            Whole),
        Judged(
            "node with another prototype",
            Doc + "try { Object.setPrototypeOf(node, { find: () => [], line: 99, path: 'evil' }); } catch (e) { }" + After,
            Whole),
        Judged(
            "prototype of nodes changed",
            Doc + "const p = Object.getPrototypeOf(node); for (const k of ['find', 'get', 'value', 'line']) { Reflect.set(p, k, () => 'evil'); "
                + "Reflect.defineProperty(p, k, { value: () => 'evil' }); }" + After + "report.log(doc.find('list[*]').length + '');",
            Whole,
            "log 2"),
        Judged(
            "node in for-in",
            Doc + "const keys = []; for (const k in node) { keys.push(k); } report.log(keys.join());",
            "log kind,path,line,column,value,text,key,keyLine,keyColumn,pointer,parent"),
        Judged(
            "node spread and assigned",
            Doc + "const c = { ...node }; const d = Object.assign({}, node); report.log([c.value, d.line, Object.entries(node).length, "
                + "structure(node)].join()); function structure(n) { return Reflect.ownKeys(n).length; }",
            "log x,1,11,11"),
        Wrong("copy of a node as a place", Doc + "report.error('a', 'm', { ...node });", "where has no \"kind\""),
        Wrong("node behind a Proxy as a place", Doc + "try { report.error('a', 'm', new Proxy(node, {})); } catch (e) { }", "where has no \"kind\""),
        Wrong("child of a node as a place", Doc + "report.error('a', 'm', Object.create(node));", "there is no `endLine` here: a node has kind"),
        Judged(
            "JSON of nodes and documents",
            Doc + "report.log(JSON.stringify([node, doc, doc.root]));",
            "log [\"x\",{\"name\":\"x\",\"list\":[1,2]},{\"name\":\"x\",\"list\":[1,2]}]"),
        Judged(
            "methods of nodes on others",
            Doc + "for (const m of ['find', 'get', 'toString', 'toJSON']) { } report.log(String(doc.root.find.call(doc, 'name').length));",
            "log 1"),
        Wrong("find on a stranger", Doc + "doc.find.call({ path: 'x' }, '**');", "find was called on something that is no document"),
        Wrong("keys on a Proxy", Doc + "node.keys.call(new Proxy(node, {}));", "keys was called on something that is no node"),
        Wrong("find without a pattern", Doc + "doc.find();", "find takes a text"),
        Wrong("find with an object", Doc + "doc.find({ toString: () => '**' });", "find takes a text"),
        Wrong("pattern of thousands of steps", Doc + "doc.find('**.'.repeat(2000) + 'a');", "is not a pattern: it has 2001 steps"),
        Wrong("pattern without an end", Doc + "doc.find('\"' + 'x'.repeat(1e6));", "is not a pattern"),
        Wrong("pattern of brackets", Doc + "doc.find('[' .repeat(1e5));", "is not a pattern"),
        Judged("pattern of sixty ways", Doc + "report.log(String(doc.find('**.'.repeat(60) + '*').length));", "log 4"),
        Wrong("property that a node lacks", Doc + "node.valu;", "there is no `valu` here"),
        Wrong("property that a document lacks", Doc + "doc.name;", "there is no `name` here"),
        Judged(
            "evidence changed",
            "evidence.yaml.length = 0; evidence.yaml = null; settings.x = 1; report.log(JSON.stringify([evidence, settings]));",
            "log [{\"yaml\":null},{\"x\":1}]"),
        Judged("evidence without a prototype", Doc + "Object.setPrototypeOf(evidence, null); Object.setPrototypeOf(evidence.yaml, null);" + After, Whole),
        Judged(
            "value of a node changed",
            Doc + "doc.root.value.name = 'evil'; doc.root.value.list.push(3); report.log(JSON.stringify(doc.root.get('list').items().length));" + After,
            Whole,
            "log 2"),
        Judged(
            "groups and sets of nodes",
            Doc + "report.log([new Set([node, doc.get('name')]).size, new Map([[node, 1]]).get(doc.get('name')), new WeakSet([node]).has(node)].join());",
            "log 1,1,true"),
        Judged("node as a key", Doc + "report.log(String(({ [node]: 1 }).x));", "log 1"),
    ];
}
