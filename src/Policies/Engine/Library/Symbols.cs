using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>The global <c>Symbol</c>: enough for iteration and for keys that no other code uses.</summary>
internal sealed class Symbols
{
    /// <value>The property key of <c>Symbol.iterator</c>.</value>
    public const string Iterator = Prefix + "Symbol.iterator)";

    private const string Prefix = "Symbol(";

    private readonly JintEngine _engine;
    private readonly ObjectInstance _prototype;
    private readonly Dictionary<string, SymbolObject> _shared = new(StringComparer.Ordinal);
    private int _made;

    public Symbols(JintEngine engine)
    {
        _engine = engine;
        _prototype = FactReader.NewObject(engine);
        _prototype.AddFunction("toString", 0, (self, _) => This(self).Key);
        _prototype.AddFunction("valueOf", 0, (self, _) => self);
        _prototype.AddGetter("description", self => This(self).Description is { } text ? text : JsValue.Undefined);
        engine.Global.AddLazy("Symbol", NewFace);
    }

    /// <summary>Whether a property key stands for a symbol, which lists of keys leave out.</summary>
    public static bool IsKey(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    private JsValue NewFace()
    {
        var face = new ClrFunctionInstance(_engine, (_, arguments) => New(arguments.At(0)));
        face.FastAddProperty("prototype", _prototype, false, false, false);
        _prototype.FastAddProperty("constructor", face, true, false, true);
        face.FastAddProperty("iterator", new SymbolObject(_engine, _prototype, "Symbol.iterator", Iterator), false, false, false);
        face.AddFunction("for", 1, (_, arguments) => Shared(TypeConverter.ToString(arguments.At(0))));
        face.AddFunction("keyFor", 1, (_, arguments) => _shared.Where(pair => pair.Value == arguments.At(0).TryCast<SymbolObject>())
            .Select(pair => new JsValue(pair.Key)).FirstOrDefault() ?? JsValue.Undefined);
        return new JsValue(face);
    }

    private JsValue New(JsValue description)
    {
        var text = description.IsUndefined() ? null : TypeConverter.ToString(description);
        return new SymbolObject(_engine, _prototype, text, FormattableString.Invariant($"{Prefix}{text})#{++_made}"));
    }

    private JsValue Shared(string name)
    {
        if (!_shared.TryGetValue(name, out var symbol))
        {
            symbol = new SymbolObject(_engine, _prototype, name, $"{Prefix}{name})#for");
            _shared[name] = symbol;
        }

        return symbol;
    }

    private SymbolObject This(JsValue self) =>
        self.TryCast<SymbolObject>() ?? throw new JavaScriptException(_engine.TypeError, "this is no symbol");
}
