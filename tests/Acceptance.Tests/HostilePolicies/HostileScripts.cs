namespace Acceptance.Tests.HostilePolicies;

/// <summary>All scripts but those of <see cref="NativeAttacks"/>, and the simplest ones, by what stops them.</summary>
internal static class HostileScripts
{
    private const int Far = 200_000;

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        .. Own(),
        .. RecursionAttacks.All,
        .. SyntaxAttacks.All,
        .. ClockAttacks.All,
        .. CodeAttacks.All,
        .. SwallowAttacks.All,
        .. PoisonAttacks.All,
        .. HostObjectAttacks.All,
        .. TextAttacks.All,
        .. ModuleAttacks.All,
    ];

    private static IReadOnlyList<HostileScript> Own() =>
    [
        .. Time("endless loop", "while (true) { }"),
        .. Time("endless loop without a body", "for (;;);"),
        .. Time("endless loop in finally", "try { while (true) { } } finally { while (true) { } }"),
        .. Time("endless loop that catches everything", "while (true) { try { null.x; } catch (e) { } }"),
        .. Memory("native loop over a huge array", "var a = []; a.length = 4294967295; a.map(function () { });"),
        .. Time("native loop without a callback", "var a = []; a.length = 4294967295; a.indexOf(1); a.lastIndexOf(1); a.reverse();"),
        .. Time("catastrophic regular expression", "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');"),
        .. Time(
            "catastrophic regular expression made of text",
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(new RegExp('(a|aa)+$', 'g'), '');"),
        .. Time("comparator that loops", "[3, 1, 2].sort(function () { while (true) { } });"),
        .. Time("loop over what it adds", "var a = [1]; for (var i = 0; i < a.length; i++) { a.length++; }"),
        .. Time("error whose message loops", "throw { get message() { while (true) { } } };"),
        .. Time("place whose path loops", "report.error('a', 'm', { get path() { while (true) { } } });"),
        .. Time("exponential catch", "function f(n) { if (n < 60) { f(n + 1); f(n + 1); } } f(0);"),
        new(
            "judge that loops when it is looked up",
            "Object.defineProperty(this, 'judge', {\n  get: function () { while (true) { } }\n});",
            ["timeout", "statements"],
            2),
        new("endless loop while it loads", "var judge;\nwhile (true) { }", ["timeout", "statements"], 2),

        .. Recursion("recursion", "function f() { f(); } f();"),
        .. Recursion("mutual recursion", "function f() { g(); } function g() { f(); } f();"),
        .. Recursion("recursion that catches itself", "function f() { try { f(); } catch (e) { f(); } } f();"),
        .. Recursion("getter recursion", "var o = { get x() { return this.x; } }; o.x;"),
        .. Recursion("setter recursion", "var o = { set x(v) { this.x = v; } }; o.x = 1;"),
        .. Native("toString recursion", "var o = { toString: function () { return '' + this; } }; '' + o;"),
        .. Native("valueOf recursion", "var o = { valueOf: function () { return +this; } }; +o;"),
        .. Recursion("callback recursion", "function f() { [1].forEach(f); } f();"),
        .. Recursion("replace recursion", "function f() { return 'a'.replace(/a/, f); } f();"),
        .. Recursion("toJSON recursion", "var o = { toJSON: function () { return JSON.stringify(o); } }; JSON.stringify(o);"),
        .. Recursion("comparator recursion", "function f() { [2, 1].sort(f); } f();"),
        .. Native("bound recursion", "var f = function () { g(); }; var g = f.bind(null); g();"),
        .. Death("deep value turned to JSON", "var o = {};", "o = { a: o };", "JSON.stringify(o);"),
        .. Death("deep array turned to text", "var a = [];", "a = [a];", "String(a);"),
        .. Death("long prototype chain", "var o = {};", "o = Object.create(o);", "o.missing;"),
        .. Death("long chain of bindings", "var f = function () { };", "f = f.bind(null);", "f();"),
        new("deep parentheses", "\nvar x = " + new string('(', Far) + "1" + new string(')', Far), ["recursion"], 2, "nested more than 1000 deep"),
        new("deep brackets in brackets", "\nvar x = " + new string('[', Far) + new string(']', Far), ["recursion"], 2),
        new("deep operators", "var x = " + new string('!', Far) + "1;", ["recursion", "timeout"], 0),
        new("deep unary minus", "var x = " + string.Concat(Enumerable.Repeat("- ", Far)) + "1;", ["recursion", "timeout"], 0),
        new("long sum", "\nvar x = 1" + string.Concat(Enumerable.Repeat("+1", Far)) + ";", ["recursion", "timeout"], 0),
        new("long else-if chain", string.Concat(Enumerable.Repeat("if (x) ; else ", Far)) + ";", ["recursion", "timeout"], 0),

        .. Memory("text that doubles", "var s = 'x'; while (true) { s += s; }"),
        .. Memory("array that grows", "var a = []; while (true) { a.push([a.length]); }"),
        .. Memory("huge array joined", "new Array(300000000).join('x');"),
        .. Stopped("huge array applied", "Math.max.apply(null, { length: 4000000000 });", "it threw RangeError: Invalid array-like length"),
        .. Memory("object with endless keys", "var o = {}; for (var i = 0; ; i++) { o['k' + i] = i; }"),
        .. Memory("text that grows in an array", "var a = []; while (true) { a.push('x'.repeat(1000000)); }"),
        .. Memory("huge split", "var s = 'ab'.repeat(20000000); while (true) { s.split('a').map(function (x) { return x + s; }); }"),
        .. Stopped("huge repeat", "'x'.repeat(1e12);", "it threw RangeError: Invalid string length"),
        .. Stopped("negative length", "var a = []; a.length = -1;", "it threw RangeError"),

        .. Limit("text", "message of megabytes", "report.error('a', 'x'.repeat(5000000));", "a message has 5000000 characters; at most 8192"),
        .. Limit("text", "path of megabytes", "report.error('a', 'm', { path: 'x'.repeat(5000000) });", "a path has 5000000"),
        .. Limit("text", "many long messages", "for (;;) { report.note('a', 'x'.repeat(8000)); }", "all texts together"),
        .. Limit("reports", "findings by the million", "for (var i = 0; i < 1e6; i++) { report.error('a', 'm'); }", "more than 10000 findings"),
        .. Limit("reports", "log lines by the million", "for (var i = 0; i < 1e6; i++) { report.log('a'); }", "more than 10000 log lines"),
        .. Limit("reports", "metrics by the million", "for (var i = 0; i < 1e6; i++) { report.metric('a', i); }", "more than 10000 metrics"),

        .. Stopped("constructor of constructors", "({}).constructor.constructor('return this')();", "a policy makes no code from text"),
        .. Stopped("constructor of a host function", "report.error.constructor('return this')();", "a policy makes no code from text"),
        .. Stopped("code by eval", "eval('while (true) { }');", "a policy makes no code from text"),
        .. Stopped("namespace of the host", "importNamespace('System.IO');", "it threw ReferenceError: importNamespace is not defined"),
        .. Stopped("type of the host", "report.error.GetType().Assembly;", "it threw TypeError"),
        .. Stopped("writing to standard output", "console.log('{\"judgement\":{}}');", "it threw ReferenceError: console is not defined; use report.log(text)"),
        .. Stopped("reading the clock", "new Date();", "a policy has no clock"),
        .. Stopped("throwing null", "throw null;", "it threw null"),
        .. Stopped("throwing an object", "throw { a: 1 };", "it threw an object; write throw new Error(\"what is wrong\")"),
        .. Stopped(
            "error with a hostile name",
            "var e = new Error('m'); Object.defineProperty(e, 'name', { get: function () { while (true) { } } }); throw e;",
            "it threw Error: m"),
        .. Stopped("deep JSON text", "JSON.parse('['.repeat(1000000));", "it threw SyntaxError: Max. depth level of JSON"),
        .. Stopped("answer instead of a report", "return { findings: [] };", "judge returned an object"),
        .. Stopped("swallowed mistake", "try { report.error('A B', 'm'); } catch (e) { }", "is not a rule's name"),
    ];

    private static HostileScript[] Time(string name, string statement) => [new(name, Judge(statement), ["timeout", "statements"], 2)];

    private static HostileScript[] Recursion(string name, string statement) => [new(name, Judge(statement), ["recursion"], 2, "nested more than 200 deep")];

    /// <summary>Calls that the engine makes by itself are bounded by its stack alone.</summary>
    private static HostileScript[] Native(string name, string statement) =>
        [new(name, Judge(statement), ["recursion"], 2, "nested too deep for the engine's stack")];

    /// <summary>The engine recurses by itself, ever deeper, until the process dies or is too slow to.</summary>
    private static HostileScript[] Death(string name, string start, string deepen, string use) =>
        [new(name, Judge($"{start} for (var i = 1; ; i++) {{ {deepen} if ((i & (i - 1)) === 0) {{ {use} }} }}"), ["recursion", "timeout", "memory"], 0)];

    private static HostileScript[] Memory(string name, string statement) => [new(name, Judge(statement), ["memory", "timeout"], 0)];

    private static HostileScript[] Limit(string limit, string name, string statement, string says) => [new(name, Judge(statement), [limit], 2, says)];

    private static HostileScript[] Stopped(string name, string statement, string says) => [new(name, Judge(statement), [], 2, says)];

    private static string Judge(string statement) => $"function judge(evidence, settings, report) {{\n  {statement}\n}}";
}
