using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>A part of the library that is written in JavaScript. It runs when a script first uses something it defines.</summary>
internal sealed class ScriptPart
{
    private static readonly (string Name, Func<JintEngine, ObjectInstance> Find)[] Targets =
    [
        ("global", engine => engine.Global),
        ("Array", engine => engine.Array),
        ("Array.prototype", engine => engine.Array.PrototypeObject),
        ("JSON", engine => engine.Json),
        ("Object", engine => engine.Object),
        ("String", engine => engine.String),
        ("String.prototype", engine => engine.String.PrototypeObject),
    ];

    private readonly FunctionExpression _code;
    private readonly List<(Func<JintEngine, ObjectInstance> Target, string Name)> _defines = [];

    private ScriptPart(string resource)
    {
        using var reader = new StreamReader(typeof(ScriptPart).Assembly.GetManifestResourceStream(resource)!);
        var program = ScriptParser.ParsePrelude(reader.ReadToEnd());
        _code = (FunctionExpression)((ExpressionStatement)program.Body.Single()).Expression;
        Discover();
    }

    public static IReadOnlyList<ScriptPart> All { get; } =
        [.. new[] { "text.js", "lists.js", "objects.js", "absent.js" }.Select(name => new ScriptPart(name))];

    public void Install(JintEngine engine, Func<ObjectInstance> host)
    {
        foreach (var (target, name) in _defines)
        {
            target(engine).AddLazy(name, () =>
            {
                Run(engine, host(), Fill);
                return target(engine).GetOwnProperty(name).Value;
            });
        }
    }

    /// <summary>Puts a value where it is expected, unless the script has put its own there.</summary>
    private static void Fill(ObjectInstance target, string name, JsValue value)
    {
        if (target.GetOwnProperty(name) is LazyDescriptor { IsOpen: true } open)
        {
            open.Value = value;
        }
        else if (!target.HasOwnProperty(name))
        {
            target.FastAddProperty(name, value, writable: true, enumerable: false, configurable: true);
        }
    }

    /// <summary>Runs the part once in an engine of its own, to learn what it defines.</summary>
    private void Discover()
    {
        var engine = new JintEngine();
        Run(engine, FactReader.NewObject(engine), (target, name, _) =>
        {
            var known = Targets.FirstOrDefault(candidate => candidate.Find(engine) == target);
            if (known.Find is not null)
            {
                _defines.Add((known.Find, name));
            }
        });
    }

    private void Run(JintEngine engine, ObjectInstance host, Action<ObjectInstance, string, JsValue> define)
    {
        var function = new ScriptFunctionInstance(engine, _code, engine.GlobalEnvironment, strict: true);
        var defining = new ClrFunctionInstance(engine, (_, arguments) =>
        {
            define(arguments[0].AsObject(), arguments[1].AsString(), arguments[2]);
            return JsValue.Undefined;
        });
        function.Call(JsValue.Undefined, [engine.Global, defining, host]);
    }
}
