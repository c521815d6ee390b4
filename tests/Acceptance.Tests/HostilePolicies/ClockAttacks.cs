using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Ways to the time, to chance, and to whatever else differs between two runs.</summary>
internal static class ClockAttacks
{
    private const string NoClock = "a policy has no clock";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Wrong("Date called", "report.log(Date());", NoClock),
        Wrong("Date.now", "report.log(String(Date.now()));", NoClock),
        Wrong("Date.now kept from before", "const now = Date.now; try { now(); } catch (e) { report.log('caught'); }", NoClock),
        Wrong("Date by Reflect", "report.log(String(Reflect.construct(Date, []).getTime()));", NoClock),
        Wrong("Date by a subclass", "class D extends Date { } report.log(String(+new D()));", NoClock),
        Wrong("Date by its prototype", "report.log(String(new (Object.getPrototypeOf(new Date(0)).constructor)()));", NoClock),
        Wrong("Date by a bound constructor", "report.log(String(new (Date.bind(null))()));", NoClock),
        Wrong("Date by a Proxy", "report.log(String(new (new Proxy(Date, {}))()));", NoClock),
        Judged(
            "time of day from a text that changes",
            "let n = 0; report.log(String(+new Date({ toString() { return n++ ? '12:00' : '2020-01-01'; } })));",
            "log 1577836800000"),
        Judged(
            "time of day from a text that changes its kind",
            "let n = 0; report.log(String(+new Date({ [Symbol.toPrimitive]() { return n++ ? '2020-01-01' : '12:00'; } })));",
            "log NaN"),
        Judged(
            "time of day behind a test that lies",
            "RegExp.prototype.test = RegExp.prototype.exec = () => true; report.log([+new Date('12:00'), Date.parse('12:00')].join());",
            "log NaN,NaN"),
        Judged("time of day behind a String that lies", "globalThis.String = () => '2020-01-01'; report.log(`${+new Date('12:00')}`);", "log NaN"),
        Wrong(
            "time of day as a chart's start",
            "report.chart('c', { start: '12:34', step: 1, lines: [{ name: 'a', values: [1] }] });",
            "start must be a moment"),
        Wrong(
            "chart's start that changes",
            "let n = 0; report.chart('c', { get start() { return n++ ? '2026-01-01' : '12:34'; }, step: 1, lines: [{ name: 'a', values: [1] }] });",
            "start must be a moment such as \"2026-11-22T12:00:00Z\", not \"12:34\""),
        Judged(
            "dates in forms that lack a part",
            "report.log(['12:00', '5', 'Jan 5', 'Jan 5 2024', '2024', '2024-01', '01/02', 'now', 'today', '', '2024-01-05T', ' "
                + "2024-01-05'].map((t) => +new Date(t)).join());",
            "log NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN"),
        Judged(
            "dates that there are not",
            "report.log(['2024-02-30', '2024-13-01', '2024-01-01T25:00', '2024-01-01T12:00:00+99:00'].map((t) => +new Date(t)).join());",
            "log NaN,NaN,NaN,NaN"),
        Judged(
            "time zone of the machine",
            "report.log([new Date(0).getTimezoneOffset(), new Date(2020, 6, 1).getTimezoneOffset(), new Date('2020-07-01T12:00').toString()].join());",
            "log 0,0,Wed Jul 01 2020 12:00:00 GMT+0000 (Coordinated Universal Time)"),
        Judged("setters of dates", "const d = new Date(0); d.setHours(12); d.setDate(40); report.log(d.toISOString());", "log 1970-02-09T12:00:00.000Z"),
        Judged("moment of an error", "report.log(Object.getOwnPropertyNames(new Error('x')).filter((n) => n !== 'stack').join());", "log message"),
        Wrong("chance", "report.log(String(Math.random()));", "a policy has no randomness"),
        Wrong("chance that is caught", "try { Math.random(); } catch (e) { }", "a policy has no randomness"),
        Wrong("chance by a getter", "report.log(String(Object.getOwnPropertyDescriptor(Math, 'random').value.call()));", "a policy has no randomness"),
        Judged(
            "chance redefined",
            "try { Object.defineProperty(Math, 'random', { value: () => 4 }); } catch (e) { report.log(e.name); } report.log(String(delete Math.random));",
            "log TypeError",
            "log false"),
        Judged(
            "what is absent",
            "report.log(['Intl', 'Temporal', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'ShadowRealm', 'Promise', "
                + "'AsyncFunction', 'AsyncIterator', 'DisposableStack', 'AsyncDisposableStack', 'WebAssembly', 'performance', 'process', 'require', "
                + "'module', 'setTimeout', 'queueMicrotask', 'console', 'System', 'importNamespace', 'clr', 'host'].filter((name) => name in "
                + "globalThis).join());",
            "log "),
        Judged(
            "what is absent, by other names",
            "report.log([typeof Array.fromAsync, typeof Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())).constructor, typeof "
                + "Iterator.prototype.toAsync].join());",
            "log undefined,function,undefined"),
        Judged(
            "languages of the machine",
            "report.log([(1234567.891).toLocaleString(), (1234567.891).toLocaleString('de-DE'), 'I'.toLocaleLowerCase('tr'), ['b', 'a', "
                + "'B'].sort((x, y) => x.localeCompare(y)).join(''), 10n.toLocaleString()].join('|'));",
            "log 1,234,567.891|1,234,567.891|i|Bab|10"),
        Wrong(
            "time zones that the machine knows",
            "report.log(new Date(0).toLocaleTimeString('en', { timeZone: 'Asia/Tokyo' }));",
            "depends on the time zones that the machine knows"),
        Judged(
            "order of keys",
            "const o = { b: 1, 2: 1, a: 1, 1: 1, [Symbol('s')]: 1 }; delete o.b; o.b = 1; report.log(Reflect.ownKeys(o).map(String).join());",
            "log 1,2,a,b,Symbol(s)"),
        Judged(
            "order of equal items",
            "report.log(Array.from({ length: 600 }, (_, i) => ({ k: i % 2, i })).sort((a, b) => a.k - b.k).map((o) => o.i).join('') === "
                + "[...Array(300).keys()].map((i) => 2 * i).concat([...Array(300).keys()].map((i) => 2 * i + 1)).join('') ? 'stable' : 'unstable');",
            "log stable"),
        Judged("comparator without order", "let n = 0; report.log([5, 3, 9, 1, 7].sort(() => (n++ % 3) - 1).join());", "log 5,3,9,1,7"),
        Judged(
            "bits of NaN",
            "report.log(new Uint8Array(new Float64Array([NaN, -NaN, 0 / 0, Infinity - Infinity]).buffer).join());",
            "log 0,0,0,0,0,0,248,255,0,0,0,0,0,0,248,255,0,0,0,0,0,0,248,255,0,0,0,0,0,0,248,255"),
        Judged(
            "sums of small numbers",
            "report.log([0.1 + 0.2, Math.sin(1e22), Math.exp(1), Math.pow(1.1, 100.5), Math.fround(5.05)].join());",
            "log 0.30000000000000004,-0.8522008497671888,2.718281828459045,14453.22815520849,5.050000190734863"),
    ];
}
