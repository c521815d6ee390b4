using System.Text;
using System.Text.RegularExpressions;
using Gates.Policies.Engine.Library;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Regular expressions as the standard has them, where the engine's own follow .NET.</summary>
internal sealed class RegExpFunctions
{
    private const int MaxText = 1 << 26;

    private readonly JintEngine _engine;
    private readonly Iterators _iterators;

    private RegExpFunctions(JintEngine engine, Iterators iterators)
    {
        _engine = engine;
        _iterators = iterators;
    }

    /// <value>What a literal becomes; no identifier a script could write.</value>
    public const string Maker = "/literal/";

    public static void Install(JintEngine engine, Iterators iterators)
    {
        var functions = new RegExpFunctions(engine, iterators);
        var regExp = new RegExpFace(engine);
        engine.Global.FastAddProperty("RegExp", regExp, writable: true, enumerable: false, configurable: true);
        var make = new ClrFunctionInstance(engine, (_, arguments) => ScriptRegExp.Create(engine, arguments[0].AsString(), arguments[1].AsString()), 2);
        engine.Global.FastAddProperty(Maker, make, writable: false, enumerable: false, configurable: false);

        var prototype = engine.RegExp.PrototypeObject;
        prototype.AddFunction("exec", 1, (self, arguments) => functions.Exec(self, arguments.At(0)));
        prototype.AddFunction("test", 1, (self, arguments) => functions.This(self).Next(TypeConverter.ToString(arguments.At(0))) is not null);
        prototype.AddFunction("toString", 0, (self, _) => $"/{functions.This(self).Source}/{functions.This(self).Flags}");
        functions.AddGetter("source", expression => expression.Source);
        functions.AddGetter("flags", expression => expression.Flags);
        foreach (var (name, flag) in new[] { ("global", 'g'), ("ignoreCase", 'i'), ("multiline", 'm'), ("dotAll", 's'), ("unicode", 'u'), ("sticky", 'y') })
        {
            functions.AddGetter(name, expression => expression.Has(flag));
        }

        var text = engine.String.PrototypeObject;
        text.AddFunction("match", 1, functions.Match);
        text.AddFunction("matchAll", 1, functions.MatchAll);
        text.AddFunction("search", 1, functions.Search);
        text.AddFunction("replace", 2, (self, arguments) => functions.Replace(self, arguments, all: false));
        text.AddFunction("replaceAll", 2, (self, arguments) => functions.Replace(self, arguments, all: true));
        text.AddFunction("split", 2, functions.Split);
    }

    private void AddGetter(string name, Func<ScriptRegExp, JsValue> read) =>
        _engine.RegExp.PrototypeObject.AddGetter(name, self => self.TryCast<ScriptRegExp>() is { } expression ? read(expression) : JsValue.Undefined);

    private ScriptRegExp This(JsValue self) =>
        self.TryCast<ScriptRegExp>() ?? throw new JavaScriptException(_engine.TypeError, "this is no regular expression");

    private string Text(JsValue self, string method) =>
        self.IsUndefined() || self.IsNull()
            ? throw new JavaScriptException(_engine.TypeError, $"String.prototype.{method} was called on {TypeConverter.ToString(self)}")
            : TypeConverter.ToString(self);

    private ScriptRegExp Expression(JsValue value, string flags = "") =>
        value.TryCast<ScriptRegExp>() ?? ScriptRegExp.Create(_engine, value.IsUndefined() ? "" : TypeConverter.ToString(value), flags);

    private JsValue Exec(JsValue self, JsValue argument)
    {
        var text = TypeConverter.ToString(argument);
        return This(self).Next(text) is { } match ? This(self).Result(match, text) : JsValue.Null;
    }

    private JsValue Match(JsValue self, JsValue[] arguments)
    {
        var text = Text(self, "match");
        var expression = Expression(arguments.At(0));
        if (!expression.Global)
        {
            return expression.Next(text) is { } match ? expression.Result(match, text) : JsValue.Null;
        }

        var all = expression.All(text).Select(match => new JsValue(match.Value)).ToList();
        return all.Count > 0 ? FactReader.NewArray(_engine, all) : JsValue.Null;
    }

    private JsValue MatchAll(JsValue self, JsValue[] arguments)
    {
        var text = Text(self, "matchAll");
        var expression = Expression(arguments.At(0), "g");
        return expression.Global
            ? _iterators.New(expression.All(text).Select(match => expression.Result(match, text)))
            : throw new JavaScriptException(_engine.TypeError, "String.prototype.matchAll takes a regular expression with the flag g");
    }

    private JsValue Search(JsValue self, JsValue[] arguments)
    {
        var text = Text(self, "search");
        var match = Expression(arguments.At(0)).Value.Match(text);
        return match.Success ? match.Index : -1;
    }

    private JsValue Split(JsValue self, JsValue[] arguments)
    {
        var text = Text(self, "split");
        var limit = arguments.At(1).IsUndefined() ? uint.MaxValue : TypeConverter.ToUint32(arguments[1]);
        var parts = arguments.At(0).TryCast<ScriptRegExp>() is { } expression ? SplitBy(expression, text)
            : arguments.At(0).IsUndefined() ? [new JsValue(text)]
            : SplitBy(TypeConverter.ToString(arguments[0]), text);
        return FactReader.NewArray(_engine, parts.Take((int)Math.Min(limit, int.MaxValue)));
    }

    private static IEnumerable<JsValue> SplitBy(string separator, string text) => separator.Length == 0
        ? text.Select(c => new JsValue(c.ToString()))
        : text.Split(separator, StringSplitOptions.None).Select(part => new JsValue(part));

    private static IEnumerable<JsValue> SplitBy(ScriptRegExp expression, string text)
    {
        if (text.Length == 0)
        {
            return expression.Value.IsMatch(text) ? [] : [new JsValue("")];
        }

        var parts = new List<JsValue>();
        var start = 0;
        for (var match = expression.Value.Match(text); match.Success; match = match.NextMatch())
        {
            // An empty match at the edge of a part splits nothing.
            if (match.Length == 0 && (match.Index == start || match.Index >= text.Length))
            {
                continue;
            }

            parts.Add(new JsValue(text[start..match.Index]));
            parts.AddRange(ScriptRegExp.Captures(match).Skip(1));
            start = match.Index + match.Length;
        }

        parts.Add(new JsValue(text[start..]));
        return parts;
    }

    private JsValue Replace(JsValue self, JsValue[] arguments, bool all)
    {
        var text = Text(self, all ? "replaceAll" : "replace");
        var function = arguments.At(1).TryCast<ICallable>();
        var template = function is null ? TypeConverter.ToString(arguments.At(1)) : "";
        var result = new StringBuilder();
        var end = 0;
        foreach (var found in Matches(text, arguments.At(0), all))
        {
            result.Append(text, end, found.Index - end);
            result.Append(function is null ? Replacement.Expand(template, text, found) : Call(function, text, found));
            end = found.Index + found.Length;
            if (result.Length > MaxText)
            {
                throw new JavaScriptException(_engine.RangeError, "the replaced text is too long");
            }
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private IEnumerable<Replacement.Found> Matches(string text, JsValue sought, bool all)
    {
        if (sought.TryCast<ScriptRegExp>() is { } expression)
        {
            return !all || expression.Global
                ? expression.All(text).Select(match => new Replacement.Found(match.Index, match.Length, match, expression))
                : throw new JavaScriptException(_engine.TypeError, "String.prototype.replaceAll takes a regular expression with the flag g");
        }

        return Replacement.Plain(text, TypeConverter.ToString(sought), all);
    }

    private static string Call(ICallable function, string text, Replacement.Found found)
    {
        var arguments = found.Match is null
            ? [new JsValue(text.Substring(found.Index, found.Length))]
            : ScriptRegExp.Captures(found.Match).ToList();
        arguments.Add(found.Index);
        arguments.Add(text);
        if (found.Expression is { HasNames: true } expression)
        {
            arguments.Add(expression.Named(found.Match!));
        }

        return TypeConverter.ToString(function.Call(JsValue.Undefined, [.. arguments]));
    }
}
