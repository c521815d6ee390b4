using Gates.Policies.Engine.Documents;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>The third argument of a finding: a node, a document, or <c>{path, line, …}</c>.</summary>
internal sealed record FindingPlace(Location? Location, string? Identity = null, string? Help = null, int Count = 1)
{
    private static readonly string[] Keys = ["path", "line", "endLine", "column", "endColumn", "identity", "help", "commit", "count"];

    /// <exception cref="MisuseException">It is something else.</exception>
    public static FindingPlace Read(Recorder recorder, string call, JsValue where)
    {
        if (where.Type is Types.Undefined or Types.Null)
        {
            return new FindingPlace(Location: null);
        }

        return where is NodeObject node ? new FindingPlace(At(call, node.Path, node.Model))
            : where is DocumentObject document ? new FindingPlace(At(call, document.Path, document.Root))
            : where.IsObject() && !where.IsArray() ? Read(recorder, call, where.AsObject())
            : throw new MisuseException($"{call}: where must be a node or {{path: \"…\", line: 1}}, not {Kind(where)}");
    }

    /// <summary>How a message names a value.</summary>
    public static string Kind(JsValue value) => value.Type switch
    {
        Types.Undefined => "undefined",
        Types.Null => "null",
        Types.String => "a text",
        Types.Number => "a number",
        Types.Boolean => "a boolean",
        Types.Symbol => "a symbol",
        Types.BigInt => "a bigint",
        _ =>
            value.IsArray()
                ? "an array"
                : value is NodeObject
                    ? "a node (its text is in .value)"
                    : value.IsPromise() ? "a promise" : value is Jint.Native.Function.Function ? "a function" : "an object",
    };

    /// <summary>Evidence may be made by hand, and then name any file.</summary>
    private static Location At(string call, string path, NodeModel node) => node is { Line: >= 1, Column: >= 1 } && (node.EndLine ?? node.Line) >= node.Line
        ? new(Inside(call, path), node.Line, node.EndLine, node.Column)
        : throw new MisuseException(FormattableString.Invariant($"{call}: the node stands at {node.Line}:{node.Column}; lines and columns begin at 1"));

    private static string Inside(string call, string path) => Location.IsInside(path)
        ? path
        : throw new MisuseException($"{call}: where.path must be relative to the repository, not \"{Texts.Shorten(path, 80)}\"");

    private static FindingPlace Read(Recorder recorder, string call, ObjectInstance where)
    {
        ObjectKeys.Check(call, "where", where, Keys);
        var line = Number(call, where, "line");
        var column = Number(call, where, "column");
        var endLine = After(call, where, "endLine", "line", line);
        var endColumn = endLine is null || endLine == line ? After(call, where, "endColumn", "column", column) : Number(call, where, "endColumn");
        var location = new Location(PathOf(recorder, call, where), line, endLine, column, endColumn) { Commit = Optional(recorder, call, where, "commit") };
        if (location is { Commit: { } commit } && (line is not null || !Location.IsCommit(commit)))
        {
            throw new MisuseException($"{call}: where.commit must be the full id of a commit, without a line: lines are those of what is judged");
        }

        if (location is { Line: null } and not { EndLine: null, Column: null, EndColumn: null })
        {
            throw new MisuseException($"{call}: where has a column or an endLine without a line");
        }

        return new FindingPlace(
            location, Optional(recorder, call, where, "identity"), Optional(recorder, call, where, "help"), Number(call, where, "count") ?? 1);
    }

    private static string PathOf(Recorder recorder, string call, ObjectInstance where)
    {
        var value = where.Get("path");
        if (!value.IsString())
        {
            throw new MisuseException($"{call}: where.path must be a text, not {Kind(value)}");
        }

        return Inside(call, recorder.Text(value.AsString(), "a path"));
    }

    private static int? Number(string call, ObjectInstance where, string name)
    {
        var value = where.Get(name);
        if (value.Type is Types.Undefined or Types.Null)
        {
            return null;
        }

        var number = value.IsNumber() ? value.AsNumber() : double.NaN;
        return number >= 1 && number <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : throw new MisuseException($"{call}: where.{name} must be a whole number from 1, not {Describe(value)}");
    }

    private static int? After(string call, ObjectInstance where, string name, string other, int? least)
    {
        var number = Number(call, where, name);
        return number is null || least is null || number >= least
            ? number
            : throw new MisuseException(FormattableString.Invariant($"{call}: where.{name} ({number}) is before where.{other} ({least})"));
    }

    private static string? Optional(Recorder recorder, string call, ObjectInstance where, string name)
    {
        var value = where.Get(name);
        return value.Type is Types.Undefined or Types.Null ? null
            : value.IsString() ? recorder.Text(value.AsString(), "where." + name)
            : throw new MisuseException($"{call}: where.{name} must be a text, not {Kind(value)}");
    }

    private static string Describe(JsValue value) =>
        value.IsNumber() ? TypeConverter.ToString(value) : Kind(value);
}

/// <summary>The fourth argument of a finding: <c>{replace, with}</c>.</summary>
internal static class FixArgument
{
    private static readonly string[] Keys = ["replace", "with"];

    /// <returns>The edit; <see langword="null"/> for none, and for one whose texts no reader could check: they may come from hostile content.</returns>
    /// <exception cref="MisuseException">It is something else, or there is no line to edit.</exception>
    public static Fix? Read(Recorder recorder, string call, JsValue fix, Location? place)
    {
        if (fix.Type is Types.Undefined or Types.Null)
        {
            return null;
        }

        if (!fix.IsObject() || fix.IsArray() || fix is NodeObject or DocumentObject)
        {
            throw new MisuseException($"{call}: fix must be {{replace: \"…\", with: \"…\"}}, not {FindingPlace.Kind(fix)}");
        }

        var edit = fix.AsObject();
        ObjectKeys.Check(call, "fix", edit, Keys);
        var (replace, with) = (Text(call, edit, "replace"), Text(call, edit, "with"));
        return place?.Line is null
            ? throw new MisuseException($"{call}: a fix edits the finding's own line, and the finding has none")
            : Fix.Create(replace, with) is null ? null : new Fix(recorder.Text(replace, "fix.replace"), recorder.Text(with, "fix.with"));
    }

    private static string Text(string call, ObjectInstance fix, string name) => fix.Get(name) is var value && value.IsString()
        ? value.AsString()
        : throw new MisuseException($"{call}: fix.{name} must be a text, not {FindingPlace.Kind(value)}");
}

/// <summary>The keys of objects that a policy hands over: a misspelt one would be overlooked.</summary>
internal static class ObjectKeys
{
    /// <exception cref="MisuseException">The object has another key.</exception>
    public static void Check(string call, string what, ObjectInstance target, string[] keys)
    {
        if (target.GetOwnPropertyKeys(Types.String)
            .Select(key => key.AsString())
            .FirstOrDefault(key => !keys.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw new MisuseException($"{call}: {what} has no \"{Texts.Shorten(unknown, 40)}\"; it has {string.Join(", ", keys)}");
        }
    }
}
