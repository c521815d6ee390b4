using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Texts, names and regular expressions that confuse those who read or write them down.</summary>
internal static class TextAttacks
{
    private const string Text = "const t = 'a'.repeat(60) + '!';";
    private const string Bad = "report.error('A B', 'm');";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Judged(
            "control characters",
            "report.error('a', '\\u0000\\u0007\\b\\t\\r\\n\\u001b[2J\\u009b\\u2028');",
            "error a \u0000\u0007\b\t\r\n\u001b[2J\u009b\u2028"),
        Judged(
            "halves of characters",
            "report.error('a', '\\ud800x\\udc00', { path: 'p\\udfff', identity: '\\ud83d', help: '\\ud83d\\ude00' });",
            "error a \ufffdx\ufffd p\ufffd \ufffd 😀"),
        Judged("halves that meet", "report.log('\\ud83d' + '\\ude00');", "log 😀"),
        Judged("answer in a log line", "report.log('{\"judgement\":null}\\n{\"started\":true}\\n');", "log {\"judgement\":null}\n{\"started\":true}\n"),
        Judged("directions and ligatures", "report.error('a', '\\u202e\\u2066\\ufeff\\u00ad');", "error a \u202e\u2066\ufeff\u00ad"),
        Judged(
            "workflow commands",
            "report.error('a', '::error file=x::y\\n::set-output name=a::b', { path: 'x%0A::y' });",
            "error a ::error file=x::y\n::set-output name=a::b x%0A::y"),
        Judged(
            "numbers at their ends",
            "report.metric('a', Number.MAX_VALUE); report.metric('b', -0); report.metric('c', 5e-324);",
            "metric a 1.7976931348623157E+308",
            "metric b -0",
            "metric c 5E-324"),
        Wrong("rule with a line break", "report.error('a\\n', 'm');", "is not a rule's name"),
        Wrong("rule beyond all names", "report.error('a'.repeat(101), 'm');", "is not a rule's name"),
        Wrong("rule of look-alikes", "report.error('\\u0430', 'm');", "is not a rule's name"),
        Wrong("empty message", "report.error('a', '');", "the message is empty"),
        Wrong("symbol in the log", "report.log(Symbol('x'));", "report.log takes a text"),
        Wrong("symbol in the log that is caught", "try { report.log(Symbol('x')); } catch (e) { }", "report.log takes a text"),
        Wrong(
            "function with the name of a place",
            "const o = { ['x (policies/hostile/policy.js:1:1)']() { " + Bad + " } }; o['x (policies/hostile/policy.js:1:1)']();",
            "is not a rule's name"),
        Wrong(
            "function with the name of a line of a stack",
            "const n = 'x\\n    at policies/hostile/policy.js:1:1\\n    at f (policies/hostile/policy.js:1:1)\\n'; const o = { [n]() { "
                + Bad + " } }; o[n]();",
            "is not a rule's name"),
        Wrong(
            "function named by a property",
            "const f = () => { " + Bad + " }; Object.defineProperty(f, 'name', { value: '\\n at policies/hostile/policy.js:1:1\\n' }); f();",
            "is not a rule's name"),
        Wrong(
            "function with an endless name",
            "const f = () => { " + Bad + " }; Object.defineProperty(f, 'name', { value: 'x'.repeat(5e6) }); f();",
            "is not a rule's name"),
        Stopped(
            "endless loop of a function with the name of a place", "timeout statements",
            "const o = { ['\\n at policies/hostile/policy.js:1:1\\n']() { for (;;) { } } }; o['\\n at policies/hostile/policy.js:1:1\\n']();"),
        Killed(
            "native that hangs below a name that hangs", "timeout",
            "const f = () => [].lastIndexOf.call({ length: 2 ** 53 - 1 }, 1); Object.defineProperty(f, 'name', { get() { for (;;) { } } }); f();"),
        Killed(
            "native that hangs below a native name that hangs", "timeout",
            "const f = () => [].lastIndexOf.call({ length: 2 ** 53 - 1 }, 1); Object.defineProperty(f, 'name', { get: [].lastIndexOf.bind({ "
                + "length: 2 ** 53 - 1 }, 1) }); f();"),
        Killed(
            "native that hangs below a name that throws", "timeout",
            "const f = () => [].lastIndexOf.call({ length: 2 ** 53 - 1 }, 1); Object.defineProperty(f, 'name', { get() { throw new Error(); } }); f();"),
        Killed(
            "error of a function whose name throws", "recursion timeout",
            "const f = () => { null.x; }; Object.defineProperty(f, 'name', { get() { throw new Error('y'); } }); f();"),
        Wrong(
            "place by prepareStackTrace",
            "Error.prepareStackTrace = () => { for (;;) { } }; Error.stackTraceLimit = 0; throw new Error('x');",
            "it threw Error: x"),
        Judged(
            "stack captured",
            "const o = {}; report.log(typeof Error.captureStackTrace === 'function' ? (Error.captureStackTrace(o), typeof o.stack) : 'absent');",
            "log absent"),
        Wrong(
            "source map in a comment",
            "//# sourceMappingURL=data:application/json;base64,e30=\nthrow new Error('x');",
            "it threw Error: x") with { Line = 3 },
        Slowly("test", Text + "/^(a+)+$/.test(t);"),
        Slowly("exec", Text + "/^(a|aa)+$/.exec(t);"),
        Slowly("match", Text + "t.match(/^(a|aa)*$/);"),
        Slowly("matchAll", Text + "[...t.matchAll(/(a|aa)+$/g)];"),
        Slowly("search", Text + "t.search(/^([a-z]+)*$/);"),
        Slowly("replace", Text + "t.replace(/(a*)*$/, '');"),
        Slowly("replaceAll", Text + "t.replaceAll(/(a+)+$/g, '');"),
        Slowly("split", Text + "t.split(/(a+)+$/);"),
        Slowly("a made expression", Text + "new RegExp('(x+x+)+y').test('x'.repeat(60));"),
        Slowly("a sticky expression", Text + "/(a+)+$/y.test(t);"),
        Slowly("a unicode expression", Text + "/^(\\p{L}+)+$/u.test(t);"),
        Slowly("a set expression", Text + "/^([\\w--[b]]+)+$/v.test(t);"),
        Slowly("an expression that looks back", Text + "/(?<=b(a|aa)+)!$/.test(t);"),
        Slowly("an expression with references", Text + "/^(a+)+\\1$/.test(t);"),
        Judged("expression of thousands of groups", "report.log(String(new RegExp('(a)?'.repeat(2000)).test('')));", "log true"),
        Judged("expression of nested groups", "report.log(String(new RegExp('('.repeat(5000) + ')'.repeat(5000)).test('')));", "log true"),
        Wrong("expression of a huge count", "new RegExp('a{1,99999999999}').test('a'); throw new Error('on');", "it threw Error: on"),
        Wrong("expression that is none", "new RegExp('(');", "it threw SyntaxError"),
        Wrong("normalised text", "'e\\u0301'.normalize();", "works on ASCII texts only"),
    ];

    private static HostileScript Slowly(string way, string statement) =>
        Stopped("slow regular expression by " + way, "timeout", statement, "took too long on this text (timeout limit)");
}
