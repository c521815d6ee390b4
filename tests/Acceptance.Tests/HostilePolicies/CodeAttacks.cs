using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Ways to run code that was not signed, to wait, and to reach the host.</summary>
internal static class CodeAttacks
{
    private const string NoCode = "a policy makes no code from text";
    private const string Waiting = "a policy has nothing to wait for";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Wrong("Function", "Function('return this')();", NoCode),
        Wrong("new Function", "new Function('a', 'return a')(1);", NoCode),
        Wrong("Function that is caught", "try { Function('return 1'); } catch (e) { }", NoCode),
        Wrong("empty Function", "Function();", NoCode),
        Wrong("constructor of an arrow", "(() => 0).constructor('return 1')();", NoCode),
        Wrong("constructor of a method", "({ m() { } }).m.constructor('return 1')();", NoCode),
        Wrong("constructor of a class", "(class { }).constructor('return 1')();", NoCode),
        Wrong("constructor of a getter", "Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x').get.constructor('return 1')();", NoCode),
        Wrong("constructor of a generator", "(function* () { }).constructor('yield 1')().next();", NoCode),
        Wrong("constructor of a native", "[].map.constructor('return 1')();", NoCode),
        Wrong("constructor of judge", "judge.constructor('return 1')();", NoCode),
        Wrong("constructor by Reflect", "Reflect.construct(Function, ['return 1'])();", NoCode),
        Wrong("constructor by apply", "Function.apply(null, ['return 1'])();", NoCode),
        Wrong("constructor by a subclass", "class F extends Function { } new F('return 1')();", NoCode),
        Wrong("constructor by a Proxy", "new Proxy(Function, {})('return 1')();", NoCode),
        Wrong("constructor as a callback", "['return 1'].map(Function);", NoCode),
        Wrong("constructor as a tag", "Function`return 1`;", NoCode),
        Wrong("eval in disguise", "(0, eval)('1');", NoCode),
        Wrong("eval by another name", "const e = eval; e('1');", NoCode),
        Wrong("eval of globalThis", "globalThis.eval('1');", NoCode),
        Wrong("eval as a callback", "['1'].forEach(eval);", NoCode),
        Wrong("eval called optionally", "eval?.('1');", NoCode),
        Judged("eval of what is no text", "const e = eval; report.log(String(e(5)));", "log 5"),
        Refused("import in an expression", "export function judge() {\n  import('./x.js');\n}", 2, "`import()` is not available"),
        Refused("import of a hidden name", "export function judge() {\n  const n = 'x'; import(n).then(() => 0);\n}", 2, "`import()` is not available"),
        Refused("import.meta", "export function judge() {\n  import.meta.url;\n}", 2, "`import.meta` is not available"),
        Refused("await at the top", "const x = 1;\nawait x;\nexport function judge() { }", 2, Waiting),
        Refused("return at the top", "\nreturn;\nfunction judge() { }", 2, "the script cannot be read: "),
        Refused("judge that is async", "\nexport async function judge() { }", 2, Waiting),
        Refused("async arrow", "export function judge() {\n  (async () => { throw new Error(); })();\n}", 2, Waiting),
        Refused("async method", "export function judge() {\n  ({ async m() { } }).m();\n}", 2, Waiting),
        Refused("async generator", "export function judge() {\n  (async function* () { })();\n}", 2, Waiting),
        Refused("async private method", "class A {\n  async #m() { }\n}\nexport function judge() { }", 2, Waiting),
        Refused("for await", "export function judge() {\n  for await (const x of []) { }\n}", 2, ""),
        Refused("judge that is a generator", "\nexport function* judge() { }", 2, "judge is a generator"),
        Refused("import of a URL", "\nimport x from 'https://example.com/x.js';\nexport function judge() { }", 2, "cannot be imported"),
        Refused("import of data", "\nimport x from 'data:text/javascript,export default 1';\nexport function judge() { }", 2, "cannot be imported"),
        Refused("import of a bare name", "\nimport fs from 'fs';\nexport function judge() { }", 2, "cannot be imported"),
        Refused("import above everything", "\nimport x from '../../../../../../etc/passwd';\nexport function judge() { }", 2, "is not among the files"),
        Refused("import of an absolute path", "\nimport x from '/etc/passwd';\nexport function judge() { }", 2, "cannot be imported"),
        Refused("import of itself under another path", "\nimport { x } from './../hostile/./policy.js';\nexport function judge() { }", 2, "exports no `x`"),
        Refused("import with attributes", "\nimport x from './x.json' with { type: 'json' };\nexport function judge() { }", 2, "an import has no attributes"),
        new("judge that returns a generator", "export const judge = function* () {\n  yield 1;\n};", [], 0, "judge returned an object"),
        new("judge that returns a function", "export const judge = () => () => 1;", [], 0, "judge returned a function"),
        new("judge that returns a thenable", "export const judge = () => ({ then(resolve) { resolve(); } });", [], 0, "judge returned an object"),
        new("judge that is no function", "export const judge = { call() { } };", [], 0, "is no function"),
        new("judge that is a class", "export class judge { }", [], 0, "it threw TypeError"),
        new("judge that is not initialised", "export { judge };\nthrow new Error('first');\nlet judge = 1;", [], 2, "it threw Error: first"),
        new("judge that is a Proxy", "export const judge = new Proxy(function () { }, { });", [], 0, "is no function"),
        Wrong("members of the host", "report.error.Target.Method.Invoke;", "it threw TypeError"),
        Judged(
            "members of the host, by name",
            "report.log(['GetType', 'Equals', 'GetHashCode', 'ToString', 'Engine', 'Target', 'Method'].filter((n) => n in report || n in "
                + "report.error || n in evidence || n in globalThis).join());",
            "log "),
        Judged(
            "stack of an error",
            "report.log(new Error('x').stack.includes('/') && !/home|tmp|src\\/|\\.cs|Gates\\./.test(new Error('x').stack) ? 'own files only' : "
                + "new Error('x').stack);",
            "log own files only"),
        Judged(
            "stack of an error of the engine",
            "try { null.x; } catch (e) { report.log(/\\.cs|Jint|System\\./.test(e.stack + e.message) ? e.stack : 'own files only'); }",
            "log own files only"),
        Judged("debugger statement", "debugger; report.log('on');", "log on"),
        Judged("caller and callee", "function f() { try { return f.caller; } catch (e) { return e.name; } } report.log(String(f()));", "log undefined"),
    ];
}
