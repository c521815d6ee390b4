using Gates.Policies.Engine.RegularExpressions;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>What policies have beyond the engine's ECMAScript 5. <c>gates.d.ts</c> lists it.</summary>
internal sealed class StandardLibrary
{
    private readonly JintEngine _engine;
    private readonly FactReader _facts;
    private readonly Iterators _iterators;
    private ObjectInstance? _host;

    private StandardLibrary(JintEngine engine, FactReader facts)
    {
        _engine = engine;
        _facts = facts;
        _iterators = new Iterators(engine);
    }

    public static void Install(JintEngine engine, FactReader facts)
    {
        var library = new StandardLibrary(engine, facts);
        _ = new Symbols(engine);
        RegExpFunctions.Install(engine, library._iterators);
        NumberFunctions.Install(engine);
        ObjectFunctions.Install(engine);
        library.AddCollections();
        library.AddErrors();
        engine.Array.PrototypeObject.AddFunction("sort", 1, Sorting.Sort);
        engine.Global.FastAddProperty("globalThis", engine.Global, writable: true, enumerable: false, configurable: true);
        foreach (var part in ScriptPart.All)
        {
            part.Install(engine, library.Host);
        }
    }

    private void AddCollections()
    {
        foreach (var kind in new[] { "Map", "Set", "WeakMap", "WeakSet" })
        {
            _engine.Global.AddLazy(kind, () =>
            {
                var face = new CollectionFace(_engine, _iterators, kind);
                if (kind == "Set")
                {
                    SetAlgebra.Install(face, _iterators);
                }

                return new JsValue(face);
            });
        }
    }

    private void AddErrors()
    {
        var all = new[]
        {
            ("Error", _engine.Error), ("EvalError", _engine.EvalError), ("RangeError", _engine.RangeError), ("ReferenceError", _engine.ReferenceError),
            ("SyntaxError", _engine.SyntaxError), ("TypeError", _engine.TypeError), ("URIError", _engine.UriError),
        };
        foreach (var (name, inner) in all)
        {
            var face = new Lazy<ErrorFace>(() => new ErrorFace(inner));
            _engine.Global.AddLazy(name, () => new JsValue(face.Value));
            inner.PrototypeObject.AddLazy("constructor", () => new JsValue(face.Value));
        }
    }

    /// <summary>What the parts written in JavaScript need from here.</summary>
    private ObjectInstance Host()
    {
        if (_host is null)
        {
            _host = FactReader.NewObject(_engine);
            _host.AddFunction("list", 1, (_, arguments) => FactReader.NewArray(_engine, _iterators.Walk(arguments.At(0), "this function")));
            _host.AddFunction("isIterable", 1, (_, arguments) => IsIterable(arguments.At(0)));
            _host.AddFunction("allKeys", 1, (_, arguments) => ObjectFunctions.AllKeys(_engine, arguments.At(0)));
            _host.AddFunction("parse", 1, (_, arguments) => JsonFunctions.Parse(_engine, _facts, arguments));
            _host.AddFunction("wellFormed", 1, (_, arguments) => Texts.WellFormed(arguments[0].AsString()));
        }

        return _host;
    }

    private static JsValue IsIterable(JsValue value) =>
        value.IsString() || (value.IsObject() && value.AsObject().Get(Symbols.Iterator).TryCast<ICallable>() is not null);
}
