using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.RegExp;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>A regular expression as scripts see it.</summary>
internal sealed class ScriptRegExp : RegExpInstance
{
    private readonly CompiledPattern _compiled;

    private ScriptRegExp(JintEngine engine, string pattern, string flags)
        : base(engine)
    {
        _compiled = CompiledPattern.Get(pattern, flags);
        Value = _compiled.Regex;
        Source = pattern.Length == 0 ? "(?:)" : pattern.Replace("\n", "\\n", StringComparison.Ordinal);
        Flags = string.Concat("gimsuy".Where(flag => flags.Contains(flag, StringComparison.Ordinal)));
        Global = Has('g');
        IgnoreCase = Has('i');
        Multiline = Has('m');
        Prototype = engine.RegExp.PrototypeObject;
        Extensible = true;
        FastAddProperty("lastIndex", 0, writable: true, enumerable: false, configurable: false);
    }

    public bool Sticky => Has('y');

    public static ScriptRegExp Create(JintEngine engine, string pattern, string flags)
    {
        try
        {
            return new ScriptRegExp(engine, pattern, flags);
        }
        catch (FormatException e)
        {
            throw new JavaScriptException(engine.SyntaxError, e.Message);
        }
    }

    public bool Has(char flag) => Flags.Contains(flag, StringComparison.Ordinal);

    /// <summary>Matches from <c>lastIndex</c> and moves it, as <c>exec</c> does.</summary>
    public Match? Next(string text)
    {
        var moves = Global || Sticky;
        var start = moves ? TypeConverter.ToInteger(Get("lastIndex")) : 0;
        var match = start >= 0 && start <= text.Length ? Value.Match(text, (int)start) : null;
        if (match is not { Success: true })
        {
            if (moves)
            {
                Put("lastIndex", 0, throwOnError: true);
            }

            return null;
        }

        if (moves)
        {
            Put("lastIndex", match.Index + match.Length, throwOnError: true);
        }

        return match;
    }

    /// <summary>All matches from the start of the text; one, or none, without the flag g.</summary>
    public IEnumerable<Match> All(string text)
    {
        if (!Global)
        {
            if (Next(text) is { } only)
            {
                yield return only;
            }

            yield break;
        }

        Put("lastIndex", 0, throwOnError: true);
        for (var match = Value.Match(text); match.Success; match = match.NextMatch())
        {
            yield return match;
        }
    }

    /// <summary>What <c>exec</c> answers.</summary>
    public JsValue Result(Match match, string text)
    {
        var result = FactReader.NewArray(Engine, Captures(match)).AsObject();
        result.FastAddProperty("index", match.Index, true, true, true);
        result.FastAddProperty("input", text, true, true, true);
        result.FastAddProperty("groups", Named(match), true, true, true);
        return new JsValue(result);
    }

    /// <summary>The whole match and its groups.</summary>
    public static IEnumerable<JsValue> Captures(Match match) =>
        match.Groups.Values.Select(group => group.Success ? new JsValue(group.Value) : JsValue.Undefined);

    /// <returns>The named groups as an object without a prototype, or undefined when the pattern names none.</returns>
    public JsValue Named(Match match)
    {
        if (_compiled.Groups.All(name => name is null))
        {
            return JsValue.Undefined;
        }

        var groups = FactReader.NewObject(Engine);
        groups.Prototype = null;
        for (var i = 0; i < _compiled.Groups.Count; i++)
        {
            if (_compiled.Groups[i] is { } name)
            {
                groups.FastAddProperty(name, Text(match.Groups[i + 1]), true, true, true);
            }
        }

        return new JsValue(groups);
    }

    /// <returns>What the group of this name matched; <see langword="null"/> when the pattern has no such group.</returns>
    public string? Named(Match match, string name)
    {
        for (var i = 0; i < _compiled.Groups.Count; i++)
        {
            if (string.Equals(_compiled.Groups[i], name, StringComparison.Ordinal))
            {
                return match.Groups[i + 1].Value;
            }
        }

        return null;
    }

    public bool HasNames => _compiled.Groups.Any(name => name is not null);

    private static JsValue Text(Group group) => group.Success ? new JsValue(group.Value) : JsValue.Undefined;
}
