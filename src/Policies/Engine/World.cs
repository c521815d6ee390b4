using System.Globalization;
using Gates.Policies.Engine.Modules;
using Jint;
using Jint.Native;
using Jint.Native.Error;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>The engine as a policy finds it: the language, and nothing that differs between two runs or two machines.</summary>
internal static class World
{
    /// <value>Items of one array.</value>
    public const int MaxArraySize = 10_000_000;
    private const int MaxJsonDepth = 500;

    private static readonly HashSet<string> Language = new(StringComparer.Ordinal)
    {
        "AggregateError", "Array", "ArrayBuffer", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean", "DataView", "Date", "Error", "EvalError", "Float16Array", "Float32Array",
        "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Iterator", "JSON", "Map", "Math", "NaN", "Number", "Object", "Proxy", "RangeError", "ReferenceError",
        "Reflect", "RegExp", "Set", "String", "Symbol", "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakSet",
        "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "eval", "globalThis", "isFinite", "isNaN", "parseFloat", "parseInt", "toString", "undefined", "unescape",
    };

    // Whatever a newer engine brings is gone until somebody has looked at it.
    private static readonly Lazy<JsString[]> Removed = new(() =>
        [.. new JintEngine().Global
            .GetOwnPropertyKeys(Types.String)
            .Select(key => key.AsString())
            .Where(name => !Language.Contains(name))
            .Select(name => new JsString(name))]);

    public static JintEngine Create(ModuleGraph graph, PolicyLimits limits, Stop stop, bool observe)
    {
        var engine = new JintEngine(options => Configure(options, graph, new Watch(limits, stop), limits.RecursionDepth, observe));
        foreach (var name in Removed.Value)
        {
            engine.Global.RemoveOwnProperty(name);
        }

        engine.Intrinsics.Array.RemoveOwnProperty("fromAsync");
        HostFunction.Add(
            engine.Global.Get("Math").AsObject(),
            "random",
            (_, _) => throw new MisuseException("a policy has no randomness: the same evidence must be judged the same way again"),
            0,
            enumerable: false);
        RefuseLocalDates(engine.Global.Get("Date").Get("prototype").AsObject());
        HostFunction.Add(
            engine.Global.Get("String").Get("prototype").AsObject(),
            "normalize",
            (self, arguments) => Normalize(engine, self, arguments),
            0,
            enumerable: false);
        return engine;
    }

    private static void Configure(Options options, ModuleGraph graph, Watch watch, int recursionDepth, bool observe)
    {
        options.Constraints.StackOverflowGuard = true;
        options.Culture = CultureInfo.InvariantCulture;
        options.TimeZone = TimeZoneInfo.Utc;
        options.TimeSystem = new NoClock();
        options.Json.MaxParseDepth = MaxJsonDepth;
        options.Constraint(watch)
            .LimitRecursion(recursionDepth)
            .MaxArraySize(MaxArraySize)
            .RegexTimeoutInterval(TimeSpan.FromSeconds(1))
            .EnableModules(new GraphLoader(graph))
            .UseHostFactory(_ => new SignedHost())
            .SetBuildCallStackHandler((function, location, _) => StackPlace.Line(function, location));
        if (observe)
        {
            options.DebugMode(true).InitialStepMode(Jint.Runtime.Debugger.StepMode.Into);
        }
    }

    private static void RefuseLocalDates(ObjectInstance dates)
    {
        foreach (var name in new[] { "toLocaleString", "toLocaleDateString", "toLocaleTimeString" })
        {
            HostFunction.Add(
                dates,
                name,
                (_, _) => throw new MisuseException($"{name} of a date depends on the time zones that the machine knows: use toISOString()"),
                0,
                enumerable: false);
        }
    }

    private static JsString Normalize(JintEngine engine, JsValue self, JsValue[] arguments)
    {
        if (arguments is [var form, ..] && !form.IsUndefined() && TypeConverter.ToString(form) is not ("NFC" or "NFD" or "NFKC" or "NFKD"))
        {
            throw new JavaScriptException(
                engine.Global.Get("RangeError") as ErrorConstructor ?? engine.Intrinsics.Error,
                "the forms of normalize are NFC, NFD, NFKC and NFKD");
        }

        // Without the tables of Unicode, which are not in the worker, other texts would come back as they were.
        var text = TypeConverter.ToString(self);
        return System.Text.Ascii.IsValid(text)
            ? new JsString(text)
            : throw new JavaScriptException(
                engine.Intrinsics.TypeError,
                "String.prototype.normalize works on ASCII texts only; compare other texts as they are written");
    }

    /// <summary>What a policy does is the text that was signed, so it makes no code from other text.</summary>
    private sealed class SignedHost : Host
    {
        public override void EnsureCanCompileStrings(Realm callerRealm, Realm evalRealm) =>
            throw new MisuseException("a policy makes no code from text: what runs is what was signed");
    }
}
